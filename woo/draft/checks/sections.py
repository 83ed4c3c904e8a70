"""Check the headings of a text against the sections of the kind."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from operator import itemgetter

from woo.draft.kinds import Kind, KindSection
from woo.draft.reading.source import Source
from woo.draft.tree import Blocks, Heading, ListBlock, Quote, plain
from woo.draft.walk import SECTION_LEVEL, section_headings
from woo.model.draft import Problem, Severity
from woo.text.nearest import nearest

DEEPEST_HEADING = 4
# A text behind the nota itself; the table of attachments has no number.
_ANNEX = r"(?i)bijlage\s+(?:\d|[A-Z]\b)"
# What begins the part below the signature takes all that follows with it.
_TOO_EARLY = "Vanaf dit onderdeel komt alles onder de ondertekening. Zet het achter '{}'."
_TOO_LATE = "Dit onderdeel komt zo onder de ondertekening. Zet het voor '{}'."
# A heading, and the section of the kind that it names.
_Named = tuple[Heading, KindSection | None]


def check_sections(source: Source, kind: Kind) -> Iterator[Problem]:
    """Missing, unknown, repeated, misordered and empty sections, and wrong heading levels."""
    yield from _check_levels(source)
    yield from _check_nested(source.blocks)
    for blocks in source.footnotes.values():
        yield from _check_nested(blocks, nested=True)
    yield from _check_empty(source)
    headings = [(one, kind.section(plain(one.children))) for one in section_headings(source.blocks)]
    yield from _check_titles(headings, kind)
    yield from _check_order(headings, kind)
    yield from _check_missing(source, list(_told(source, kind)), kind)


def _check_nested(blocks: Blocks, *, nested: bool = False) -> Iterator[Problem]:
    """A heading inside something else is in no table of contents and begins no section."""
    for block in blocks:
        match block:
            case Heading() if nested:
                message = (
                    "Een kop hoort niet in een lijst, citaat of voetnoot. Maak de tekst **vet**."
                )
                yield Problem(block.line, block.column, message, Severity.HINT)
            case ListBlock(items=items):
                for item in items:
                    yield from _check_nested(item, nested=True)
            case Quote(blocks=inner):
                yield from _check_nested(inner, nested=True)


def _check_levels(source: Source) -> Iterator[Problem]:
    before = SECTION_LEVEL - 1
    for block in source.blocks:
        if not isinstance(block, Heading):
            continue
        if not plain(block.children):
            yield Problem(block.line, block.column, "Deze kop heeft geen tekst.")
        if block.level < SECTION_LEVEL:
            message = "De titel staat al in het veld 'titel'. Begin een onderdeel met ##."
            yield Problem(block.line, block.column, message)
        elif block.level > DEEPEST_HEADING:
            yield Problem(block.line, block.column, "Gebruik hooguit koppen tot en met ####.")
        elif block.level > before + 1:
            message = f"Deze kop slaat een niveau over. Schrijf {'#' * (before + 1)}."
            yield Problem(block.line, block.column, message)
        before = max(block.level, SECTION_LEVEL - 1)


def _check_empty(source: Source) -> Iterator[Problem]:
    for block, after in zip_longest(source.blocks, source.blocks[1:]):
        if not isinstance(block, Heading):
            continue
        if after is None or (isinstance(after, Heading) and after.level <= block.level):
            yield Problem(block.line, block.column, "Onder deze kop staat geen tekst.")


def _check_titles(headings: Sequence[_Named], kind: Kind) -> Iterator[Problem]:
    titles = [title for section in kind.sections for title in section.titles]
    seen: list[KindSection] = []
    for heading, section in headings:
        if section is None:
            if not kind.sections:
                continue
            title = plain(heading.children)
            near = _near(title, titles)
            if near:
                yield Problem(
                    heading.line, heading.column, f"Onbekend onderdeel. Bedoelt u '{near}'?"
                )
            elif not kind.free_sections:
                yield Problem(
                    heading.line,
                    heading.column,
                    "Dit onderdeel hoort niet bij deze soort.",
                    Severity.HINT,
                )
        elif section in seen:
            yield Problem(heading.line, heading.column, "Dit onderdeel staat er twee keer.")
        else:
            seen.append(section)
        if section and section.attachments:
            message = "De tabel met bijlagen komt uit het veld 'bijlagen'. Haal dit onderdeel weg."
            yield Problem(heading.line, heading.column, message)


def _near(title: str, titles: Sequence[str]) -> str | None:
    """The section that a heading probably means, which then does not go missing as well."""
    return None if re.match(_ANNEX, title) else nearest(title, titles)


def _check_order(headings: Sequence[_Named], kind: Kind) -> Iterator[Problem]:
    """Hints only: ministries differ in the order that they keep. But nobody signs above a text."""
    named = [(heading, section) for heading, section in headings if section is not None]
    ranks = [kind.printed_sections.index(section) for _, section in named]
    kept = [(index, ranks[index]) for index in _longest_rising(ranks)]
    is_below = [section.after_signature for _, section in named]
    first_below = is_below.index(True) if True in is_below else len(named)
    last_above = max((i for i, below in enumerate(is_below) if not below), default=-1)
    for index in sorted({*range(len(named))} - {one for one, _ in kept}):
        heading, _ = named[index]
        if is_below[index] and index < last_above:
            message = _TOO_EARLY.format(named[last_above][1].title)
            yield Problem(heading.line, heading.column, message)
        elif not is_below[index] and index > first_below:
            message = _TOO_LATE.format(named[first_below][1].title)
            yield Problem(heading.line, heading.column, message)
        else:
            message = (
                f"Dit onderdeel staat meestal {_usual_place(index, ranks[index], kept, kind)}."
            )
            yield Problem(heading.line, heading.column, message, Severity.HINT)


def _usual_place(index: int, rank: int, kept: Sequence[tuple[int, int]], kind: Kind) -> str:
    """Before or behind which of the sections in their place, with their ranks, this one belongs."""
    later = bisect_right(kept, rank, key=itemgetter(1))
    if later < bisect_right(kept, index, key=itemgetter(0)):
        return f"voor '{kind.printed_sections[kept[later][1]].title}'"
    earlier = bisect_left(kept, rank, key=itemgetter(1)) - 1
    return f"achter '{kind.printed_sections[kept[earlier][1]].title}'"


def _longest_rising(ranks: Sequence[int]) -> list[int]:
    """The indexes of the most numbers that never fall: what is left out stands out of place."""
    longest: dict[int, tuple[int, int]] = {}  # by its last number: how many, the index of the last
    before: list[int] = []
    for index, rank in enumerate(ranks):
        rows = (row for last, row in longest.items() if last <= rank)
        count, end = max(rows, key=itemgetter(0), default=(0, -1))
        before.append(end)
        if count >= longest.get(rank, (0, -1))[0]:
            longest[rank] = (count + 1, index)
    _, index = max(longest.values(), key=itemgetter(0), default=(0, -1))
    found: list[int] = []
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def _told(source: Source, kind: Kind) -> Iterator[KindSection | None]:
    """The sections of which another message says where they are: misspelt, or of another level."""
    titles = [title for section in kind.sections for title in section.titles]
    for block in source.blocks:
        if isinstance(block, Heading) and block.level <= SECTION_LEVEL:
            title = plain(block.children)
            yield kind.section(title) or kind.section(_near(title, titles) or "")


def _check_missing(
    source: Source, present: Sequence[KindSection | None], kind: Kind
) -> Iterator[Problem]:
    for section in kind.sections:
        if section.required and section not in present:
            message = (
                f"Het onderdeel '{section.title}' ontbreekt. Begin het met ## {section.title}."
            )
            yield Problem(source.body_line, 1, message)
    if not kind.sections and not source.blocks:
        yield Problem(source.body_line, 1, "Het stuk heeft geen tekst.")
