"""Where a content stream writes: font, spacing and matrices (ISO 32000-1, 8.4 and 9.3)."""

from woo.pdf.examining.fontcodes import FontCodes

Operand = bytes | float | str
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """First ``m``, then ``n``."""
    a, b, c, d, e, f = m
    g, h, i, j, k, o = n
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + o,
    )


_LATIN = {code: bytes([code]).decode("cp1252", "replace") for code in range(256)}


class TextState:
    """The graphics state as far as it places text. The pen is where the last glyph ended."""

    def __init__(self, fonts: dict[str, FontCodes]) -> None:
        self.fonts = fonts
        self.font = FontCodes(fallback=_LATIN)
        self.size, self.spacing, self.word_spacing, self.scale = 1.0, 0.0, 0.0, 1.0
        self.leading = 0.0
        self.matrix = self.line = self.page = _IDENTITY
        self.saved: list[Matrix] = []
        self.pen: tuple[float, float] | None = None

    def move(self, distance: float) -> None:
        """Move the pen along the line, in text space."""
        a, b, c, d, e, f = self.matrix
        self.matrix = (a, b, c, d, e + distance * a, f + distance * b)
        _, _, _, _, x, y = multiply(self.matrix, self.page)
        self.pen = (x, y)

    # Operators, by name.

    def begin_text(self, _: list[Operand]) -> None:
        """Operator BT."""
        self.matrix = self.line = _IDENTITY

    def save(self, _: list[Operand]) -> None:
        """Operator q."""
        if len(self.saved) < 1000:
            self.saved.append(self.page)

    def restore(self, _: list[Operand]) -> None:
        """Operator Q."""
        if self.saved:
            self.page = self.saved.pop()

    def concatenate(self, operands: list[Operand]) -> None:
        """Operator cm."""
        self.page = multiply(_matrix(operands), self.page)

    def set_font(self, operands: list[Operand]) -> None:
        """Operator Tf."""
        self.size = float(operands[-1])
        self.font = self.fonts.get(str(operands[0])) or FontCodes(fallback=_LATIN)

    def set_spacing(self, operands: list[Operand]) -> None:
        """Operator Tc."""
        self.spacing = float(operands[0])

    def set_word_spacing(self, operands: list[Operand]) -> None:
        """Operator Tw."""
        self.word_spacing = float(operands[0])

    def set_scale(self, operands: list[Operand]) -> None:
        """Operator Tz."""
        self.scale = float(operands[0]) / 100

    def set_leading(self, operands: list[Operand]) -> None:
        """Operator TL."""
        self.leading = float(operands[0])

    def next_line(self, operands: list[Operand]) -> None:
        """Operator Td."""
        x, y = float(operands[0]), float(operands[1])
        self.line = self.matrix = multiply((1, 0, 0, 1, x, y), self.line)

    def next_line_leading(self, operands: list[Operand]) -> None:
        """Operator TD."""
        self.leading = -float(operands[1])
        self.next_line(operands)

    def new_line(self, _: list[Operand]) -> None:
        """Operator T*."""
        self.next_line([0.0, -self.leading])

    def set_matrix(self, operands: list[Operand]) -> None:
        """Operator Tm."""
        self.line = self.matrix = _matrix(operands)


def _matrix(operands: list[Operand]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands[-6:])
    return (a, b, c, d, e, f)
