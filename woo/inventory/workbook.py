"""The inventarislijst as an Excel workbook."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from woo.inventory.rows import COLUMNS, Cell
from woo.reference.grounds import ground
from woo.reference.labels import judgement_label
from woo.text.archive import zip_bytes

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from woo.inventory.inventarislijst import Inventarislijst

# Characters wide, in the order of COLUMNS.
_WIDTHS = (8, 13, 8, 9, 44, 12, 12, 16, 12, 19, 30, 24, 12, 13)
_CREATOR = "woo"  # never the name of whoever ran the program
_HEAD_COLOUR = "154273"
_TEXT, _HEAD, _DAY, _SUM, _TITLE = "woo tekst", "woo kop", "woo datum", "woo totaal", "woo titel"
_LINE_HEIGHT = 15  # points
# Excel reads _x0041_ in a cell as the letter A; its underscore is written as _x005F_.
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def workbook_bytes(listing: "Inventarislijst") -> bytes:
    """The workbook; the same list gives the same bytes."""
    from openpyxl import Workbook

    workbook = Workbook()
    _describe(workbook, listing.title, listing.dated)
    _add_styles(workbook)
    sheet = workbook.worksheets[0]
    sheet.title = "Inventarislijst"
    _fill_list(sheet, listing)
    _fill_totals(workbook.create_sheet("Totalen"), listing)
    return _save(workbook)


def _describe(workbook: "Workbook", title: str, dated: date) -> None:
    moment = datetime.combine(dated, time())
    properties = workbook.properties
    properties.title = title
    properties.creator = properties.lastModifiedBy = _CREATOR
    properties.created = properties.modified = moment
    properties.language = "nl-NL"


def _add_styles(workbook: "Workbook") -> None:
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

    top = Alignment(horizontal="left", vertical="top", wrap_text=True)
    line = Border(bottom=Side("thin", color="BFBFBF"))
    blue = PatternFill("solid", fgColor=_HEAD_COLOUR)
    plain, bold = Font(name="Calibri", size=11), Font(name="Calibri", size=11, bold=True)
    white = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
    for style in (
        NamedStyle(_TEXT, font=plain, alignment=top, border=line),
        NamedStyle(_DAY, font=plain, alignment=top, border=line, number_format="yyyy-mm-dd"),
        NamedStyle(_SUM, font=bold, alignment=top, border=line),
        NamedStyle(_HEAD, font=white, fill=blue, alignment=top),
        NamedStyle(_TITLE, font=Font(name="Calibri", size=14, bold=True)),
    ):
        workbook.add_named_style(style)


def _fill_list(sheet: "Worksheet", listing: "Inventarislijst") -> None:
    from openpyxl.utils import get_column_letter

    _put_row(sheet, 1, COLUMNS, _HEAD)
    sheet.row_dimensions[1].height = 2 * _LINE_HEIGHT
    for number, row in enumerate(listing.rows, start=2):
        cells = [row[column] for column in COLUMNS]
        _put_row(sheet, number, cells, _TEXT)
        sheet.row_dimensions[number].height = _height(cells)
    for place, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(listing.rows) + 1}"
    sheet.print_title_rows = "1:1"
    _lay_out(sheet)


def _fill_totals(sheet: "Worksheet", listing: "Inventarislijst") -> None:
    summed = listing.totals
    _put(sheet, 1, 1, listing.title, _TITLE)
    lines: list[tuple[tuple[Cell, ...], str]] = [(("Beoordeling", "", "Documenten"), _HEAD)]
    for judgement, count in summed.documents.items():
        lines.append(((judgement_label(judgement), "", count), _TEXT))
    lines.append((("Totaal", "", len(listing.rows)), _SUM))
    lines.append((("Pagina's", "", summed.pages), _SUM))
    lines.append(((), _TEXT))
    lines.append((("Grond", "Omschrijving", "Gelakte passages"), _HEAD))
    for code, count in summed.marks_by_ground.items():
        lines.append(((code, ground(code).label, count), _TEXT))
    lines.append((("Totaal", "een passage met twee gronden telt één keer", summed.marks), _SUM))
    for number, (cells, style) in enumerate(lines, start=3):
        _put_row(sheet, number, cells, style)
    for letter, width in (("A", 22), ("B", 62), ("C", 18)):
        sheet.column_dimensions[letter].width = width
    _lay_out(sheet)


def _put_row(sheet: "Worksheet", row: int, values: Sequence[Cell], style: str) -> None:
    for column, value in enumerate(values, start=1):
        _put(sheet, row, column, value, style)


def _put(sheet: "Worksheet", row: int, column: int, value: Cell, style: str) -> None:
    """Put text as text: quotePrefix keeps it so when somebody edits the cell."""
    cell = sheet.cell(row, column)
    cell.style = _DAY if isinstance(value, date) else style
    if isinstance(value, str):
        cell.value = _CODED.sub("_x005F_", value)
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in {"=", "+", "-", "@"}
    else:
        cell.value = value


def _height(cells: Sequence[Cell]) -> int:
    """Points: no program makes room for wrapped text in a file that it only reads."""
    lines = [
        len(wrap(cell, width))
        for cell, width in zip(cells, _WIDTHS, strict=True)
        if isinstance(cell, str) and len(cell) > width
    ]
    # Excel knows no rows higher than 409 points.
    return min(409, _LINE_HEIGHT * max([1, *lines]))


def _lay_out(sheet: "Worksheet") -> None:
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4  # inches
    sheet.page_margins.top, sheet.page_margins.bottom = 0.6, 0.8
    sheet.oddFooter = HeaderFooterItem(right=_HeaderFooterPart("Pagina &P van &N"))


def _save(workbook: "Workbook") -> bytes:
    """Save without the clock: openpyxl's own save writes the present moment in two places."""
    from openpyxl.writer.excel import ExcelWriter

    buffer = BytesIO()
    ExcelWriter(workbook, ZipFile(buffer, "w", ZIP_DEFLATED)).save()
    with ZipFile(buffer) as archive:
        return zip_bytes({name: archive.read(name) for name in archive.namelist()})
