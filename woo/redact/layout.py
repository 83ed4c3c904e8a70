"""Where the words of a line go, so that gaps take a width that tells nothing.

A gap runs from the last letter before a mark to the first after it, so that spaces and kerning
beside the mark count in. It becomes a whole number of steps; what follows moves along. A line that
was filled out keeps its ends, and all its spaces between words get one new width: the old width
depended on what is gone. Where no number of steps fits, spaces get a common width and the gaps take
what is left: a width that follows from the words that everybody sees.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from statistics import median

from woo.model.geometry import Box
from woo.redact.alignment import Alignment
from woo.redact.lines import Line, Piece

STEP = 4.5  # in em: 50 points in 11 points type
_OVERHANG = 1.0  # in em: how far a line may end beyond the longest near it
_SPACES = (0.16, 0.62)  # in em: narrower or wider spaces between words catch the eye
_SPACE = 0.3  # the most usual
_PLAIN_SPACES = (0.3, 0.25, 0.2, 0.16)
_SMALLEST_GAP = 2.8  # in em: room for a label
_TAB, _TAB_PART = 1.1, 1.8  # in em, and of the usual gap: a wider gap is a tab
_MARGIN = 72.0  # points: how far text without neighbours stays from the edge of the page
_CLEAR = (0.25, 0.07)  # in em: between the box and a word, and when no space stood there

# The new width of a space between words, from the old one and the index of the second word.
Gap = Callable[[float, int], float]


class Kept(StrEnum):
    """Why a gap kept the width of what is gone."""

    SCAN = "scan"
    SLANTED = "slanted"
    DRAWING = "drawing"
    NO_ROOM = "no-room"
    NOT_UNDERSTOOD = "not-understood"
    AS_ASKED = "as-asked"
    RASTER = "raster"


@dataclass(frozen=True, slots=True)
class Placed:
    """The new line: a shift per piece (also of marks), and the new place of each piece.

    ``steps`` per mark; 0 where the gap follows from the words that stay and the ends of the line.
    """

    pieces: tuple[Piece, ...]
    shifts: tuple[float, ...]
    steps: tuple[int, ...]
    is_spread: bool


def lay_out(line: Line) -> Placed | Kept:
    """The new places of the pieces of a line, or why they stay."""
    if line.alignment is Alignment.JUSTIFIED:
        placed = _filled(line)
    else:
        placed = _moved(line)
        if placed is None and line.alignment is Alignment.LEFT:
            placed = _filled(line)
    if placed is None:
        return Kept.NO_ROOM
    if any(_is_torn(line, placed, x0, x1) for x0, x1 in line.tied):
        return Kept.DRAWING
    return placed


def step_of(line: Line) -> float:
    """In points."""
    return STEP * line.em


def _is_torn(line: Line, placed: Placed, x0: float, x1: float) -> bool:
    """Whether a drawing lies at words that move, or shows how wide a gap was."""
    return any(
        piece.x0 < x1 - 0.5
        and piece.x1 > x0 + 0.5
        and (x0 < piece.x0 - 0.5 or x1 > piece.x1 + 0.5 if piece.marks else abs(shift) > 0.01)
        for piece, shift in zip(line.pieces, placed.shifts, strict=True)
    )


def gaps_of(pieces: Sequence[Piece]) -> list[tuple[float, float]]:
    """For each mark the ends of its gap: of the letters beside it, or its own at a line's end."""
    found = []
    for index, piece in enumerate(pieces):
        if piece.marks:
            start = pieces[index - 1].x1 if index else piece.x0
            end = pieces[index + 1].x0 if index + 1 < len(pieces) else piece.x1
            found.append((start, end))
    return found


def nearest_steps(width: float, step: float) -> int:
    """The whole number of steps, at least one, that is nearest to a width."""
    return max(1, round(width / step))


def _choices(line: Line) -> list[tuple[int, ...]]:
    """Numbers of steps per gap, the nearest first, then ever narrower gaps."""
    step = step_of(line)
    widths = [end - start for start, end in gaps_of(line.pieces)]
    steps = [nearest_steps(width, step) for width in widths]
    choices = [tuple(steps)]
    while any(count > 1 for count in steps):
        most = max(
            (index for index, count in enumerate(steps) if count > 1),
            key=lambda index: steps[index] * step - widths[index],
        )
        steps[most] -= 1
        choices.append(tuple(steps))
    return choices


def _moved(line: Line) -> Placed | None:
    """What follows a gap moves along with its end (or what stands before it, or both)."""
    part = {Alignment.LEFT: 0.0, Alignment.RIGHT: 1.0, Alignment.CENTRE: 0.5}
    left, right = _soft_limits(line)
    for steps in _choices(line):
        placed = _with_gaps(line, steps, lambda gap, _piece: gap)
        total = placed.pieces[-1].x1 - line.x1
        shifted = _shifted(placed, -part[line.alignment] * total)
        if shifted.pieces[0].x0 >= left - 0.01 and shifted.pieces[-1].x1 <= right + 0.01:
            return shifted
    return None


