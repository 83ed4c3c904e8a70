"""Where pdfium sees a term: for pages on which MuPDF's reading was not enough."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from woo.errors import UnreadableError
from woo.model.geometry import Area, Box
from woo.pdf.examining.objectwalk import UnreadablePdfError
from woo.pdf.examining.pdfium_pages import PdfiumPage, open_pages
from woo.pdf.reading.pdfium_text import characters
from woo.text.matcher import Matcher


def seen_by_pdfium(pdf: Path, pages: Iterable[int], terms: Iterable[str]) -> Iterator[Area]:
    """The places of the terms on ``pages`` (from 1), an area for each line of an occurrence.

    Raises UnreadableError when pdfium cannot open the file.
    """
    matcher, wanted = Matcher(terms), set(pages)
    try:
        with open_pages(pdf.read_bytes()) as opened:
            for page in opened:
                if page.number in wanted:
                    for box in _places(page, matcher):
                        yield Area(page.number, box)
    except UnreadablePdfError:
        raise UnreadableError(
            "Dit pdf-bestand is beschadigd.", "Vraag de afzender om een nieuw exemplaar."
        ) from None


def _places(page: PdfiumPage, matcher: Matcher) -> Iterator[Box]:
    text, boxes = characters(page)
    for match in matcher.find(text):
        around: Box | None = None
        for box in boxes[match.start : match.end]:
            if box is None:
                continue
            if around is not None and not _on_one_line(around, box):
                yield around
                around = None
            around = box if around is None else around.union(box)
        if around is not None:
            yield around


def _on_one_line(one: Box, other: Box) -> bool:
    overlap = min(one.y1, other.y1) - max(one.y0, other.y0)
    return overlap > 0.3 * min(one.height, other.height) and other.x0 - one.x1 < 3 * one.height
