"""Small workbooks with everything that may hide in one; every person in them is invented."""

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEADINGS = ["Naam", "Adres bewoner", "Geb.datum", "BSN", "Bedrag", "Toegekend", "Opmerking"]


def saved(workbook: Workbook) -> bytes:
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def of_rows(*rows: list[Any], **sheets: list[list[Any]]) -> bytes:
    """A workbook with one sheet, and more by name."""
    workbook = Workbook()
    sheet: Any = workbook.active
    for row in rows:
        sheet.append(row)
    for name, more in sheets.items():
        other = workbook.create_sheet(name)
        for row in more:
            other.append(row)
    return saved(workbook)


def full_workbook() -> bytes:
    """A list of objections with a hidden row, column and sheet, and something of all around."""
    workbook = Workbook()
    workbook.properties.modified = datetime(2024, 8, 30, 9, 0)
    sheet: Any = workbook.active
    sheet.title = "Bezwaren"
    sheet["A1"] = "Overzicht bezwaren Oudeschans 2024"
    sheet.merge_cells("A1:F1")
    sheet.append([])
    sheet.append(HEADINGS)
    day = date(1980, 3, 1)
    sheet.append(["Saskia Wielwaal", "Boterdijk 12", day, 11122233, 1234.5, True, "Belt\nterug."])
    sheet.append(["Teun Puntkomma", "Zandpad 3 bis", day, 123456782, 0.5, False])
    sheet.append(["Joëlle van den Boterdijk", "Lange Laan 144", day, 123456782, -20, True])
    for row in range(4, 7):
        sheet.cell(row, 3).number_format = "dd-mm-yyyy"
        sheet.cell(row, 4).number_format = "000000000"
        sheet.cell(row, 5).number_format = '"€" #,##0.00'
    sheet["A9"], sheet["E9"], sheet["F9"] = "Totaal", "=SUM(E4:E6)", "#N/A"
    sheet["F9"].data_type = "e"
    sheet["G9"] = "mail"
    sheet["G9"].hyperlink = "mailto:s.wielwaal@oudeschans.example"
    sheet["A4"].comment = Comment("Klopt dit adres nog?", "Gerda Geheim")
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet.oddHeader.center.text = '&"Arial,Bold"&12Opgesteld door Fleur Verzonnen &P'
    choices = DataValidation(type="list", formula1='"Bram Bedacht,Noor Bedacht"')
    choices.add("H4:H9")
    sheet.add_data_validation(choices)
    hidden = workbook.create_sheet("Achterkant")
    hidden.sheet_state = "veryHidden"
    hidden.append(["Naam", "Telefoon", "Rol"])
    hidden.append(["Bartholomeus Kruizemunt", "06-12345678", "tolk"])
    chart = BarChart()
    chart.title = "Bezwaren van Pim Naamloos"
    chart.add_data(Reference(sheet, min_col=5, min_row=3, max_row=6), titles_from_data=True)
    workbook.create_sheet("Grafiek").add_chart(chart, "A1")
    workbook.defined_names["behandelaar"] = DefinedName("behandelaar", attr_text='"Mees Bedacht"')
    return saved(workbook)


def changed(content: bytes, **parts: str | bytes | Callable[[str], str]) -> bytes:
    """The workbook with parts put in, or changed by a function. ``__`` stands for a slash.

    ``sheet1`` is short for the first sheet.
    """
    with zipfile.ZipFile(BytesIO(content)) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    for key, value in parts.items():
        name = key.replace("__", "/").replace("_DOT_", ".")
        name = re.sub(r"^sheet(\d)$", r"xl/worksheets/sheet\1.xml", name)
        made = value(entries[name].decode()) if callable(value) else value
        entries[name] = made.encode() if isinstance(made, str) else made
    return packed(entries)


def packed(entries: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in entries.items():
            package.writestr(name, data)
    return made.getvalue()


def bare(sheet: str | bytes, **more: bytes) -> bytes:
    """A workbook of which only the XML of the sheet is given."""
    parts = {
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets>'
            '<sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": sheet,
    }
    entries = {k: v.encode() if isinstance(v, str) else v for k, v in parts.items()}
    return packed({**entries, **{k.replace("__", "/"): v for k, v in more.items()}})


def worksheet(cells: str) -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'


def _relations(*targets: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="r{n}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


relations = _relations
