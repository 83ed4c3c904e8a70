"""Read the paragraphs and tables of a part of a Word file into blocks of the tree."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from woo.draft.importing import xml
from woo.draft.importing.below_signature import BelowSignature
from woo.draft.importing.book import Book
from woo.draft.importing.elements import Element, Make, Ranges, assemble
from woo.draft.importing.inlines import (
    common_grounds,
    inlines_of,
    section_grounds,
    text_of,
    trimmed,
)
from woo.draft.importing.lists import ListStack, depth_by_indent
from woo.draft.importing.looks import Look
from woo.draft.importing.pieces import Piece, is_shown, with_node
from woo.draft.importing.remarks import CHANGED
from woo.draft.importing.runs import RunReader
from woo.draft.importing.sections import turns_the_page
from woo.draft.importing.styles import TITLES, grounds_in
from woo.draft.importing.tables import Cell, make_table, read_cells, shown_texts
from woo.draft.tree import (
    Block,
    Blocks,
    Code,
    CodeBlock,
    Divider,
    Grounds,
    Heading,
    LineBreak,
    Paragraph,
    Text,
)

Layout = Callable[[list[Piece], list[str]], list[Piece] | None]

_QUOTES = frozenset({"quote", "intense quote", "citaat", "duidelijk citaat", "quotations"})
_CODES = frozenset({"html preformatted", "preformatted text", "plain text"})
_AFTER_TABLE = "na tabel"


@dataclass(slots=True)
class _Kind:
    """What the properties of a paragraph say."""

    properties: Any
    names: list[str]
    heading: int

    def is_any(self, names: frozenset[str]) -> bool:
        return bool(names.intersection(self.names))


class BlockReader:
    """Reads one part; ``layout`` gets every paragraph first, and keeps what is not of the text."""

    def __init__(self, book: Book, part: str, layout: Layout | None = None) -> None:
        self.book = book
        self.runs = RunReader(book, part)
        self.layout = layout
        self.elements: list[Element] = []
        self.ranges = Ranges()
        self.lists = ListStack(book.remarks)
        self.below_signature = BelowSignature(book.remarks)

    def read(self, body: Any) -> Blocks:
        """All blocks of a body or a note."""
        self._all(body)
        return assemble(self.elements, self.ranges)

    def _all(self, elements: Iterable[Any]) -> None:
        for element in elements:
            match xml.name(element):
                case "p":
                    self._paragraph(element)
                case "tbl":
                    self._table(element)
                case "sdt":
                    self._all(xml.children(element, "sdtContent"))
                case "bookmarkStart":
                    self._start(element, len(self.elements))
                case "bookmarkEnd":
                    self.ranges.end(xml.value(element, "id"), len(self.elements) - 1)
                case name if name in xml.WRAPPERS:
                    self._remark_tracked(name)
                    self._all(element)
                case _:
                    self._foreign(element)

    def _foreign(self, element: Any) -> None:
        """What is no paragraph, no table and wraps none that stays."""
        self._remark_tracked(xml.name(element))
        match xml.name(element):
            case "altChunk":
                self.book.remarks.add("Een ingevoegd bestand komt niet mee.")
            case "oMath" | "oMathPara":
                self.book.remarks.add("Een formule is gewone tekst geworden. Kijk haar na.")
                text = " ".join(xml.text_of(element).split())
                self._plain([Piece(Text(text), Look())])

    def _remark_tracked(self, name: str) -> None:
        if name in xml.TRACKED:
            self.book.remarks.add(CHANGED)

    def _paragraph(self, element: Any) -> None:
        self.book.remarks.next_paragraph()
        kind = self._kind(element)
        before = len(self.elements)
        is_after_table = _AFTER_TABLE in kind.names and before and self.elements[-1].is_table
        for one in xml.within(element, "bookmarkStart"):
            self._start(one, before - 1 if is_after_table else before)
        self.runs.page_breaks = xml.is_on(kind.properties, "pageBreakBefore")
        pieces = trimmed(self.runs.read(element))
        self._remark_section(kind)
        if xml.child(kind.properties, "rPr", "del") is not None:
            self.book.remarks.add(CHANGED)  # where this paragraph and the next were joined
        if kind.heading:
            self.book.note_heading(
                xml.value(n, "name") for n in xml.within(element, "bookmarkStart")
            )
        self._add(pieces, kind)
        for pieces in self.runs.boxes:
            self._plain(pieces)
        self.runs.boxes = []
        for one in xml.within(element, "bookmarkEnd"):
            self.ranges.end(xml.value(one, "id"), len(self.elements) - 1)

    def _start(self, element: Any, index: int) -> None:
        self.ranges.start(xml.value(element, "id"), xml.value(element, "name"), index)

    def _kind(self, element: Any) -> _Kind:
        properties = xml.child(element, "pPr")
        style = xml.value(xml.child(properties, "pStyle"))
        return _Kind(
            properties, self.book.styles.names(style), self.book.styles.heading(properties)
        )

    def _remark_section(self, kind: _Kind) -> None:
        section = xml.child(kind.properties, "sectPr")
        # The program itself turns the page of a wide table.
        if section is not None and not (self.book.is_ours and turns_the_page(section)):
            self.book.remarks.add("Een sectie-einde (andere pagina-indeling) komt niet mee.")

    def _add(self, pieces: list[Piece], kind: _Kind) -> None:
        self.below_signature.see(pieces, is_heading=bool(kind.heading))
        if self.layout is not None:
            kept = self.layout(pieces, kind.names)
            if kept is None:
                self.lists.close()
                return
            pieces = kept
        # A page that the template begins stands in its own paragraphs, or in the layout.
        if self.runs.page_breaks and _AFTER_TABLE not in kind.names:
            self.book.remarks.add("Een nieuwe pagina of kolom komt niet mee.")
        if any(name.startswith("toc ") for name in kind.names):
            self.book.remarks.once("Een inhoudsopgave komt niet mee: de koppen staan er al.")
        elif "grondregel" in kind.names:
            self._line(pieces, kind)
        elif not any(is_shown(piece) for piece in pieces):
            self._empty(kind)
        elif kind.heading:
            is_first = not self.book.remarks.here.heading
            if is_first and TITLES.intersection(kind.names):
                self.book.title = text_of(pieces)
            self._heading(pieces, kind.heading)
        else:
            self._text(pieces, kind)

    def _line(self, pieces: list[Piece], kind: _Kind) -> None:
        """The line of codes under a marked block; anything else that was typed there is text."""
        grounds = grounds_in("".join(p.node.text for p in pieces if isinstance(p.node, Text)))
        if grounds:
            steps = self.lists.steps(depth_by_indent(kind.properties, "ind", "left"))
            self.elements.append(Element(lambda _: None, steps, line=grounds))
        elif pieces:
            self._text(pieces, kind)

    def _empty(self, kind: _Kind) -> None:
        numbered = self.book.lists.of(kind.properties)
        if "lijn" in kind.names or "horizontal line" in kind.names:
            self.lists.close()
            self.elements.append(Element(lambda _: Divider()))
        elif numbered and any(n.startswith(("list bullet", "list number")) for n in kind.names):
            self.elements.append(Element(lambda _: None, self.lists.add(numbered)))

    def _heading(self, pieces: list[Piece], level: int) -> None:
        remarks = self.book.remarks
        self.lists.close()
        remarks.under(text_of(pieces)[:60])
        section = section_grounds(pieces)
        anchor = len(self.book.headings)
        flat = [with_node(p, Text(" ")) if isinstance(p.node, LineBreak) else p for p in pieces]

        def make(within: Grounds) -> Block:
            return Heading(level, inlines_of(flat, within, remarks), section, anchor=anchor)

        self.elements.append(Element(self._placed(make), grounds=common_grounds(pieces)))

    def _text(self, pieces: list[Piece], kind: _Kind) -> None:
        remarks = self.book.remarks
        numbered = None if kind.is_any(_CODES) else self.book.lists.of(kind.properties)
        steps = self.lists.add(numbered) if numbered else self._continued(kind)
        if kind.is_any(_CODES):
            self._code(pieces, steps)
            return

        def make(within: Grounds) -> Block:
            return Paragraph(inlines_of(pieces, within, remarks))

        self.elements.append(
            Element(
                self._placed(make), steps, common_grounds(pieces), is_quote=kind.is_any(_QUOTES)
            )
        )

    def _placed(self, make: Make) -> Make:
        """A block is made when all is read: what it remarks on belongs to where it stood."""
        remarks, place = self.book.remarks, self.book.remarks.here

        def made(within: Grounds) -> Block | None:
            with remarks.at(place):
                return make(within)

        return made

    def _continued(self, kind: _Kind) -> Any:
        """A paragraph without a bullet goes on in the item above it when its style says so."""
        for name in kind.names:
            if name.startswith("list continue"):
                return self.lists.steps(int(name[-1]) if name[-1].isdigit() else 1)
        return self.lists.steps(
            depth_by_indent(kind.properties, "ind", "left") if self.lists.depth else 0
        )

    def _code(self, pieces: list[Piece], steps: Any) -> None:
        shown = "".join(
            "\n" if isinstance(p.node, LineBreak) else p.node.text
            for p in pieces
            if isinstance(p.node, Text | Code | LineBreak)
        )

        def make(_: Grounds) -> Block:
            return CodeBlock(shown)

        self.elements.append(Element(make, steps, common_grounds(pieces)))

    def _plain(self, pieces: list[Piece]) -> None:
        remarks = self.book.remarks

        def make(within: Grounds) -> Block:
            return Paragraph(inlines_of(pieces, within, remarks))

        self.elements.append(Element(self._placed(make), grounds=common_grounds(pieces)))

    def _table(self, table: Any) -> None:
        remarks = self.book.remarks
        for one in xml.within(table, "bookmarkStart"):
            self._start(one, len(self.elements))
        rows = read_cells(table, self._cell, self._is_item, remarks)
        rows = [row for row in rows if row]
        if self.layout is not None and self._is_layout(rows):
            return
        boxes, self.runs.boxes = self.runs.boxes, []
        if rows:
            depth = depth_by_indent(xml.child(table, "tblPr"), "tblInd", "w")
            steps = self.lists.steps(min(depth, self.lists.depth))
            self.elements.append(
                Element(
                    lambda within: make_table(rows, within, remarks),
                    steps,
                    common_grounds(shown_texts(rows)),
                    is_table=True,
                )
            )
        for one in xml.within(table, "bookmarkEnd"):
            self.ranges.end(xml.value(one, "id"), len(self.elements) - 1)
        for pieces in boxes:
            self._plain(pieces)

    def _cell(self, paragraph: Any) -> list[Piece]:
        self.book.remarks.next_paragraph()
        return self.runs.read(paragraph)

    def _is_item(self, properties: Any) -> bool:
        return self.book.lists.of(properties) is not None

    def _is_layout(self, rows: list[list[Cell]]) -> bool:
        """A table that the layout made: all its text is of fields or fixed."""
        shown = shown_texts(rows)
        if not shown or not all(p.look.field or p.look.fixed or p.look.label for p in shown):
            return False
        for row in rows:
            for cell in row:
                if self.layout is not None:
                    self.layout(cell.pieces, [])
        return True
