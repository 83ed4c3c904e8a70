"""Turn a Word source (YAML: properties and blocks) into the bytes of a ``.docx`` file."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from makers.docx_package import fixed_bytes

_BLUE = RGBColor(0x15, 0x42, 0x73)


def make_word(path: Path) -> bytes:
    """The document as bytes; the same source always gives the same bytes."""
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    document = Document()
    _set_properties(document, source)
    _set_styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.header.paragraphs[0].text = source["header"]
    section.footer.paragraphs[0].text = source["footer"]
    for block in source["blocks"]:
        ((kind, value),) = block.items()
        _BLOCKS[kind](document, value)
    for comment in source.get("comments", ()):
        _add_comment(document, comment)
    return fixed_bytes(document)


def _set_properties(document: WordDocument, source: dict[str, Any]) -> None:
    properties = document.core_properties
    properties.author = source["author"]
    properties.last_modified_by = source["last_modified_by"]
    properties.title = source["title"]
    properties.created = properties.modified = source["written"]
    properties.revision = 3
    properties.language = "nl-NL"
    properties.comments = ""


def _set_styles(document: WordDocument) -> None:
    styles = document.styles
    for name, size in (("Normal", 9.5), ("Header", 8), ("Footer", 8), ("Heading 1", 11)):
        style: Any = styles[name]
        style.font.name, style.font.size = "Verdana", Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme"):
            fonts.attrib.pop(qn(theme), None)
    heading: Any = styles["Heading 1"]
    heading.font.color.rgb = _BLUE
    heading.paragraph_format.space_before = Pt(10)
    heading.paragraph_format.space_after = Pt(3)
    normal: Any = styles["Normal"]
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.2


def _title(document: WordDocument, text: str) -> None:
    run = document.add_paragraph().add_run(text)
    run.font.size, run.bold, run.font.color.rgb = Pt(16), True, _BLUE


def _heading(document: WordDocument, text: str) -> None:
    document.add_heading(text, level=1)


def _text(document: WordDocument, text: str) -> None:
    document.add_paragraph(text)


def _small(document: WordDocument, text: str) -> None:
    document.add_paragraph().add_run(text).font.size = Pt(7.5)


def _bullets(document: WordDocument, items: Sequence[str]) -> None:
    for item in items:
        document.add_paragraph(item, style="List Bullet")


def _fields(document: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    table = _new_table(document, (4.4, 11.6))
    for name, value in rows:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(name).bold = True
        cells[1].paragraphs[0].add_run(str(value))
    _finish(document, table)


def _table(document: WordDocument, value: dict[str, Any]) -> None:
    table = _new_table(document, value["widths"])
    table.style = "Table Grid"
    for number, row in enumerate(value["rows"]):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            run = cell.paragraphs[0].add_run(str(text))
            run.font.size, run.bold = Pt(8.5), number == 0
            if number == 0:
                _shade(cell)
    _repeat_header(table)
    _finish(document, table)


def _new_table(document: WordDocument, widths: Sequence[float]) -> Any:
    """An empty table; Word reads the widths of the cells, LibreOffice those of the columns."""
    table = document.add_table(rows=0, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    return table


def _finish(document: WordDocument, table: Any) -> None:
    """Set the cells tight, and leave a small gap under the table."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell in row.cells:
            layout = cell.paragraphs[0].paragraph_format
            layout.space_before = layout.space_after = Pt(1.5)
            layout.line_spacing = 1.0
    gap = document.add_paragraph()
    gap.paragraph_format.space_after = Pt(0)
    gap.paragraph_format.line_spacing = Pt(6)


def _shade(cell: Any) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), "DCE6F1")
    cell._tc.get_or_add_tcPr().append(shading)


def _repeat_header(table: Any) -> None:
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)


_BLOCKS: dict[str, Callable[[WordDocument, Any], None]] = {
    "title": _title,
    "heading": _heading,
    "text": _text,
    "small": _small,
    "bullets": _bullets,
    "fields": _fields,
    "table": _table,
}


def _add_comment(document: WordDocument, comment: dict[str, Any]) -> None:
    """A remark in the margin, at the paragraph that holds the words ``at``."""
    paragraph = next(p for p in document.paragraphs if comment["at"] in p.text)
    added = document.add_comment(
        paragraph.runs,
        text=comment["text"],
        author=comment["author"],
        initials=comment["initials"],
    )
    moment: datetime = comment["date"]
    added._comment_elm.set(qn("w:date"), moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
