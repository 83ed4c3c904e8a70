"""Tables on a page: the text with the cells of a row on one line, for those who look for names.

MuPDF gives a line for every cell, and one more for each that wraps, so that *Bilal* in the last
cell of a row and *Paulusma* in the first of the next read as one name. Here a bar parts the cells
of a row and a space the lines of a cell; a stretched line is one (``stretched``). Every other
character stays, and so does every offset.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from woo.model.geometry import Box
from woo.pdf.reading.stretched import whole_lines
from woo.pdf.reading.textlayer import TextPage, drawn_lines
from woo.text.grids import has_rows

_LEAST_COLUMNS = 3  # two are labels and values, which are read line by line
_LEAST_ROWS = 2
_LONGEST_CELL = 8  # lines; a longer one is a column of text
# In heights of a line.
_SHARED = 0.3  # of the height that lines of one row have in common
_LEADING = 0.9  # between the lines of a cell
_PADDING = 1.2  # between the end of a cell that is full and the next column


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text: its place in ``TextPage.text`` and its box by first and last glyph."""

    start: int
    end: int
    box: Box


@dataclass(slots=True)
class _Row:
    """Cells from left to right, each with its lines from top to bottom."""

    cells: list[list[_Line]] = field(default_factory=list)

    @property
    def last(self) -> list[_Line]:
        return self.cells[-1]


def text_in_rows(page: TextPage) -> str:
    """``page.text`` with a bar for the line end between two cells of a row of a table."""
    if has_rows(page.text):
        return page.text  # a page of ours, whose rows are told by bars
    page = whole_lines(page)
    changes: dict[int, str] = {}
    for table in _tables(_rows(_lines(page))):
        for row in table:
            changes.update(_joints(row, page))
    if not changes:
        return page.text
    written = list(page.text)
    for place, sign in changes.items():
        written[place] = sign
    return "".join(written)


def _lines(page: TextPage) -> Iterator[_Line]:
    """The lines that run level, from left to right."""
    for line in drawn_lines(page):
        if _is_level(line.first, line.last):
            yield _Line(line.start, line.end, line.first.union(line.last))


def _is_level(first: Box, last: Box) -> bool:
    return last.x1 >= first.x0 and abs(last.y0 - first.y0) < first.height


def _rows(lines: Iterable[_Line]) -> Iterator[_Row]:
    """The rows of the page in order; text that is in no table comes as rows of one cell."""
    row = _Row()
    for line in lines:
        if row.cells and _is_next_cell(row, line):
            if len(row.cells) == 1 and (first := _first_cell(row.last, line)):
                yield _Row([row.last[:first]])
                row = _Row([row.last[first:]])
            row.cells.append([line])
        elif row.cells and _goes_on(row.last[-1], line) and len(row.last) < _LONGEST_CELL:
            row.last.append(line)
        else:
            if row.cells:
                yield row
            row = _Row([[line]])
    if row.cells:
        yield row


def _is_next_cell(row: _Row, line: _Line) -> bool:
    """True when a line stands to the right of the last cell, beside one of its lines."""
    beside = [one for one in row.last if _share_height(one.box, line.box)]
    return bool(beside) and line.box.x0 > max(one.box.x1 for one in beside)


def _share_height(one: Box, other: Box) -> bool:
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > _SHARED * min(one.height, other.height)


def _goes_on(above: _Line, line: _Line) -> bool:
    """True when a line stands under another, as the next of the same cell."""
    one, two = above.box, line.box
    over = two.x0 < one.x1 and one.x0 < two.x1
    gap = two.y0 - one.y1
    return over and -_SHARED * one.height < gap < _LEADING * one.height


def _first_cell(lines: Sequence[_Line], beside: _Line) -> int:
    """From which of the ``lines`` of a column on the cell begins that has ``beside`` next to it."""
    first = len(lines) - 1
    while first and lines[first - 1].box.y1 > beside.box.y0 + _SHARED * beside.box.height:
        first -= 1
    return first


def _tables(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """Runs of rows that have cells, of which enough rows have enough."""
    runs = (list(run) for _, run in groupby(rows, key=lambda row: len(row.cells) > 1))
    return filter(_is_table, runs)


def _is_table(rows: Sequence[_Row]) -> bool:
    return sum(len(row.cells) >= _LEAST_COLUMNS for row in rows) >= _LEAST_ROWS


def _joints(row: _Row, page: TextPage) -> dict[int, str]:
    """What to write at which line ends; nothing when a cell is a list of its own."""
    signs: dict[int, str] = {}
    for cell, following in pairwise(row.cells):
        room = following[0].box.x0 - cell[0].box.x0
        for line, below in pairwise(cell):
            if not _is_full(line, below, room, page):
                return {}
            signs[line.end] = " "
        signs[cell[-1].end] = "|"
    return signs


def _is_full(line: _Line, below: _Line, room: float, page: TextPage) -> bool:
    """True when the first word of the line ``below`` had no room left in a line."""
    end = next((i for i in range(below.start, below.end) if page.text[i].isspace()), below.end)
    last = next((b for i in range(end - 1, below.start - 1, -1) if (b := page.box(i))), None)
    word = last.x1 - below.box.x0 if last else 0.0
    return line.box.width + word + _PADDING * line.box.height > room
