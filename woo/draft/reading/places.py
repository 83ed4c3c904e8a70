"""Where a character of a parsed text stands in the source: lines and columns from 1.

A parsed text is seldom a literal piece of its source: indents, quotes, escapes and the pipes of a
table are gone. So a text keeps anchors: from this offset on, the source runs along from there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field
from operator import itemgetter

from woo.model.values import dataclass

Anchor = tuple[int, int, int]
Place = tuple[int, int]

_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|[^\n])")
# What YAML drops or changes inside a value: indents, line ends, the marks around and inside.
_DROPPED = " \t\n\\'\""


@dataclass(frozen=True, slots=True)
class Places:
    """The anchors of a text: offset, line and column, in ascending order; at least one."""

    anchors: Sequence[Anchor] = field(default=((0, 1, 1),))

    def at(self, offset: int) -> Place:
        """Line and column of the character with this offset."""
        index = max(0, bisect_right(self.anchors, offset, key=itemgetter(0)) - 1)
        start, line, column = self.anchors[index]
        return line, max(1, column + offset - start)

    def part(self, start: int, end: int | None = None) -> "Places":
        """The places of the text from one offset to another, or on to its end."""
        first = bisect_right(self.anchors, start, key=itemgetter(0))
        last = None if end is None else bisect_right(self.anchors, end, key=itemgetter(0))
        later = ((one[0] - start, *one[1:]) for one in self.anchors[first:last])
        return Places(((0, *self.at(start)), *later))


def one_place(line: int, column: int = 1) -> Places:
    """A text that is a literal piece of one line."""
    return Places(((0, line, column),))


def content_places(content: str, lines: Sequence[str], line: int) -> Places:
    """The text of a paragraph or heading whose first line is ``lines[0]``, line ``line``."""
    anchors, offset = [], 0
    for number, piece in enumerate(content.split("\n")):
        raw = lines[number] if number < len(lines) else ""
        indent = len(piece) - len(piece.lstrip())
        column = max(raw.rfind(piece.strip()), 0) + 1
        anchors.append((offset, line + number, column - indent))
        offset += len(piece) + 1
    return Places(anchors)


def cell_places(line: int, column: int, written: str) -> Places:
    """A cell of a table; ``written`` is as in the source, where a backslash precedes a pipe."""
    if "\\|" not in written:
        return one_place(line, column)
    anchors = [(0, line, column)]
    for number, match in enumerate(re.finditer(r"\\\|", written)):
        # From the pipe itself on, one character more stands in the source than in the text.
        anchors.append((match.start() - number, line, column + match.start() + 1))
    return Places(anchors)


def value_places(value: str, raw: str, line: int, column: int) -> Places:
    """A value of YAML, written as ``raw`` from ``line`` and ``column`` on."""
    if raw.startswith(value):
        return one_place(line, column)
    return Places(tuple(_without_runs(_aligned(value, raw, line, column))) or ((0, line, column),))


def _aligned(value: str, raw: str, line: int, column: int) -> Iterator[Anchor]:
    """Each character of ``value`` that is no space, with its place."""
    at = raw.find("\n") + 1 if raw[:1] in {"|", ">"} else int(raw[:1] in {"'", '"'})
    is_escaped = raw.startswith('"')
    # The offset at which column 1 stands, or would stand.
    read, line_start = 0, 1 - column
    for offset, character in enumerate(value):
        if character.isspace():
            continue
        start, at = _next(raw, at, character, is_escaped=is_escaped)
        if count := raw.count("\n", read, start):
            line, line_start = line + count, raw.rfind("\n", read, start) + 1
        read = start
        yield (offset, line, start - line_start + 1)


def _next(raw: str, at: int, character: str, *, is_escaped: bool) -> tuple[int, int]:
    """Where the character is written, and where to look for the next one."""
    start = at
    while start < len(raw) and raw[start] in _DROPPED and raw[start] != character:
        if is_escaped and (match := _ESCAPE.match(raw, start)):
            return start, match.end()
        start += 1
    if start < len(raw) and raw[start] == character:
        is_double = character == "'" == raw[start + 1 : start + 2] and raw[0] == "'"
        return start, start + 1 + is_double
    return min(at, len(raw)), at


def _without_runs(anchors: Iterator[Anchor]) -> Iterator[Anchor]:
    """Only the anchors that do not follow from the one before."""
    last: Anchor | None = None
    for offset, line, column in anchors:
        if last is None or (line, column - offset) != (last[1], last[2] - last[0]):
            last = (offset, line, column)
            yield last
