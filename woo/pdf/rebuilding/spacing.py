"""Sets what stays on a marked line anew, so that no number tells how wide the gap was.

Instructions go in and instructions come out: fonts, codes and marked content stay. Positions are
written from the new layout alone: a matrix, an offset or an adjustment that depended on what was
taken out would give it away to somebody who reads the file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woo.model.geometry import Heading
from woo.pdf.rebuilding.measuring import (
    Corner,
    MeasuredPlacement,
    MeasuredShow,
    measure,
    middle_of,
)
from woo.pdf.rebuilding.newplaces import NewPlaces
from woo.pdf.rebuilding.textwalk import Block, Placement, walk
from woo.pdf.rebuilding.textwriting import write
from woo.pdf.removing.marks import Respacing

# How far a glyph may be from where MuPDF saw it, in points.
_NEAR = 0.35


@dataclass(frozen=True, slots=True)
class Band:
    """A marked line, in level coordinates."""

    heading: Heading
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Respaced:
    """The new instructions, and which of the respacings (by index) could be carried out."""

    instructions: list[Any]
    applied: frozenset[int]


def respace(
    instructions: Sequence[Any],
    fonts: Mapping[str, Any],
    bands: Sequence[Band],
    respacings: Sequence[Respacing],
    corner: Corner,
) -> Respaced:
    """Carry out the respacings of one page of which every glyph is understood.

    On all ``bands`` numbers and positions that no glyph needs any more are dropped.
    """
    try:
        blocks = list(walk(instructions, fonts))
    except (ArithmeticError, IndexError, TypeError, ValueError):
        return Respaced(list(instructions), frozenset())
    measured = {
        id(place): found
        for block in blocks
        for place in block.placements
        if _is_on(place, bands, corner)
        and (found := measure(place, instructions, corner)) is not None
    }
    lines = _Lines(blocks, measured, corner)
    applied = [index for index, one in enumerate(respacings) if lines.fits(one)]
    places = NewPlaces([respacings[index] for index in applied], measured, corner)
    return Respaced(write(instructions, blocks, places), frozenset(applied))


def _is_on(place: Placement, bands: Sequence[Band], corner: Corner) -> bool:
    """Whether any string from this place stands on a marked line."""
    if not place.shows:
        return False
    heading, _ = place.direction()
    near = [band for band in bands if band.heading is heading]
    if heading is None or not near:
        return False
    for show in place.shows:
        middle = middle_of(place, show.state, heading, corner)
        if any(band.top <= middle <= band.bottom for band in near):
            return True
    return False


class _Lines:
    """What the operators show on the marked lines, to be held against what MuPDF saw there."""

    def __init__(
        self, blocks: Sequence[Block], measured: Mapping[int, MeasuredPlacement], corner: Corner
    ) -> None:
        self._own = {
            id(place)
            for block in blocks
            if block.own_matrix is not None
            for place in block.placements
        }
        self._measured = list(measured.values())
        self._corner = corner

    def fits(self, respacing: Respacing) -> bool:
        """Whether a respacing can be carried out without guessing."""
        strip = respacing.strip
        pages, starts, own = set(), [], True
        for found in self._measured:
            if found.heading is not respacing.heading:
                continue
            for shown in found.shows:
                if not strip.y0 <= shown.middle <= strip.y1:
                    continue
                inside = [
                    glyph.start for glyph in shown.glyphs if strip.x0 <= glyph.middle <= strip.x1
                ]
                if not inside:
                    continue
                if not self._is_free(shown, respacing):
                    return False
                starts += inside
                pages.add(found.placement.state.page)
                own = own and id(found.placement) in self._own
        starts.sort()
        return (
            # One coordinate system for the whole line, or each string its own that can be moved:
            # else an operator that sets one would still say where text stood.
            (len(pages) <= 1 or own)
            and len(starts) == len(respacing.starts)
            and all(
                abs(one - other) < _NEAR
                for one, other in zip(starts, respacing.starts, strict=True)
            )
        )

    def _is_free(self, shown: MeasuredShow, respacing: Respacing) -> bool:
        """No clip that was cut to the text, and letter spacing that no line was filled with."""
        state = shown.show.state
        if respacing.spread and abs(state.spacing) > 0.001 * state.size:
            return False
        if state.clip is None:
            return True
        x0, y0, x1, y1 = state.clip
        corners = [
            self._corner.along_and_across(respacing.heading, x, y)[0]
            for x, y in ((x0, y0), (x1, y1))
        ]
        low, high = min(corners), max(corners)
        first = min([*respacing.starts, *(start for start, _ in respacing.gaps)])
        last = max(respacing.last, respacing.new_last)
        return low <= first + 1 and high >= last - 1
