"""The text of a content stream, from its operators alone: what stands in the file, drawn or not.

Unlike an extraction engine it does not care about clipping, layers, colour, render mode or the
edge of the page. ISO 32000-1, 7.8.2 and 9.4.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from math import hypot

from woo.pdf.examining.fontcodes import FontCodes
from woo.pdf.examining.markedcontent import Marked, marked_facts
from woo.pdf.examining.syntax import (
    CONTENT_TOKEN,
    decoded_name,
    hexadecimal_bytes,
    literal_bytes,
    nested_end,
)
from woo.pdf.examining.textstate import Operand, TextState, multiply

_INLINE_IMAGE_END = re.compile(rb"\sEI(?=\s|$)")
# A gap of a fifth of the letter height parts two words; kerning and letter spacing are less.
_WORD_GAP = 0.2
_MAX_OPERANDS = 100_000
# In thousandths of the size of the letters: kerning and the spaces of a filled line are less.
_JUMP = 1500.0
# The last two bytes of the operators l, c, v, y and re, with a space before the short ones.
_STROKES = frozenset(
    {
        b"re",
        *(
            space + sign
            for space in (b" ", b"\n", b"\r", b"\t")
            for sign in (b"l", b"c", b"v", b"y")
        ),
    }
)
_MAX_GAPS = 2000  # of one stream: a table has fewer


@dataclass(frozen=True, slots=True)
class Gap:
    """A jump forward between two strings of one operator, from ``start`` to ``end`` (stream space).

    ``size`` is that of the letters, in the same unit.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    size: float


@dataclass(slots=True)
class ContentText:
    """What one content stream shows and holds.

    ``text`` is read by ToUnicode where there is one; ``other_text`` by the encoding of simple
    fonts only; ``strings`` are those of marked content and others that are not drawn; ``forms``
    the XObjects it draws, by name; ``marked`` its marked content with an identifier or a text of
    its own; ``gaps`` the jumps inside a line; ``strokes`` counts lines, curves and rectangles.
    """

    text: str = field(default="", repr=False)
    other_text: str = field(default="", repr=False)
    strings: list[bytes] = field(default_factory=list, repr=False)
    names: list[str] = field(default_factory=list, repr=False)
    forms: list[str] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list, repr=False)
    gaps: list[Gap] = field(default_factory=list)
    strokes: int = 0
    comments: list[bytes] = field(default_factory=list, repr=False)
    inline_images: list[bytes] = field(default_factory=list, repr=False)


def read_content(data: bytes, fonts: dict[str, FontCodes]) -> ContentText:
    """Read a decoded content stream with the fonts of its resources, by name."""
    reader = _Reader(fonts)
    reader.read(data)
    return reader.finished()


