"""Read the front matter: the fields of a document, each with its place in the source.

Values stay text, exactly as written: what a value means is for the kind to say. Anchors, aliases
and tags are refused, so a small source cannot grow large.
"""

import re
from collections.abc import Iterator
from dataclasses import field, replace

from woo.draft.reading.characters import check_characters, invisible
from woo.draft.reading.marks import MarkError, read_grounds
from woo.draft.reading.places import Place, Places, value_places
from woo.draft.reading.plain_yaml import plain_yaml
from woo.draft.reading.yaml_nodes import YamlNode
from woo.model.draft import Problem
from woo.model.ground import Ground
from woo.model.values import dataclass

MOST_CHARACTERS = 100_000

# Where YAML ends a line and no editor does: every place behind it would be off.
_UNSEEN_LINE_END = re.compile("[\\x85\\u2028\\u2029]")
_COMMENT = re.compile(r"[ \t]+#")
_VALUE = "waarde"
_GROUND = frozenset({"grond", "ground"})
NO_GROUND = "geen"


@dataclass(frozen=True, slots=True)
class Value:
    """One value. ``cells`` holds the columns when the value is a row of a table.

    ``raw`` is the value as written, quotes included; ``key`` is where the name of a column stands,
    ``comment`` where YAML reads no further on the line of a value without quotes (0 for nowhere).
    ``grounds`` is None when the author did not say, empty when the author wrote ``grond: geen``.
    """

    text: str = field(repr=False)
    line: int
    column: int
    grounds: tuple[Ground, ...] | None = None
    cells: dict[str, "Value"] = field(default_factory=dict)
    raw: str = field(default="", repr=False, compare=False)
    key: Place = field(default=(0, 0), compare=False)
    comment: Place = field(default=(0, 0), compare=False)

    @property
    def places(self) -> Places:
        """Where each character of ``text`` stands in the source."""
        return value_places(self.text, self.raw or self.text, self.line, self.column)

    def lines(self) -> Iterator[tuple[str, Places]]:
        """The lines of the value, without the empty space around it."""
        places = self.places
        start = len(self.text) - len(self.text.lstrip())
        for line in self.text.strip().split("\n"):
            yield line, places.part(start, start + len(line))
            start += len(line) + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One field with its values: none, one, or more when the author wrote a list.

    ``comment`` is where a comment begins in place of a value (0 for nowhere).
    """

    name: str
    line: int
    column: int
    values: tuple[Value, ...]
    comment: Place = (0, 0)

    def written(self) -> Iterator[Value]:
        """Every value, each followed by its cells."""
        for value in self.values:
            yield value
            yield from value.cells.values()


@dataclass(slots=True)
class FrontMatter:
    """The fields in order, and what is wrong with how they are written."""

    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_front_matter(text: str, first_line: int) -> FrontMatter:
    """Parse YAML into entries; ``first_line`` is the line in the source where ``text`` begins."""
    reader = _Reader(first_line)
    if len(text) > MOST_CHARACTERS:
        reader.result.problems.append(Problem(first_line, 1, "De kop is te groot."))
        return reader.result
    reader.read(text)
    return reader.result


class _Reader:
    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.text = ""
        self.result = FrontMatter()

    def read(self, text: str) -> None:
        self.text = text
        for number, line in enumerate(text.split("\n"), 1):
            if match := _UNSEEN_LINE_END.search(line):
                self._note((number, match.start() + 1), invisible(match[0]))
                return
        node = plain_yaml(text)
        if node is None:
            from woo.draft.reading.yaml_text import YamlFaultError, parse_yaml

            try:
                node = parse_yaml(text)
            except YamlFaultError as fault:
                self._note(fault.place, str(fault))
                return
        self._read_fields(node)

    def _note(self, place: Place, message: str) -> None:
        line, column = place
        self.result.problems.append(Problem(self.first_line + line - 1, column, message))

    def problem(self, node: YamlNode, message: str) -> None:
        line = self.first_line + node.start.line
        self.result.problems.append(Problem(line, node.start.column + 1, message))

    def _read_fields(self, node: YamlNode | None) -> None:
        if node is None or node.kind != "mapping":
            message = "De kop hoort regels te hebben als 'titel: Naam van het stuk'."
            self.result.problems.append(Problem(self.first_line, 1, message))
            return
        for key, value in node.value:
            if key.kind != "scalar":
                self.problem(key, "Een veldnaam is één woord.")
            elif key.value in self.result.entries:
                self.problem(key, "Dit veld staat er twee keer.")
            else:
                self.result.entries[key.value] = self._entry(key, value)

    def _entry(self, key: YamlNode, node: YamlNode) -> Entry:
        place = (self.first_line + key.start.line, key.start.column + 1)
        if node.kind == "sequence":
            values = tuple(self._value(item) for item in node.value)
            return Entry(key.value, *place, values)
        if values := self._list_with_ground(node):
            return Entry(key.value, *place, values)
        value = self._value(node)
        if not value.text.strip() and not value.cells:
            return Entry(key.value, *place, (), value.comment)
        return Entry(key.value, *place, (value,))

    def _list_with_ground(self, node: YamlNode) -> tuple[Value, ...]:
        """The values of ``{waarde: [een, twee], grond: 5.1.2e}``; empty when it is no such list."""
        pairs = node.value if node.kind == "mapping" else ()
        lists = [inner for key, inner in pairs if key.value == _VALUE]
        others = [inner for key, inner in pairs if key.value in _GROUND]
        if len(pairs) != len(lists) + len(others) or len(lists) != 1 or len(others) > 1:
            return ()
        if lists[0].kind != "sequence":
            return ()
        grounds = self._grounds(others[0]) if others else None
        values = map(self._value, lists[0].value)
        return tuple(
            one if one.grounds is not None else replace(one, grounds=grounds) for one in values
        )

    def _value(self, node: YamlNode) -> Value:
        place = (self.first_line + node.start.line, node.start.column + 1)
        if node.kind == "scalar":
            raw = self.text[node.start.index : node.end.index]
            # "titel: ~" and "titel: null" are YAML for nothing.
            text = "" if node.is_null else node.value
            if node.style == '"':
                self._check_escaped(text, place)
            return Value(text, *place, raw=raw, comment=self._comment(node))
        if node.kind == "mapping":
            return self._mapping(node, place)
        self.problem(node, "Hier kan geen lijst staan. Schrijf één waarde.")
        return Value("", *place)

    def _check_escaped(self, text: str, place: Place) -> None:
        """Signs that nobody sees, written as codes between double quotes."""
        for one in check_characters(text.split("\n")):
            self.result.problems.append(replace(one, line=place[0], column=place[1]))

    def _comment(self, node: YamlNode) -> Place:
        match = _COMMENT.match(self.text, node.end.index)
        if match is None or node.style:
            return 0, 0
        line = self.first_line + node.end.line
        return line, node.end.column + len(match[0])

    def _mapping(self, node: YamlNode, place: tuple[int, int]) -> Value:
        """A value with a ground (``waarde`` and ``grond``), or a row (a value per column)."""
        grounds: tuple[Ground, ...] | None = None
        cells: dict[str, Value] = {}
        for key, inner in node.value:
            name = str(key.value)
            if name in _GROUND:
                grounds = self._grounds(inner)
            elif name in cells:
                self.problem(key, "Dit veld staat er twee keer.")
            else:
                key_place = (self.first_line + key.start.line, key.start.column + 1)
                cells[name] = replace(self._value(inner), key=key_place)
        if set(cells) == {_VALUE}:
            return replace(cells[_VALUE], grounds=grounds)
        return Value("", *place, grounds, cells)

    def _grounds(self, node: YamlNode) -> tuple[Ground, ...]:
        written = str(node.value) if isinstance(node.value, str) else ""
        if written.strip().lower() == NO_GROUND:
            return ()
        try:
            return read_grounds(written)
        except MarkError as error:
            self.problem(node, str(error))
            return ()
