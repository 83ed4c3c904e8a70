"""Values that a label or the heading of a column names: *V-nr: …*, or a cell under *Kenteken*.

Tables come as text with ``|``, tabs, semicolons, commas or spaced slashes and dashes, or as columns
that spaces align.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from woo.detect.rare import lowered
from woo.detect.spans import line_start
from woo.text.lines import lines

# Between a label and its value: *nummer is*, leader dots, a colon, a bar, quotes, a line end; and
# the stars and ticks of Markdown.
GAP = (
    r"(?:[ \t]{0,3}\b(?:is|was|luidt|nummer|nr|no|num)\b\.?){0,2}"
    r"[\"'*]{0,2}[ \t._]{0,30}[:|=#;(]{0,2}\*{0,2}[ \t|>]{0,40}"
    r"(?:\n[ \t|>]{0,30})?[\"'“‘`*]{0,2}"
)
# A digit, or what text recognition and old typewriters made of it.
DIGIT = r"(?-i:[\dOolI])"
_READ_AS = str.maketrans("OolI", "0011")
HEADING_ENDS = r"(?=[\"' ]*(?:$|[|;,\t\n]|[ ]{2}))"
"""Behind the words of a heading: then nothing else stands in its cell."""
_ALIGNED = re.compile(r"\S+(?: \S+)*")
_AROUND = ' \t"'
_RULE = re.compile(r"[\s|+=_:-]*$")
# What parts cells with a space to each side, when a line has it more than once.
_SPACED = (" / ", " – ", " — ", " - ")
_QUOTED = re.compile(r'"[^"\n]*"')
_LONGEST_LINE, _LONGEST_HEADING, _NEARBY = 1000, 45, 2


class Cell(NamedTuple):
    """A cell without the spaces around it; offsets in its line."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Column:
    """A heading: its place among all ``cells`` of its line, and among those that are filled."""

    separator: str
    index: int
    number: int
    cells: int
    filled: int
    above: Cell


def digits_of(written: str) -> str:
    """The digits, with letters that look like one read as that digit."""
    return re.sub(r"\D", "", written.translate(_READ_AS))


def cells_below(
    text: str, heading: re.Pattern[str], least: int = 2, *, at_top: bool = False
) -> Iterator[tuple[int, int]]:
    """The place of every filled cell below a heading of which ``heading`` is the beginning.

    ``heading`` is in lower case. A line of headings has ``least`` so many: two may as well be a
    label and its value. ``at_top`` counts no heading in a line below another row: there a word that
    is also a heading is a value; nor one in a sentence that has commas. Of a row with fewer cells
    than there are headings it is not known which are empty (the page of a PDF does not tell): then
    every cell that may be below counts, and with ``at_top`` none.
    """
    named = _lines_with(text, heading)
    if not named:
        return
    columns: list[_Column] = []
    for offset, line in lines(text):
        if not columns and offset not in named:
            continue
        if not line.strip():
            # A table goes on over the end of a page.
            columns = columns if text.startswith("\f", offset) else []
            continue
        if _is_prose(line) or _RULE.match(line):
            continue
        found = _headings(line, heading, least) if offset in named else []
        if found and not (at_top and _is_value(text, offset, line, found[0])):
            columns = found
            continue
        for column in columns:
            for cell in _cells_in(line, column, surely=at_top):
                if cell.text:
                    yield offset + cell.start, offset + cell.end


def _is_value(text: str, offset: int, line: str, column: _Column) -> bool:
    """Whether what looks like the heading of a column is a word in a row or a sentence."""
    return _is_sentence(line) or _is_below_row(text, offset, column)


def _is_sentence(line: str) -> bool:
    """*wethouder, Van Aalderen, zegt dat*: a line of prose, in which commas part no cells."""
    return _separator(line) == "," and ", " in line


def _is_below_row(text: str, offset: int, column: _Column) -> bool:
    """Tell whether the line above the one at ``offset`` has as many cells."""
    end = max(0, offset - 1)
    above = text[line_start(text, end) : end]
    return bool(above.strip()) and len(_cells(above, column.separator)) == column.cells


def _lines_with(text: str, heading: re.Pattern[str]) -> set[int]:
    """Where the lines begin that hold a heading."""
    return {offset for offset, line in _parted_lines(text) if heading.search(line)}


@lru_cache(maxsize=2)
def _parted_lines(text: str) -> tuple[tuple[int, str], ...]:
    """The lines that have cells, in lower case, with their offsets: all else is no heading."""
    return tuple((offset, line) for offset, line in lines(lowered(text)) if _is_parted(line))


def _is_parted(line: str) -> bool:
    if any(sign in line for sign in "|\t;") or "  " in line.strip():
        return True
    if _spaced_sign(line):
        return True
    commas = line.count(",")
    if commas > 1:
        return len(line) <= (commas + 1) * _LONGEST_HEADING
    return commas == 1 and " " not in line


