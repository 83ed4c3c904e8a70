"""Cuts a marked-content sequence in two, so that something may be said between the halves.

A sequence that began before its text object cannot end inside it (ISO 32000-1, 14.6.1): the part
before the text object, the parts within it and the part behind it each get a number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from woo.pdf.rebuilding.charcodes import CharCodes, char_codes
from woo.pdf.rebuilding.contents import PAINTING, SHOWING
from woo.pdf.rebuilding.nesting import nested
from woo.pdf.rebuilding.pen import marked_number
from woo.pdf.rebuilding.textoperators import (
    STRINGS,
    as_operands,
    halves,
    parts,
    showing,
    texts,
)
from woo.pdf.trees import entries


@dataclass(frozen=True, slots=True)
class Cut:
    """A place in a sequence: before its glyph number ``glyph``, from 0."""

    glyph: int


Pieces = dict[int, list[int | Cut]]
"""Per sequence that was cut: the numbers of its pieces and the cuts between them, in order."""


@dataclass(slots=True)
class _Place:
    """Where a cut falls: in which instruction, before which of its glyphs, in which text object."""

    cut: Cut
    instruction: int
    offset: int
    text: int


@dataclass(slots=True)
class _Sequence:
    """A sequence that must be cut. ``text`` is the text object it stands in, or -1."""

    number: int
    tag: Any
    text: int
    depth: int
    glyphs: int = 0
    places: list[_Place] = field(default_factory=list)


class _Finding:
    """First walk: finds the instruction at which each cut falls."""

    def __init__(self, resources: Any, cuts: Mapping[int, Sequence[Cut]]) -> None:
        self._fonts = entries(resources, "Font")
        self._codes: dict[str, CharCodes] = {}
        self._cuts = cuts
        self._open: list[int | None] = []
        self._font, self._saved = "", [""]
        self._text = -1
        self._text_depth = 0
        self.sequences: dict[int, _Sequence] = {}
        self.ends: dict[int, int] = {}

    def run(self, instructions: Sequence[Any]) -> None:
        """Fill ``sequences``, and ``ends`` from the BT of each text object to its ET."""
        for index, instruction in enumerate(instructions):
            operator, operands = str(instruction.operator), instruction.operands
            if operator in {"BMC", "BDC"}:
                self._begin(operands)
            elif operator == "EMC" and self._open:
                self._open.pop()
            elif operator == "BT":
                self._text, self._text_depth = index, len(self._open)
            elif operator == "ET":
                self._end_text(index)
            elif operator == "q":
                self._saved.append(self._font)
            elif operator == "Q" and len(self._saved) > 1:
                self._font = self._saved.pop()
            elif operator == "Tf":
                self._font = str(operands[0])
            elif operator in STRINGS:
                self._show(index, operands)

    def _begin(self, operands: Any) -> None:
        number = marked_number(operands, {})
        self._open.append(number)
        if number in self._cuts and number is not None and number not in self.sequences:
            self.sequences[number] = _Sequence(number, operands[0], self._text, len(self._open))

    def _end_text(self, index: int) -> None:
        if len(self._open) == self._text_depth:
            self.ends[self._text] = index
        self._text = -1

    def _show(self, index: int, operands: Any) -> None:
        inside = next((n for n in reversed(self._open) if n is not None), None)
        sequence = self.sequences.get(inside) if inside is not None else None
        if sequence is None or self._font not in self._fonts:
            return
        count = sum(1 for text in texts(operands) for _ in self.codes(self._font).split(text))
        whole = len(self._open) == sequence.depth
        known = sequence.text == self._text or self._text_depth == sequence.depth
        for cut in self._cuts[sequence.number]:
            offset = cut.glyph - sequence.glyphs
            if cut.glyph > 0 and 0 <= offset < count and whole and known:
                sequence.places.append(_Place(cut, index, offset, self._text))
        sequence.glyphs += count

    def codes(self, font: str) -> CharCodes:
        """How the codes of a font in the resources are read."""
        if font not in self._codes:
            self._codes[font] = char_codes(self._fonts[font])
        return self._codes[font]


def split_content(
    pdf: Any, content: bytes, resources: Any, cuts: Mapping[int, Sequence[Cut]], first: int
) -> tuple[bytes, Pieces]:
    """Cut the sequences of a content stream; new numbers count from ``first``.

    A cut that cannot be made (before the first glyph, behind the last one, inside other marked
    content) is put before or behind the sequence.
    """
    import pikepdf

    instructions = nested(pikepdf.parse_content_stream(pdf.make_stream(content)))
    finding = _Finding(resources, cuts)
    finding.run(instructions)
    cutting = _Cutting(finding, first)
    written = cutting.run(instructions)
    pieces = {
        number: _in_order(number, cuts[number], cutting.pieces.get(number, [])) for number in cuts
    }
    return pikepdf.unparse_content_stream(written), pieces


def _in_order(number: int, cuts: Sequence[Cut], made: list[int | Cut]) -> list[int | Cut]:
    """The pieces with the cuts that could not be made at their ends."""
    left = [cut for cut in cuts if cut not in made]
    before: list[int | Cut] = [cut for cut in left if cut.glyph == 0]
    after: list[int | Cut] = [cut for cut in left if cut.glyph > 0]
    return before + (made or [number]) + after


class _Cutting:
    """Second walk: writes the instructions with the cuts in them."""

    def __init__(self, finding: _Finding, first: int) -> None:
        self._finding = finding
        self._next = first
        self._places: dict[int, list[tuple[_Sequence, _Place]]] = {}
        self._around: dict[int, _Sequence] = {}
        for sequence in finding.sequences.values():
            for place in sequence.places:
                inside = sequence.text == place.text
                if not inside and place.text not in finding.ends:
                    continue
                self._places.setdefault(place.instruction, []).append((sequence, place))
                if not inside:
                    self._around[place.text] = sequence
        self._closing = {finding.ends[start]: one for start, one in self._around.items()}
        self._out: list[Any] = []
        self._begun: dict[int, int] = {}
        self._painted = False
        self._font, self._saved = "", [""]
        self._depth = 0
        self._current: _Sequence | None = None
        self.pieces: Pieces = {}

    def run(self, instructions: Sequence[Any]) -> list[Any]:
        """The instructions to write instead."""
        cut = {one.number: one for pairs in self._places.values() for one, _ in pairs}
        for index, instruction in enumerate(instructions):
            operator, operands = str(instruction.operator), instruction.operands
            self._follow_font(operator, operands)
            if operator in {"BMC", "BDC"}:
                self._depth += 1
                number = marked_number(operands, {})
                if number in cut and number not in self.pieces:
                    self._current = cut[number]
                    self._start(self._current, number, instruction)
                    continue
            elif operator == "EMC":
                self._depth -= 1
                if self._current and self._depth == self._current.depth - 1:
                    self._finish()
                    self._current = None
                    continue
            self._write(index, instruction, operator)
        return self._out

    def _follow_font(self, operator: str, operands: Any) -> None:
        if operator == "q":
            self._saved.append(self._font)
        elif operator == "Q" and len(self._saved) > 1:
            self._font = self._saved.pop()
        elif operator == "Tf":
            self._font = str(operands[0])

    def _write(self, index: int, instruction: Any, operator: str) -> None:
        if index in self._around:
            self._finish()
            self._out.append(instruction)
            self._start(self._around[index])
        elif index in self._closing:
            self._finish()
            self._out.append(instruction)
            self._start(self._closing[index])
        elif index in self._places:
            self._cut_up(instruction, operator, self._places[index])
        else:
            self._painted = self._painted or operator in SHOWING | PAINTING
            self._out.append(instruction)

    def _cut_up(
        self, instruction: Any, operator: str, places: Sequence[tuple[_Sequence, _Place]]
    ) -> None:
        """One text-showing operator in parts, with a new sequence from each cut on."""
        operands, done = instruction.operands, 0
        for sequence, place in sorted(places, key=lambda pair: pair[1].offset):
            offset = place.offset - done
            before, after = halves(self._finding.codes(self._font), operands, offset)
            if place.offset > done:
                self._out.append(showing(operator, operands, before))
                self._painted, operator = True, "TJ"
                operands, done = as_operands(after), place.offset
            self._finish()
            self.pieces[sequence.number].append(place.cut)
            self._start(sequence)
        self._out.append(showing(operator, operands, parts(operands)))
        self._painted = True

    def _start(
        self, sequence: _Sequence, number: int | None = None, instruction: Any = None
    ) -> None:
        import pikepdf

        if number is None:
            number, self._next = self._next, self._next + 1
            instruction = pikepdf.ContentStreamInstruction(
                [sequence.tag, pikepdf.Dictionary(MCID=number)], pikepdf.Operator("BDC")
            )
        self.pieces.setdefault(sequence.number, []).append(number)
        self._begun[sequence.number] = len(self._out)
        self._painted = False
        self._out.append(instruction)

    def _finish(self) -> None:
        """End the piece that is open; a piece that shows nothing is not kept."""
        import pikepdf

        if self._current is None:
            return
        number = self._current.number
        if self._painted:
            self._out.append(pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC")))
            return
        del self._out[self._begun[number]]
        self.pieces[number].pop()
