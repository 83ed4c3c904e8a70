"""Write the tree into a Word document, with Word's own styles, lists, tables and footnotes."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from woo.draft.anchors import is_inside
from woo.draft.docx_footnotes import Footnotes
from woo.draft.pictures import Picture
from woo.draft.tree import (
    Block,
    Blocks,
    Code,
    CodeBlock,
    Divider,
    Emphasis,
    FootnoteReference,
    Grounds,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListBlock,
    Marked,
    MarkedBlock,
    Paragraph,
    Quote,
    Redacted,
    RedactedBlock,
    Strong,
    Table,
    Text,
    codes,
    spoken,
)

if TYPE_CHECKING:
    from docx.document import Document

# Word's built-in list styles go three deep.
_DEEPEST_LIST = 3


class DocxWriter:
    """Adds blocks to a document, or to any part of it that holds paragraphs."""

    def __init__(
        self, document: "Document", footnotes: dict[int, Blocks], pictures: dict[str, Picture]
    ) -> None:
        self.document = document
        self.pictures = pictures
        self.footnotes = Footnotes(document, footnotes, self)

    def blocks(self, blocks: Blocks, depth: int = 0) -> None:
        """Add blocks at the end of the document; ``depth`` counts the lists around them."""
        for block in blocks:
            self._block(block, depth)

    def _block(self, block: Block, depth: int) -> None:
        match block:
            case Heading(level=level, shown=children):
                self.inlines(self.document.add_paragraph(style=f"Heading {level}"), children)
            case Paragraph(children=children):
                self.inlines(self.document.add_paragraph(style="Normal"), children)
            case ListBlock():
                self._list(block, depth + 1)
            case Table(header=header, rows=rows):
                self.table((header, *rows), block.alignments)
            case Quote(blocks=inner):
                self._restyled(inner, "Quote", depth)
            case MarkedBlock(grounds=grounds, blocks=inner):
                self.blocks(inner, depth)
                self._mark(self.document.add_paragraph(style="Normal"), grounds)
            case RedactedBlock(grounds=grounds):
                self._black(self.document.add_paragraph(style="Normal"), grounds)
            case CodeBlock(text=text):
                self.document.add_paragraph(text, style="Normal")
            case Divider():
                self.document.add_paragraph("", style="Normal")

    def _list(self, block: ListBlock, depth: int) -> None:
        kind = "List Number" if block.ordered else "List Bullet"
        level = min(depth, _DEEPEST_LIST)
        style = self.document.styles[kind if level == 1 else f"{kind} {level}"]
        number = self._new_number(style, block.start) if block.ordered else None
        for item in block.items:
            first, rest = item[:1], item[1:]
            before = len(self.document.paragraphs)
            self.blocks(first, depth)
            made = self.document.paragraphs[before:]
            if made and isinstance(first[0], Paragraph | RedactedBlock):
                made[0].style = style
                if number is not None:
                    _set_number(made[0], number)
            self.blocks(rest, depth)

    def _new_number(self, style: Any, start: int) -> int:
        """A numbered list of its own: Word goes on counting through a style otherwise."""
        numbering = self.document.part.numbering_part.element
        known = numbering.num_having_numId(style.element.pPr.numPr.numId.val)
        number = numbering.add_num(known.abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(number.numId)

    def _restyled(self, blocks: Blocks, style: str, depth: int) -> None:
        before = len(self.document.paragraphs)
        self.blocks(blocks, depth)
        for paragraph in self.document.paragraphs[before:]:
            if paragraph.style.name == "Normal":
                paragraph.style = style

    def table(self, rows: tuple[tuple[Inlines, ...], ...], alignments: tuple[str, ...]) -> None:
        """A table whose first row is its header, repeated on every page."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement
        from docx.shared import Pt

        table = self.document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for number, row in enumerate(rows):
            cells = table.add_row().cells
            for cell, inlines, alignment in zip(cells, row, alignments, strict=True):
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH[alignment.upper()]
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
                shown = (Strong(inlines),) if number == 0 else inlines
                self.inlines(cell.paragraphs[0], shown)
        properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no call for it
        properties.append(OxmlElement("w:tblHeader"))
        self.document.add_paragraph(style="Normal")

    def inlines(
        self, paragraph: Any, inlines: Inlines, *, bold: bool = False, italic: bool = False
    ) -> None:
        """Add a run of text to a paragraph."""
        for inline in inlines:
            self._inline(paragraph, inline, bold=bold, italic=italic)

    def _inline(self, paragraph: Any, inline: Inline, *, bold: bool, italic: bool) -> None:
        match inline:
            case Text(text=text) | Code(text=text):
                run = paragraph.add_run(_clean(text))
                run.bold, run.italic = bold or None, italic or None
            case LineBreak():
                paragraph.add_run().add_break()
            case Emphasis(children=children):
                self.inlines(paragraph, children, bold=bold, italic=True)
            case Strong(children=children):
                self.inlines(paragraph, children, bold=True, italic=italic)
            case Link(url=url, children=children):
                self._link(paragraph, url, children)
            case Image():
                self._picture(paragraph, inline)
            case FootnoteReference(number=number):
                self.footnotes.refer(paragraph, number)
            case Marked(grounds=grounds, children=children):
                self._marked(paragraph, grounds, children, bold=bold, italic=italic)
            case Redacted(grounds=grounds):
                self._black(paragraph, grounds)

    def _marked(
        self, paragraph: Any, grounds: Grounds, children: Inlines, *, bold: bool, italic: bool
    ) -> None:
        before = len(paragraph.runs)
        self.inlines(paragraph, children, bold=bold, italic=italic)
        for run in paragraph.runs[before:]:
            run.underline = True
        self._mark(paragraph, grounds)

    def _mark(self, paragraph: Any, grounds: Grounds) -> None:
        run = paragraph.add_run(codes(grounds))
        run.font.superscript = True

    def _black(self, paragraph: Any, grounds: Grounds) -> None:
        """White text on black: nothing but the code, so its width says nothing."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        run = paragraph.add_run(spoken(grounds).replace(" ", "\N{NO-BREAK SPACE}"))
        run.font.color.rgb = RGBColor(255, 255, 255)
        shading = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", "000000")):
            shading.set(qn(f"w:{name}"), value)
        run.element.get_or_add_rPr().append(shading)

    def _link(self, paragraph: Any, url: str, children: Inlines) -> None:
        if is_inside(url):
            self.inlines(paragraph, children)
            return
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        before = len(paragraph.runs)
        self.inlines(paragraph, children)
        link = OxmlElement("w:hyperlink")
        link.set(
            qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )
        for run in paragraph.runs[before:]:
            run.underline = True
            run.font.color.rgb = RGBColor(0x15, 0x42, 0x73)
            link.append(run.element)
        paragraph.paragraph_format.element.append(link)

    def _picture(self, paragraph: Any, image: Image) -> None:
        from docx.shared import Pt

        picture = self.pictures[image.untrusted_path]
        shape = paragraph.add_run().add_picture(
            BytesIO(picture.content), width=Pt(picture.width_points)
        )
        properties = shape._inline.docPr  # noqa: SLF001 - python-docx has no call for it
        properties.set("descr", _clean(image.alt))


def _set_number(paragraph: Any, number: int) -> None:
    properties = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _clean(text: str) -> str:
    """XML holds no control characters; a soft break is a space."""
    spaced = text.replace("\n", " ")
    return "".join(c for c in spaced if c == "\t" or (ord(c) >= 0x20 and ord(c) not in _NO_XML))


_NO_XML = frozenset({*range(0xD800, 0xE000), 0xFFFE, 0xFFFF})
