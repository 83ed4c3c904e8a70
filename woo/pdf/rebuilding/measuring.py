"""Where each glyph of a placement stands along its line, from the widths of the fonts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from woo.model.geometry import Heading
from woo.pdf.rebuilding.textwalk import Placement, Show, TextState

_SPACE = 32  # the code that word spacing widens, in fonts with codes of one byte
_MIDDLE = 0.25  # above the baseline, in em


@dataclass(frozen=True, slots=True)
class Corner:
    """The top left of the media box in user space."""

    left: float
    top: float

    def along_and_across(self, heading: Heading, x: float, y: float) -> tuple[float, float]:
        """A point of user space in the coordinates of ``geometry.level``."""
        right, down = x - self.left, self.top - y
        if heading is Heading.RIGHT:
            return right, down
        if heading is Heading.UP:
            return -down, right
        if heading is Heading.LEFT:
            return -right, -down
        return down, -right


@dataclass(frozen=True, slots=True)
class Glyph:
    """One code: its bytes, where it starts, its width, and how far it moves the pen."""

    raw: bytes = field(repr=False)
    start: float
    width: float
    advance: float

    @property
    def middle(self) -> float:
        """Along the line."""
        return self.start + self.width / 2


@dataclass(slots=True)
class MeasuredShow:
    """The glyphs of one string. ``unit`` is an em along the line in page units."""

    show: Show
    middle: float
    unit: float
    glyphs: list[Glyph] = field(default_factory=list)
    end: float = 0.0
    ends_with_number: bool = False


@dataclass(slots=True)
class MeasuredPlacement:
    """All that is shown from one place; ``length`` is page units per unit of text space."""

    placement: Placement
    heading: Heading
    length: float
    origin: float
    shows: list[MeasuredShow]

    def glyphs(self) -> Iterator[Glyph]:
        """In the order in which they are shown."""
        for shown in self.shows:
            yield from shown.glyphs


def middle_of(place: Placement, state: TextState, heading: Heading, corner: Corner) -> float:
    """How far down the middle of small letters is, in level coordinates."""
    _, across = corner.along_and_across(heading, *place.origin(state.rise + _MIDDLE * state.size))
    return across


def measure(place: Placement, instructions: Any, corner: Corner) -> MeasuredPlacement | None:
    """None when a font, a size or the direction is not understood."""
    heading, length = place.direction()
    if heading is None:
        return None
    pen, _ = corner.along_and_across(heading, *place.origin())
    found = MeasuredPlacement(place, heading, length, pen, [])
    for show in place.shows:
        state = show.state
        unit = state.size * state.scale * length
        if state.font is None or unit <= 0:
            return None
        measured = MeasuredShow(show, middle_of(place, state, heading, corner), unit)
        try:
            pen = _measure_show(measured, _parts(instructions[show.index]), pen, length)
        except LookupError:
            return None
        found.shows.append(measured)
    return found


def _parts(instruction: Any) -> Iterator[Any]:
    """The strings and numbers that an operator shows."""
    import pikepdf

    shown = instruction.operands[-1]
    yield from shown if isinstance(shown, pikepdf.Array) else [shown]


def _measure_show(measured: MeasuredShow, parts: Iterator[Any], pen: float, length: float) -> float:
    import pikepdf

    state, font = measured.show.state, measured.show.state.font
    if font is None:
        raise LookupError("no font")
    extra = state.spacing * state.scale * length
    word = state.word_spacing * state.scale * length if font.size == 1 else 0.0
    for part in parts:
        if not isinstance(part, pikepdf.String):
            pen -= float(part) / 1000 * measured.unit
            measured.ends_with_number = True
            continue
        text, size = bytes(part), font.size
        for position, code in enumerate(font.codes(text)):
            width = font.advance(code) * measured.unit
            advance = width + extra + (word if code == _SPACE else 0.0)
            raw = text[position * size : position * size + size]
            measured.glyphs.append(Glyph(raw, pen, width, advance))
            pen += advance
        measured.ends_with_number = measured.ends_with_number and not text
    measured.end = pen
    return pen
