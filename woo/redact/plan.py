"""From spans of text on a page to boxes: which glyphs go, and how large the black box is.

A box that fits a name exactly gives the name away: with the width known to a tenth of a point, a
list of a thousand surnames falls to a handful (Bland et al., *Story Beyond the Eye*). So a box is
widened to a fixed step wherever there is white space to do so.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from woo.errors import RefusedError
from woo.model.geometry import Box
from woo.pdf.marks import Mark, PagePlan
from woo.pdf.textlayer import Drawing, TextPage

# In heights of a line of text (ascender to descender, some 1.25 em).
STEP = 2.4
_GAP = 0.16  # stays free between a box and a neighbouring glyph
_SCAN_PADS = (0.15, 0.12, 0.3)  # at the sides, above and below words that OCR read
_STRIP = 0.12  # how thick the band is that takes glyphs out
_LABEL = 0.42  # width per letter of a label at its smallest
_SLANT = 0.2  # a line that rises by more than this part of its length is not straight


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of one page go; ``label`` is printed in the box."""

    start: int
    end: int
    label: str


def plan_page(page: TextPage, spans: Sequence[Span], drawing: Drawing) -> PagePlan:
    """The marks for the spans of one page, with what else the page draws.

    Raises RefusedError when a span has text but nothing is drawn for it, so that it cannot be
    located.
    """
    pictures = drawing.pictures
    runs = [run for span in spans for run in _runs(page, _whole_words(page, span, pictures))]
    for run in runs:
        run.scanned = _is_scanned(page, run, pictures)
    around = _Neighbours(page, runs, drawing.paths)
    return PagePlan(
        page=page.number,
        marks=tuple(_merged([around.mark(run) for run in runs])),
        outside=_draws_outside(page),
        raster=bool(spans) and _is_unreadable(page.text),
    )


@dataclass(slots=True)
class _Run:
    """Glyphs of one span that stand on one line."""

    first: int
    boxes: list[Box]
    label: str
    turned: bool = False
    scanned: bool = False

    @property
    def box(self) -> Box:
        whole = self.boxes[0]
        for box in self.boxes[1:]:
            whole = whole.union(box)
        return whole


def _is_scanned(page: TextPage, run: _Run, pictures: Sequence[Box]) -> bool:
    """Whether what a reader sees here are pixels: text of OCR, or text over an image."""
    if any(start <= run.first < end for start, end in page.unseen):
        return True
    x, y = (run.box.x0 + run.box.x1) / 2, (run.box.y0 + run.box.y1) / 2
    return any(p.x0 <= x <= p.x1 and p.y0 <= y <= p.y1 for p in pictures)


def _whole_words(page: TextPage, span: Span, pictures: Sequence[Box]) -> Span:
    """OCR knows where a word stands, not where its letters do: there, whole words go."""
    box = next((box for i in range(span.start, span.end) if (box := page.box(i))), None)
    if box is None or not _is_scanned(page, _Run(span.start, [box], ""), pictures):
        return span
    start, end = span.start, span.end
    while start > 0 and not page.text[start - 1].isspace():
        start -= 1
    while end < len(page.text) and not page.text[end].isspace():
        end += 1
    # Tesseract stretches a word with the space behind it over the width of the word alone.
    if page.text[end : end + 1] == " ":
        end += 1
    return Span(start, end, span.label)


def _runs(page: TextPage, span: Span) -> Iterator[_Run]:
    """Cut a span into runs at line ends and jumps; slanted text gives one run per glyph."""
    text = page.text[span.start : span.end]
    drawn = [
        (index, box)
        for index in range(span.start, span.end)
        if (box := page.box(index)) is not None
    ]
    if not drawn:
        if text.strip():
            raise RefusedError(
                f"Een te lakken stuk tekst op pagina {page.number} is niet te plaatsen.",
                "Druk het bestand af naar een nieuwe pdf en lak die.",
            )
        return
    run: _Run | None = None
    direction, line_end = "", -1
    for index, box in drawn:
        if index > line_end:
            direction, line_end = _direction(page, index)
        if run and direction != "slanted" and _continues(run, box, page.text[index - 1]):
            run.boxes.append(box)
            continue
        label = span.label
        if run:
            yield run
            # One label is enough for slanted text, which has a box for every letter.
            label = "" if direction == "slanted" else label
        run = _Run(index, [box], label, turned=direction == "turned")
    if run:
        yield run