def _is_prose(line: str) -> bool:
    """Too long for a row; but one of a spreadsheet, which begins with a bar, may be long."""
    return len(line) > _LONGEST_LINE and not line.lstrip().startswith("|")


def values_below(
    text: str, heading: re.Pattern[str], value: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """Every cell below a heading that begins with a ``value``: as ``cells_below``."""
    for start, end in cells_below(text, heading):
        match = value.match(text, start, end)
        if match:
            yield match


def _headings(line: str, heading: re.Pattern[str], least: int) -> list[_Column]:
    """The columns of a line of headings that ``heading`` names, or none."""
    separator = _separator(line)
    cells = _cells(line, separator)
    filled = [cell for cell in cells if cell.text]
    if len(filled) < least or any(":" in (cell.text[0], cell.text[-1]) for cell in filled):
        return []
    return [
        _Column(separator, cells.index(cell), number, len(cells), len(filled), cell)
        for number, cell in enumerate(filled)
        if heading.match(cell.text.lower()) and len(cell.text) <= _LONGEST_HEADING
    ]


def row_of(line: str) -> tuple[str, list[Cell]]:
    """What parts the cells of a line, and the cells; none when it is no row of a table."""
    if not _is_parted(line) or _is_prose(line) or _RULE.match(line):
        return "", []
    separator = _separator(line)
    return separator, _cells(line, separator)


def is_comma_row(text: str, position: int) -> bool:
    """Whether the line there is a row of comma-separated values: none has a space behind it."""
    starts, are_rows = _comma_rows(text)
    return are_rows[bisect(starts, position) - 1]


@lru_cache(maxsize=2)
def _comma_rows(text: str) -> tuple[list[int], list[bool]]:
    """Where each line begins, and whether it is such a row: all may be asked of one long line."""
    starts, are_rows = [], []
    for start, line in lines(text):
        bare = _QUOTED.sub("", line)
        starts.append(start)
        are_rows.append(bare.count(",") > 1 and ", " not in bare)
    return starts, are_rows


def _separator(line: str) -> str:
    """What parts the cells of a line; an empty string when spaces align them."""
    for sign in "|\t;":
        if sign in line:
            return sign
    if "  " not in line.strip() and (sign := _spaced_sign(line)):
        return sign
    return "," if line.count(",") > 1 or ("," in line and " " not in line) else ""


def _spaced_sign(line: str) -> str:
    """The first of the signs with a space to each side that a line has more than once, or none."""
    return next((sign for sign in _SPACED if line.count(sign) > 1), "")


def _cells(line: str, separator: str) -> list[Cell]:
    if not separator:
        return [Cell(m.start(), m.end(), m.group()) for m in _ALIGNED.finditer(line)]
    cells, position = [], 0
    for piece in _pieces(line, separator):
        inside = piece.strip(_AROUND)
        start = position + len(piece) - len(piece.lstrip(_AROUND))
        cells.append(Cell(start, start + len(inside), inside))
        position += len(piece) + len(separator)
    return cells


def _pieces(line: str, separator: str) -> list[str]:
    """The line at its separators, but not at those between double quotes.

    Nor at the comma of *Winkelaar, A.*, where no other has a space behind it.
    """
    pieces = line.split(separator)
    spaced = separator == "," and 0 < line.count(", ") < len(pieces) // 2
    if not spaced and '"' not in line:
        return pieces
    joined: list[str] = []
    for piece in pieces:
        goes_on = spaced and piece.startswith(" ")
        if joined and (goes_on or joined[-1].count('"') % 2):
            joined[-1] += separator + piece
        else:
            joined.append(piece)
    return joined


def _cells_in(line: str, column: _Column, *, surely: bool) -> Sequence[Cell]:
    """The cell of this line in a column; where cells may be left out, each that may be it.

    Headings may have more tabs between them than the cells below.
    """
    above = column.above
    if column.separator:
        cells = _cells(line, column.separator) if column.separator in line else []
        missing = column.cells - len(cells)
        if cells and missing > 0 and column.separator == "|" and len(cells) != column.filled:
            return [] if surely else cells[max(0, column.index - missing) : column.index + 1]
        spread = missing and len(cells) == column.filled
        index = column.number if spread else column.index
        return cells[index : index + 1]
    aligned = _cells(line, "")
    if len(aligned) == column.cells:
        return [aligned[column.index]]
    near = [
        cell
        for cell in aligned
        if cell.start <= above.end + _NEARBY and above.start - _NEARBY <= cell.end
    ]
    return [max(near, key=lambda cell: _shared(cell, above))] if near else []


def _shared(cell: Cell, above: Cell) -> int:
    """How much of the heading stands right above the cell; below zero when nothing does."""
    return min(cell.end, above.end) - max(cell.start, above.start)
