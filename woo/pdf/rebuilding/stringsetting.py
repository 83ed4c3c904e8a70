"""Sets strings on marked lines: the numbers that bring each glyph to its new place."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import inf
from typing import Any

from woo.model.geometry import Heading
from woo.pdf.matrices import Matrix, multiply
from woo.pdf.rebuilding.measuring import Glyph, MeasuredPlacement, MeasuredShow
from woo.pdf.rebuilding.newplaces import NewPlaces

# What is placed this near to where it would be by the widths of the font is placed there: the rest
# is rounding by its maker, which may hold something of the old place. Points.
SNAP = 0.03
_NOTHING = 1e-4  # points
# Thousandths of an em after a gap: whole ones, so that no noise of the old place comes along.
_AFTER_A_GAP, _ELSEWHERE = 0, 2


class StringSetter:
    """Follows the pen along the new lines. ``pens`` is where the last string of each heading ended.

    That place is as the widths have it, without what was rounded away in writing.
    """

    def __init__(self, places: NewPlaces) -> None:
        self.pens: dict[Heading, float] = {}
        self._places = places
        self._pen = self._last = self._offset = self._rounded = 0.0
        self._last_shift: float | None = None

    def start(self, found: MeasuredPlacement, placed: Matrix, ideal: float) -> None:
        """Begin at a placement that was written as ``placed`` but is to start at ``ideal``."""
        x = multiply(placed, found.placement.state.page)
        pen, _ = self._places.corner.along_and_across(found.heading, x[4], x[5])
        self._pen = pen + self._places.moved.get(id(found), 0.0)
        self._last, self._offset = found.origin, 0.0
        # What the writing of the position rounded away; small, unless it was not written anew.
        rounded = self._pen - ideal
        self._rounded = rounded if abs(rounded) < SNAP else 0.0
        self._last_shift = None

    def _as_one(self, found: MeasuredPlacement, shown: MeasuredShow, given: Any) -> Any:
        """A string as it was, with a number before it when it starts elsewhere."""
        import pikepdf

        first, last = shown.glyphs[0], shown.glyphs[-1]
        parts = list(_trimmed(given.operands[-1]))
        begins = next((i for i, part in enumerate(parts) if isinstance(part, pikepdf.String)), 0)
        number = self._number_before(shown, first)
        parts = [*([] if number is None else [number]), *parts[begins:]]
        shift = self._last_shift or 0.0
        self._pen = last.start + last.advance + shift + self._offset
        self._last = last.start + last.width
        self.pens[found.heading] = self._pen - self._rounded
        return show_parts(parts)

    def _number_before(self, shown: MeasuredShow, glyph: Glyph) -> Decimal | None:
        """What brings the pen to the new place of a glyph; the pen is there afterwards."""
        shift = self._places.shift(shown, glyph)
        if self._last_shift is None:
            self._offset = self._pen - glyph.start - shift
            self._last, self._last_shift = glyph.start, shift
        moved = shift != self._last_shift or self._places.crosses_gap(
            shown, self._last, glyph.start
        )
        target = glyph.start + shift + (0.0 if moved else self._offset)
        digits = _AFTER_A_GAP if moved else _ELSEWHERE
        number = round(-1000 * (target - self._pen) / shown.unit, digits)
        found = None
        if abs(number) > 0.05:
            found = pdf_number(number)
            self._pen -= number / 1000 * shown.unit
        if moved:
            # What was rounded away stays so for the glyphs that follow.
            self._offset = self._pen - target
        self._last_shift = shift
        return found

    def _anew(self, found: MeasuredPlacement, shown: MeasuredShow, *, drops_words: bool) -> Any:
        """One string with the numbers that bring each glyph to its new place."""
        state = shown.show.state
        word = state.word_spacing * state.scale * found.length if drops_words else 0.0
        parts: list[Any] = []
        borders = iter([*sorted(self._places.borders(shown)), inf])
        border, follows = -inf, -inf
        for glyph in shown.glyphs:
            middle = glyph.start + glyph.width / 2
            if middle < border and abs(glyph.start - follows) < _NOTHING:
                parts[-1] += glyph.raw
            else:
                number = self._number_before(shown, glyph)
                parts += (
                    [bytearray(glyph.raw)] if number is None else [number, bytearray(glyph.raw)]
                )
                border = (
                    next(place for place in borders if place > middle)
                    if middle >= border
                    else border
                )
            widened = word if glyph.raw == b" " else 0.0
            follows = -inf if widened else glyph.start + glyph.advance
            self._pen += glyph.advance - widened
            self._last = glyph.start + glyph.width
        self.pens[found.heading] = self._pen - self._rounded
        return show_parts(parts)

    def set(self, found: MeasuredPlacement, shown: MeasuredShow, given: Any) -> Any:
        """The instruction that shows a string at its new place."""
        if self._places.moves_as_one(shown):
            return self._as_one(found, shown, given)
        return self._anew(found, shown, drops_words=self._places.is_spread(shown))


def _trimmed(shown: Any) -> Iterator[Any]:
    """The strings and numbers that an operator shows, up to the last string."""
    import pikepdf

    parts = list(shown) if isinstance(shown, pikepdf.Array) else [shown]
    while parts and not isinstance(parts[-1], pikepdf.String):
        parts.pop()
    yield from parts


def pdf_number(value: float) -> Decimal:
    """A number as it is written: no more decimals than it needs."""
    return Decimal(f"{value:.6f}".rstrip("0").rstrip("."))


def show_parts(parts: Sequence[Any]) -> Any:
    """The instruction that shows strings with numbers between them."""
    import pikepdf

    written = [
        pikepdf.String(bytes(part)) if isinstance(part, bytearray) else part for part in parts
    ]
    if len(written) == 1 and isinstance(written[0], pikepdf.String):
        return pikepdf.ContentStreamInstruction(written, pikepdf.Operator("Tj"))
    return pikepdf.ContentStreamInstruction([pikepdf.Array(written)], pikepdf.Operator("TJ"))
