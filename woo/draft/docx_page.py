"""The layout of a Word file: heading block, fields, text, signature, attachments."""

from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from woo.draft.docx_writer import DocxWriter
from woo.draft.draft import Draft
from woo.draft.pictures import Picture
from woo.draft.tree import Emphasis, LineBreak, Strong, Text

if TYPE_CHECKING:
    from docx.document import Document

_FONT = "Verdana"
_BLUE = (0x15, 0x42, 0x73)
_ABOVE = frozenset({"titel", "organisatie", "namens"})


def make_docx(
    draft: Draft, dated: date | None, letterhead: str, pictures: dict[str, Picture], *, public: bool
) -> bytes:
    """The bytes of a Word file that a person can go on working in."""
    import docx

    document = docx.Document()
    _prepare(document, draft, dated)
    writer = DocxWriter(document, draft.footnotes, pictures)
    _heading(writer, draft, public=public)
    if letterhead:
        writer.inlines(document.add_paragraph(), (Strong((Text(letterhead),)),))
    writer.blocks(draft.blocks)
    _signatures(writer, draft)
    writer.blocks(draft.annex)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _prepare(document: "Document", draft: Draft, dated: date | None) -> None:
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(28)
    for name in ("Normal", "Title", *(f"Heading {level}" for level in range(1, 5))):
        style = document.styles[name]
        style.font.name = _FONT
        _use_font(style)
    document.styles["Normal"].font.size = Pt(9.5)
    for level, size in ((1, 15), (2, 11), (3, 10), (4, 9.5)):
        heading = document.styles[f"Heading {level}"]
        heading.font.size = Pt(size)
        heading.font.color.rgb = RGBColor(*_BLUE)
    _page_numbers(section.footer.paragraphs[0])
    _properties(document, draft, dated)


def _use_font(style: Any) -> None:
    """Take the theme's fonts out of the way, and say that the language is Dutch."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    fonts = properties.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    properties.append(language)


def _properties(document: "Document", draft: Draft, dated: date | None) -> None:
    """No author: a file must not say who made it. Dates are those of the document."""
    properties = document.core_properties
    properties.title = draft.title[:255]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = "nl-NL"
    moment = datetime(dated.year, dated.month, dated.day) if dated else datetime(2000, 1, 1)
    properties.created = properties.modified = moment


def _page_numbers(paragraph: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for text, code in (("Pagina ", "PAGE"), (" van ", "NUMPAGES")):
        paragraph.add_run(text)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        paragraph.paragraph_format.element.append(field)


def _heading(writer: DocxWriter, draft: Draft, *, public: bool) -> None:
    document = writer.document
    organisation = draft.fields.get("organisatie")
    for line in (
        organisation.lines if organisation else ((Text("Tweede Kamer der Staten-Generaal"),),)
    ):
        writer.inlines(document.add_paragraph(), (Strong(line),))
    if not public:
        writer.inlines(document.add_paragraph(), (Emphasis((Text("Interne versie"),)),))
    document.add_paragraph(draft.kind.label, style="Title")
    for line in draft.fields["titel"].lines:
        writer.inlines(document.add_paragraph(style="Heading 1"), line)
    _fields(writer, draft)


def _fields(writer: DocxWriter, draft: Draft) -> None:
    """Every filled field with its label, one under the other."""
    from docx.shared import Mm, Pt

    table = writer.document.add_table(rows=0, cols=2)
    for one in draft.kind.fields:
        lines = draft.fields[one.name].lines
        if one.name in _ABOVE or not lines:
            continue
        label, value = table.add_row().cells
        label.width, value.width = Mm(45), Mm(109)
        for cell in (label, value):
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        writer.inlines(label.paragraphs[0], (Strong((Text(one.label),)),))
        for index, line in enumerate(lines):
            writer.inlines(value.paragraphs[0], ((LineBreak(),) if index else ()) + line)
    writer.document.add_paragraph()


def _signatures(writer: DocxWriter, draft: Draft) -> None:
    signatories = draft.fields.get("ondertekenaars")
    behalf = draft.fields.get("namens")
    for line in behalf.lines if behalf else ():
        text = (*line, Text(","), LineBreak(), Text("namens deze,"))
        writer.inlines(writer.document.add_paragraph(), text)
    for office, name, *_ in signatories.rows if signatories else ():
        writer.inlines(writer.document.add_paragraph(), (*office, Text(","), LineBreak(), *name))
