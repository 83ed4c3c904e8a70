"""The lines of a page as words, gaps and limits; all in level coordinates, x along the line."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from woo.model.geometry import Box, Heading
from woo.redact.alignment import Alignment, alignment_of, full_end
from woo.redact.levelpage import COLUMN_GAP, NEAR_LINES, TAB_LINES, TAB_NEAR, TALL, LevelPage

# In heights of a line (ascender to descender, some 1.25 em).
_EM = 0.8
_SAME_COLUMN = 2.0  # points
_TAB_GAP = 0.4  # a narrower gap is a space between words, whatever stands above and below
_RULING = 1.3  # a filled shape this tall is a cell, not a highlight of words
_THIN = 3.0  # points: a line, not an area


@dataclass(frozen=True, slots=True)
class Piece:
    """A word that stays, or with ``marks`` the place of what goes."""

    x0: float
    x1: float
    marks: tuple[int, ...] = ()

    @property
    def width(self) -> float:
        """In points."""
        return self.x1 - self.x0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The pieces of one line in one column, in order, with the room that they have.

    Between ``left`` and ``right`` nothing else stands. ``edges`` are the ends of the lines above
    and below in the same column, or None, and ``full`` is where full lines end when they are
    filled out; ``tied`` are the extents of drawings that belong to words. ``em`` is the size of
    the type, ``height`` that from ascender to descender. ``blanks`` are the spaces that are drawn.
    """

    heading: Heading
    pieces: tuple[Piece, ...]
    height: float
    em: float
    top: float
    bottom: float
    left: float
    right: float
    edges: tuple[float, float] | None
    alignment: Alignment
    full: float | None
    tied: tuple[tuple[float, float], ...]
    starts: Sequence[float]
    blanks: tuple[tuple[float, float], ...]

    @property
    def x0(self) -> float:
        """Where the first piece starts."""
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        """Where the last piece ends."""
        return self.pieces[-1].x1


@dataclass(slots=True)
class Gone:
    """Glyphs (by index) of one mark; ``box`` in level coordinates."""

    mark: int
    indexes: frozenset[int]
    box: Box


def line_of(page: LevelPage, gone: Sequence[Gone], first: Gone) -> Line | None:
    """The line in its column on which ``first`` stands, with all that goes from it.

    None when its glyphs do not stand on one line.
    """
    box = first.box
    marks: dict[int, tuple[int, ...]] = {}
    for one in gone:
        for index in one.indexes:
            marks[index] = (*marks.get(index, ()), one.mark)
    band = page.band(box)
    places = zip(
        *(values.tolist() for values in (band, page.x0[band], page.x1[band], page.ink[band])),
        strict=True,
    )
    glyphs = [(i, x0, x1, is_ink, marks.get(i, ())) for i, x0, x1, is_ink in places]
    drawn = [(i, x0, x1, own) for i, x0, x1, is_ink, own in glyphs if is_ink or own]
    rulings = rulings_across(page, box)
    walls = (rulings, page.starts_near(box))
    column = _column(drawn, first.mark, walls, box.height)
    if not first.indexes <= {index for index, *_ in column}:
        return None
    pieces = _pieces(column, page.words)
    x0, x1 = pieces[0].x0, pieces[-1].x1
    inside = {index for index, *_ in column}
    left, right = _room(page, drawn, inside, rulings, (x0, x1), box)
    near = _near_lines(page, box, x0, x1)
    staying = [
        (a, b, is_ink)
        for _, a, b, is_ink, own in glyphs
        if not own and left <= (a + b) / 2 <= right
    ]
    return Line(
        heading=page.heading,
        pieces=pieces,
        height=box.height,
        em=page.size_at(min(first.indexes)) or _EM * box.height,
        top=box.y0,
        bottom=box.y1,
        left=left,
        right=right,
        edges=_edges(page, near, box, x0),
        alignment=alignment_of(near, x0, x1, box.height),
        full=full_end(near, x1, box.height),
        tied=tuple(_tied(page, box, x0, x1)),
        starts=array("d", (start for start, _, _ in staying)),
        blanks=tuple((a, b) for a, b, is_ink in staying if not is_ink),
    )


Drawn = tuple[int, float, float, tuple[int, ...]]


def rulings_across(page: LevelPage, box: Box) -> list[float]:
    """Where lines or the sides of cells cross the line."""
    found: list[float] = []
    for path in page.paths:
        overlap = min(path.y1, box.y1) - max(path.y0, box.y0)
        if overlap < 0.5 * box.height:
            continue
        if path.width < _THIN or path.height >= _RULING * box.height:
            found += [path.x0, path.x1]
    return found


