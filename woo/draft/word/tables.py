"""Tables of Word: a header row that comes back on each page, rows that stay whole."""

from collections.abc import Callable

from markupsafe import Markup

from woo.draft.layout.columns import MANY_COLUMNS, shares
from woo.draft.tree import Inlines, Table
from woo.draft.word import forms
from woo.draft.word import runs as word

STYLE = "Tabel"
CELL_STYLE = "Tabeltekst"
# Fiftieths of a percent: the whole width of the text.
_WHOLE = 5000
_TWENTIETHS = 20  # of a point
# In these: the text of a Kamerstuk, an ordinary letter of a cell, its white on both
# sides and that where there are many columns.
_TEXT, _LETTER, _PADDING, _LITTLE = 7030, 107, 190, 90
# The text of a letter on a page that lies on its side.
_TURNED_TEXT = 12415
# Half points, as in the style.
_SIZE = 17
_HEADER = Markup("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
_ROW = Markup("<w:trPr><w:cantSplit/></w:trPr>")
_ALIGNED = {"left": "", "center": "center", "right": "right"}


def table(block: Table, write: Callable[[Inlines, float], Markup], depth: int) -> Markup:
    """The table; ``depth`` counts the lists around it, and is where its left side begins.

    ``write`` gives the text of a cell that is so many points wide within its white.
    """
    padding = _LITTLE if len(block.header) > MANY_COLUMNS else _PADDING
    text = (_TURNED_TEXT if block.turned else _TEXT) - forms.STEP * depth
    parts, size = shares(block, text / _LETTER, padding / _LETTER)
    widths = [int(text * part) for part in parts]
    rooms = [(one - padding) / _TWENTIETHS for one in widths]
    style = cell_style(round(_SIZE * size))
    grid = Markup("").join(Markup('<w:gridCol w:w="{}"/>').format(one) for one in widths)
    rows = [
        Markup("<w:tr>{}{}</w:tr>").format(
            _ROW if number else _HEADER,
            _cells([write(*one) for one in zip(row, rooms, strict=True)], block, widths, style),
        )
        for number, row in enumerate((block.header, *block.rows))
    ]
    form = Markup(
        '<w:tbl><w:tblPr><w:tblStyle w:val="{}"/><w:tblW w:w="{}" w:type="pct"/>'
        '{}{}<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        "<w:tblGrid>{}</w:tblGrid>{}</w:tbl>{}"
    )
    inset = Markup('<w:tblInd w:w="{}" w:type="dxa"/>').format(forms.STEP * depth)
    less = Markup(
        '<w:tblCellMar><w:left w:w="{0}" w:type="dxa"/><w:right w:w="{0}" w:type="dxa"/>'
        "</w:tblCellMar>"
    ).format(padding // 2)
    return form.format(
        STYLE,
        _WHOLE - 200 * depth,
        inset if depth else "",
        less if padding == _LITTLE else "",
        grid,
        Markup("").join(rows),
        forms.GAP,  # Word wants a paragraph at the end of the text as well
    )


def cell_style(size: int) -> str:
    """The style of cells with letters of so many half points."""
    return CELL_STYLE if size == _SIZE else f"{CELL_STYLE}{size}"


def _cells(texts: list[Markup], block: Table, widths: list[int], style: str) -> Markup:
    form = Markup('<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>')
    return Markup("").join(
        form.format(width, word.paragraph(text, style, _aligned(alignment)))
        for text, alignment, width in zip(texts, block.alignments, widths, strict=True)
    )


def _aligned(alignment: str) -> Markup:
    way = _ALIGNED[alignment]
    return Markup('<w:jc w:val="{}"/>').format(way) if way else Markup("")
