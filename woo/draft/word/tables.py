"""Tables of Word: a header row that comes back on each page, rows that stay whole."""

from collections.abc import Callable

from markupsafe import Markup

from woo.draft.layout.columns import SHORT, fits_on_page, longest_texts, shares
from woo.draft.tree import Inlines, Table
from woo.draft.word import runs as word
from woo.draft.word.forms import STEP

STYLE = "Tabel"
CELL_STYLE = "Tabeltekst"
# Fiftieths of a percent: the whole width of the text.
_WHOLE = 5000
# Twentieths of a point: the text of a letter, a wide letter of a cell, its white on both sides.
_TEXT, _LETTER, _PADDING = 7426, 122, 190
_HEADER = Markup("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
_ROW = Markup("<w:trPr><w:cantSplit/></w:trPr>")
_ALIGNED = {"left": "", "center": "center", "right": "right"}


def table(block: Table, write: Callable[[Inlines], Markup], depth: int) -> Markup:
    """The table; ``depth`` counts the lists around it, and is where its left side begins."""
    widths = _widths(block)
    grid = Markup("").join(Markup('<w:gridCol w:w="{}"/>').format(one) for one in widths)
    rows = [
        Markup("<w:tr>{}{}</w:tr>").format(
            _ROW if number else _HEADER, _cells(row, block.alignments, widths, write)
        )
        for number, row in enumerate((block.header, *block.rows))
    ]
    form = Markup(
        '<w:tbl><w:tblPr><w:tblStyle w:val="{}"/><w:tblW w:w="{}" w:type="pct"/>'
        '{}<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        "<w:tblGrid>{}</w:tblGrid>{}</w:tbl>{}"
    )
    inset = Markup('<w:tblInd w:w="{}" w:type="dxa"/>').format(STEP * depth)
    # Word wants a paragraph between two tables and at the end; this one is hardly there.
    after = word.paragraph(Markup(""), "Natabel")
    return form.format(
        STYLE, _WHOLE - 200 * depth, inset if depth else "", grid, Markup("").join(rows), after
    )


def _cells(
    row: tuple[Inlines, ...],
    alignments: tuple[str, ...],
    widths: list[int],
    write: Callable[[Inlines], Markup],
) -> Markup:
    form = Markup('<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>')
    return Markup("").join(
        form.format(width, word.paragraph(write(cell), CELL_STYLE, _aligned(alignment)))
        for cell, alignment, width in zip(row, alignments, widths, strict=True)
    )


def _aligned(alignment: str) -> Markup:
    way = _ALIGNED[alignment]
    return Markup('<w:jc w:val="{}"/>').format(way) if way else Markup("")


def _widths(block: Table) -> list[int]:
    """Twentieths of a point, by the same rule as the PDF; Word fits them to the page."""
    if max(longest_texts(block)) <= SHORT and fits_on_page(block):
        return [_TEXT // len(block.header)] * len(block.header)
    return [int(_TEXT * part) for part in shares(block, _TEXT / _LETTER, _PADDING / _LETTER)]