def _continues(run: _Run, box: Box, before: str) -> bool:
    """Whether a glyph stands beside the last one of the run."""
    last = run.boxes[-1]
    if before == "\n":
        return False
    low, high, other_low, other_high = (
        (last.x0, last.x1, box.x0, box.x1) if run.turned else (last.y0, last.y1, box.y0, box.y1)
    )
    overlap = min(high, other_high) - max(low, other_low)
    size = min(high - low, other_high - other_low)
    distance = _distance(last, box, turned=run.turned)
    return overlap > 0.5 * size and distance < 3 * max(high - low, other_high - other_low)


def _distance(one: Box, other: Box, *, turned: bool) -> float:
    if turned:
        return max(one.y0, other.y0) - min(one.y1, other.y1)
    return max(one.x0, other.x0) - min(one.x1, other.x1)


def _direction(page: TextPage, index: int) -> tuple[str, int]:
    """How the line around a character runs (level, turned up or down, slanted), and its end."""
    start = page.text.rfind("\n", 0, index) + 1
    end = page.text.find("\n", index)
    end = len(page.text) if end < 0 else end
    first = next((box for i in range(start, end) if (box := page.box(i))), None)
    last = next((box for i in range(end - 1, start - 1, -1) if (box := page.box(i))), None)
    if first is None or last is None:
        return "level", end
    across = abs((last.x0 + last.x1) - (first.x0 + first.x1)) / 2
    down = abs((last.y0 + last.y1) - (first.y0 + first.y1)) / 2
    if down <= _SLANT * across or max(across, down) < 1:
        return "level", end
    return ("turned" if across <= _SLANT * down else "slanted"), end


class _Neighbours:
    """The glyphs that stay, which a box must not touch."""

    def __init__(self, page: TextPage, runs: Iterable[_Run], paths: Sequence[Box]) -> None:
        gone = {(box.x0, box.y0) for run in runs for box in run.boxes}
        self._page = page
        self._paths = paths
        # Plain tuples: this is looked through for every box.
        self._staying = (
            []
            if not gone
            else [
                (x0, y0, x1, y1)
                for character, x0, y0, x1, y1 in _glyphs(page)
                if x1 > x0 and not character.isspace() and (x0, y0) not in gone
            ]
        )

    def mark(self, run: _Run) -> Mark:
        whole = run.box
        beside, lines = self._near(whole), list(self._paths)
        if run.turned:
            whole, beside = _turn(whole), [_turn(box) for box in beside]
            lines = [_turn(line) for line in lines]
        if run.scanned:
            box = _padded(whole)
        else:
            box = _lowered(whole, beside)
            limits = _between(box, lines, self._limits(run))
            box = _widened(box, beside, limits, run.label)
        strips = _strips([_turn(b) for b in run.boxes] if run.turned else run.boxes)
        if run.turned:
            box, strips = _turn(box), tuple(_turn(strip) for strip in strips)
        return Mark(box=box, label=run.label, strips=strips, turned=run.turned)

    def _near(self, whole: Box) -> list[Box]:
        """What stands within a step of a box."""
        reach = STEP * max(whole.height, min(whole.width, whole.height)) + 1
        left, right = whole.x0 - reach, whole.x1 + reach
        top, bottom = whole.y0 - reach, whole.y1 + reach
        return [
            Box(x0, y0, x1, y1)
            for x0, y0, x1, y1 in self._staying
            if y1 > top and y0 < bottom and x1 > left and x0 < right
        ]

    def _limits(self, run: _Run) -> tuple[float, float]:
        """How far a box may reach: the visible page."""
        page = self._page.visible
        if page is None:
            return run.box.x0, run.box.x1
        return (page.y0, page.y1) if run.turned else (page.x0, page.x1)


def _turn(box: Box) -> Box:
    """Swap the axes, so that text up or down the page is handled as level text."""
    return Box(box.y0, box.x0, box.y1, box.x1)


