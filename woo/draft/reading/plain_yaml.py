"""Read the plain YAML that nearly every front matter is, without the library for all of YAML.

To load that library takes a tenth of what a letter takes. Whatever is not as plain as this, right
or wrong, is left to it (``yaml_text``): a field and its value on one line, a list of lines with a
dash, rows of a table, ``{waarde: tekst, grond: 5.1.2e}``, and lines that are a comment. What is
read here is read as the library reads it, to the last place; a test holds both to the same.
"""

import re
from dataclasses import field

from woo.draft.reading.yaml_nodes import Mark, Pair, YamlNode
from woo.model.values import dataclass

_KEY = r"[a-z][a-z_]{0,60}"
# A value without quotes: no sign of YAML at its start, and no colon or # that could mean something.
_FIRST = r"(?![_])[\w(€]"
_BARE = rf"{_FIRST}(?:[^\s:#]|:(?=[^\s:#])|[ ]+(?=[^\s:#]))*"
_INSIDE = rf"{_FIRST}(?:[^\s:#,?\[\]{{}}]|[ ]+(?=[^\s:#,?\[\]{{}}]))*"
_QUOTED = r"\"[^\"\\]*\"|'[^']*'"
_PAIR = rf"{_KEY}: (?:{_INSIDE})"
_FLOW = rf"\{{{_PAIR}(?:, {_PAIR})*\}}"
_VALUE = re.compile(rf"{_BARE}|{_QUOTED}|{_FLOW}")

_FIELD = re.compile(rf"(?P<key>{_KEY}):(?: +(?P<value>\S.*))?")
_CELL = re.compile(rf" +(?P<key>{_KEY}):(?: +(?P<value>\S.*))?")
_ITEM = re.compile(rf"(?P<indent> *)- (?=\S)(?:(?P<key>{_KEY}):(?= |$) *)?(?P<value>\S.*)?")
_PAIRS = re.compile(rf"(?P<key>{_KEY}): (?P<value>{_INSIDE})")
_SKIPPED = re.compile(r" *(?:#.*)?")
_QUOTES = ('"', "'")
# Words that mean nothing at all.
_NULL = frozenset({"null", "Null", "NULL"})


def plain_yaml(text: str) -> YamlNode | None:
    """The mapping that a plain text says; None when it is not that plain."""
    lines = _lines(text)
    return None if lines is None else _Reader(lines).mapping()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that says something: its number, where it starts in the text, and what it holds."""

    number: int
    index: int
    text: str = field(repr=False)

    def mark(self, column: int) -> Mark:
        """The place of a column, from 0."""
        return Mark(self.number, column, self.index + column)

    def scalar(self, match: re.Match[str], group: str, offset: int = 0) -> YamlNode:
        """What a group of the pattern matched; ``offset`` is where the match began to count."""
        written = match[group]
        start, end = self.mark(offset + match.start(group)), self.mark(offset + match.end(group))
        if written[0] not in _QUOTES:
            return YamlNode("scalar", written, start, end, is_null=written in _NULL)
        return YamlNode("scalar", written[1:-1], start, end, written[0])

    def value(self, match: re.Match[str]) -> YamlNode:
        """The value behind a key or a dash; nothing, right behind the key, where there is none."""
        if match["value"] is None:
            end = self.mark(match.end("key") + 1)
            return YamlNode("scalar", "", end, end, is_null=True)
        if match["value"][0] != "{":
            return self.scalar(match, "value")
        start = match.start("value")
        pairs = [
            (self.scalar(one, "key", start), self.scalar(one, "value", start))
            for one in _PAIRS.finditer(match["value"])
        ]
        return YamlNode("mapping", pairs, self.mark(start), self.mark(start))


def _lines(text: str) -> list[_Line] | None:
    """The lines that say something; None when there are none, or signs that nobody sees."""
    found: list[_Line] = []
    index = 0
    for number, line in enumerate(text.split("\n")):
        if not line.isprintable():
            return None
        if not _SKIPPED.fullmatch(line):
            found.append(_Line(number, index, line))
        index += len(line) + 1
    return found or None


class _NotPlainError(Exception):
    """The text is for the library."""


class _Reader:
    def __init__(self, lines: list[_Line]) -> None:
        self.lines = lines
        self.at = 0

    def mapping(self) -> YamlNode | None:
        pairs = []
        try:
            while self.at < len(self.lines):
                pairs.append(self.field())
        except _NotPlainError:
            return None
        start = pairs[0][0].start
        return YamlNode("mapping", pairs, start, start)

    def taken(self, pattern: re.Pattern[str]) -> tuple[_Line, re.Match[str]] | None:
        """The next line, when it is of this form; it is taken then."""
        if self.at == len(self.lines):
            return None
        line = self.lines[self.at]
        match = pattern.fullmatch(line.text)
        if match is None:
            return None
        if match["value"] and not _VALUE.fullmatch(line.text, match.start("value")):
            raise _NotPlainError
        self.at += 1
        return line, match

    def field(self) -> Pair:
        found = self.taken(_FIELD)
        if found is None:
            raise _NotPlainError
        line, match = found
        items = self.items() if match["value"] is None else None
        return line.scalar(match, "key"), items or line.value(match)

    def items(self) -> YamlNode | None:
        """The list below a field; None when the next line is no item."""
        items: list[YamlNode] = []
        start = None
        while found := self.taken(_ITEM):
            line, match = found
            dash = line.mark(match.end("indent"))
            start = start or dash
            if dash.column != start.column:
                raise _NotPlainError
            items.append(self.row(line, match) if match["key"] else line.value(match))
        return YamlNode("sequence", items, start, start) if start else None

    def row(self, line: _Line, match: re.Match[str]) -> YamlNode:
        """The columns of a row: the first behind its dash, the others below it."""
        pairs = [(line.scalar(match, "key"), line.value(match))]
        start = pairs[0][0].start
        while found := self.taken(_CELL):
            line, match = found
            key = line.scalar(match, "key")
            if key.start.column != start.column:
                raise _NotPlainError
            pairs.append((key, line.value(match)))
        return YamlNode("mapping", pairs, start, start)
