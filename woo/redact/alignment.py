"""How the lines of a paragraph are set: from which ends of the lines near are in line."""

from collections.abc import Iterable
from enum import Enum
from statistics import median

from woo.model.geometry import Box

# In heights of a line (ascender to descender, some 1.25 em).
_SAME_START, _SAME_EDGE = 0.04, 0.1
_ALIKE = 0.34  # so many of the near lines must end at the same place, or it is chance


class Alignment(Enum):
    """How the lines of a paragraph are set."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"
    JUSTIFIED = "justified"


def alignment_of(near: Iterable[Box], x0: float, x1: float, height: float) -> Alignment:
    """From which ends and middles of the lines above and below are in line with this one's.

    That one line ends where this one does may be chance: then the new end must not say so.
    """
    same, lines = _SAME_EDGE * height, list(near)
    enough = max(1.0, _ALIKE * len(lines))
    lefts = [one for one in lines if abs(one.x0 - x0) < _SAME_START * height]
    rights = [one for one in lines if abs(one.x1 - x1) < same]
    centres = [one for one in lines if abs(one.x0 + one.x1 - x0 - x1) < same]
    if len(centres) >= enough and len(centres) > len(lefts) and len(centres) >= len(rights):
        return Alignment.CENTRE
    if len(rights) < enough:
        return Alignment.LEFT
    starts = [one.x0 for one in rights]
    # The first line of a paragraph may be set in.
    is_block = len(rights) > 1 and max(starts) - min(starts) < same
    if is_block or lefts:
        return Alignment.JUSTIFIED if len(rights) > 1 else Alignment.LEFT
    return Alignment.RIGHT


def full_end(near: Iterable[Box], x1: float, height: float) -> float | None:
    """Where the lines end that end with this one: not where a comma hangs in the margin."""
    ends = [one.x1 for one in near if abs(one.x1 - x1) < _SAME_EDGE * height]
    return median(ends) if ends else None
