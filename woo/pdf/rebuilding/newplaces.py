"""Where the glyphs on marked lines go: the respacings of a page, per string and glyph."""

from collections.abc import Iterator, Mapping, Sequence

from woo.pdf.matrices import SAME
from woo.pdf.rebuilding.measuring import Corner, Glyph, MeasuredPlacement, MeasuredShow
from woo.pdf.rebuilding.textwalk import Placement
from woo.pdf.removing.marks import Respacing


class NewPlaces:
    """Where the glyphs of the measured placements go."""

    def __init__(
        self,
        respacings: Sequence[Respacing],
        measured: Mapping[int, MeasuredPlacement],
        corner: Corner,
    ) -> None:
        self.corner = corner
        self.respacings = respacings
        self._measured = measured
        # How much further along the line a matrix of its own brings a placement.
        self.moved: dict[int, float] = {}
        self._by_show: dict[int, list[Respacing]] = {}
        for found in measured.values():
            for shown in found.shows:
                self._by_show[id(shown)] = [
                    one
                    for one in respacings
                    if one.heading is found.heading and one.strip.y0 <= shown.middle <= one.strip.y1
                ]

    def measured(self, place: Placement) -> MeasuredPlacement | None:
        """The glyphs of a placement on a marked line."""
        return self._measured.get(id(place))

    def shift(self, shown: MeasuredShow, glyph: Glyph) -> float:
        """How much further along its line a glyph goes."""
        middle = glyph.middle
        for one in self._by_show[id(shown)]:
            if one.strip.x0 <= middle <= one.strip.x1:
                return one.shift(middle)
        return 0.0

    def start_of(self, found: MeasuredPlacement) -> float:
        """Where a placement is to start: at its first glyph, when that moves or has room before it.

        Else at its own origin.
        """
        for shown in found.shows:
            for glyph in shown.glyphs:
                shift = self.shift(shown, glyph)
                if shift or abs(glyph.start - found.origin) > SAME:
                    return glyph.start + shift
                return found.origin
        return found.origin

    def borders(self, shown: MeasuredShow) -> Iterator[float]:
        """Where, along the line of a string, one shift may end and another begin."""
        for one in self._by_show[id(shown)]:
            yield from one.borders

    def moves_as_one(self, shown: MeasuredShow) -> bool:
        """Whether all glyphs of a string move equally far, with nothing taken out between them."""
        first, last = shown.glyphs[0].middle, shown.glyphs[-1].middle
        return not self.is_spread(shown) and not any(
            first < place <= last for place in self.borders(shown)
        )

    def is_spread(self, shown: MeasuredShow) -> bool:
        """Whether the spaces between the words of a string get another width."""
        return any(
            one.spread
            and shown.glyphs[-1].middle >= one.strip.x0
            and shown.glyphs[0].middle <= one.strip.x1
            for one in self._by_show[id(shown)]
        )

    def crosses_gap(self, shown: MeasuredShow, start: float, end: float) -> bool:
        """Whether something was taken out between two places on the line."""
        return any(
            start < high - SAME and end > low + SAME
            for one in self._by_show[id(shown)]
            for low, high in one.gaps
        )

    @property
    def spreads(self) -> bool:
        """Whether any line gets other spaces."""
        return any(one.spread for one in self.respacings)
