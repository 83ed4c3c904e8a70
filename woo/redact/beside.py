"""Room beside the text for labels that do not fit in their boxes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from woo.model.geometry import Box, level, unlevel
from woo.pdf.removing.labels import LEGIBLE, heading_of
from woo.pdf.removing.marks import Mark
from woo.redact.levelpage import LevelPage
from woo.redact.neutral import Lines

_LETTER = 0.53  # of an em: the widest that letters of a label come to
_SIZE = 5.0  # points
_HIGH = 1.1  # of the size
_AIR = 3.0  # points between the text, the label and the edge of the page


def with_room_for_labels(
    marks: Iterable[Mark], lines: Lines, respaced: Sequence[int]
) -> Iterator[Mark]:
    """Marks with ``beside`` where the box is too small and the margin is free.

    Marks with an index in ``respaced`` get a box with room for a label.
    """
    taken: list[Box] = []
    for index, mark in enumerate(marks):
        room = None
        if index not in respaced and _is_small(mark):
            heading = heading_of(mark)
            room = _room(lines.level(heading), level(mark.box, heading), mark.label, taken)
            if room is not None:
                room = unlevel(room, heading)
                taken.append(room)
        yield mark if room is None else replace(mark, beside=room)


def _is_small(mark: Mark) -> bool:
    box = level(mark.box, heading_of(mark))
    codes = mark.label.split()
    longest = max((len(code) for code in codes), default=0)
    fits = box.width >= _LETTER * LEGIBLE * longest and box.height >= LEGIBLE * len(codes)
    one_row = box.width >= _LETTER * LEGIBLE * len(mark.label) and box.height >= 1.4 * LEGIBLE
    return bool(codes) and not (fits or one_row)


def _room(page: LevelPage, box: Box, label: str, taken: Sequence[Box]) -> Box | None:
    """A free place in the right or the left margin, at the height of the box."""
    if page.visible is None or not page.ink.any():
        return None
    width, half = _LETTER * _SIZE * len(label), _HIGH * _SIZE / 2
    middle = (box.y0 + box.y1) / 2
    first, last = float(page.x0[page.ink].min()), float(page.x1[page.ink].max())
    for x0 in (last + _AIR, first - _AIR - width):
        room = Box(x0, middle - half, x0 + width, middle + half)
        inside = room.x0 > page.visible.x0 + _AIR and room.x1 < page.visible.x1 - _AIR
        others = [*page.paths, *page.pictures, *(level(one, page.heading) for one in taken)]
        if inside and not any(_meet(room, other) for other in others):
            return room
    return None


def _meet(one: Box, other: Box) -> bool:
    across = one.x0 <= other.x1 and other.x0 <= one.x1
    return across and one.y0 <= other.y1 and other.y0 <= one.y1