class _Reader(TextState):
    """Follows the text state far enough to know where a word ends."""

    def __init__(self, fonts: dict[str, FontCodes]) -> None:
        super().__init__(fonts)
        self.content = ContentText()
        self.pieces: list[str] = []
        self.others: list[str] = []
        self.operands: list[Operand] = []
        self.marks: list[tuple[int | None, bytes | None, int]] = []

    def finished(self) -> ContentText:
        self.content.text = "".join(self.pieces)
        self.content.other_text = "".join(self.others)
        return self.content

    def read(self, data: bytes) -> None:
        """Run through the operators; what is not understood is skipped, never fatal."""
        at: int | None = 0
        while at is not None:
            at = self._read_from(data, at)
        self._keep(self.operands)

    def _read_from(self, data: bytes, start: int) -> int | None:
        """Read on from here; gives where to go on after what the pattern cannot match whole."""
        operands = self.operands
        for token in CONTENT_TOKEN.finditer(data, start):
            kind = token.lastgroup
            if kind == "drawing":
                self.content.strokes += data[token.end() - 2 : token.end()] in _STROKES
                if operands:
                    self._keep(operands)
                    operands.clear()
                continue
            raw = token.group()
            if kind == "operator":
                if raw == b"ID":
                    operands.clear()
                    return self._inline_image(data, token.end())
                self._operate(raw, operands)
                operands.clear()
            elif (value := _VALUES.get(kind or "")) is not None:
                operands.append(value(raw))
                if len(operands) > _MAX_OPERANDS:
                    operands.clear()
            elif kind == "nested":
                end = nested_end(data, token.start())
                operands.append(literal_bytes(data[token.start() : end]))
                return end
            elif kind == "comment":
                self.content.comments.append(raw)
        return None

    def _inline_image(self, data: bytes, start: int) -> int:
        end = _INLINE_IMAGE_END.search(data, start)
        stop = end.start() if end else len(data)
        self.content.inline_images.append(data[start:stop])
        return end.end() if end else len(data)

    def _keep(self, operands: list[Operand]) -> None:
        """Strings and names that no text operator shows: marked content, stray operands."""
        for operand in operands:
            if isinstance(operand, bytes):
                self.content.strings.append(operand)
            elif isinstance(operand, str):
                self.content.names.append(operand)

    def _operate(self, operator: bytes, operands: list[Operand]) -> None:
        handler = _HANDLERS.get(operator)
        if handler is None:
            self._keep(operands)
            return
        try:
            handler(self, operands)
        except (ValueError, TypeError, IndexError, OverflowError):
            self._keep(operands)

    def show(self, parts: list[Operand]) -> None:
        """Write strings with the kerning between them, and move the pen over it all."""
        if self.pen is not None:
            self._part_words(self.pen)
        font, gap = self.font, 1000 * self._gap()
        thousandths, letters, spaces = 0.0, 0, 0
        for part in parts:
            if isinstance(part, bytes):
                shown = font.shown(part)
                self.pieces.append(shown.text)
                if shown.other_text is not None:
                    self.others.append(shown.other_text)
                thousandths += shown.advance
                letters += shown.letters
                spaces += shown.text.count(" ")
            elif isinstance(part, float):
                if not -gap < part < 1000:
                    self._space(" ")
                    if part < -_JUMP and letters:
                        along = thousandths / 1000 * self.size + self.spacing * letters
                        self._note_gap(along + self.word_spacing * spaces, part)
                thousandths -= part
        advance = thousandths / 1000 * self.size + self.spacing * letters
        self.move((advance + self.word_spacing * spaces) * self.scale)

    def _note_gap(self, along: float, part: float) -> None:
        a, b, c, d, e, f = multiply(self.matrix, self.page)
        ends = [along * self.scale, (along - part / 1000 * self.size) * self.scale]
        start, end = ((e + x * a, f + x * b) for x in ends)
        if len(self.content.gaps) < _MAX_GAPS:
            size = abs(self.size) * abs(a * d - b * c) ** 0.5
            self.content.gaps.append(Gap(start, end, size))

    def _part_words(self, pen: tuple[float, float]) -> None:
        """Write a space or a line break when the pen jumped since the last string."""
        a, b, _, _, e, f = multiply(self.matrix, self.page)
        length = hypot(a, b) or 1.0
        height = abs(self.size) * length or 1.0
        x, y = e - pen[0], f - pen[1]
        along, across = (x * a + y * b) / length / height, (y * a - x * b) / length / height
        if abs(across) > _WORD_GAP or along < -2.0:
            self._space("\n")
        elif not -1.0 < along < self._gap():
            self._space(" ")

    def _gap(self) -> float:
        # Without widths the pen is guessed at half a letter height a glyph.
        return _WORD_GAP if self.font.knows_widths else 0.45

    def _space(self, space: str) -> None:
        self.pieces.append(space)
        if self.others:
            self.others.append(space)

    # Operators, by name.

    def show_string(self, operands: list[Operand]) -> None:
        self.show([_bytes(operands[-1])])
        self._keep(operands[:-1])

    def show_on_new_line(self, operands: list[Operand]) -> None:
        self.new_line([])
        self.show_string(operands[-1:])

    def show_array(self, operands: list[Operand]) -> None:
        self.show(operands)

    def begin_marked(self, operands: list[Operand]) -> None:
        self._keep(operands)
        self.marks.append((*marked_facts(operands), len(self.pieces)))

    def end_marked(self, operands: list[Operand]) -> None:
        self._keep(operands)
        if self.marks:
            identifier, said, start = self.marks.pop()
            if identifier is not None or said is not None:
                shown = "".join(self.pieces[start:])
                self.content.marked.append(Marked(identifier, said, shown))

    def draw_form(self, operands: list[Operand]) -> None:
        self.content.forms.append(str(operands[-1]))


def _bytes(operand: Operand) -> bytes:
    if not isinstance(operand, bytes):
        raise TypeError
    return operand


_VALUES: dict[str, Callable[[bytes], Operand]] = {
    "literal": literal_bytes,
    "hexadecimal": hexadecimal_bytes,
    "number": float,
    "name": decoded_name,
}
_HANDLERS = {
    b"BT": _Reader.begin_text,
    b"q": _Reader.save,
    b"Q": _Reader.restore,
    b"cm": _Reader.concatenate,
    b"Tf": _Reader.set_font,
    b"Tc": _Reader.set_spacing,
    b"Tw": _Reader.set_word_spacing,
    b"Tz": _Reader.set_scale,
    b"TL": _Reader.set_leading,
    b"Td": _Reader.next_line,
    b"TD": _Reader.next_line_leading,
    b"T*": _Reader.new_line,
    b"Tm": _Reader.set_matrix,
    b"Tj": _Reader.show_string,
    b"'": _Reader.show_on_new_line,
    b'"': _Reader.show_on_new_line,
    b"TJ": _Reader.show_array,
    b"Do": _Reader.draw_form,
    b"BDC": _Reader.begin_marked,
    b"BMC": _Reader.begin_marked,
    b"EMC": _Reader.end_marked,
}
