"""Where text stands on a page as it is displayed: for drawing over its picture.

Boxes are points from the top left of the page as a reader sees it: the media box, turned by the
page's Rotate. ``pictures.picture_of`` draws the same rectangle.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from woo.errors import UnreadableError
from woo.model.document import PAGE_BREAK
from woo.model.geometry import Area, Box
from woo.pdf.reading.textlayer import TextPage, load_page, open_pdf, read_page, read_pages

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and its place."""

    text: str = field(repr=False)
    box: Box


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """The size of a page in points, its lines, and for each span asked for a box per line."""

    width: float
    height: float
    lines: tuple[Line, ...] = field(repr=False)
    spans: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class _Turn:
    """From the unrotated media box to the page as displayed."""

    width: float
    height: float
    degrees: int

    def size(self) -> tuple[float, float]:
        sideways = self.degrees in (90, 270)
        return (self.height, self.width) if sideways else (self.width, self.height)

    def box(self, box: Box) -> Box:
        if self.degrees == 90:
            return Box(self.height - box.y1, box.x0, self.height - box.y0, box.x1)
        if self.degrees == 180:
            return Box(
                self.width - box.x1, self.height - box.y1, self.width - box.x0, self.height - box.y0
            )
        if self.degrees == 270:
            return Box(box.y0, self.width - box.x1, box.y1, self.width - box.x0)
        return box


def places_on(path: Path, number: int, spans: Sequence[Span]) -> PagePlaces:
    """The places of spans on page ``number`` (from 1); offsets count in the page's own text.

    Raises UnreadableError.
    """
    with open_pdf(path) as document:
        if not 1 <= number <= document.page_count:
            raise UnreadableError("Deze pagina bestaat niet.", "Kies een andere pagina.")
        raw = load_page(document, number - 1)
        page = read_page(raw)
        turn = _Turn(raw.mediabox.width, raw.mediabox.height, raw.rotation % 360)
    width, height = turn.size()
    return PagePlaces(
        width,
        height,
        tuple(Line(line.text, turn.box(line.box)) for line in _lines(page)),
        tuple(tuple(turn.box(box) for box in line_boxes(page, *span)) for span in spans),
    )


def areas_of(path: Path, spans: Sequence[Span]) -> tuple[tuple[Area, ...], ...]:
    """For each span one area per line, as ``textlayer`` counts: on the unrotated media box.

    Offsets count in the text of the document, pages joined by a form feed; the pages are read
    once, whatever the number of spans.
    """
    found: list[list[Area]] = [[] for _ in spans]
    offset = 0
    for page in read_pages(path):
        for areas, (start, end) in zip(found, spans, strict=True):
            boxes = line_boxes(page, start - offset, end - offset)
            areas.extend(Area(page.number, box) for box in boxes)
        offset += len(page.text) + len(PAGE_BREAK)
    return tuple(tuple(areas) for areas in found)


def line_boxes(page: TextPage, start: int, end: int) -> tuple[Box, ...]:
    """One box for each line that the characters ``start`` to ``end`` stand on."""
    boxes: list[Box] = []
    fresh = True
    for index in range(max(start, 0), min(end, len(page.text))):
        box = page.box(index)
        if box is None:
            fresh = fresh or page.text[index] == "\n"
        elif fresh:
            boxes.append(box)
            fresh = False
        else:
            boxes[-1] = boxes[-1].union(box)
    return tuple(boxes)


def _lines(page: TextPage) -> Iterator[Line]:
    start = 0
    for text in page.text.split("\n"):
        end = start + len(text)
        boxes = line_boxes(page, start, end)
        if boxes and text.strip():
            yield Line(text, boxes[0])
        start = end + 1
