"""How large a black box is, and which thin band through the glyphs takes them out.

A box that fits a name exactly gives the name away: with the width known to a tenth of a point, a
list of a thousand surnames falls to a handful (Bland et al., *Story Beyond the Eye*). Where the
words of a line can move, ``neutral`` gives gap and box a width that tells nothing; elsewhere a box
is widened to a fixed step as far as there is white space.

All functions see text as level (``geometry.level``).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from woo.model.geometry import Box

# In heights of a line of text (ascender to descender, some 1.25 em).
STEP = 2.4
_GAP = 0.16  # stays free between a box and a neighbouring glyph
_SCAN_PADS = (0.15, 0.12, 0.3)  # at the sides, above and below words that OCR read
_STRIP = 0.12  # how thick the band is that takes glyphs out
_EDGE = 0.08  # a glyph is taken out by what comes this far into it, and a little more
# Spots in a glyph's box, from its heart outwards.
_SPOTS = sorted(
    ((across / 40, down / 40) for across in range(6, 35, 2) for down in range(6, 35, 2)),
    key=lambda spot: (spot[0] - 0.5) ** 2 + (spot[1] - 0.5) ** 2,
)
_LABEL = 0.42  # width per letter of a label at its smallest


def strips_through(boxes: Sequence[Box], beside: Iterable[Box] = ()) -> tuple[Box, ...]:
    """What takes these glyphs out and those ``beside`` them not.

    One band through the middle when the glyphs are level, else the heart of each. Where that would
    take a neighbour too (slanted text, glyphs that overlap), a spot in each glyph that misses them.
    """
    strips = _bands(boxes)
    touched = [box for box in beside if any(_takes(strip, box) for strip in strips)]
    if not touched:
        return strips
    near = [box for box in beside if any(_takes(own, box) for own in boxes)]
    return tuple(_spot(box, near) for box in boxes)


def _bands(boxes: Sequence[Box]) -> tuple[Box, ...]:
    middles = [(box.y0 + box.y1) / 2 for box in boxes]
    height = min(box.height for box in boxes)
    if max(middles) - min(middles) >= 0.1 * height:
        return tuple(kernel(box) for box in boxes)
    middle = sum(middles) / len(middles)
    first, last = boxes[0], boxes[-1]
    x0, x1 = min(b.x0 for b in boxes), max(b.x1 for b in boxes)
    half = _STRIP * height / 2
    return (
        Box(
            x0 + min(0.15 * first.width, (x1 - x0) / 3),
            middle - half,
            x1 - min(0.15 * last.width, (x1 - x0) / 3),
            middle + half,
        ),
    )


def _takes(strip: Box, glyph: Box) -> bool:
    """Whether MuPDF takes a glyph out: it does when a strip comes within a tenth of its box."""
    width, height = _EDGE * glyph.width, _EDGE * glyph.height
    across = strip.x0 < glyph.x1 - width and glyph.x0 + width < strip.x1
    return across and strip.y0 < glyph.y1 - height and glyph.y0 + height < strip.y1


def _spot(box: Box, beside: Sequence[Box]) -> Box:
    """A small part of a glyph's box, as near to its heart as can be, that misses its neighbours."""
    half_width, half_height = 0.01 * box.width, 0.01 * box.height
    for across, down in _SPOTS:
        x, y = box.x0 + across * box.width, box.y0 + down * box.height
        spot = Box(x - half_width, y - half_height, x + half_width, y + half_height)
        if not any(_takes(spot, other) for other in beside):
            return spot
    return kernel(box)


def kernel(box: Box) -> Box:
    """The heart of one glyph's box."""
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    half, tall = 0.2 * box.width, _STRIP * box.height / 2
    return Box(x - half, y - tall, x + half, y + tall)


