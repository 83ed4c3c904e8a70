"""Read the runs of a paragraph into pieces: a node of the tree and how it looks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from woo.draft.importing import xml
from woo.draft.importing.book import INSIDE, Book
from woo.draft.importing.codes import with_whole_codes
from woo.draft.importing.looks import Look, look_of
from woo.draft.importing.objects import read_object
from woo.draft.importing.pieces import Piece, is_shown, joined, without_note_commas
from woo.draft.importing.remarks import CHANGED
from woo.draft.importing.styles import grounds_in
from woo.draft.tree import Code, FootnoteReference, Inline, LineBreak, Text
from woo.draft.word.forms import MARK_BOOKMARK, MAY_BREAK

_DEEPEST_MARK = 20
_SILENT = frozenset({
    "rPr", "pPr", "lastRenderedPageBreak", "footnoteRef", "endnoteRef", "annotationRef", "proofErr",
    "separator", "continuationSeparator", "softHyphen", "delText", "bookmarkStart", "bookmarkEnd",
    "permStart", "permEnd", "commentRangeStart", "commentRangeEnd", "sdtPr", "sdtEndPr",
    "instrText", "delInstrText", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
    "moveToRangeEnd",
})  # fmt: skip
_INNER_LINK = "Een verwijzing naar een andere plek in het document is gewone tekst geworden."
_PLACE = re.compile(r'^\s*(?:HYPERLINK\s+\\l\s+"|REF\s+)([^"\s]+)"?', re.IGNORECASE)
_ADDRESS = re.compile(r'^\s*HYPERLINK\s+"([^"]+)"(?:.*?\\l\s+"([^"]*)")?', re.IGNORECASE)
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_PLAIN = {"tab": " ", "ptab": " ", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}


@dataclass(slots=True)
class _Field:
    """A field of Word that is being read: its code, then what it shows."""

    code: str = ""
    shows: bool = False
    hidden: bool = False
    link: tuple[int, str] | None = None


class RunReader:
    """Reads paragraphs of one part of a Word file; ``boxes`` holds those of text boxes."""

    def __init__(self, book: Book, part: str) -> None:
        self.book = book
        self.relations = book.package.relations(part)
        self.boxes: list[list[Piece]] = []
        self.page_breaks = False
        self._pieces: list[Piece] = []
        self._bookmarks: dict[str, str] = {}
        self._fields: list[_Field] = []
        self._links = 0

    def read(self, paragraph: Any) -> list[Piece]:
        """The pieces of a paragraph. A field or a mark may go on in the next."""
        self._pieces = []
        self._walk(paragraph, None)
        pieces = without_note_commas(joined(self._pieces))
        whole = with_whole_codes(pieces, self.book.remarks)
        return [self._beside_the_line(piece) for piece in whole]

    def _walk(self, elements: Iterable[Any], link: tuple[int, str] | None) -> None:
        for element in elements:
            self._element(element, link)

    def _element(self, element: Any, link: tuple[int, str] | None) -> None:  # noqa: C901 - a row each
        match xml.name(element):
            case "r":
                self._run(element, link)
            case "hyperlink":
                self._walk(element, self._hyperlink(element))
            case "sdt":
                self._walk(xml.children(element, "sdtContent"), link)
            case "ins" | "moveTo":
                self.book.remarks.add(CHANGED)
                self._walk(element, link)
            case "del" | "moveFrom":
                self.book.remarks.add(CHANGED)
            case "bookmarkStart" if xml.value(element, "name").startswith(MARK_BOOKMARK):
                if len(self._bookmarks) < _DEEPEST_MARK:
                    self._bookmarks[xml.value(element, "id")] = xml.value(element, "name")
            case "bookmarkEnd":
                self._bookmarks.pop(xml.value(element, "id"), None)
            case "fldSimple":
                self._simple_field(element, link)
            case "oMath" | "oMathPara":
                self.book.remarks.add("Een formule is gewone tekst geworden. Kijk haar na.")
                self._add(
                    Text("".join(t.text or "" for t in xml.within(element, "t"))), Look(), link
                )
            case name if name in xml.WRAPPERS or name == "rubyBase":
                self._walk(element, link)

    def _run(self, run: Any, link: tuple[int, str] | None) -> None:
        look = look_of(xml.child(run, "rPr"), self.book, is_link=link is not None)
        for element in run:
            self._content(element, look, link)

    def _content(  # noqa: C901, PLR0912 - a row for each kind of content
        self, element: Any, look: Look, link: tuple[int, str] | None
    ) -> None:
        match xml.name(element):
            case "fldChar":
                self._field_mark(xml.value(element, "fldCharType"))
            case "instrText":
                if self._fields:
                    self._fields[-1].code += element.text or ""
            case "t":
                self._text(element.text or "", look, link)
            case "tab" | "ptab" | "noBreakHyphen" as kind:
                self._text("\t" if look.code else _PLAIN[kind], look, link)
            case "br" | "cr":
                self._break(element, look, link)
            case "footnoteReference" | "endnoteReference" as kind:
                number = self.book.note(kind, xml.value(element, "id"))
                self._add(FootnoteReference(number), look, link)
            case "commentReference":
                self.book.remarks.add("Een opmerking staat alleen in het Word-bestand.")
            case "sym":
                self.book.remarks.add("Een symbool uit een eigen lettertype is [?] geworden.")
                self._text("[?]", look, link)
            case "AlternateContent":
                for one in xml.children(element, "Choice")[:1]:
                    for inner in one:
                        self._content(inner, look, link)
            case "ruby":
                self.book.remarks.add("Van tekst met uitspraak erboven is de tekst gebleven.")
                self._walk(xml.children(element, "rubyBase"), link)
            case name if name not in _SILENT:
                self._object(element, look, link)

    def _object(self, element: Any, look: Look, link: tuple[int, str] | None) -> None:
        """A picture, text box, chart or embedded file."""
        for box in xml.within(element, "txbxContent"):
            self._box(box)
        found = read_object(element, self.book, self.relations)
        for image in found.images:
            self._add(image, look, link)
        if found.text:
            self._text(found.text, look, link)

    def _box(self, box: Any) -> None:
        """The paragraphs of a text box, with their marks, for below the paragraph around it."""
        around, fields = self._pieces, self._fields
        self._fields = []
        for paragraph in xml.within(box, "p"):
            pieces = self.read(paragraph)
            if any(map(is_shown, pieces)):
                self.book.remarks.add(
                    "De tekst van een tekstvak staat als gewone alinea onder deze alinea."
                )
                self.boxes.append(pieces)
        self._pieces, self._fields = around, fields

    def _text(self, text: str, look: Look, link: tuple[int, str] | None) -> None:
        if text := text.replace(MAY_BREAK, ""):
            self._add(Code(text) if look.code else Text(text), look, link)

    def _beside_the_line(self, piece: Piece) -> Piece:
        """*10⁶* and *CO₂* by signs of their own: 106 and CO2 would be something else."""
        look, node = piece.look, piece.node
        if not (look.raised or look.lowered) or look.label or not isinstance(node, Text):
            return piece
        if grounds_in(node.text.strip()):
            return piece  # the code of a mark that lost its style
        signs = _RAISED if look.raised else _LOWERED
        if all(ord(character) in signs or character == " " for character in node.text):
            return replace(piece, node=Text(node.text.translate(signs)))
        side = "boven" if look.raised else "onder"
        self.book.remarks.add(f"Tekst {side} de regel is gewone tekst geworden. Kijk haar na.")
        return piece

    def _break(self, element: Any, look: Look, link: tuple[int, str] | None) -> None:
        if xml.value(element, "type") in ("page", "column"):
            self.page_breaks = True
        else:
            self._add(LineBreak(), look, link)

    def _add(self, node: Inline, look: Look, link: tuple[int, str] | None) -> None:
        if any(one.hidden or not one.shows for one in self._fields):
            return
        if look.like_link and link is None and not self._fields:
            self.book.remarks.add("Deze tekst ziet eruit als een link maar heeft geen adres.")
        inner = next((one.link for one in reversed(self._fields) if one.link), None)
        if look.hidden and isinstance(node, Text):
            self.book.remarks.add(
                "Verborgen tekst is gewone tekst geworden. Haal weg wat weg moet."
            )
        self._pieces.append(Piece(node, look, link or inner, tuple(self._bookmarks.values())))

    def _hyperlink(self, element: Any) -> tuple[int, str] | None:
        target = self.relations.get(xml.value(element, "id"))
        anchor = xml.value(element, "anchor")
        if target is None or not target.outside:
            return self._new_link(f"{INSIDE}{anchor}") if anchor else None
        return self._new_link(f"{target.place}#{anchor}" if anchor else target.place)

    def _new_link(self, url: str) -> tuple[int, str]:
        self._links += 1
        return (self._links, url)

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].shows = True
            self._decide(self._fields[-1])
        elif self._fields and kind == "end":
            ended = self._fields.pop()
            if not ended.shows:
                self._decide(ended)

    def _simple_field(self, element: Any, link: tuple[int, str] | None) -> None:
        self._fields.append(_Field(code=xml.value(element, "instr"), shows=True))
        self._decide(self._fields[-1])
        self._walk(element, link)
        self._fields.pop()

    def _decide(self, one: _Field) -> None:
        """A link and a reference to a note are kept; of other fields what they show."""
        words = one.code.split()
        kind = words[0].upper() if words else ""
        target = words[1].strip('"') if len(words) > 1 else ""
        note = self.book.note_bookmarks.get(target)
        address = _ADDRESS.match(one.code)
        if address:
            one.link = self._new_link(address[1] + (f"#{address[2]}" if address[2] else ""))
        elif kind in ("NOTEREF", "REF") and note:
            one.hidden = True
            self._outside(one, FootnoteReference(self.book.note(*note)))
        elif place := _PLACE.match(one.code):
            one.link = self._new_link(f"{INSIDE}{place[1]}")
        elif kind in ("HYPERLINK", "REF", "NOTEREF", "PAGEREF"):
            self.book.remarks.add(_INNER_LINK)
        else:
            self.book.remarks.add(f"Een veld van Word ({kind or 'leeg'}) is gewone tekst geworden.")

    def _outside(self, one: _Field, node: Inline) -> None:
        """Add a node that takes the place of what a field shows."""
        stack, self._fields = self._fields, [field for field in self._fields if field is not one]
        self._add(node, Look(), None)
        self._fields = stack
