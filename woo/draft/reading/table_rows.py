"""The rows of a table as they are written: where each cell stands, and whether the row is whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from woo.draft.reading.places import Place, Places, cell_places, one_place
from woo.draft.tree import Emphasis, Inline, Inlines, LineBreak, Link, Marked, Strong, Text
from woo.model.draft import Problem, Severity
from woo.model.values import dataclass

_PIPE = re.compile(r"(?<!\\)\|")
# What stands before a row inside a list, a quotation or a footnote.
_NESTED = r"^(?:[\s>]|(?:[-*+]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)\s)*"
# The one sign of HTML that is read: a new line in a cell.
BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_ALL_DASHES = r"^[\s>|:-]*-[\s|:-]*$"


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row: its line, of each cell the column (from 1) and the text as written, and its end."""

    line: int
    cells: tuple[tuple[int, str], ...]
    end: int

    def places(self, number: int) -> Places:
        """Where the cell with this number stands; a cell that is missing stands at the end."""
        if number < len(self.cells):
            column, written = self.cells[number]
            return cell_places(self.line, column, written)
        return one_place(self.line, self.end)

    def place(self, number: int = 0) -> Place:
        """The place of that cell."""
        return self.places(number).at(0)

    def is_only(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether the row is one cell without lines round it, that matches."""
        return (
            len(self.cells) == 1
            and self.end == self.cells[0][0] + len(self.cells[0][1])
            and bool(pattern.match(self.cells[0][1]))
        )


def written_row(raw: str, line: int, *, nested: bool) -> WrittenRow:
    """Read a line of the source as a row, as Markdown does."""
    match = re.match(_NESTED, raw) if nested else None
    start = match.end() if match else 0
    cells = []
    for piece in _PIPE.split(raw[start:]):
        indent = len(piece) - len(piece.lstrip())
        cells.append((start + indent + 1, piece.strip()))
        start += len(piece) + 1
    if cells and not cells[0][1]:
        del cells[0]
    if cells and not cells[-1][1]:
        del cells[-1]
    return WrittenRow(line, tuple(cells), len(raw) + 1)


def with_breaks(cell: Inlines) -> Inlines:
    """The text of a cell in which ``<br>`` begins a line: no row holds the end of a line."""
    return tuple(piece for one in cell for piece in _with_breaks(one))


def _with_breaks(inline: Inline) -> Iterator[Inline]:
    match inline:
        case Emphasis(children=children) | Strong(children=children) | Link(children=children):
            yield replace(inline, children=with_breaks(children))
        case Marked(children=children):
            yield replace(inline, children=with_breaks(children))
        case Text(literal=False):
            at = 0
            for found in BREAK.finditer(inline.text):
                yield from _shown(inline.split(at, found.start()))
                yield LineBreak()
                at = found.end()
            yield from _shown(inline.split(at) if at else inline)
        case _:
            yield inline


def _shown(text: Text) -> tuple[Text, ...]:
    return (text,) if text.text else ()


def row_problem(row: WrittenRow, columns: int) -> str:
    """What is wrong with a row below a header of so many columns; empty when it is whole."""
    count = len(row.cells)
    if count > columns:
        return (
            f"Deze rij heeft {count} cellen en de kop {columns}: de rest valt weg. "
            "Maak de kop langer of haal cellen weg. Een streep in de tekst schrijft u als \\|."
        )
    if count < columns:
        return (
            f"Deze rij heeft {_cells(count)} en de kop {columns}. "
            "Vul de rij aan (een lege cel is | |), of zet een lege regel onder de tabel."
        )
    return ""


def header_problems(row: WrittenRow, header: Sequence[object]) -> Iterator[Problem]:
    """An error for a table without headings, a hint for a column without one.

    The first heading may be empty: what stands under it names the rows.
    """
    if not any(header):
        message = "Deze tabel heeft geen kop. Zet in de eerste rij wat er in elke kolom staat."
        yield Problem(*row.place(), message)
        return
    for number, cell in enumerate(header):
        if number and not cell:
            message = "Deze kolom heeft geen kop. Schrijf wat erin staat."
            yield Problem(*row.place(number), message, Severity.HINT)


def _cells(count: int) -> str:
    return "1 cel" if count == 1 else f"{count} cellen"


def lost_table(lines: list[str]) -> str:
    """Why lines of a paragraph that look like a table are none; empty when they do not.

    Bars inside the lines alone are a table when dashes say so: text may have them too.
    """
    rows = [line for line in lines if _PIPE.search(line)]
    if len(rows) < 2 or len(rows) < len(lines):
        return ""
    has_dashes = bool(re.match(_ALL_DASHES, rows[1]))
    if not has_dashes and not all(line.lstrip().startswith("|") for line in rows):
        return ""
    if not has_dashes:
        return "Dit is nog geen tabel. Zet onder de eerste rij een rij streepjes: |---|---|."
    head, dashes = (len(written_row(one, 0, nested=False).cells) for one in rows[:2])
    return (
        f"Dit is nog geen tabel: de kop heeft {_columns(head)} en de rij streepjes "
        f"{_columns(dashes)}. Maak die aantallen gelijk."
    )


def _columns(count: int) -> str:
    return "1 kolom" if count == 1 else f"{count} kolommen"
