"""Follows the pen over a page: which glyph is shown where, and in which marked content.

Only as exact as it must be to tell which glyphs a strip runs through; the text of a page is read
by ``textlayer``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import hypot
from typing import Any

from woo.pdf.rebuilding.charcodes import CharCodes, Code, char_codes
from woo.pdf.rebuilding.fontuse import cid_widths
from woo.pdf.trees import entries

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
OUTSIDE, ARTIFACT = -1, -2
_MIDDLE = 0.28  # of the letters above the baseline, in em
_DEFAULT_WIDTH = 500.0
_SPACE = 32


@dataclass(frozen=True, slots=True)
class Shown:
    """A glyph with the middle of its letter and its size in user space.

    ``mcid`` is the number of the marked content around it; OUTSIDE when there is none, ARTIFACT
    for what is no part of the text.
    """

    mcid: int
    code: Code
    x: float
    y: float
    size: float


def times(one: Matrix, other: Matrix) -> Matrix:
    """First ``one``, then ``other``."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k,
            e * h + f * j + m)  # fmt: skip


@dataclass(slots=True)
class PenFont:
    """The codes and widths of one font; ``scale`` turns a width into em."""

    codes: CharCodes
    width: Callable[[Code], float]
    scale: float = 0.001


def pen_font(font: Any) -> PenFont:
    """Read a font dictionary; widths that are missing are taken as half an em."""
    import pikepdf

    codes = char_codes(font)
    if codes.wide:
        listed = font.get("/DescendantFonts")
        cid_font: Any = listed[0] if isinstance(listed, pikepdf.Array) and len(listed) else {}
        given = cid_font.get("/W")
        known: dict[int | None, Any] = {}
        if isinstance(given, pikepdf.Array):
            known |= dict(cid_widths(list(given)))
        default = float(cid_font.get("/DW", 1000))
        return PenFont(codes, lambda code: float(known.get(codes.cid(code), default)))
    widths, first = font.get("/Widths"), font.get("/FirstChar", 0)
    listed = list(widths) if isinstance(widths, pikepdf.Array) else []

    def width(code: Code) -> float:
        index = code.value - int(first)
        return float(listed[index]) if 0 <= index < len(listed) else _DEFAULT_WIDTH

    if font.get("/Subtype") == "/Type3" and "/FontMatrix" in font:
        return PenFont(codes, width, abs(float(font["/FontMatrix"][0])))
    return PenFont(codes, width)


@dataclass(slots=True)
class _State:
    """The graphics and text state that moves the pen."""

    matrix: Matrix = IDENTITY
    font: PenFont | None = None
    size: float = 0.0
    numbers: dict[str, float] = field(default_factory=lambda: {"Tz": 100.0})

    def copy(self) -> "_State":
        return _State(self.matrix, self.font, self.size, dict(self.numbers))


