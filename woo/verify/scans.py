"""Rule ``secret-in-picture``: pages with pictures are read by Tesseract."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator

from woo.model.leak import Leak
from woo.pdf.examining.eyesight import Eyesight
from woo.pdf.examining.pagecontent import PageContent
from woo.pdf.examining.pdfium_objects import Picture
from woo.pdf.examining.pdfium_pages import PdfiumPage
from woo.verify.misread import misread
from woo.verify.needles import Needle, Needles
from woo.verify.recognising import DPI, recognise
from woo.verify.subject import PageView

# Smaller than this is an icon or a logo: pixels either way, and part of the page.
_SMALLEST_PIXELS = 40
_SMALLEST_PART = 0.01
# A bullet or two of unknown meaning is no word.
_UNKNOWN_GLYPHS = 3


class PictureSearch:
    """Reads every page with a picture of some size, or with letters that its text does not explain.

    Without Tesseract such a page cannot be shown clean: a leak ``not-verifiable``.
    """

    def __init__(self, needles: Needles) -> None:
        self._needles = needles
        self._program = shutil.which("tesseract")
        self._eyes = Eyesight()
        self._counts: Counter[Needle] = Counter()
        self._where: dict[Needle, list[int]] = {}

    def see(self, view: PageView) -> Iterator[Leak]:
        """Read one page, when there is something on it that only the eye can read."""
        page = view.page
        pictures = list(legible_pictures(page))
        if not (pictures or has_unknown_glyphs(view.content) or self._eyes.is_needed(page)):
            return
        text = self._read(page, pictures)
        if text is None:
            yield Leak(rule="not-verifiable", place="tekst in afbeeldingen", page=page.number)
            return
        found = self._needles.count(text)
        found.update(misread(text, (view.content.text, page.text), self._needles))
        for needle, number in found.items():
            self._counts[needle] += number
            self._where.setdefault(needle, []).append(page.number)

    def _read(self, page: PdfiumPage, pictures: Iterable[Picture]) -> str | None:
        if self._program is None:
            return None
        scale = DPI / 72
        areas = [
            (int(b.x0 * scale), int(b.y0 * scale), int(b.x1 * scale), int(b.y1 * scale))
            for b in (picture.box for picture in pictures)
        ]
        return recognise(self._program, page.render(DPI), areas)

    def leaks(self) -> Iterator[Leak]:
        """After the last page: the pages on which a secret stands more often than it may."""
        leaking = {
            page
            for needle, count in self._counts.items()
            if count > needle.allowed
            for page in self._where[needle]
        }
        for number in sorted(leaking):
            yield Leak(rule="secret-in-picture", place="tekst in een afbeelding", page=number)


def has_unknown_glyphs(content: PageContent) -> bool:
    """True when a font does not say which letters it shows: only the eye can read it."""
    return content.text.count("\ufffd") >= _UNKNOWN_GLYPHS


def legible_pictures(page: PdfiumPage) -> Iterator[Picture]:
    """The pictures on the page that can hold legible words."""
    width, height = page.size
    _, pictures = page.drawn
    yield from (picture for picture in pictures if _is_legible(picture, width * height))


def _is_legible(picture: Picture, page_size: float) -> bool:
    part = picture.box.width * picture.box.height / max(page_size, 1.0)
    return min(picture.pixels) >= _SMALLEST_PIXELS and part >= _SMALLEST_PART
