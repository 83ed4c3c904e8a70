"""Finds the shapes on a picture of a page that may be letters and that no glyph explains."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_STEP = 36  # levels of 256 between two pixels that makes an edge
_MARGIN = 2  # pixels around a glyph that are its own
_LOWEST, _HIGHEST = 2.4, 160.0  # points
_WIDEST = 12.0  # times the height: a word of letters that touch
_THIN = 0.12  # width over height of a line that stands
_DENSE = 0.9  # the share of its box that the edges of a letter never fill
_FRAMED = 0.8  # the share of each side of its box that the edges of a letter never fill
_MOST_RUNS = 200_000


@dataclass(frozen=True, slots=True)
class LetterShapes:
    """``count`` is how many letters there may be; ``around`` the pixels that hold them all.

    ``around`` is left, top, right and bottom, and None when there are none.
    """

    count: int = 0
    around: tuple[int, int, int, int] | None = None


def letter_shapes(
    picture: Any, explained: Iterable[tuple[int, int, int, int]], scale: float
) -> LetterShapes:
    """The shapes of the size of letters in a grey picture, outside the ``explained`` boxes.

    ``scale`` is in pixels per point. Lines, frames and bullets are no letters; a wide shape that
    may be a whole word counts for more than one.
    """
    edges = _edges(picture)
    for x0, y0, x1, y1 in explained:
        edges[max(y0 - _MARGIN, 0) : y1 + _MARGIN, max(x0 - _MARGIN, 0) : x1 + _MARGIN] = False
    runs = _runs(edges)
    if len(runs) > _MOST_RUNS:
        height, width = picture.shape
        return LetterShapes(_MOST_RUNS, (0, 0, width, height))
    counted = [(shape, _letters_in(shape, scale)) for shape in _shapes(runs)]
    found = [(shape, count) for shape, count in counted if count and not _is_frame(edges, shape)]
    if not found:
        return LetterShapes()
    around = (
        min(shape.x0 for shape, _ in found),
        min(shape.y0 for shape, _ in found),
        max(shape.x1 for shape, _ in found),
        max(shape.y1 for shape, _ in found),
    )
    return LetterShapes(sum(count for _, count in found), around)


def _edges(picture: Any) -> Any:
    """Where the shade jumps; an even area has none, whatever its shade."""
    import numpy as np

    shade = picture.astype("int16")
    found = np.zeros(shade.shape, dtype=bool)
    found[:, 1:] |= np.abs(shade[:, 1:] - shade[:, :-1]) > _STEP
    found[1:, :] |= np.abs(shade[1:, :] - shade[:-1, :]) > _STEP
    return found


def _runs(edges: Any) -> list[tuple[int, int, int]]:
    """Row, first and last column (exclusive) of every stretch of edge."""
    import numpy as np

    padded = np.zeros((edges.shape[0], edges.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = edges
    change = np.diff(padded, axis=1)
    rows, starts = np.nonzero(change == 1)
    _, ends = np.nonzero(change == -1)
    return list(zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class _Shape:
    """Edges that hang together: the box around them, and how many pixels and runs they have."""

    x0: int
    y0: int
    x1: int
    y1: int
    pixels: int
    runs: int

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        return self.y1 - self.y0


def _shapes(runs: list[tuple[int, int, int]]) -> Iterator[_Shape]:
    """Each group of runs that touch (corners too)."""
    parents = list(range(len(runs)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    above: list[int] = []
    current: list[int] = []
    last = -2
    for index, (row, start, end) in enumerate(runs):
        if row != last:
            above, current = (current if row == last + 1 else []), []
            last = row
        for other in above:
            if runs[other][1] <= end and runs[other][2] >= start:
                parents[root(index)] = root(other)
        current.append(index)
    boxes: dict[int, list[int]] = {}
    for index, (row, start, end) in enumerate(runs):
        box = boxes.setdefault(root(index), [start, row, end, row + 1, 0, 0])
        box[0], box[2] = min(box[0], start), max(box[2], end)
        box[3] = row + 1
        box[4] += end - start
        box[5] += 1
    return (
        _Shape(x0, y0, x1, y1, pixels, count) for x0, y0, x1, y1, pixels, count in boxes.values()
    )


def _letters_in(shape: _Shape, scale: float) -> int:
    """How many letters a shape can be."""
    width, height = shape.width, shape.height
    if not _LOWEST * scale <= height <= _HIGHEST * scale or width < _THIN * height:
        return 0
    if width > _WIDEST * height or shape.pixels > _DENSE * width * height:
        return 0
    # A letter has two runs a row, or four; a word has many.
    return max(1, round(shape.runs / height / 4)) if width > 2 * height else 1


def _is_frame(edges: Any, shape: _Shape) -> bool:
    """Whether the edges run along all four sides of the box, as those of a cell or a field do."""
    cut = edges[shape.y0 : shape.y1, shape.x0 : shape.x1]
    sides = (
        cut[:_MARGIN].any(axis=0),
        cut[-_MARGIN:].any(axis=0),
        cut[:, :_MARGIN].any(axis=1),
        cut[:, -_MARGIN:].any(axis=1),
    )
    return all(side.mean() > _FRAMED for side in sides)
