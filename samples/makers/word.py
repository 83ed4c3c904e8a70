"""Turn a Word source (YAML: properties and blocks) into the bytes of a ``.docx`` file."""

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import yaml
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

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
    return _fixed_zip(document)


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
    table = document.add_table(rows=0, cols=2)
    for name, value in rows:
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Cm(4), Cm(12)
        cells[0].paragraphs[0].add_run(name).bold = True
        cells[1].text = str(value)
    document.add_paragraph()


def _table(document: WordDocument, value: dict[str, Any]) -> None:
    rows = value["rows"]
    table = document.add_table(rows=0, cols=len(value["widths"]), style="Table Grid")
    for number, row in enumerate(rows):
        cells = table.add_row().cells
        for cell, text, width in zip(cells, row, value["widths"], strict=True):
            cell.width = Cm(width)
            run = cell.paragraphs[0].add_run(str(text))
            run.font.size, run.bold = Pt(8.5), number == 0
            if number == 0:
                _shade(cell)
    _repeat_header(table)
    document.add_paragraph()


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


def _fixed_zip(document: WordDocument) -> bytes:
    """The package without clock times, uncompressed (zlib differs between machines)."""
    saved, fixed = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as old, ZipFile(fixed, "w", ZIP_STORED) as new:
        for info in old.infolist():
            entry = ZipInfo(info.filename, date_time=(2024, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(info))
    return fixed.getvalue()
