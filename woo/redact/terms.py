"""Locates terms that a user typed, for ``woo pdf redact --term``."""

from collections.abc import Iterable
from pathlib import Path

from woo.model.decision import Decision, Origin
from woo.model.document import PAGE_BREAK
from woo.model.finding import Category
from woo.model.ground import Ground
from woo.pdf.reading.textlayer import read_pages
from woo.text.matcher import Matcher


def locate(pdf: Path, terms: Iterable[str], ground: Ground) -> tuple[Decision, ...]:
    """A decision to redact for every occurrence of every term, in the order of the document.

    Terms are found however they are written, also when they run over a line or a page. Raises
    UnreadableError, and ValueError for a term without a letter or digit.
    """
    matcher = Matcher(terms)
    text = PAGE_BREAK.join(page.text for page in read_pages(pdf))
    spans = sorted({(match.start, match.end) for match in matcher.find(text)})
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
        for start, end in spans
    )
