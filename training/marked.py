"""Marked passages: text in which personal data is written as ``[[category|role:text]]``.

A file holds one passage, or several that each begin with a line ``=== kind``. A mark may run over
lines; marks do not nest.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from woo.model.finding import Category, Finding, Role

PASSAGES = Path(__file__).parent / "passages"
"""The batches that the networks are trained on, and some lists made from."""
_MARK = re.compile(r"\[\[(\w+)\|(\w+):(.*?)\]\]", re.DOTALL)
_HEAD = re.compile(r"^=== *(?P<kind>\w+)[^\n]*\n", re.MULTILINE)


@dataclass(frozen=True)
class Mark:
    """One span of a passage's text, in characters, that a writer marked."""

    category: Category
    role: Role
    start: int
    end: int

    def touches(self, one: Finding) -> bool:
        """Whether the mark and a finding share a letter."""
        return self.start < one.end and one.start < self.end


@dataclass(frozen=True)
class Passage:
    """``kind`` is the kind of document (mail, minutes …), empty when not told."""

    name: str
    text: str = field(repr=False)
    marks: tuple[Mark, ...]
    kind: str = ""


def read_passages(folder: Path) -> Iterator[Passage]:
    """The passages of every ``.txt`` file in a folder, in order of their names."""
    for path in sorted(folder.glob("*.txt")):
        yield from read_file(path)


def read_file(path: Path) -> Iterator[Passage]:
    """Raises ValueError for an unknown category or role."""
    written = path.read_text("utf-8")
    heads = list(_HEAD.finditer(written))
    if not heads:
        yield parse(path.stem, written)
    ends = [] if not heads else [head.start() for head in heads[1:]] + [len(written)]
    for number, (head, end) in enumerate(zip(heads, ends, strict=True), start=1):
        yield parse(
            f"{path.stem}-{number:03d}", written[head.end() : end].strip("\n"), head["kind"]
        )


def parse(name: str, annotated: str, kind: str = "") -> Passage:
    """The passage without its marks, and where they were."""
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
    return Passage(name, "".join(pieces) + annotated[position:], tuple(marks), kind)
