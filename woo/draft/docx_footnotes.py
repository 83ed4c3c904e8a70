"""Real footnotes in a Word document: python-docx cannot make them, so the part is made here."""

from typing import TYPE_CHECKING, Any, Protocol

from woo.draft.tree import Blocks, Inlines, Redacted, RedactedBlock
from woo.draft.walk import leaves

if TYPE_CHECKING:
    from docx.document import Document

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

# Word wants the two lines that separate notes from the text to be there, as numbers -1 and 0.
_EMPTY = f"""<w:footnotes xmlns:w="{_SPACE}"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>
</w:footnote></w:footnotes>"""


class InlineWriter(Protocol):
    """What writes the text of a note."""

    def inlines(self, paragraph: Any, inlines: Inlines) -> None:
        """Add a run of text to a paragraph."""


class Footnotes:
    """The notes of one document, made when they are first referred to."""

    def __init__(
        self, document: "Document", texts: dict[int, Blocks], writer: InlineWriter
    ) -> None:
        self._document = document
        self._texts = texts
        self._writer = writer
        self._part: Any = None
        self._ids: dict[int, int] = {}

    def refer(self, paragraph: Any, number: int) -> None:
        """Put the number of a note in a paragraph; a second time it points to the same note."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        if number not in self._ids:
            self._ids[number] = len(self._ids) + 1
            self._add(self._ids[number], self._texts[number])
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(self._ids[number]))
        run.element.append(reference)

    def _add(self, note_id: int, blocks: Blocks) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.text.paragraph import Paragraph as WordParagraph

        part = self._make_part()
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(note_id))
        part.element.append(note)
        for index, leaf in enumerate(_paragraphs(blocks)):
            element = OxmlElement("w:p")
            note.append(element)
            paragraph = WordParagraph(element, part)
            if index == 0:
                mark = paragraph.add_run()
                mark.font.superscript = True
                mark.element.append(OxmlElement("w:footnoteRef"))
                paragraph.add_run(" ")
            self._writer.inlines(paragraph, leaf)

    def _make_part(self) -> Any:
        from docx.opc.packuri import PackURI
        from docx.oxml import parse_xml
        from docx.parts.story import StoryPart

        if self._part is None:
            package = self._document.part.package
            root = parse_xml(_EMPTY)
            self._part = StoryPart(PackURI("/word/footnotes.xml"), _TYPE, root, package)
            self._document.part.relate_to(self._part, _RELATION)
        return self._part


def _paragraphs(blocks: Blocks) -> list[Inlines]:
    """The text of a note, one row for each paragraph; Word wants at least one."""
    rows: list[Inlines] = []
    for block in blocks:
        if isinstance(block, RedactedBlock):
            rows.append((Redacted(block.grounds),))
        else:
            rows.extend(leaves((block,)))
    return rows or [()]
