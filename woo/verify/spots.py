"""Pictures of the places where something is wrong, without what must not be seen.

A picture shows the page as it is displayed. What hides there stays hidden: the spots of hidden text
are filled with one shade, and so is every place that shows one of the secret terms.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from woo.model.geometry import Box
from woo.model.leak import Leak
from woo.pdf.examining.objectfacts import PageFacts, read_facts
from woo.pdf.examining.objectwalk import open_objects
from woo.pdf.examining.pagepictures import DisplayedPage, open_displayed
from woo.pdf.examining.pdfium_pages import PdfiumPage, open_pages
from woo.verify.needles import Needles
from woo.verify.outcome import read_file
from woo.verify.places import displayed

MOST_ON_A_PAGE = 4
MOST_IN_A_FILE = 60
_AROUND = 60.0  # points of the page round a spot
_WIDEST, _HIGHEST = 420.0, 220.0  # points of the page in one picture, at most
# What these rules point at is visible on the page, or would be when somebody turns up the contrast.
_VISIBLE = frozenset({"unapplied-redaction", "tiny-text", "cut-letter"})
_HIDDEN = frozenset(
    {"text-under-box", "image-under-box", "hidden-text", "invisible-text", "clipped-text"}
    | {"hidden-layer", "outside-page"}
)


@dataclass(frozen=True, slots=True)
class SpotPicture:
    """A PNG of a part of a page, with the spots of one rule outlined."""

    page: int
    rule: str
    spots: int
    png: bytes = field(repr=False)
    size: tuple[int, int]


def spot_pictures(
    path: Path, leaks: Sequence[Leak], terms: Sequence[str]
) -> tuple[SpotPicture, ...]:
    """Pictures of the places of ``leaks``, no more than the limits.

    A page on which a picture shows a term gets none: where it stands there is not known. Raises
    UnreadablePdfError when the file cannot be drawn.
    """
    needles = Needles(dict.fromkeys(terms, 0))
    unsafe = {leak.page for leak in leaks if leak.rule == "secret-in-picture"}
    numbers = sorted({leak.page for leak in leaks if leak.page is not None} - unsafe)
    found: list[SpotPicture] = []
    data = read_file(path)
    with open_objects(data) as pdf:
        facts = read_facts(pdf).pages
    with open_pages(data) as pages, open_displayed(data) as shown:
        for number in numbers:
            if len(found) >= MOST_IN_A_FILE:
                break
            page = pages[number - 1]
            terms_there = tuple(term_boxes(page, needles)) if needles else ()
            found += _of_page(
                _Sheet(page, facts[number - 1], shown(number), terms_there),
                [leak for leak in leaks if leak.page == number],
            )
            page.close()
    return tuple(found[:MOST_IN_A_FILE])


@dataclass(frozen=True, slots=True)
class _Sheet:
    page: PdfiumPage
    facts: PageFacts
    shown: DisplayedPage
    terms: tuple[Box, ...]

    def place(self, box: Box) -> Box:
        """A box of the unrotated page as it is displayed."""
        return displayed(self.facts, box)

    @property
    def whole(self) -> Box:
        """The displayed page."""
        width, height = self.facts.size
        return self.place(self.facts.crop or Box(0, 0, width, height))


def _of_page(sheet: _Sheet, leaks: Sequence[Leak]) -> Iterator[SpotPicture]:
    for leak in leaks:
        if leak.box is not None and leak.rule in _HIDDEN:
            sheet.shown.even_out(sheet.place(leak.box), sheet.whole)
        elif leak.box is not None and leak.rule in _VISIBLE:
            sheet.shown.blot_out(sheet.place(leak.box), sheet.whole)
    for box in sheet.terms:
        sheet.shown.blot_out(sheet.place(box), sheet.whole)
    wanted = [(leak.rule, sheet.place(leak.box)) for leak in leaks if leak.box is not None]
    if any(leak.rule == "secret-in-text" for leak in leaks):
        wanted += [("secret-in-text", sheet.place(box)) for box in sheet.terms]
    for rule, window, spots in list(_windows(wanted, sheet.whole))[:MOST_ON_A_PAGE]:
        png, size = sheet.shown.cut(window, sheet.whole, spots)
        yield SpotPicture(sheet.page.number, rule, len(spots), png, size)


def _windows(wanted: Iterable[tuple[str, Box]], whole: Box) -> Iterator[tuple[str, Box, list[Box]]]:
    """Parts of the page to picture; a spot that lies in a part for the same rule joins it."""
    parts: list[tuple[str, Box, list[Box]]] = []
    for rule, box in wanted:
        if box.x1 <= whole.x0 or box.x0 >= whole.x1 or box.y1 <= whole.y0 or box.y0 >= whole.y1:
            continue  # off the page: there is nothing to see
        for known, window, spots in parts:
            if known == rule and _holds(window, box):
                spots.append(box)
                break
        else:
            parts.append((rule, _window(box, whole), [box]))
    yield from parts


def _window(box: Box, whole: Box) -> Box:
    x = (box.x0 + min(box.x1, box.x0 + _WIDEST - 2 * _AROUND)) / 2
    y = (box.y0 + min(box.y1, box.y0 + _HIGHEST - 2 * _AROUND)) / 2
    half = min(max(box.width / 2 + _AROUND, 0.4 * _WIDEST), _WIDEST / 2)
    tall = min(box.height / 2 + _AROUND, _HIGHEST / 2)
    return Box(
        max(x - half, whole.x0),
        max(y - tall, whole.y0),
        max(min(x + half, whole.x1), whole.x0 + 1),
        max(min(y + tall, whole.y1), whole.y0 + 1),
    )


def _holds(window: Box, box: Box) -> bool:
    return (
        window.x0 <= box.x0 and window.y0 <= box.y0 and box.x1 <= window.x1 and box.y1 <= window.y1
    )


def term_boxes(page: PdfiumPage, needles: Needles) -> Iterator[Box]:
    """Where the terms stand in the text of a page, parts of words too: a box for each line."""
    codes, boxes = page.characters()
    for first, last in needles.places("".join(map(chr, codes))):
        line: Box | None = None
        for box in boxes[first : last + 1]:
            if box is None or not box.height:
                continue
            if line is not None and _is_beside(line, box):
                line = line.union(box)
                continue
            if line is not None:
                yield _padded(line)
            line = box
        if line is not None:
            yield _padded(line)


def _is_beside(line: Box, box: Box) -> bool:
    near = 2 * max(line.height, box.height)
    return abs((line.y0 + line.y1) - (box.y0 + box.y1)) < near and box.x0 - line.x1 < 2 * near


def _padded(box: Box) -> Box:
    """A little more than the letters, so that their heights do not show either."""
    return Box(box.x0 - 2, box.y0 - 3, box.x1 + 2, box.y1 + 3)
