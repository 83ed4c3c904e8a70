"""Tables of Word: the first row is the header; what Markdown cannot hold is remarked upon."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from woo.draft.importing import xml
from woo.draft.importing.inlines import inlines_of, trimmed
from woo.draft.importing.looks import Look
from woo.draft.importing.pieces import Piece, is_shown
from woo.draft.importing.remarks import CHANGED, TOP, Place, Remarks
from woo.draft.tree import Grounds, Inlines, LineBreak, Strong, Table, Text

_ALIGNMENTS = {"right": "right", "end": "right", "center": "center"}
_MERGED = "Samengevoegde cellen zijn losse cellen geworden; de tekst staat in de eerste."
_NESTED = "Een tabel in een tabel is gewone tekst in de cel geworden."
_LIST = "Een opsomming in een cel is gewone tekst geworden."
_WIDE = "Een tabel heeft meer dan 60 kolommen; de tekst daarna staat bij elkaar in de laatste."
_MOST_COLUMNS = 60

_Read = Callable[[Any], list[Piece]]
_IsItem = Callable[[Any], bool]


@dataclass(slots=True)
class Cell:
    """The pieces of one cell, how it is aligned and where it stood."""

    pieces: list[Piece]
    alignment: str = "left"
    place: Place = TOP


def read_cells(
    table: Any,
    read: _Read,
    is_item: _IsItem,
    remarks: Remarks,
) -> list[list[Cell]]:
    """The cells by row, each row as long as the longest.

    ``is_item`` tells by the properties of a paragraph whether it is of a list.
    """
    rows = [
        _row(row, read, is_item, remarks)
        for row in xml.within(table, "tr")
        if xml.children(row, "tc") and not _is_deleted(row, remarks)
    ]
    if any(len(row) > _MOST_COLUMNS for row in rows):
        remarks.add(_WIDE)
        rows = [_folded(row) for row in rows]
    width = max((len(row) for row in rows), default=0)
    if any(len(row) != width for row in rows):
        remarks.add(_MERGED)
    return [[*row, *(Cell([]) for _ in range(width - len(row)))] for row in rows]


def _is_deleted(row: Any, remarks: Remarks) -> bool:
    """Whether somebody took the row out while Word kept track of it."""
    properties = xml.child(row, "trPr")
    changed = {xml.name(one) for one in properties} if properties is not None else set()
    if changed & {"ins", "del"}:
        remarks.add(CHANGED)
    return "del" in changed


def _folded(row: list[Cell]) -> list[Cell]:
    """A row that is too long: the last cell takes the text of all that follow."""
    kept, rest = row[: _MOST_COLUMNS - 1], row[_MOST_COLUMNS - 1 :]
    pieces = [p for cell in rest for p in (*cell.pieces, Piece(Text(" "), Look()))]
    return [*kept, Cell(pieces, place=rest[0].place)] if rest else kept


def _row(row: Any, read: _Read, is_item: _IsItem, remarks: Remarks) -> list[Cell]:
    cells: list[Cell] = []
    for cell in xml.within(row, "tc"):
        properties = xml.child(cell, "tcPr")
        span = xml.value(xml.child(properties, "gridSpan")) if properties is not None else ""
        merged = xml.child(properties, "vMerge") if properties is not None else None
        if span not in ("", "1") or merged is not None:
            remarks.add(_MERGED)
        cells.append(_cell(cell, read, is_item, remarks))
        extra = min(int(span), _MOST_COLUMNS) - 1 if span.isascii() and span.isdigit() else 0
        cells += [Cell([]) for _ in range(extra)]
    return cells


def _cell(cell: Any, read: _Read, is_item: _IsItem, remarks: Remarks) -> Cell:
    pieces: list[Piece] = []
    alignment = "left"
    for number, element in enumerate(xml.within(cell, "p", "tbl")):
        if xml.name(element) == "tbl":
            remarks.add(_NESTED)
            made = _nested(element, read)
        else:
            made = trimmed(read(element))
            properties = xml.child(element, "pPr")
            if is_item(properties):
                remarks.add(_LIST)
            if number == 0:
                way = xml.value(xml.child(properties, "jc"))
                alignment = _ALIGNMENTS.get(way, "left")
        if pieces and made:
            pieces.append(Piece(LineBreak(), Look()))
        pieces += made
    return Cell(pieces, alignment, remarks.here)


def _nested(table: Any, read: _Read) -> list[Piece]:
    """The paragraphs of a table in a cell one behind the other, with their marks."""
    made: list[Piece] = []
    for paragraph in xml.within(table, "p"):
        pieces = trimmed(read(paragraph))
        if made and pieces:
            made.append(Piece(Text(" "), Look()))
        made += pieces
    return made


def make_table(rows: list[list[Cell]], within: Grounds, remarks: Remarks) -> Table:
    """The table of the tree. A header that is all bold is so because it is a header."""
    body = rows[1:] or rows
    alignments = tuple(cell.alignment for cell in body[0])
    header, *others = (tuple(_inlines(cell, within, remarks) for cell in row) for row in rows)
    filled = [cell for cell in header if cell]
    if filled and all(len(c) == 1 and isinstance(c[0], Strong) for c in filled):
        header = tuple(_bare(cell) for cell in header)
    return Table(header, tuple(others), alignments)


def _inlines(cell: Cell, within: Grounds, remarks: Remarks) -> Inlines:
    with remarks.at(cell.place):
        return inlines_of(cell.pieces, within, remarks)


def _bare(cell: Inlines) -> Inlines:
    match cell:
        case (Strong(children=children),):
            return children
    return cell


def shown_texts(rows: list[list[Cell]]) -> list[Piece]:
    """Every visible piece."""
    return [piece for row in rows for cell in row for piece in cell.pieces if is_shown(piece)]
