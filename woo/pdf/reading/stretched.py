"""Lines that are stretched to the margin: one line again, as their reader sees them.

LibreOffice sets the space of a stretched line in the middle of its gap, and where gaps are wide
MuPDF gives a line for every word and one for every space. What looks for names would then find
*Alphons* and *Kerstens* below each other, or in two cells of a table.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from woo.pdf.reading.textlayer import DrawnLine, TextPage, drawn_lines

NOTHING = "\u200b"
"""In place of a line end: a space of no width, so that every offset stays."""

_LONE_SPACE = re.compile(r"\n[^\S\n]+\n")
_SAME_HEIGHT = 1.0  # point
# Of the wider of the two gaps around a space, and points.
_UNEQUAL, _ROUNDING = 0.25, 0.5


def whole_lines(page: TextPage) -> TextPage:
    """The page with ``NOTHING`` for the line ends inside its stretched lines."""
    ends = set(_inner_ends(page)) if _LONE_SPACE.search(page.text) else set()
    if not ends:
        return page
    text = "".join(NOTHING if place in ends else sign for place, sign in enumerate(page.text))
    return replace(page, text=text)


def _inner_ends(page: TextPage) -> Iterator[int]:
    """The places of the line ends around each space that stands alone in its gap."""
    pairs = pairwise(drawn_lines(page))
    for (left, space), (_, right) in pairwise(pairs):
        if _is_gap(page, left, space, right):
            yield from (left.end, space.end)


def _is_gap(page: TextPage, left: DrawnLine, space: DrawnLine, right: DrawnLine) -> bool:
    if not page.text[space.start : space.end].isspace():
        return False
    if max(abs(one.y0 - space.first.y0) for one in (left.last, right.first)) > _SAME_HEIGHT:
        return False
    before, behind = space.first.x0 - left.last.x1, right.first.x0 - space.last.x1
    unequal = abs(before - behind) - _ROUNDING
    return min(before, behind) > 0 and unequal <= _UNEQUAL * max(before, behind)
