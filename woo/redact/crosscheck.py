"""Pages on which pdfium sees a term that was not located in MuPDF's reading.

Two engines read a hostile or broken page in different ways: another font table, another order. What
one of them reads as a name, somebody can copy out of the file. Such a page is better made into a
picture before it is redacted than refused afterwards.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path

from woo.errors import UnreadableError
from woo.model.decision import Decision
from woo.model.document import PAGE_BREAK
from woo.model.geometry import Box
from woo.pdf.examining.objectwalk import UnreadablePdfError
from woo.pdf.examining.pdfium_pages import PdfiumPage, open_pages
from woo.pdf.reading.pdfium_text import characters
from woo.pdf.reading.textlayer import TextPage
from woo.text.matcher import Matcher

# The two engines differ so much, in heights of a glyph, in where a letter stands.
_SLACK = 0.25


def pages_seen_otherwise(
    pdf: Path, pages: Sequence[TextPage], terms: Iterable[str], decisions: Iterable[Decision]
) -> frozenset[int]:
    """The pages (from 1) where pdfium sees a term at a place that no decision takes out.

    ``decisions`` were made on ``pages``, the text of ``pdf``. Raises UnreadableError when pdfium
    cannot open the file, ValueError for a term without a letter or digit.
    """
    matcher, gone = Matcher(terms), _by_page(pages, decisions)
    try:
        with open_pages(pdf.read_bytes()) as opened:
            return frozenset(
                page.number
                for page, read in zip(opened, pages, strict=True)
                if _has_more(page, read, matcher, gone[page.number])
            )
    except UnreadablePdfError:
        raise UnreadableError(
            "Dit pdf-bestand is beschadigd.", "Vraag de afzender om een nieuw exemplaar."
        ) from None


def _has_more(
    page: PdfiumPage, read: TextPage, matcher: Matcher, gone: Sequence[tuple[int, int]]
) -> bool:
    try:
        # Counting goes fast; the places of all letters on a page take a hundred times as long.
        located = sum(_is_term(read.text[start:end], matcher) for start, end in gone)
        seen = {(match.start, match.end) for match in matcher.find(page.text)}
        if len(seen) <= located:
            return False
        text, boxes = characters(page)
    finally:
        page.close()
    places = [
        box for span in gone for index in range(*span) if (box := read.box(index)) is not None
    ]
    return any(
        box is not None and not any(_holds(place, box) for place in places)
        for match in matcher.find(text)
        for box in boxes[match.start : match.end]
    )


def _is_term(text: str, matcher: Matcher) -> bool:
    return next(matcher.find(text), None) is not None


def _holds(place: Box, letter: Box) -> bool:
    """Whether the middle of a letter lies in a place."""
    x, y = (letter.x0 + letter.x1) / 2, (letter.y0 + letter.y1) / 2
    slack = _SLACK * min(place.height, place.width)
    across = place.x0 - slack <= x <= place.x1 + slack
    return across and place.y0 - slack <= y <= place.y1 + slack


def _by_page(
    pages: Sequence[TextPage], decisions: Iterable[Decision]
) -> dict[int, list[tuple[int, int]]]:
    """The spans that go in the text of each page."""
    found: dict[int, list[tuple[int, int]]] = {page.number: [] for page in pages}
    starts = [0, *accumulate(len(page.text) + len(PAGE_BREAK) for page in pages)]
    for decision in (one for one in decisions if one.redact):
        first = bisect_right(starts, decision.start) - 1
        for page, offset in zip(pages[first:], starts[first:], strict=False):
            if offset >= decision.end:
                break
            start, end = max(0, decision.start - offset), decision.end - offset
            found[page.number].append((start, min(end, len(page.text))))
    return found
