"""Rule ``secret-in-picture``: what only the eye can read on a page is read by Tesseract.

Reading costs far more than all other rules together. So only the parts of a page are read where a
picture of some size stands, or letters that its text does not explain; what is even is left out,
what a file shows on every page is read once, and Tesseract runs on all processors.
"""

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from woo.model.geometry import Box
from woo.model.leak import Leak
from woo.pdf.examining.eyesight import Eyesight
from woo.pdf.examining.pagecontent import PageContent
from woo.pdf.examining.pdfium_objects import Picture
from woo.pdf.examining.pdfium_pages import PdfiumPage
from woo.pdf.examining.rendering import render_part
from woo.text.machine import cores
from woo.verify.legible import legible_places
from woo.verify.misread import misread
from woo.verify.needles import Needle, Needles
from woo.verify.recognising import Reading, is_even, read_every_way
from woo.verify.subject import PageView

_DPI = 200.0
# A picture with finer pixels, such as a screenshot that was made small, is drawn finer.
_FINE_DPI, _FINEST_DPI = 250.0, 400.0
_MOST_PIXELS = 24_000_000
# A picture over this part of the page is a scan, of which the letters are of the usual size.
_SCAN = 0.5
# Smaller than this holds no word, in pixels and in points: the shorter and the longer side.
_FEWEST_PIXELS = (8, 24)
_SMALLEST = (5.0, 15.0)
_MARGIN = 4.0  # points around what is read
# A bullet or two of unknown meaning is no word.
_UNKNOWN_GLYPHS = 3
# One letter is nobody's name, and is read in any smudge, also in the code on a narrow box.
_FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """What is being read of a page; ``known`` are readings of the page's own text."""

    page: int
    box: Box
    size: tuple[int, int]  # of its picture: width and height in pixels
    known: tuple[str, ...] = field(repr=False)
    reading: "Future[list[Reading] | None]" = field(repr=False)

    def on_page(self, place: Box) -> Box:
        """A place in the picture as a place on the page."""
        across, down = self.box.width / self.size[0], self.box.height / self.size[1]
        return Box(
            self.box.x0 + place.x0 * across,
            self.box.y0 + place.y0 * down,
            self.box.x0 + place.x1 * across,
            self.box.y0 + place.y1 * down,
        )


class PictureSearch:
    """Reads the parts of every page with pictures, or with letters that its text does not explain.

    Without Tesseract such a page cannot be shown clean: a leak ``not-verifiable``.
    """

    def __init__(self, needles: Needles) -> None:
        self._needles = needles
        self._program = shutil.which("tesseract")
        self._eyes = Eyesight()
        self._pool = ThreadPoolExecutor(cores())
        self._known: dict[bytes, Future[list[Reading] | None]] = {}
        self._parts: list[_Part] = []
        # A text that may stay so many times is counted over the whole page, its own text included.
        self._whole = any(needle.allowed for needle in needles.all)

    def see(self, view: PageView) -> Iterator[Leak]:
        """Begin to read one page, when there is something on it that only the eye can read."""
        page = view.page
        known = (view.content.text, page.text)
        for box, dpi in self._places(view.content, page):
            pixels = render_part(page, box, _fitting(box, dpi))
            if is_even(pixels):
                continue
            if self._program is None:
                yield _unverifiable(page.number)
                return
            size = (pixels.shape[1], pixels.shape[0])
            reading = self._read(self._program, pixels)
            self._parts.append(_Part(page.number, box, size, known, reading))

    def _places(self, content: PageContent, page: PdfiumPage) -> Iterator[tuple[Box, float]]:
        """The parts of a page to read, none over another, and how fine."""
        width, height = page.size
        everything = Box(0, 0, width, height)
        if has_unknown_glyphs(content):
            yield everything, _DPI
            return
        _, drawn = page.drawn
        pictures = [picture for picture in drawn if is_legible(picture)]
        places = [(picture.box, _density(picture, width * height)) for picture in pictures]
        known = [picture.box for picture in pictures]
        is_clear = content.is_plain and not self._eyes.has_doubts
        unexplained = None if is_clear else self._eyes.unexplained(page, known)
        if unexplained is not None:
            places.append((_wider(unexplained, everything), _DPI))
        if self._whole and places:
            places = [(everything, max(dpi for _, dpi in places))]
        yield from _merged([(_inside(box, everything), dpi) for box, dpi in places])

    def _read(self, program: str, pixels: Any) -> "Future[list[Reading] | None]":
        key = blake2b(pixels.tobytes(), key=repr(pixels.shape).encode()).digest()
        if key not in self._known:
            busy = [future for future in self._known.values() if not future.done()]
            if len(busy) >= 2 * cores():
                wait(busy, return_when=FIRST_COMPLETED)
            self._known[key] = self._pool.submit(read_every_way, program, pixels)
        return self._known[key]

    def leaks(self) -> Iterator[Leak]:
        """After the last page: where a secret stands that stands more often than it may."""
        counts: Counter[Needle] = Counter()
        where: dict[Needle, list[_Part]] = {}
        for part in self._parts:
            readings = part.reading.result()
            if readings is None:
                yield _unverifiable(part.page)
                continue
            for needle, number in self._found(readings, part.known).items():
                counts[needle] += number
                where.setdefault(needle, []).append(part)
        self._pool.shutdown()
        leaks = {
            _leak(part.page, box)
            for needle, number in counts.items()
            if number > needle.allowed
            for part in where[needle]
            for box in self._places_of(needle, part)
        }
        yield from sorted(leaks, key=lambda leak: (leak.page or 0, repr(leak.box)))

    def _found(self, readings: Sequence[Reading], known: Sequence[str]) -> Counter[Needle]:
        """How often each secret stands in a part: as often as in the reading that has it most."""
        most: Counter[Needle] = Counter()
        for reading in readings:
            found = self._needles.count(reading.text)
            found.update(misread(reading.text, known, self._needles))
            most |= found
        return Counter({n: times for n, times in most.items() if len(n.letters) >= _FEWEST_LETTERS})

    def _places_of(self, needle: Needle, part: _Part) -> list[Box] | list[None]:
        """``[None]`` when it is not known where it stands."""
        readings = part.reading.result() or ()
        places = legible_places(readings, part.known, self._needles, needle)
        return [part.on_page(place) for place in places] or [None]


