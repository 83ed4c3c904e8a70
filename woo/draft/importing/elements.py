"""Put the paragraphs of Word, which lie in one row, back inside each other."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from woo.draft.importing.lists import Step
from woo.draft.tree import Block, Blocks, Grounds, ListBlock, ListSign, MarkedBlock, Quote

Make = Callable[[Grounds], Block | None]

# Deeper, or more, than any source goes: the styles still say what is marked.
_DEEPEST, _MOST = 20, 2_000
_CONTAINER = re.compile(r"^woo_(blok|citaat)_(\d)_\d+")


@dataclass(slots=True)
class Element:
    """A paragraph or table: how to make its block, and the lists around it.

    ``line`` holds the codes under a marked block; ``grounds`` are those that all its text has.
    """

    make: Make
    steps: tuple[Step, ...] = ()
    grounds: Grounds = ()
    line: Grounds = ()
    is_quote: bool = False
    is_table: bool = False


@dataclass(frozen=True, slots=True)
class Container:
    """Elements ``first`` to ``last`` inside a quote or a marked block, ``depth`` lists deep."""

    kind: str
    depth: int
    first: int
    last: int


@dataclass(slots=True)
class Ranges:
    """The bookmarks of containers, by name: LibreOffice writes one more than once."""

    found: dict[str, list[int]] = field(default_factory=dict)
    _open: dict[str, str] = field(default_factory=dict)

    def start(self, identifier: str, name: str, index: int) -> None:
        """A bookmark begins at the element with this index."""
        if _CONTAINER.match(name):
            self._open[identifier] = name
            self.found.setdefault(name, [index, index])

    def end(self, identifier: str, index: int) -> None:
        """It ends there."""
        name = self._open.pop(identifier, "")
        if name:
            self.found[name][1] = max(index, self.found[name][1])

    def containers(self) -> list[Container]:
        """The containers, those that begin first and end last before the others."""
        made: list[Container] = []
        for name, (first, last) in self.found.items():
            match = _CONTAINER.match(name)
            if match and last >= first and len(made) < _MOST:
                made.append(Container(match[1], int(match[2]), first, last))
        return made


def assemble(elements: Sequence[Element], ranges: Ranges) -> Blocks:
    """The blocks of a text."""
    containers = ranges.containers()
    containers += _lonely_lines(elements, containers)
    containers += _lonely_quotes(elements, containers)
    containers.sort(key=lambda one: (one.depth, one.first, -one.last))
    held = _held(containers, len(elements))
    rows = [(_path(element, held[index]), element) for index, element in enumerate(elements)]
    return _build(rows, ())


def _held(containers: Sequence[Container], count: int) -> list[list[Container]]:
    """The containers around each element, the outer ones first; never deeper than a source."""
    held: list[list[Container]] = [[] for _ in range(count)]
    for one in containers:
        for around in held[one.first : one.last + 1]:
            if len(around) < _DEEPEST:
                around.append(one)
    return held


def _lonely_lines(elements: Sequence[Element], known: Sequence[Container]) -> list[Container]:
    """A line of codes whose bookmark is lost goes for the marked elements just above it."""
    made = []
    ends = {one.last for one in known if one.kind == "blok"}
    for index, element in enumerate(elements):
        if not element.line or index in ends:
            continue
        first = index
        while first and _is_marked(elements[first - 1], element):
            first -= 1
            if len(elements[first].steps) <= len(element.steps):
                break
        if first < index:
            made.append(Container("blok", len(element.steps), first, index))
    return made


def _is_marked(element: Element, line: Element) -> bool:
    return not element.line and bool(element.grounds) and set(line.line) <= set(element.grounds)


def _lonely_quotes(elements: Sequence[Element], known: Sequence[Container]) -> list[Container]:
    """Paragraphs with the style of a quote that no bookmark holds, neighbours together."""
    made: list[Container] = []
    quotes = _held([one for one in known if one.kind == "citaat"], len(elements))
    for index, element in enumerate(elements):
        if not element.is_quote or quotes[index]:
            continue
        depth = len(element.steps)
        if made and made[-1].last == index - 1 and made[-1].depth == depth:
            made[-1] = Container("citaat", depth, made[-1].first, index)
        else:
            made.append(Container("citaat", depth, index, index))
    return made


_Key = Container | tuple[int, ListSign, int, str] | int


def _path(element: Element, held: Sequence[Container]) -> tuple[_Key, ...]:
    """What is around an element, from the outside in."""
    path: list[_Key] = []
    for depth, step in enumerate(element.steps):
        path += [one for one in held if one.depth == depth]
        path += [(step.list_id, step.sign, step.start, step.closer), step.item]
    path += [one for one in held if one.depth >= len(element.steps)]
    return tuple(path)


_Rows = list[tuple[tuple[_Key, ...], Element]]


def _build(rows: _Rows, within: Grounds) -> Blocks:
    blocks: list[Block] = []
    for key, group in groupby(rows, key=lambda row: row[0][0] if row[0] else None):
        members = list(group)
        if key is None:
            made = (element.make(within) for _, element in members if not element.line)
            blocks += [block for block in made if block is not None]
        else:
            blocks += _inside(key, [(path[1:], element) for path, element in members], within)
    return tuple(blocks)


def _inside(key: _Key, rows: _Rows, within: Grounds) -> Blocks:
    match key:
        case (_, sign, start, closer):
            items = tuple(
                _build([(path[1:], element) for path, element in group], within)
                for _, group in groupby(rows, key=lambda row: row[0][0])
            )
            return (ListBlock(items, sign, start, closer),)
        case Container(kind="citaat"):
            return (Quote(_build(rows, within)),)
        case Container():
            grounds = _block_grounds(rows)
            inner = _build(rows, tuple(dict.fromkeys((*within, *grounds))))
            return (MarkedBlock(grounds, inner),) if grounds and inner else inner
    raise AssertionError(key)


def _block_grounds(rows: _Rows) -> Grounds:
    """The codes of the line at the end; without it the grounds that all of it has."""
    lines = [element.line for _, element in rows if element.line]
    if lines:
        return lines[-1]
    first, *others = (element.grounds for _, element in rows)
    return tuple(g for g in first if all(g in one for one in others))
