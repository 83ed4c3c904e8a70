"""Rule ``neighbour-lost`` on lines of which the words were moved: the same letters in order.

A line on which something went may get another width for the gap. It cannot be compared by place,
so it is compared by its letters: what stands before, between and after the boxes must be what stood
there, and all that is missing must be a secret. That is stricter than counting letters.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from woo.model.geometry import Box
from woo.model.leak import Leak
from woo.pdf.examining.pdfium_pages import PdfiumPage
from woo.verify.folding import fold

# The part of a line's height above and below that letters of other lines reach into.
_EDGE = 0.35


@dataclass(frozen=True, slots=True)
class Strips:
    """The respaced lines of one page, and the letters of all secrets."""

    boxes: tuple[Box, ...]
    secrets: tuple[str, ...] = field(default=(), repr=False)

    def holds(self, area: Box) -> bool:
        """Whether a box lies on one of the lines."""
        x, y = (area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2
        return any(b.x0 <= x <= b.x1 and b.y0 <= y <= b.y1 for b in self.boxes)


NO_STRIPS = Strips(())


def middle_of_line(strip: Box) -> Box:
    """The part of a line that its letters cross and those of other lines do not."""
    if strip.width >= strip.height:
        edge = _EDGE * strip.height
        return Box(strip.x0, strip.y0 + edge, strip.x1, strip.y1 - edge)
    edge = _EDGE * strip.width
    return Box(strip.x0 + edge, strip.y0, strip.x1 - edge, strip.y1)


def changed_lines(
    old: PdfiumPage, new: PdfiumPage, strips: Strips, areas: Sequence[Box]
) -> Iterator[Leak]:
    """Respaced lines on which something else than a secret is missing, added or out of order."""
    for strip in strips.boxes:
        boxes = [area for area in areas if _lies_on(area, strip)]
        if not _same_by_text(old, new, strip, boxes, strips.secrets) and not _same_by_place(
            old, new, strip, boxes, strips.secrets
        ):
            yield Leak(rule="neighbour-lost", place="tekst naast een vak", page=new.number)


def _lies_on(area: Box, strip: Box) -> bool:
    """Whether a box covers a part of a line; it may begin before it, over something else."""
    if strip.width >= strip.height:
        middle, along = (area.y0 + area.y1) / 2, area.x0 < strip.x1 and strip.x0 < area.x1
        return strip.y0 <= middle <= strip.y1 and along
    middle, along = (area.x0 + area.x1) / 2, area.y0 < strip.y1 and strip.y0 < area.y1
    return strip.x0 <= middle <= strip.x1 and along


def _same_by_text(
    old: PdfiumPage, new: PdfiumPage, strip: Box, boxes: Sequence[Box], secrets: Sequence[str]
) -> bool:
    """Compared in the order in which pdfium reads."""
    line = middle_of_line(strip)
    before = fold(old.text_in(line)).letters
    pieces = [fold(new.text_in(part)).letters for part in _parts(line, boxes)]
    return any(is_cut_from(order, before, secrets) for order in (pieces, pieces[::-1]))


def _same_by_place(
    old: PdfiumPage, new: PdfiumPage, strip: Box, boxes: Sequence[Box], secrets: Sequence[str]
) -> bool:
    """Compared letter by letter along the line: an engine may read a line out of order."""
    before = "".join(_along(old, middle_of_line(strip)))
    pieces = ["".join(_along(new, part)) for part in _parts(middle_of_line(strip), boxes)]
    if is_cut_from(pieces, before, secrets):
        return True
    backwards = [piece[::-1] for piece in reversed(pieces)]
    return is_cut_from(backwards, before[::-1], secrets)


def _along(page: PdfiumPage, part: Box) -> Iterator[str]:
    """The letters whose middle lies in a part of a line, by place."""
    level = part.width >= part.height
    reach = (
        Box(part.x0, part.y0 - part.height, part.x1, part.y1 + part.height)
        if level
        else Box(part.x0 - part.width, part.y0, part.x1 + part.width, part.y1)
    )
    found = [
        (one.box.x0 if level else one.box.y0, one.text)
        for one in page.characters_in(reach)
        if _touches(one.box, part)
    ]
    for _, text in sorted(found):
        yield fold(text).letters


def _touches(one: Box, other: Box) -> bool:
    across = one.x0 < other.x1 and other.x0 < one.x1
    return across and one.y0 < other.y1 and other.y0 < one.y1


def _parts(line: Box, boxes: Sequence[Box]) -> list[Box]:
    """What lies before, between and after the boxes on a line."""
    level = line.width >= line.height
    cuts = sorted((b.x0, b.x1) if level else (b.y0, b.y1) for b in boxes)
    low, end = (line.x0, line.x1) if level else (line.y0, line.y1)
    parts = []
    for start, stop in [*cuts, (end, end)]:
        high = max(start, low)
        parts.append(
            Box(low, line.y0, high, line.y1) if level else Box(line.x0, low, line.x1, high)
        )
        low = max(low, stop)
    return parts


def is_cut_from(pieces: Sequence[str], whole: str, secrets: Iterable[str]) -> bool:
    """Whether the pieces are what is left of ``whole`` when only secrets go between them."""
    known = tuple(secrets)
    first, *rest = pieces
    if not whole.startswith(first):
        return False
    if not rest:
        return whole == first
    return _continues(rest, whole[len(first) :], known)


def _continues(pieces: Sequence[str], whole: str, secrets: Sequence[str]) -> bool:
    """The same from behind a piece: a secret, the next piece, and so on to the very end."""
    piece, *rest = pieces
    if not rest:
        cut = len(whole) - len(piece)
        return cut >= 0 and whole.endswith(piece) and _is_secret(whole[:cut], secrets)
    start = whole.find(piece)
    while start >= 0:
        if _is_secret(whole[:start], secrets) and _continues(
            rest, whole[start + len(piece) :], secrets
        ):
            return True
        start = whole.find(piece, start + 1)
    return False


def _is_secret(letters: str, secrets: Sequence[str]) -> bool:
    """Whether letters are one or more secrets, of which the first and last may be cut off.

    A name can run over the end of a line.
    """
    if not letters or any(letters in secret for secret in secrets):
        return True
    reached = {0} | {
        size
        for secret in secrets
        for size in range(1, min(len(secret), len(letters)) + 1)
        if letters.startswith(secret[-size:])
    }
    for place in range(len(letters)):
        if place not in reached:
            continue
        for secret in secrets:
            if letters.startswith(secret, place):
                reached.add(place + len(secret))
            elif secret.startswith(letters[place:]):
                return True
    return len(letters) in reached