def _soft_limits(line: Line) -> tuple[float, float]:
    """Where a line may begin and end and still look like its neighbours."""
    if line.edges is None:
        room = min(_MARGIN, 0.5 * max(line.x0 - line.left, 0.0))
        return line.left + room, line.right - room
    over = _OVERHANG * line.em
    low, high = line.edges
    return max(line.left, min(low, line.x0) - over), min(line.right, max(high, line.x0) + over)


def _filled(line: Line) -> Placed | None:
    """Both ends stay: the spaces between words take up what the gaps give or need.

    The number of steps is that which gives the most usual spaces, whatever stood there.
    """
    right, em = _right_edge(line), line.em
    flexible = _flexible(line)
    marks = len(gaps_of(line.pieces))
    fixed = _with_gaps(line, (0,) * marks, _only(flexible, 0.0))
    free = right - fixed.pieces[-1].x1
    found = [
        (abs(space - _SPACE * em), total, space)
        for total in range(marks, int(max(free, 0) / step_of(line)) + 1)
        if flexible
        for space in [(free - total * step_of(line)) / len(flexible)]
        if _SPACES[0] * em <= space <= _SPACES[1] * em
    ]
    if found:
        _, total, space = min(found)
        return _spread(line, flexible, space, total * step_of(line) / marks)
    for part in _PLAIN_SPACES:
        rest = (free - len(flexible) * part * em) / marks
        if rest >= _SMALLEST_GAP * em:
            return _spread(line, flexible, part * em, rest)
    return None


def _right_edge(line: Line) -> float:
    """Where a full line ends: as others near it, so that it does not depend on this one."""
    if line.alignment is Alignment.JUSTIFIED and line.full is not None:
        return line.full
    return _soft_limits(line)[1]


def _flexible(line: Line) -> frozenset[int]:
    """Indexes of words that follow on a space, not on a tab or a mark."""
    gaps = {
        index: other.x0 - one.x1
        for index, (one, other) in enumerate(pairwise(line.pieces), start=1)
        if not one.marks and not other.marks
    }
    if not gaps:
        return frozenset()
    widest = max(_TAB * line.em, _TAB_PART * median(gaps.values()))
    return frozenset(index for index, gap in gaps.items() if gap <= widest)


def _only(flexible: frozenset[int], space: float) -> Gap:
    def width(gap: float, index: int) -> float:
        return space if index in flexible else gap

    return width


def _spread(line: Line, flexible: frozenset[int], space: float, gap: float) -> Placed:
    """All gaps alike, and all spaces."""
    none = (0,) * len(gaps_of(line.pieces))
    return replace(_with_gaps(line, none, _only(flexible, space), gap), is_spread=True)


def _with_gaps(
    line: Line, steps: tuple[int, ...], between: Gap, gap: float | None = None
) -> Placed:
    """Set the pieces one after another: gaps in steps (or ``gap``), spaces as ``between`` says.

    A mark's new piece is its whole gap; one that begins or ends the line is as wide as its gap.
    """
    step = step_of(line)
    counts = iter(steps)
    pieces: list[Piece] = []
    pen = line.x0
    for index, piece in enumerate(line.pieces):
        if piece.marks:
            width = gap if gap is not None else next(counts) * step
            pieces.append(Piece(pen, pen + width, piece.marks))
        else:
            before = line.pieces[index - 1] if index else None
            if before is not None and not before.marks:
                pen += between(piece.x0 - before.x1, index)
            pieces.append(Piece(pen, pen + piece.width))
        pen = pieces[-1].x1
    shifts = tuple(new.x0 - old.x0 for new, old in zip(pieces, line.pieces, strict=True))
    return Placed(tuple(pieces), shifts, steps, is_spread=False)


def _shifted(placed: Placed, distance: float) -> Placed:
    if not distance:
        return placed
    pieces = tuple(Piece(p.x0 + distance, p.x1 + distance, p.marks) for p in placed.pieces)
    return replace(placed, pieces=pieces, shifts=tuple(shift + distance for shift in placed.shifts))


def box_in_gap(line: Line, placed: Placed, index: int) -> Box:
    """The black box of the mark that is piece ``index``: its gap, with air beside words."""
    piece = placed.pieces[index]
    x0, x1 = piece.x0, piece.x1
    if index:
        x0 += _clear(line.pieces[index].x0 - line.pieces[index - 1].x1, line)
    if index + 1 < len(line.pieces):
        x1 -= _clear(line.pieces[index + 1].x0 - line.pieces[index].x1, line)
    # To a hundredth of a point: finer places would hold the noise of the old ones.
    return Box(round(x0, 2), line.top, round(max(x1, x0 + 1), 2), line.bottom)


def _clear(space: float, line: Line) -> float:
    return (_CLEAR[0] if space > 0.12 * line.em else _CLEAR[1]) * line.em
