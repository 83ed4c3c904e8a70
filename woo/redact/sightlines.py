"""The lines of a page as the eye finds them, for pages on which glyphs are drawn out of order.

The text of a page comes in the order in which it is drawn, and that need not be the order in which
it is read: a generator may draw a name from right to left, or every second letter first.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from woo.model.geometry import Box
from woo.pdf.reading.textlayer import TextPage, drawn_lines

# All in heights of a glyph's box, which is some 1.2 em.
_SPACE = 0.16
_CELL = 2.5  # a wider gap parts two columns
_BESIDE = 0.5  # lines that stand closer are read as one
_OVER = -0.2  # lines that stand over each other
_SAME_ROW = 0.35
_TWICE = 0.1  # a letter drawn twice, to look bold

_Corners = tuple[float, float, float, float]
_TURNS: tuple[Callable[[_Corners], _Corners], ...] = (
    lambda box: box,
    lambda box: (-box[3], box[0], -box[1], box[2]),  # read up the page
    lambda box: (box[1], -box[2], box[3], -box[0]),  # read down the page
)


@dataclass(frozen=True, slots=True)
class Sight:
    """Text in the order of the eye; ``places[i]`` are the characters of the page behind i."""

    text: str = field(repr=False)
    places: Sequence[Sequence[int]] = field(repr=False)


def sights(page: TextPage) -> Iterator[Sight]:
    """The page read by place: level, up and down. Nothing when it is drawn in reading order."""
    if _is_drawn_in_order(page):
        return
    glyphs = [
        (index, (box.x0, box.y0, box.x1, box.y1))
        for index, character in enumerate(page.text)
        if not character.isspace() and (box := page.box(index)) is not None
    ]
    for turn in _TURNS:
        yield _read([(index, turn(corners)) for index, corners in glyphs], page.text)


def _read(glyphs: list[tuple[int, _Corners]], text: str) -> Sight:
    letters: list[str] = []
    places: list[list[int]] = []
    for row in _rows(glyphs):
        before: _Corners | None = None
        for index, box in sorted(row, key=lambda glyph: glyph[1][0]):
            height = box[3] - box[1]
            if before is not None:
                if letters[-1] == text[index] and box[0] - before[0] < _TWICE * height:
                    places[-1].append(index)
                    continue
                gap = box[0] - before[2]
                if gap > _SPACE * height:
                    letters.append("\n" if gap > _CELL * height else " ")
                    places.append([])
            letters.append(text[index])
            places.append([index])
            before = box
        letters.append("\n")
        places.append([])
    return Sight("".join(letters), places)


def _rows(glyphs: list[tuple[int, _Corners]]) -> Iterator[list[tuple[int, _Corners]]]:
    """Glyphs whose middles stand on one height."""
    row: list[tuple[int, _Corners]] = []
    last = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph[1][1] + glyph[1][3]):
        _, y0, _, y1 = glyph[1]
        middle = (y0 + y1) / 2
        if row and middle - last > _SAME_ROW * (y1 - y0):
            yield row
            row = []
        row.append(glyph)
        last = middle
    if row:
        yield row


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text: its place in the order, and its box by its first and last glyph."""

    number: int
    box: Box
    backwards: bool
    single: bool


def _is_drawn_in_order(page: TextPage) -> bool:
    """Whether no line runs backwards and none continues one that was drawn later."""
    lines = sorted(_lines(page), key=lambda line: line.box.y0 + line.box.y1)
    if any(line.backwards for line in lines):
        return False
    for place, line in enumerate(lines):
        for other in lines[place + 1 :]:
            if other.box.y0 + other.box.y1 > line.box.y0 + line.box.y1 + 2 * _tallest(line, other):
                break
            if _is_odd_row(line, other) or _is_odd_column(line, other):
                return False
    return True


def _lines(page: TextPage) -> Iterator[_Line]:
    for number, line in enumerate(drawn_lines(page)):
        first, last = line.first, line.last
        level = abs(last.y0 - first.y0) < 0.5 * first.height
        backwards = level and last.x0 < first.x0 - _TWICE * first.height
        yield _Line(number, first.union(last), backwards, first == last)


def _tallest(line: _Line, other: _Line) -> float:
    return max(line.box.height, other.box.height)


def _is_odd_row(line: _Line, other: _Line) -> bool:
    """Whether two lines touch on one row, and not because the second continues the first."""
    one, two = line.box, other.box
    shared = min(one.y1, two.y1) - max(one.y0, two.y0)
    if shared < _SAME_ROW * min(one.height, two.height):
        return False
    left, right = sorted((line, other), key=lambda line: line.box.x0)
    gap = (right.box.x0 - left.box.x1) / min(one.height, two.height)
    return gap < _OVER or (gap < _BESIDE and right.number != left.number + 1)


def _is_odd_column(line: _Line, other: _Line) -> bool:
    """The same for glyphs of turned text that are drawn one by one."""
    one, two = line.box, other.box
    shared = min(one.x1, two.x1) - max(one.x0, two.x0)
    if not (line.single and other.single) or shared < _SAME_ROW * min(one.width, two.width):
        return False
    gap = max(one.y0, two.y0) - min(one.y1, two.y1)
    return gap < _BESIDE * min(one.width, two.width) and abs(line.number - other.number) != 1