def _strips(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """One band through the middle when the glyphs are level, else one per glyph."""
    middles = [(box.y0 + box.y1) / 2 for box in boxes]
    height = min(box.height for box in boxes)
    if max(middles) - min(middles) < 0.1 * height:
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
    return tuple(_kernel(box) for box in boxes)


def _kernel(box: Box) -> Box:
    """The heart of one glyph's box."""
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    half, tall = 0.2 * box.width, _STRIP * box.height / 2
    return Box(x - half, y - tall, x + half, y + tall)


def _padded(whole: Box) -> Box:
    """Room for what the boxes of OCR miss: the tails of letters and a little at the sides."""
    side, top, bottom = (part * whole.height for part in _SCAN_PADS)
    return Box(whole.x0 - side, whole.y0 - top, whole.x1 + side, whole.y1 + bottom)


def _lowered(whole: Box, beside: Sequence[Box]) -> Box:
    """Cut the height where lines stand so close that the box would cover their letters."""
    top, bottom = whole.y0 + 0.06 * whole.height, whole.y1 - 0.04 * whole.height
    middle = (whole.y0 + whole.y1) / 2
    for box in beside:
        if box.x1 <= whole.x0 or box.x0 >= whole.x1:
            continue
        if box.y1 - 0.06 * box.height > top and (box.y0 + box.y1) / 2 < whole.y0:
            top = min(box.y1 - 0.06 * box.height, middle - 0.2 * whole.height)
        if box.y0 + 0.15 * box.height < bottom and (box.y0 + box.y1) / 2 > whole.y1:
            bottom = max(box.y0 + 0.15 * box.height, middle + 0.2 * whole.height)
    return replace(whole, y0=top, y1=bottom)


def _between(box: Box, lines: Iterable[Box], limits: tuple[float, float]) -> tuple[float, float]:
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


def _widened(box: Box, beside: Sequence[Box], limits: tuple[float, float], label: str) -> Box:
    """Widen a box to a whole number of steps as far as white space allows, rightwards first."""
    gap = _GAP * box.height
    left, right = limits
    for other in beside:
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


def _merged(marks: list[Mark]) -> Iterator[Mark]:
    """Marks with the same label that lie over each other become one."""
    kept: list[Mark] = []
    for mark in marks:
        for index, other in enumerate(kept):
            if _overlap(mark.box, other.box) and mark.turned == other.turned:
                label = other.label if mark.label in other.label else f"{other.label} {mark.label}"
                kept[index] = replace(
                    other,
                    box=other.box.union(mark.box),
                    label=label,
                    strips=other.strips + mark.strips,
                )
                break
        else:
            kept.append(mark)
    yield from kept


def _overlap(one: Box, other: Box) -> bool:
    """Whether two boxes lie over each other on one line of text, level or turned."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    if width <= 0 or height <= 0:
        return False
    same_line = height > 0.8 * max(one.height, other.height)
    return same_line or width > 0.8 * max(one.width, other.width)


def _glyphs(page: TextPage) -> Iterator[tuple[str, float, float, float, float]]:
    """Every character with the edges of its box."""
    edges = page.edges
    return zip(page.text, edges[0::4], edges[1::4], edges[2::4], edges[3::4], strict=True)


def _draws_outside(page: TextPage) -> bool:
    """Whether any glyph stands wholly outside the visible page."""
    shown, edges = page.visible, page.edges
    if shown is None or not page.text.strip():
        return False
    if (
        min(edges[0::4]) >= 0
        and min(edges[1::4]) >= 0
        and max(edges[2::4]) <= shown.x1
        and max(edges[3::4]) <= shown.y1
        and (shown.x0, shown.y0) == (0, 0)
    ):
        return False
    return any(
        x1 > x0 and (x1 < shown.x0 or x0 > shown.x1 or y1 < shown.y0 or y0 > shown.y1)
        for _, x0, y0, x1, y1 in _glyphs(page)
    )


def _is_unreadable(text: str) -> bool:
    """Three or more signs in a row that stand for no known character (bullets do not count)."""
    row = 0
    for character in text:
        row = row + 1 if character == "\ufffd" or "\ue000" <= character <= "\uf8ff" else 0
        if row == 3:
            return True
    return False
