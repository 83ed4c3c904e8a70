"""From a span of text to the glyphs that are drawn for it, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from woo.errors import RefusedError
from woo.model.geometry import Box
from woo.pdf.reading.textlayer import TextPage

_SLANT = 0.2  # a line that rises by more than this part of its length is not straight


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of one page go; ``label`` is printed in the box."""

    start: int
    end: int
    label: str


@dataclass(slots=True)
class Run:
    """Glyphs of one span that stand on one line."""

    first: int
    boxes: list[Box]
    label: str
    turned: bool = False
    scanned: bool = False

    @property
    def box(self) -> Box:
        """Around all glyphs of the run."""
        whole = self.boxes[0]
        for box in self.boxes[1:]:
            whole = whole.union(box)
        return whole


def is_scanned(page: TextPage, run: Run, pictures: Sequence[Box]) -> bool:
    """Whether what a reader sees here are pixels: text of OCR, or text over an image."""
    if any(start <= run.first < end for start, end in page.unseen):
        return True
    x, y = (run.box.x0 + run.box.x1) / 2, (run.box.y0 + run.box.y1) / 2
    return any(p.x0 <= x <= p.x1 and p.y0 <= y <= p.y1 for p in pictures)


def whole_words(page: TextPage, span: Span, pictures: Sequence[Box]) -> Span:
    """OCR knows where a word stands, not where its letters do: there, whole words go."""
    box = next((box for i in range(span.start, span.end) if (box := page.box(i))), None)
    if box is None or not is_scanned(page, Run(span.start, [box], ""), pictures):
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


def runs_of(page: TextPage, span: Span) -> Iterator[Run]:
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
                page=page.number,
            )
        return
    run: Run | None = None
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
        run = Run(index, [box], label, turned=direction == "turned")
    if run:
        yield run


def _continues(run: Run, box: Box, before: str) -> bool:
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