def _leak(page: int, box: Box | None) -> Leak:
    return Leak(rule="secret-in-picture", place="tekst in een afbeelding", page=page, box=box)


def _unverifiable(page: int) -> Leak:
    return Leak(rule="not-verifiable", place="tekst in afbeeldingen", page=page)


def has_unknown_glyphs(content: PageContent) -> bool:
    """True when a font does not say which letters it shows: only the eye can read it."""
    return content.text.count("\ufffd") >= _UNKNOWN_GLYPHS


def is_legible(picture: Picture) -> bool:
    """Whether a picture is large enough, in pixels and on the page, to hold a word."""
    pixels = sorted(picture.pixels)
    size = sorted((picture.box.width, picture.box.height))
    return all(
        has >= least
        for has, least in zip((*pixels, *size), (*_FEWEST_PIXELS, *_SMALLEST), strict=True)
    )


def _density(picture: Picture, page_size: float) -> float:
    """How fine a picture must be drawn: in dots per inch."""
    box = picture.box
    if box.width * box.height > _SCAN * page_size:
        return _DPI
    sides = sorted(picture.pixels), sorted((box.width, box.height))
    own = 72 * max(pixels / max(points, 1.0) for pixels, points in zip(*sides, strict=True))
    return _DPI if own < _FINE_DPI else min(own, _FINEST_DPI)


def _fitting(box: Box, dpi: float) -> float:
    """Less fine for a poster: its letters are large."""
    return float(min(dpi, 72 * (_MOST_PIXELS / (box.width * box.height)) ** 0.5))


def _wider(box: Box, limits: Box) -> Box:
    """With a margin: the shapes that may be letters need not all be found."""
    wide = Box(box.x0 - _MARGIN, box.y0 - _MARGIN, box.x1 + _MARGIN, box.y1 + _MARGIN)
    return _inside(wide, limits)


def _inside(box: Box, limits: Box) -> Box:
    """The part of a box on the page; no paper around a picture, which would change its contrast."""
    x0, y0 = max(limits.x0, box.x0), max(limits.y0, box.y0)
    x1, y1 = min(limits.x1, box.x1), min(limits.y1, box.y1)
    return Box(x0, y0, max(x0, x1), max(y0, y1))


def _merged(places: Sequence[tuple[Box, float]]) -> list[tuple[Box, float]]:
    """Places that touch as one, as fine as the finest; what lies outside the page is left out."""
    kept: list[tuple[Box, float]] = []
    for place in places:
        if place[0].width > 0 and place[0].height > 0:
            kept = _with(kept, place)
    return kept


def _with(kept: list[tuple[Box, float]], place: tuple[Box, float]) -> list[tuple[Box, float]]:
    touching = [one for one in kept if _touch(one[0], place[0])]
    if not touching:
        return [*kept, place]
    whole, finest = place
    for box, dpi in touching:
        whole, finest = whole.union(box), max(finest, dpi)
    # It has grown, and may touch others now.
    return _with([one for one in kept if one not in touching], (whole, finest))


def _touch(one: Box, other: Box) -> bool:
    across = one.x0 <= other.x1 and other.x0 <= one.x1
    return across and one.y0 <= other.y1 and other.y0 <= one.y1