class Pen:
    """Runs over the instructions of one content stream.

    ``numbers`` are the MCIDs that it met.
    """

    def __init__(self, resources: Any) -> None:
        self._fonts = entries(resources, "Font")
        self._properties = entries(resources, "Properties")
        self._read: dict[str, PenFont] = {}
        self._state = _State()
        self._saved: list[_State] = []
        self._line = self._text = IDENTITY
        self._open: list[int] = []
        self.numbers: set[int] = set()

    def run(self, instructions: Any) -> Iterator[Shown]:
        """Every glyph in the order in which it is shown."""
        for instruction in instructions:
            operator = str(instruction.operator)
            if operator in _SHOW:
                yield from self._show(operator, instruction.operands)
            elif operator in _MARKED:
                self._mark(operator, instruction.operands)
            elif operator in _MOVES:
                _MOVES[operator](self, [float(number) for number in instruction.operands])
            elif operator in _NUMBERS:
                self._state.numbers[operator] = float(instruction.operands[0])
            elif operator == "Tf":
                self._state.font = self._font(str(instruction.operands[0]))
                self._state.size = float(instruction.operands[1])

    def _font(self, name: str) -> PenFont | None:
        if name not in self._read and name in self._fonts:
            self._read[name] = pen_font(self._fonts[name])
        return self._read.get(name)

    def _mark(self, operator: str, operands: Any) -> None:
        if operator == "EMC":
            if self._open:
                self._open.pop()
            return
        inherited = self._open[-1] if self._open else OUTSIDE
        number = marked_number(operands, self._properties)
        if number is not None:
            inherited = number
            self.numbers.add(number)
        elif str(operands[0]) == "/Artifact":
            inherited = ARTIFACT
        self._open.append(inherited)

    def _show(self, operator: str, operands: Any) -> Iterator[Shown]:
        import pikepdf

        if operator == '"':
            self._state.numbers["Tw"], self._state.numbers["Tc"] = map(float, operands[:2])
        if operator in {"'", '"'}:
            self.next_line([])
        font, last = self._state.font, operands[-1]
        for part in last if isinstance(last, pikepdf.Array) else [last]:
            if not isinstance(part, pikepdf.String):
                self._advance(-float(part) / 1000 * self._state.size)
            elif font is not None:
                for code in font.codes.split(bytes(part)):
                    yield self._glyph(font, code)

    def _glyph(self, font: PenFont, code: Code) -> Shown:
        state = self._state
        width = font.width(code) * font.scale * state.size
        along = width / 2 * state.numbers["Tz"] / 100
        rise = state.numbers.get("Ts", 0.0) + _MIDDLE * state.size
        a, b, c, d, e, f = times(self._text, state.matrix)
        spacing = state.numbers.get("Tc", 0.0)
        if code.value == _SPACE and code.size == 1:
            spacing += state.numbers.get("Tw", 0.0)
        self._advance(width + spacing)
        inside = self._open[-1] if self._open else OUTSIDE
        x, y = along * a + rise * c + e, along * b + rise * d + f
        return Shown(inside, code, x, y, hypot(c, d) * abs(state.size))

    def _advance(self, distance: float) -> None:
        moved = distance * self._state.numbers["Tz"] / 100
        a, b, c, d, e, f = self._text
        self._text = (a, b, c, d, e + moved * a, f + moved * b)

    def save(self, _: list[float]) -> None:
        """Operator q."""
        self._saved.append(self._state.copy())

    def restore(self, _: list[float]) -> None:
        """Operator Q."""
        if self._saved:
            self._state = self._saved.pop()

    def transform(self, numbers: list[float]) -> None:
        """Operator cm."""
        self._state.matrix = times(_matrix(numbers), self._state.matrix)

    def begin_text(self, _: list[float]) -> None:
        """Operator BT."""
        self._line = self._text = IDENTITY

    def set_text(self, numbers: list[float]) -> None:
        """Operator Tm."""
        self._line = self._text = _matrix(numbers)

    def move(self, numbers: list[float]) -> None:
        """Operator Td."""
        self._line = self._text = times((1, 0, 0, 1, numbers[0], numbers[1]), self._line)

    def move_and_lead(self, numbers: list[float]) -> None:
        """Operator TD."""
        self._state.numbers["TL"] = -numbers[1]
        self.move(numbers)

    def next_line(self, _: list[float]) -> None:
        """Operator T*."""
        self.move([0, -self._state.numbers.get("TL", 0.0)])


def _matrix(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return (a, b, c, d, e, f)


def marked_number(operands: Any, properties: Any) -> int | None:
    """The MCID of a BDC operator, written in place or in the properties of the resources."""
    import pikepdf

    if len(operands) < 2:
        return None
    given = operands[1]
    if isinstance(given, pikepdf.Name):
        given = properties.get(str(given))
    number: Any = given.get("/MCID") if isinstance(given, pikepdf.Dictionary) else None
    return int(number) if isinstance(number, int) and number >= 0 else None


_SHOW = frozenset({"Tj", "TJ", "'", '"'})
_MARKED = frozenset({"BMC", "BDC", "EMC"})
_NUMBERS = frozenset({"Tc", "Tw", "Tz", "TL", "Ts"})
_MOVES: dict[str, Callable[[Pen, list[float]], None]] = {
    "q": Pen.save,
    "Q": Pen.restore,
    "cm": Pen.transform,
    "BT": Pen.begin_text,
    "Tm": Pen.set_text,
    "Td": Pen.move,
    "TD": Pen.move_and_lead,
    "T*": Pen.next_line,
}
