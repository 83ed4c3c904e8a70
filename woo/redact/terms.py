"""Locates what a user typed, for ``woo pdf redact --term`` and ``--pattern``."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from woo.model.decision import Decision, Origin
from woo.model.document import PAGE_BREAK
from woo.model.finding import Category
from woo.model.ground import Ground
from woo.pdf.reading.textlayer import TextPage, read_pages
from woo.redact.interrupted import broken_names
from woo.redact.misread import misread
from woo.redact.pagetext import PagesText
from woo.redact.patterns import matches
from woo.redact.sightlines import sights
from woo.text.enumeration import write_numbers
from woo.text.folding import fold
from woo.text.matcher import Match, Matcher

Span = tuple[int, int]
# From 0 to 1: how much a misread word is like the term that it was taken for.
_ALIKE = 0.75


def locate(
    pdf: Path, terms: Iterable[str], ground: Ground, patterns: Sequence[str] = ()
) -> tuple[Decision, ...]:
    """A decision to redact for every occurrence of every term, in the order of the document.

    Terms are found however they are written, also when they run over a line or a page, are drawn
    out of order or, in recognised text, have a letter misread; ``patterns`` are regular
    expressions. Raises UnreadableError, InputError for a pattern that cannot be used, and
    ValueError for a term without a letter or digit.
    """
    return locate_in(list(read_pages(pdf)), terms, ground, patterns)


def locate_in(
    pages: Sequence[TextPage], terms: Iterable[str], ground: Ground, patterns: Sequence[str] = ()
) -> tuple[Decision, ...]:
    """The same in pages that were read already."""
    wanted = list(terms)
    matcher, pages_text = Matcher(wanted), PagesText(pages)
    text = pages_text.text
    spans: set[Span] = set(matches(text, patterns)) if patterns else set()
    if wanted:
        found = matcher.find(text, parted=pages_text.is_parted)
        spans |= {_with_signs(text, match) for match in found}
        spans |= {span for halves in broken_names(text, wanted) for span in halves}
        spans |= set(_out_of_order(pages, matcher, spans))
        spans |= _uncovered(misread(pages, wanted), spans)
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
        for start, end in sorted(pages_text.with_accents(span) for span in spans)
    )


def missing_terms(terms: Sequence[str], found: Iterable[str]) -> tuple[str, ...]:
    """A remark on the terms that none of the texts found was taken for; none where all were.

    It gives their places among the terms and not the terms, which are personal data.
    """
    from rapidfuzz.distance import OSA

    wanted = [fold(term).text for term in terms]
    seen = {fold(text).text for text in found}
    misread = seen.difference(wanted)
    missing = [
        number
        for number, term in enumerate(wanted, start=1)
        if term not in seen
        and all(OSA.normalized_similarity(term, text) < _ALIKE for text in misread)
    ]
    if not missing:
        return ()
    if len(terms) == 1:
        return ("De term is niet gevonden. Controleer hoe hij is geschreven.",)
    which = f"{write_numbers(missing)} van de {len(terms)}"
    if len(missing) == 1:
        return (f"Term {which} is niet gevonden. Controleer hoe hij is geschreven.",)
    return (f"Termen {which} zijn niet gevonden. Controleer hoe ze zijn geschreven.",)


def _with_signs(text: str, match: Match) -> Span:
    """A match with the signs around its letters that the term has too: the plus of ``+31 6``."""
    start, end = match.start, match.end
    before = list(takewhile(_is_sign, match.term))
    after = list(takewhile(_is_sign, reversed(match.term)))
    while before and start > 0 and text[start - 1] == before.pop():
        start -= 1
    while after and end < len(text) and text[end] == after.pop():
        end += 1
    return start, end


def _is_sign(character: str) -> bool:
    return not character.isalnum()


def _uncovered(found: Iterable[Span], known: Iterable[Span]) -> set[Span]:
    """What is not yet known, for the most part or at all."""
    covered = {index for start, end in known for index in range(start, end)}
    return {span for span in found if not covered.issuperset(range(*span))}


def _out_of_order(
    pages: Sequence[TextPage], matcher: Matcher, known: Iterable[Span]
) -> Iterator[Span]:
    """What only the eye reads as a term: each piece of it that stands together in the text."""
    covered = {index for start, end in known for index in range(start, end)}
    offset = 0
    for page in pages:
        for sight in sights(page):
            for match in matcher.find(sight.text):
                places = {
                    i + offset for each in sight.places[match.start : match.end] for i in each
                }
                if not places <= covered:
                    covered |= places
                    yield from _pieces(sorted(places), page.text, offset)
        offset += len(page.text) + len(PAGE_BREAK)


def _pieces(places: Sequence[int], text: str, offset: int) -> Iterator[Span]:
    """Consecutive characters, with the white space between them, as spans."""
    start = end = places[0]
    for place in places[1:]:
        if text[end - offset + 1 : place - offset].strip():
            yield start, end + 1
            start = place
        end = place
    yield start, end + 1
