"""Follows the text operators of a page: where each string is shown, in which font and state.

ISO 32000-1 section 9.4. Only what the operators of the page itself show; forms that it draws keep
their place.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Any

from woo.model.geometry import Heading
from woo.pdf.matrices import IDENTITY, Matrix, matrix_of, multiply
from woo.pdf.rebuilding.fontwidths import FontWidths, font_widths

PLACING = frozenset({"Td", "TD", "T*", "Tm", "'", '"'})
SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_PAINTING = frozenset({"b", "B", "b*", "B*", "f", "F", "f*", "s", "S", "n"})
_BUILDING = frozenset({"m", "l", "c", "v", "y", "re"})
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class TextState:
    """The graphics state as far as text needs it; ``page`` maps to user space of the page."""

    page: Matrix = IDENTITY
    clip: Rectangle | None = None
    font: FontWidths | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class Show:
    """A string that instruction ``index`` shows."""

    index: int
    state: TextState


@dataclass(slots=True)
class Placement:
    """Instruction ``index`` (BT or a positioning operator) sets ``matrix``; strings follow."""

    index: int
    operator: str
    matrix: Matrix
    state: TextState
    shows: list[Show] = field(default_factory=list)

    def direction(self) -> tuple[Heading | None, float]:
        """Which way text runs from here, and page units per unit of text space along it.

        None for slanted or mirrored text.
        """
        a, b, c, d, _, _ = multiply(self.matrix, self.state.page)
        length = hypot(a, b)
        if a * d - b * c <= 0 or length == 0:
            return None, 1.0
        along = (round(a / length, 3), round(b / length, 3))
        return _HEADINGS.get(along), length

    def origin(self, rise: float = 0.0) -> tuple[float, float]:
        """The pen in user space when the matrix is set."""
        _, _, c, d, e, f = multiply(self.matrix, self.state.page)
        return e + rise * c, f + rise * d


_HEADINGS = {
    (1.0, 0.0): Heading.RIGHT,
    (0.0, 1.0): Heading.UP,
    (-1.0, 0.0): Heading.LEFT,
    (0.0, -1.0): Heading.DOWN,
}


@dataclass(slots=True)
class Scope:
    """A ``cm`` (instruction ``index``) until its ``Q``: what is drawn under it."""

    index: int
    blocks: int = 0
    draws: bool = False


@dataclass(slots=True)
class Block:
    """The instructions from a BT (``first``) to its ET (``last``), under the last ``cm``."""

    first: int
    last: int
    placements: list[Placement]
    scope: Scope | None = None

    @property
    def own_matrix(self) -> int | None:
        """The index of a ``cm`` that places nothing but one string of this block."""
        scope = self.scope
        if scope is None or scope.draws or scope.blocks != 1:
            return None
        return scope.index if sum(bool(place.shows) for place in self.placements) == 1 else None


def walk(instructions: Sequence[Any], fonts: Mapping[str, Any]) -> Iterator[Block]:
    """Every text block of a page. Raises ValueError for operands that make no sense."""
    walker = _Walker(instructions, fonts)
    for index, instruction in enumerate(instructions):
        block = walker.step(index, instruction, str(instruction.operator))
        if block is not None:
            yield block


class _Walker:
    def __init__(self, instructions: Sequence[Any], fonts: Mapping[str, Any]) -> None:
        self._instructions = instructions
        self._fonts = fonts
        self._widths: dict[str, FontWidths | None] = {}
        self._state = TextState()
        self._saved: list[TextState] = []
        self._line = IDENTITY
        self._block: Block | None = None
        self._path = -1
        self._clips = False
        self._scopes: list[list[Scope]] = [[]]

    def step(self, index: int, instruction: Any, operator: str) -> Block | None:
        if operator == "BT":
            self._line = IDENTITY
            place = Placement(index, operator, IDENTITY, self._state)
            self._open_block(Block(index, index, [place]))
        elif operator == "ET":
            block, self._block = self._block, None
            if block is not None:
                block.last = index
            return block
        elif operator in PLACING or operator in SHOWING:
            self._text(index, instruction, operator)
        elif operator in _BUILDING or operator in _PAINTING or operator in {"W", "W*"}:
            self._drawing(index, operator)
        elif operator in {"q", "Q", "cm"}:
            self._nest(index, instruction, operator)
        elif operator in {"Do", "sh", "INLINE IMAGE"}:
            self._draws()
        elif (change := _CHANGES.get(operator)) is not None:
            change(self, instruction.operands)
        return None

    def _open_block(self, block: Block) -> None:
        self._block = block
        for scope in (scope for scopes in self._scopes for scope in scopes):
            scope.blocks += 1
        if self._scopes[-1]:
            block.scope = self._scopes[-1][-1]

    def _draws(self) -> None:
        for scope in (scope for scopes in self._scopes for scope in scopes):
            scope.draws = True

    def _nest(self, index: int, instruction: Any, operator: str) -> None:
        if operator == "cm":
            self._change(page=multiply(matrix_of(instruction.operands), self._state.page))
            self._scopes[-1].append(Scope(index))
        elif operator == "q":
            self._saved.append(self._state)
            self._scopes.append([])
        elif self._saved:
            self._state = self._saved.pop()
            self._scopes.pop()

    def _text(self, index: int, instruction: Any, operator: str) -> None:
        if operator in PLACING:
            self._place(instruction, operator)
            if self._block is not None:
                place = Placement(index, operator, self._line, self._state)
                self._block.placements.append(place)
        if operator in SHOWING and self._block is not None:
            self._block.placements[-1].shows.append(Show(index, self._state))

    def _place(self, instruction: Any, operator: str) -> None:
        operands = instruction.operands
        if operator == "Tm":
            self._line = matrix_of(operands)
            return
        x, y = 0.0, -self._state.leading
        if operator in {"Td", "TD"}:
            x, y = float(operands[0]), float(operands[1])
        if operator == "TD":
            self._change(leading=-y)
        if operator == '"':
            self._change(word_spacing=float(operands[0]), spacing=float(operands[1]))
        self._line = multiply((1, 0, 0, 1, x, y), self._line)

    def _drawing(self, index: int, operator: str) -> None:
        if operator in _BUILDING:
            self._path = index if self._path < 0 else self._path
        elif operator in _PAINTING:
            if self._clips and self._path >= 0:
                self._clip(self._instructions[self._path : index])
            self._path, self._clips = -1, False
            self._draws()
        else:
            self._clips = True

    def _clip(self, path: Sequence[Any]) -> None:
        """Narrow the clip to the bounds of a path."""
        points: list[tuple[float, float]] = []
        for instruction in path:
            numbers = [float(value) for value in instruction.operands]
            if str(instruction.operator) == "re":
                x, y, width, height = numbers
                numbers = [x, y, x + width, y, x, y + height, x + width, y + height]
            points += zip(numbers[::2], numbers[1::2], strict=True)
        placed = [multiply((1, 0, 0, 1, x, y), self._state.page)[4:] for x, y in points]
        xs, ys = [x for x, _ in placed], [y for _, y in placed]
        found = (min(xs), min(ys), max(xs), max(ys))
        known = self._state.clip or found
        low = (max(found[0], known[0]), max(found[1], known[1]))
        self._change(clip=(*low, min(found[2], known[2]), min(found[3], known[3])))

    def _change(self, **values: Any) -> None:
        """Strings keep the state in which they are shown, so it is replaced, not changed."""
        self._state = replace(self._state, **values)

    # Operators, by name.

    def font(self, operands: Any) -> None:
        name = str(operands[0])
        if name not in self._widths:
            found = self._fonts.get(name)
            self._widths[name] = None if found is None else font_widths(found)
        self._change(font=self._widths[name], size=float(operands[1]))

    def spacing(self, operands: Any) -> None:
        self._change(spacing=float(operands[0]))

    def word_spacing(self, operands: Any) -> None:
        self._change(word_spacing=float(operands[0]))

    def scale(self, operands: Any) -> None:
        self._change(scale=float(operands[0]) / 100)

    def leading(self, operands: Any) -> None:
        self._change(leading=float(operands[0]))

    def rise(self, operands: Any) -> None:
        self._change(rise=float(operands[0]))


_CHANGES: dict[str, Callable[[_Walker, Any], None]] = {
    "Tf": _Walker.font,
    "Tc": _Walker.spacing,
    "Tw": _Walker.word_spacing,
    "Tz": _Walker.scale,
    "TL": _Walker.leading,
    "Ts": _Walker.rise,
}
