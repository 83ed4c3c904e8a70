"""Where spans of a document's text stand on its pages."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from woo.model.document import PAGE_BREAK
from woo.model.geometry import Area, Box
from woo.pdf.textlayer import TextPage, read_pages


def areas_of(pdf: Path, spans: Sequence[tuple[int, int]]) -> tuple[tuple[Area, ...], ...]:
    """For each span (start and end in the text of the document) one area per line it runs over.

    Points, as in ``textlayer``. The pages are read once, whatever the number of spans.
    """
    found: list[list[Area]] = [[] for _ in spans]
    offset = 0
    for page in read_pages(pdf):
        for index, (start, end) in enumerate(spans):
            first = max(0, start - offset)
            last = min(len(page.text), end - offset)
            found[index].extend(Area(page.number, box) for box in _lines(page, first, last))
        offset += len(page.text) + len(PAGE_BREAK)
    return tuple(tuple(areas) for areas in found)


def _lines(page: TextPage, first: int, last: int) -> Iterator[Box]:
    """The boxes around the drawn characters, one for each line of text."""
    box: Box | None = None
    for index in range(first, last):
        drawn = page.box(index)
        if page.text[index] == "\n" and box is not None:
            yield box
            box = None
        elif drawn is not None:
            box = drawn if box is None else box.union(drawn)
    if box is not None:
        yield box
