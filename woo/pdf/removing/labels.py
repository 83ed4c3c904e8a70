"""How the codes of the grounds are set in a box: as large as fits, in rows when there are more."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from woo.model.geometry import Box, Heading, level, unlevel
from woo.pdf.removing.marks import Mark

_LARGEST = 8.0  # points
LEGIBLE = 4.0  # smaller letters are not read on paper
_CAP_HEIGHT = 0.66  # of Source Sans Pro, in em
_ROW = 1.0  # from row to row, in em
_HIGH, _WIDE = 0.75, 0.94  # the part of the box that letters may fill
_MARGIN_SIZE = 5.0
# From which angle the text matrix turns, per heading: cosine and sine.
_TURNS = {
    Heading.RIGHT: (1, 0),
    Heading.UP: (0, 1),
    Heading.LEFT: (-1, 0),
    Heading.DOWN: (0, -1),
}
WidthOf = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a label: its size, the turn, and where its baseline starts (as in ``textlayer``)."""

    text: str
    size: float
    turn: tuple[int, int]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class SetLabel:
    """The rows of a label, and whether they stand beside the box instead of in it."""

    rows: tuple[Row, ...]
    is_beside: bool = False


def heading_of(mark: Mark) -> Heading:
    """Which way the text in a mark runs."""
    return Heading(int(mark.turned) + 2 * int(mark.backwards))


def set_label(mark: Mark, width_of: WidthOf) -> SetLabel | None:
    """The label of a mark, set; None when it has none or is nowhere legible.

    ``width_of`` gives the width of a text in em.
    """
    if not mark.label:
        return None
    heading = heading_of(mark)
    box = level(mark.box, heading)
    rows, size = _best_rows(mark.label.split(), box, width_of)
    if size >= LEGIBLE:
        return SetLabel(tuple(_placed(rows, size, box, heading, width_of)))
    if mark.beside is None:
        return None
    flat = level(mark.beside, heading)
    size = min(_MARGIN_SIZE, flat.width / width_of(mark.label))
    return SetLabel(tuple(_placed([mark.label], size, flat, heading, width_of)), is_beside=True)


def _best_rows(codes: Sequence[str], box: Box, width_of: WidthOf) -> tuple[list[str], float]:
    """The number of rows that gives the largest letters; few rows before many."""
    best: tuple[list[str], float] = ([], 0.0)
    for count in range(1, len(codes) + 1):
        each = ceil(len(codes) / count)
        rows = [" ".join(codes[i : i + each]) for i in range(0, len(codes), each)]
        high = box.height * (_HIGH if count == 1 else _WIDE) / (_ROW * len(rows))
        size = min(_LARGEST, high, box.width * _WIDE / max(map(width_of, rows)))
        if size > best[1] + 0.01:
            best = (rows, size)
    return best


def _placed(
    rows: Sequence[str], size: float, box: Box, heading: Heading, width_of: WidthOf
) -> Iterator[Row]:
    """Rows in the middle of a box, one under another."""
    middle = (box.x0 + box.x1) / 2
    high = _CAP_HEIGHT * size + (len(rows) - 1) * _ROW * size
    baseline = (box.y0 + box.y1) / 2 - high / 2 + _CAP_HEIGHT * size
    for row in rows:
        x = middle - width_of(row) * size / 2
        point = unlevel(Box(x, baseline, x, baseline), heading)
        yield Row(row, size, _TURNS[heading], point.x0, point.y0)
        baseline += _ROW * size
