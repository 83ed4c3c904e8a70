"""A draft: a source whose fields have their meaning, ready to be written out or made public."""

from collections.abc import Iterator
from dataclasses import field, replace
from itertools import chain

from woo.draft.dates import DateError, read_date
from woo.draft.kinds import Kind, KindField
from woo.draft.reading.frontmatter import Entry, Value
from woo.draft.reading.source import Source
from woo.draft.reading.value_line import parse_line
from woo.draft.tree import Blocks, Grounds, Inlines, LineBreak, Marked, plain
from woo.draft.vergaderjaar import read_vergaderjaar
from woo.draft.walk import leaves, marks, marks_in
from woo.model.ground import Ground
from woo.model.values import dataclass
from woo.reference.grounds import ground
from woo.text.dates import long_date

Row = tuple[Inlines, ...]
CLASSIFICATION = "rubricering"


@dataclass(frozen=True, slots=True)
class Content:
    """What a field says: one line per value, or rows with a cell per column."""

    lines: tuple[Inlines, ...] = ()
    rows: tuple[Row, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lines or self.rows)

    @property
    def plain(self) -> str:
        """The lines without markup."""
        return " ".join(plain(line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Draft:
    """A document of some kind. Fields that the author left out are there and empty.

    ``annex`` is what comes after the signature.
    """

    kind: Kind
    fields: dict[str, Content] = field(repr=False)
    blocks: Blocks = field(repr=False)
    footnotes: dict[int, Blocks] = field(repr=False)
    annex: Blocks = field(default=(), repr=False)

    @property
    def title(self) -> str:
        """The title without markup."""
        return self.fields["titel"].plain

    @property
    def classification(self) -> str:
        """How secret it is (VIRBI 2013), empty when it is not classified."""
        content = self.fields.get(CLASSIFICATION)
        return content.plain if content else ""


def make_draft(source: Source, kind: Kind) -> Draft:
    """Give the fields of a source that has no errors their meaning."""
    fields = {one.name: _content(one, source.entries.get(one.name)) for one in kind.fields}
    return Draft(kind, fields, source.blocks, source.footnotes)


def draft_leaves(draft: Draft) -> Iterator[Inlines]:
    """Every line of a field, cell, heading and paragraph, in the order of the source."""
    for content in draft.fields.values():
        yield from content.lines
        for row in content.rows:
            yield from row
    for blocks in (draft.blocks, draft.annex, *draft.footnotes.values()):
        yield from leaves(blocks)


def field_marks(draft: Draft) -> Iterator[Grounds]:
    """The grounds of every mark in a field."""
    for content in draft.fields.values():
        for line in (*content.lines, *(cell for row in content.rows for cell in row)):
            yield from marks_in(line)


def marked_grounds(draft: Draft) -> tuple[Ground, ...]:
    """Every ground that something in the draft is marked with, each once, by code."""
    found = set(chain.from_iterable(field_marks(draft)))
    for blocks in (draft.blocks, draft.annex, *draft.footnotes.values()):
        found.update(chain.from_iterable(marks(blocks)))
    return tuple(sorted(found, key=lambda one: one.code))


def _content(kind_field: KindField, entry: Entry | None) -> Content:
    if entry is None:
        return Content()
    if kind_field.type == "table":
        return Content(rows=tuple(_row(kind_field, value) for value in entry.values))
    lines = tuple(_line(kind_field, value) for value in entry.values if value.text)
    # The author wrote the name of a field and nothing behind it: its label stands there alone.
    return Content(lines=lines or ((),) if kind_field.place != "none" else lines)


def _row(kind_field: KindField, value: Value) -> Row:
    columns = kind_field.all_columns
    empty = Value("", value.line, 1)
    cells = (value.cells.get(column, empty) for column in columns)
    return tuple(_inlines(kind_field, cell, value.grounds) for cell in cells)


def _line(kind_field: KindField, value: Value) -> Inlines:
    return _inlines(kind_field, value, None)


def _inlines(kind_field: KindField, value: Value, row_grounds: Grounds | None) -> Inlines:
    """The text of a value, in a mark when the author or the kind says that it is not public."""
    written = replace(value, text=_written(kind_field, value))
    inlines = [parse_line(line, places)[0] for line, places in written.lines()]
    content = inlines[0]
    for line_inlines in inlines[1:]:
        content = (*content, LineBreak(), *line_inlines)
    grounds = value_grounds(kind_field, value, row_grounds)
    return (Marked(grounds, content, value.line, value.column),) if grounds and content else content


def value_grounds(kind_field: KindField, value: Value, row_grounds: Grounds | None) -> Grounds:
    """The grounds of a whole value: its own, those of its row, or those of a personal field."""
    for said in (value.grounds, row_grounds):
        if said is not None:
            return said
    return (ground(kind_field.ground),) if kind_field.personal else ()


def _written(kind_field: KindField, value: Value) -> str:
    """Dates in words; a vergaderjaar and a choice as they are printed."""
    if kind_field.type == "date":
        try:
            return long_date(read_date(value.text))
        except DateError:
            return value.text
    if kind_field.name == "vergaderjaar":
        return read_vergaderjaar(value.text) or value.text
    if kind_field.type == "choice":
        known = {choice.casefold(): choice for choice in kind_field.choices}
        return known.get(value.text.strip().casefold(), value.text)
    return value.text
