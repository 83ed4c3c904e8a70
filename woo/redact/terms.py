"""Locates terms that a user typed, for ``woo pdf redact --term``."""

from collections.abc import Iterable
from pathlib import Path

from woo.model.decision import Decision, Origin
from woo.model.document import PAGE_BREAK
from woo.model.finding import Category
from woo.model.ground import Ground
from woo.pdf.reading.textlayer import read_pages
from woo.redact.misread import misread
from woo.text.matcher import Matcher


def locate(pdf: Path, terms: Iterable[str], ground: Ground) -> tuple[Decision, ...]:
    """A decision to redact for every occurrence of every term, in the order of the document.

    Terms are found however they are written, also when they run over a line or a page, and in
    recognised text also with a letter misread. Raises UnreadableError, and ValueError for a term
    without a letter or digit.
    """
    wanted = tuple(terms)
    matcher = Matcher(wanted)
    pages: list[str] = []
    spans: set[tuple[int, int]] = set()
    offset = 0
    for page in read_pages(pdf):
        spans |= {(offset + start, offset + end) for start, end in misread(page, wanted)}
        pages.append(page.text)
        offset += len(page.text) + len(PAGE_BREAK)
    text = PAGE_BREAK.join(pages)
    spans |= {(match.start, match.end) for match in matcher.find(text)}
    return tuple(
        Decision(
            category=Category.TERM,
            start=start,
            end=end,
            text=text[start:end],
            redact=True,
            grounds=(ground,),
            origin=Origin.REVIEWER,
        )
        for start, end in sorted(spans)
    )