def padded(whole: Box, beside: Sequence[Box], limits: tuple[float, float]) -> Box:
    """Room for what the boxes of OCR miss: the tails of letters and a little at the sides.

    Never more than half the way to the next letter, nor over ``limits``.
    """
    side, top, bottom = (part * whole.height for part in _SCAN_PADS)
    left, right = max(whole.x0 - side, limits[0]), min(whole.x1 + side, limits[1])
    for other in beside:
        overlap = min(whole.y1, other.y1) - max(whole.y0, other.y0)
        if overlap < 0.3 * min(whole.height, other.height):
            continue
        if other.x1 <= whole.x0:
            left = max(left, (whole.x0 + other.x1) / 2)
        elif other.x0 >= whole.x1:
            right = min(right, (whole.x1 + other.x0) / 2)
    return Box(min(left, whole.x0), whole.y0 - top, max(right, whole.x1), whole.y1 + bottom)


def lowered(whole: Box, beside: Sequence[Box]) -> Box:
    """Cut the height where lines stand so close that the box would cover their letters."""
    top, bottom = whole.y0 + 0.06 * whole.height, whole.y1 - 0.04 * whole.height
    middle, inside = (whole.y0 + whole.y1) / 2, 0.1 * whole.height
    for box in beside:
        if box.x1 <= whole.x0 or box.x0 >= whole.x1:
            continue
        if box.y1 - 0.06 * box.height > top and (box.y0 + box.y1) / 2 < whole.y0 + inside:
            top = min(box.y1 - 0.06 * box.height, middle - 0.2 * whole.height)
        if box.y0 + 0.15 * box.height < bottom and (box.y0 + box.y1) / 2 > whole.y1 - inside:
            bottom = max(box.y0 + 0.15 * box.height, middle + 0.2 * whole.height)
    return replace(whole, y0=top, y1=bottom)


def narrowed(whole: Box, beside: Sequence[Box]) -> Box:
    """Cut the sides where the box of a slanted or overlapping letter would cover its neighbour."""
    most, middle = 0.4 * min(whole.width, whole.height), (whole.x0 + whole.x1) / 2
    x0, x1 = whole.x0, whole.x1
    for box in beside:
        overlap = min(whole.y1, box.y1) - max(whole.y0, box.y0)
        if overlap < 0.15 * min(whole.height, box.height):
            continue
        if (box.x0 + box.x1) / 2 > middle:
            x1 = min(x1, max(box.x0, whole.x1 - most))
        else:
            x0 = max(x0, min(box.x1, whole.x0 + most))
    return replace(whole, x0=x0, x1=max(x0, x1))


def inner_half(box: Box) -> Box:
    """The inner half of a box: letters on a slant stand in each other's boxes."""
    width, height = box.width / 4, box.height / 4
    return Box(box.x0 + width, box.y0 + height, box.x1 - width, box.y1 - height)


def between_lines(
    box: Box, lines: Iterable[Box], limits: tuple[float, float]
) -> tuple[float, float]:
    """Limits that also keep a box inside the lines to its left and right (a cell of a table)."""
    left, right = limits
    middle = (box.y0 + box.y1) / 2
    for line in lines:
        if line.height < 2 or not line.y0 <= middle <= line.y1:
            continue
        for x in (line.x0, line.x1):
            if left < x <= box.x0:
                left = x + 1
            elif box.x1 <= x < right:
                right = x - 1
    return left, right


def widened(box: Box, beside: Sequence[Box], limits: tuple[float, float], label: str) -> Box:
    """Widen a box to a whole number of steps as far as white space allows, rightwards first."""
    gap = _GAP * box.height
    left, right = limits
    for other in beside:
        if other.y1 <= box.y0 or other.y0 >= box.y1:
            continue
        overlap = min(box.y1, other.y1) - max(box.y0, other.y0)
        if overlap < 0.15 * min(box.height, other.height):
            continue
        if other.x0 + other.x1 < box.x0 + box.x1:
            left = max(left, other.x1 + gap)
        else:
            right = min(right, other.x0 - gap)
    step = STEP * box.height
    wanted = max(math.ceil(box.width / step) * step, _LABEL * box.height * len(label))
    x1 = max(box.x1, min(right, box.x0 + wanted))
    x0 = min(box.x0, max(left, x1 - wanted))
    return replace(box, x0=x0, x1=x1)
