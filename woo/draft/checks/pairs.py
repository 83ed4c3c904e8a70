"""Check that every question has its answer, one by one and in order."""

from collections.abc import Iterator

from woo.draft.kinds import Kind, KindPairs
from woo.draft.pairs import Part, part_of
from woo.draft.reading.source import Source
from woo.draft.tree import plain
from woo.draft.walk import section_headings
from woo.model.draft import Problem


def check_pairs(source: Source, kind: Kind) -> Iterator[Problem]:
    """Headings that are no question or answer, and those that are missing or out of order."""
    if kind.pairs is None:
        return
    wanted = Part(kind.pairs.question, 1)
    for heading in section_headings(source.blocks):
        part = part_of(plain(heading.children), kind.pairs)
        if part is None:
            yield Problem(heading.line, heading.column, _neither(kind.pairs))
            continue
        if part != wanted:
            yield Problem(heading.line, heading.column, _advice(part, wanted, kind.pairs))
        wanted = _after(part, kind.pairs)
    if wanted == Part(kind.pairs.question, 1):
        yield Problem(source.body_line, 1, f"Er is nog geen vraag. Begin met ## {wanted}.")
    elif wanted.word == kind.pairs.answer:
        yield Problem(source.body_line, 1, f"De laatste vraag heeft geen antwoord: ## {wanted}.")


def _after(part: Part, pairs: KindPairs) -> Part:
    if part.word == pairs.question:
        return Part(pairs.answer, part.number)
    return Part(pairs.question, part.number + 1)


def _neither(pairs: KindPairs) -> str:
    return (
        f"Beantwoord elke vraag apart, met een kop als ## {pairs.question} 1 en "
        f"## {pairs.answer} 1. Is het antwoord hetzelfde? Verwijs dan naar dat antwoord."
    )


def _advice(part: Part, wanted: Part, pairs: KindPairs) -> str:
    if wanted.word == pairs.answer and part.word == pairs.question:
        return f"Voor deze vraag hoort ## {wanted}: elke vraag krijgt een eigen antwoord."
    return f"Hier hoort ## {wanted}. De nummers lopen op, en elke vraag krijgt een antwoord."
