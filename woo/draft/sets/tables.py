"""The tables of attachments in the sources of a set."""

from collections.abc import Sequence

from woo.draft.complete import ATTACHMENTS
from woo.draft.kinds import Kind
from woo.draft.reading.source import Source
from woo.model.values import dataclass

_NAME = "naam"
# What a nota calls its letter in the table of attachments, of whichever kind it is.
_LETTER = ("Brief", "Kamerbrief")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the field ``bijlagen``, with its place in the source."""

    name: str
    line: int
    column: int


def rows_of(source: Source) -> list[TableRow]:
    """The rows as the author wrote them, without marks; empty when there is no table."""
    entry = source.entries.get(ATTACHMENTS)
    values = entry.values if entry else ()
    return [
        TableRow(value.cells[_NAME].text.strip(), value.line, value.column)
        for value in values
        if _NAME in value.cells
    ]


def rows_of_nota(nota: Source, letter: Source, kind: Kind | None) -> list[TableRow]:
    """The rows of a nota that are attachments of its letter, which is of this kind.

    A nota names the letter in the same table: by its title, or as a letter of whichever kind.
    """
    names = [letter.first("titel"), letter.first("soort"), *_LETTER, kind.label if kind else ""]
    return without(rows_of(nota), names)


def same(name: str, other: str) -> bool:
    """Tell whether two names are the same but for capitals and spaces."""
    return name.casefold().split() == other.casefold().split()


def without(rows: Sequence[TableRow], names: Sequence[str]) -> list[TableRow]:
    """The rows that have none of these names."""
    return [row for row in rows if not any(same(row.name, name) for name in names)]