def _column(
    drawn: list[Drawn], mark: int, walls: tuple[list[float], list[float]], height: float
) -> list[Drawn]:
    """The glyphs around a mark, up to a wide gap, a ruling line or a tab stop on either side."""
    import numpy as np

    rulings, tabs = walls
    starts = np.array([one[1] for one in drawn])
    reach = np.maximum.accumulate(np.array([one[2] for one in drawn]))
    gaps = starts[1:] - reach[:-1]
    cuts = [0]
    for index in np.nonzero(gaps > (-1.0 if rulings else _TAB_GAP * height))[0]:
        low, high = float(reach[index]), float(starts[index + 1])
        if (
            high - low > COLUMN_GAP * height
            or any(low - 0.5 <= ruling <= high + 0.5 for ruling in rulings)
            or (
                high - low > _TAB_GAP * height
                and sum(abs(tab - high) < TAB_NEAR for tab in tabs) >= TAB_LINES
            )
        ):
            cuts.append(int(index) + 1)
    columns = [drawn[low:high] for low, high in pairwise([*cuts, len(drawn)])]
    return next((column for column in columns if any(mark in one[3] for one in column)), [])


def _pieces(column: list[Drawn], words: Any) -> tuple[Piece, ...]:
    """Words, and between them what goes; marks without ink between them are one.

    ``words`` has the number of the word of each glyph.
    """
    pieces: list[Piece] = []
    marks: tuple[int, ...] = ()
    before, x0, x1 = -1, 0.0, 0.0
    for index, start, end, own in column:
        same = index > before and words[index] == words[before]
        if before >= 0 and (marks and own if marks or own else same):
            x1 = max(x1, end)
            marks = marks if own == marks else tuple(dict.fromkeys((*marks, *own)))
        else:
            if before >= 0:
                pieces.append(Piece(x0, x1, marks))
            x0, x1, marks = start, end, own
        before = index
    pieces.append(Piece(x0, x1, marks))
    return tuple(pieces)


def _room(
    page: LevelPage,
    drawn: list[Drawn],
    inside: set[int],
    rulings: list[float],
    extent: tuple[float, float],
    box: Box,
) -> tuple[float, float]:
    """How far the column may reach: to other text, lines, pictures, or the edge of the page."""
    x0, x1 = extent
    space = 0.4 * box.height
    left, right = x0, x1
    if page.visible is not None:
        left, right = page.visible.x0 + space, page.visible.x1 - space
    walls = [(a - space, b + space) for i, a, b, _ in drawn if i not in inside]
    walls += [(ruling - 1, ruling + 1) for ruling in rulings]
    walls += [(b.x0 - 1, b.x1 + 1) for b in (*page.pictures, *page.paths) if _is_beside(b, box)]
    middle = (x0 + x1) / 2
    for low, high in walls:
        if high <= x0 + 2 and high > left and (low + high) / 2 < middle:
            left = high
        elif low >= x1 - 2 and low < right and (low + high) / 2 > middle:
            right = low
    # Two columns from which something goes may both move: each gets half of what lies between.
    moving = [a for i, a, _, own in drawn if own and i not in inside]
    if any(a < x0 for a in moving):
        left = (left + x0) / 2
    if any(a > x1 for a in moving):
        right = (right + x1) / 2
    return min(left, x0), max(right, x1)


def _is_beside(other: Box, box: Box) -> bool:
    overlap = min(other.y1, box.y1) - max(other.y0, box.y0)
    return overlap > 0.1 * min(box.height, max(other.height, 0.1))


def _near_lines(page: LevelPage, box: Box, x0: float, x1: float) -> list[Box]:
    """Lines of the same column within some lines above and below."""
    reach = NEAR_LINES * box.height
    return [
        one
        for one in page.lines
        if not (one.y0 + one.y1 > 2 * box.y0 and one.y0 + one.y1 < 2 * box.y1)
        and one.y1 > box.y0 - reach
        and one.y0 < box.y1 + reach
        and one.x0 < x1
        and one.x1 > x0
        and one.height < TALL * box.height
    ]


def _edges(page: LevelPage, near: Sequence[Box], box: Box, x0: float) -> tuple[float, float] | None:
    """Where the column begins and ends: by the lines near, and all that begin where those do."""
    low = min([one.x0 for one in near], default=x0)
    middle = (box.y0 + box.y1) / 2
    same = [
        one.x1
        for one in page.lines
        if abs(one.x0 - low) < _SAME_COLUMN and not one.y0 < middle < one.y1
    ]
    ends = [*same, *(one.x1 for one in near)]
    return (low, max(ends)) if ends else None


def _tied(page: LevelPage, box: Box, x0: float, x1: float) -> Iterable[tuple[float, float]]:
    """Drawings on the line that lie at some of its words: underlining, highlighting, a picture."""
    for path in (*page.paths, *page.pictures):
        if path.y1 <= box.y0 + 0.1 * box.height or path.y0 >= box.y1 + 0.1 * box.height:
            continue
        is_area = path.x0 <= x0 + 0.5 and path.x1 >= x1 - 0.5 and path.height > box.height
        is_long = path.x0 < x0 - 0.3 * box.height and path.x1 > x1 + 0.3 * box.height
        if not (is_area or is_long) and path.x0 < x1 - 0.5 and path.x1 > x0 + 0.5:
            yield path.x0, path.x1
