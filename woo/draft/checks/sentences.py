"""Split running text into sentences and clauses, for hints about reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from woo.draft.checks.runs import Run
from woo.draft.tree import Blocks, Heading, Inlines, ListBlock, MarkedBlock, Paragraph, plain
from woo.draft.walk import SECTION_LEVEL
from woo.reference.plain_dutch import plain_dutch

_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9À-Þ])")
_LAST_WORD = re.compile(r"[\w.]+$")
_WORD = re.compile(r"\w+(?:[-'’./]\w+)*")
_BRACKETS = re.compile(r"\([^()]*\)")
_CLAUSE_END = re.compile(
    r"[,;:()–]|\b(?:en|maar|want|of|dat|die|omdat|zodat|doordat|terwijl|als|toen|wat|wie|hoe|waar|"
    r"nadat|voordat|hoewel|waarom|wanneer)\b",
    re.IGNORECASE,
)
_ANNEX = "bijlage"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, at ``start`` in its run."""

    text: str = field(repr=False)
    start: int
    run: Run = field(repr=False)

    def words(self) -> list[str]:
        """The words, without what stands in brackets: a reference is not read as a sentence."""
        return _WORD.findall(_BRACKETS.sub(" ", self.text))

    def clauses(self) -> Iterator[tuple[int, str]]:
        """The parts between commas and conjunctions, each with its offset in the run."""
        start = 0
        for match in _CLAUSE_END.finditer(self.text):
            yield self.start + start, self.text[start : match.start()]
            start = match.end()
        yield self.start + start, self.text[start:]


def prose(blocks: Blocks) -> Iterator[Inlines]:
    """The paragraphs and list items that the author wrote: no quotations, tables or annexes."""
    in_annex = False
    for block in blocks:
        match block:
            case Heading(level=level, children=children):
                title = plain(children).casefold()
                in_annex = title.startswith(_ANNEX) or (in_annex and level > SECTION_LEVEL)
            case Paragraph(children=children) if not in_annex:
                yield children
            case ListBlock(items=items) if not in_annex:
                for item in items:
                    yield from prose(item)
            case MarkedBlock(blocks=inner) if not in_annex:
                yield from prose(inner)


def sentences(run: Run) -> Iterator[Sentence]:
    """The sentences of one paragraph."""
    start = 0
    for match in _END.finditer(run.text):
        if run.text[match.start()] == "." and _is_abbreviation(run.text[: match.start()]):
            continue
        yield Sentence(run.text[start : match.end()], start, run)
        start = match.end()
    if run.text[start:].strip():
        yield Sentence(run.text[start:], start, run)


def _is_abbreviation(before: str) -> bool:
    match = _LAST_WORD.search(before[-20:])
    word = match[0] if match else ""
    is_initial = len(word) == 1 and word.isupper()
    return is_initial or "." in word or word.casefold() in plain_dutch().abbreviations
