"""Which list and which item of it a paragraph of Word belongs to."""

from dataclasses import dataclass, field
from typing import Any

from woo.draft.importing import xml
from woo.draft.importing.remarks import Remarks
from woo.draft.importing.styles import Numbering
from woo.draft.tree import ListSign
from woo.draft.word.forms import STEP


@dataclass(frozen=True, slots=True)
class Step:
    """A list and one item of it, as a step on the way from the text to a paragraph."""

    list_id: int
    sign: ListSign
    start: int
    closer: str
    item: int


@dataclass(slots=True)
class _Level:
    list_id: int
    numbering: Numbering
    start: int
    item: int = 0

    def step(self) -> Step:
        form = self.numbering
        return Step(self.list_id, form.sign, self.start, form.closer, self.item)


@dataclass(slots=True)
class ListStack:
    """The lists that are open, from the outermost in."""

    remarks: Remarks
    _levels: list[_Level] = field(default_factory=list)
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _used: set[tuple[str, int]] = field(default_factory=set)
    _lists: int = 0

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._levels)

    def close(self) -> None:
        """A paragraph outside every list."""
        self._levels.clear()

    def steps(self, depth: int) -> tuple[Step, ...]:
        """The way to a paragraph that goes on in an item ``depth`` lists deep."""
        del self._levels[depth:]
        return tuple(one.step() for one in self._levels)

    def add(self, numbering: Numbering) -> tuple[Step, ...]:
        """The way to a paragraph with a bullet or number of its own."""
        if not numbering.is_kept:
            self.remarks.once("Een nummering met een eigen vorm is 1, 2, 3 geworden.")
        depth = min(numbering.level, len(self._levels))
        del self._levels[depth + 1 :]
        number = self._count(numbering)
        if len(self._levels) > depth and self._goes_on(self._levels[depth].numbering, numbering):
            self._levels[depth].numbering = numbering
        else:
            del self._levels[depth:]
            self._lists += 1
            self._levels.append(_Level(self._lists, numbering, number))
        self._levels[depth].item += 1
        return tuple(one.step() for one in self._levels)

    def _goes_on(self, before: Numbering, now: Numbering) -> bool:
        """A list goes on in itself, or in one of the same form that is not told to start again."""
        if (before.sign, before.closer) != (now.sign, now.closer):
            return False
        same = before.number == now.number
        return same or (before.abstract == now.abstract and not now.restarts)

    def _count(self, numbering: Numbering) -> int:
        """The number that Word shows: it counts on through a list until told to start again."""
        level = numbering.level
        counters = self._counters.setdefault(numbering.abstract, {})
        used = (numbering.number, level)
        begins = level not in counters or (numbering.restarts and used not in self._used)
        self._used.add(used)
        counters[level] = numbering.start if begins else counters[level] + 1
        for deeper in [one for one in counters if one > level]:
            del counters[deeper]
        return 1 if numbering.sign is ListSign.BULLET else counters[level]


def depth_by_indent(properties: Any, name: str, attribute: str) -> int:
    """How many lists deep something begins, by its indent in twentieths of a point."""
    written = xml.value(xml.child(properties, name), attribute) if properties is not None else ""
    return min(round(int(written) / STEP), 9) if written.isascii() and written.isdigit() else 0
