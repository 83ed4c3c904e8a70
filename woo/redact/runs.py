"""From a span of text to the glyphs that are drawn for it, line by line."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from woo.errors import RefusedError
from woo.model.geometry import Box, Heading, level
from woo.pdf.reading.textlayer import Drawing, TextPage

_RISE, _LEVEL = 0.2, 0.1  # a line that rises more within a box is cut, or is not level at all
_MOSTLY = 0.5
_LINE = 1.5  # points: a path as thin as this is a rule, not a letter
_SLANT = 0.2  # a line that rises by more than this part of its length is not straight


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of one page go; ``label`` is printed in the box."""

    start: int
    end: int
    label: str


@dataclass(slots=True)
class Run:
    """Glyphs of one span that stand on one line; ``heading`` is None when that is slanted.

    ``sloping`` says that a line rises so slowly that some letters still share a box.
    """

    first: int
    boxes: list[Box]
    label: str
    heading: Heading | None = Heading.RIGHT
    scanned: bool = False
    sloping: bool = False
    indexes: list[int] = field(default_factory=list)

    @property
    def turned(self) -> bool:
        """Whether the line runs up or down the page."""
        return self.heading in {Heading.UP, Heading.DOWN}

    @property
    def box(self) -> Box:
        """Around all glyphs of the run."""
        return Box(
            min(box.x0 for box in self.boxes),
            min(box.y0 for box in self.boxes),
            max(box.x1 for box in self.boxes),
            max(box.y1 for box in self.boxes),
        )


def is_scanned(page: TextPage, run: Run, pictures: Sequence[Box]) -> bool:
    """Whether what a reader sees here are pixels: text of OCR, or text over an image."""
    if any(start <= run.first < end for start, end in page.unseen):
        return True
    if not pictures:
        return False
    box = run.box
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return any(p.x0 <= x <= p.x1 and p.y0 <= y <= p.y1 for p in pictures)


def is_painted(page: TextPage, run: Run, drawing: Drawing) -> bool:
    """Whether what OCR read here is no picture, but outlines or patterns that cannot be cut."""
    if not any(start <= run.first < end for start, end in page.unseen):
        return False
    if any(_overlap(run.box, picture) > _MOSTLY for picture in drawing.pictures):
        return False
    return any(
        min(path.width, path.height) > _LINE and _overlap(run.box, path) > 0
        for path in drawing.paths
    )


def _overlap(box: Box, other: Box) -> float:
    """The part of a box that lies in another."""
    width = min(box.x1, other.x1) - max(box.x0, other.x0)
    height = min(box.y1, other.y1) - max(box.y0, other.y0)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (box.width * box.height)


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


def apart(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap as one, with the labels of both: *Jan* within *Jan Jansen*."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if kept and span.start < kept[-1].end:
            last = kept[-1]
            labels = dict.fromkeys((*last.label.split(), *span.label.split()))
            kept[-1] = Span(last.start, max(last.end, span.end), " ".join(labels))
        else:
            kept.append(span)
    return kept


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
    heading: Heading | None = Heading.RIGHT
    line_end = -1
    for index, box in drawn:
        if index > line_end:
            heading, line_end = _heading(page, index)
        joined = run is not None and _continues(run, box, page.text[index - 1])
        sloping = run is not None and joined and heading is not None and _rises(run, box)
        if run and joined and heading is not None and not sloping:
            run.boxes.append(box)
            run.indexes.append(index)
            continue
        label = span.label
        if run:
            run.sloping |= sloping or _rises(run, run.boxes[-1], _LEVEL)
            yield run
            # One label is enough for text on a slope, which has a box for every few letters.
            label = "" if heading is None or sloping else label
        run = Run(index, [box], label, heading, sloping=sloping, indexes=[index])
    if run:
        run.sloping |= _rises(run, run.boxes[-1], _LEVEL)
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


def _rises(run: Run, box: Box, limit: float = _RISE) -> bool:
    """Whether a line has risen so far since its run began that one box would reach other lines.

    ``limit`` is in heights of a glyph.
    """
    heading = run.heading or Heading.RIGHT
    first, here = level(run.boxes[0], heading), level(box, heading)
    if abs(first.height - here.height) > 0.1 * first.height:
        return False  # a superscript
    return abs(first.y0 + first.y1 - here.y0 - here.y1) > 2 * limit * here.height


def _distance(one: Box, other: Box, *, turned: bool) -> float:
    if turned:
        return max(one.y0, other.y0) - min(one.y1, other.y1)
    return max(one.x0, other.x0) - min(one.x1, other.x1)


def _heading(page: TextPage, index: int) -> tuple[Heading | None, int]:
    """Which way the line around a character runs (None for slanted), and its end."""
    start = page.text.rfind("\n", 0, index) + 1
    end = page.text.find("\n", index)
    end = len(page.text) if end < 0 else end
    first = next((box for i in range(start, end) if (box := page.box(i))), None)
    last = next((box for i in range(end - 1, start - 1, -1) if (box := page.box(i))), None)
    if first is None or last is None:
        return Heading.RIGHT, end
    across = (last.x0 + last.x1 - first.x0 - first.x1) / 2
    down = (last.y0 + last.y1 - first.y0 - first.y1) / 2
    if abs(down) <= _SLANT * abs(across) or max(abs(across), abs(down)) < 1:
        backwards = across < -1 and not _is_right_to_left(page.text[start:end])
        return Heading.LEFT if backwards else Heading.RIGHT, end
    if abs(across) > _SLANT * abs(down):
        return None, end
    return Heading.UP if down < 0 else Heading.DOWN, end


def _is_right_to_left(text: str) -> bool:
    """Whether a line has Hebrew or Arabic letters, which are read the other way."""
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)
