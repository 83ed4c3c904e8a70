"""Passages with the expected findings marked in the text: ``[[person|official:Jan Jansen]]``.

One file, one passage. A mark may run over lines; marks do not nest.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from woo.detect.detect import detect
from woo.detect.people import gather
from woo.detect.propagate import propagate
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category, Finding, Role
from woo.review.policy_file import load_policy

GOLDEN = Path(__file__).parent / "passages"
BLIND = Path(__file__).parent / "blind"
_MARK = re.compile(r"\[\[(\w+)\|(\w+):(.*?)\]\]", re.DOTALL)
# Titles may be inside or outside a mark; tussenvoegsels may be lost without harm.
_NO_MATTER = re.compile(
    r"\b(?:heer|mevrouw|meneer|mevr|mw|dhr|drs|mr|ir|ing|dr|prof|professor|familie|en)\b\.?|"
    r"\b(?:van|de|den|der|ten|ter|te|het|el|v\.d\.)\b|['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mark:
    category: Category
    role: Role
    start: int
    end: int


@dataclass(frozen=True)
class Passage:
    name: str
    text: str
    marks: tuple[Mark, ...]

    def goes(self, mark: Mark) -> bool:
        return goes(mark.category, mark.role)


def goes(category: Category, role: Role) -> bool:
    """Does the default policy redact this?"""
    return load_policy(None).rule_for(category, role).redact


def read_passages(folder: Path) -> Iterator[Passage]:
    for path in sorted(folder.glob("*.txt")):
        yield parse(path.stem, path.read_text("utf-8"))


def parse(name: str, annotated: str) -> Passage:
    pieces: list[str] = []
    marks: list[Mark] = []
    length = position = 0
    for match in _MARK.finditer(annotated):
        before, inside = annotated[position : match.start()], match[3]
        pieces += [before, inside]
        start = length + len(before)
        length = start + len(inside)
        marks.append(Mark(Category(match[1]), Role(match[2]), start, length))
        position = match.end()
    return Passage(name, "".join(pieces) + annotated[position:], tuple(marks))


def find_all(text: str) -> tuple[Finding, ...]:
    """What the whole chain of detection finds in one document."""
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    found = detect(document)
    return propagate(document, found, gather([(document, found)]))


def uncovered(text: str, mark: Mark, findings: tuple[Finding, ...], *, going: bool) -> bool:
    """True when a letter or digit that matters lies outside every finding of the category."""
    matters = set(range(mark.start, mark.end))
    for skipped in _NO_MATTER.finditer(text, mark.start, mark.end):
        matters -= set(range(*skipped.span()))
    matters = {i for i in matters if text[i].isalnum()}
    for one in findings:
        # In what goes, another category covers as well; in what stays, anything that goes harms.
        if goes(one.category, one.role) == going:
            matters -= set(range(one.start, one.end))
    return bool(matters)


def problems(passage: Passage) -> set[str]:
    """What differs from the marks: ``leak:…`` for what should go, ``over:…`` for what goes."""
    findings = find_all(passage.text)
    text = passage.text
    result = {
        f"leak:{text[m.start : m.end]}"
        for m in passage.marks
        if passage.goes(m) and uncovered(text, m, findings, going=True)
    }
    marked = [m for m in passage.marks if passage.goes(m)]
    for one in findings:
        if goes(one.category, one.role) and not any(
            m.start < one.end and one.start < m.end for m in marked
        ):
            result.add(f"over:{one.text}")
    return result
