"""Signatures: ink that is no text, below the closing of a letter or beside *Handtekening*.

It does not matter how it got there: as a picture, as lines, or as part of a scan. A page is drawn
where a signature is to be expected, its letters and rules are taken away, and what is left and is
large enough is written by hand. A photograph or a solid logo is no writing.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from woo.model.geometry import Area, Box
from woo.pdf.reading.textlayer import TextPage, clip_of, load_page, open_pdf, read_page

# *Mei vriendelijke groet* is how text recognition may read it.
_CLOSING = re.compile(
    r"(?:(?:met|mei)[ ])?(?:(?:vriendelijke|hartelijke|beste|collegiale)[ ])?"
    r"groet(?:en|jes)?|(?:met (?:de meeste )?)?hoogacht(?:end|ing)|(?:kind|best|warm)? ?regards|"
    r"yours (?:sincerely|faithfully)|sincerely|namens (?:deze|dezen|het|de)\b.{0,50}|"
    r"(?:gezien en |voor )?akkoord",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:handtekening|ondertekening|paraaf|signature|getekend|aldus (?:opgemaakt|getekend))\b",
    re.IGNORECASE,
)
_LONGEST_CLOSING = 70  # characters
# In points: how far a signature stands from its closing or label, and how small one can be.
_BELOW, _LINES_BELOW, _LEFT, _RIGHT = 120.0, 3, 30.0, 300.0
_BESIDE_LABEL = (12.0, 28.0, 300.0, 60.0)
_NARROWEST, _LOWEST = 22.0, 7.0
_DPI = 96
_INK = 165  # of 255, for the grey of blue ink
_CELL = 4.0  # points: strokes closer than this are one
_FEWEST_CELLS, _FEWEST_PIXELS = 10, 2
# Of a row or column that is a rule or a frame, and of the cells of something solid.
_RULE, _SOLID = 0.55, 0.8
# Letters of a scan stand less exactly.
_AROUND_LETTER, _AROUND_READ = 1.5, 3.0
_MUCH_LARGER = 1.8
_PAD, _THINNEST = 2.0, 4.0
_MOST_ZONES = 50  # of a page: drawing each takes time


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of print: what it says, the box around it, and one around each letter."""

    written: str = field(repr=False)
    box: Box
    letters: tuple[Box, ...] = field(repr=False)


def may_be_signed(pages: Sequence[str]) -> frozenset[int]:
    """The pages, counted from 1, of which the text has a closing or a word for a signature."""
    return frozenset(
        number
        for number, text in enumerate(pages, start=1)
        if any(_is_closing(line) or _LABEL.match(line) for line in map(str.strip, text.split("\n")))
    )


def signatures(pdf: Path, pages: Collection[int]) -> tuple[Area, ...]:
    """Where these pages of a PDF, counted from 1, have signatures. Raises UnreadableError."""
    found: dict[Area, None] = {}
    if not pages:
        return ()
    with open_pdf(pdf) as document:
        for number in sorted(pages):
            seen = load_page(document, number - 1)
            text = read_page(seen)
            lines = _printed(text)
            for zone in islice(_zones(text, lines), _MOST_ZONES):
                boxes = _apart(_ink(seen, lines, zone), lines)
                found |= dict.fromkeys(Area(number, box) for box in boxes)
    return tuple(found)


def _is_closing(line: str) -> bool:
    return len(line) <= _LONGEST_CLOSING and _CLOSING.fullmatch(line.rstrip(",.!: ")) is not None


def _printed(page: TextPage) -> list[_Line]:
    """The lines of print; text recognition reads a signature as one of very large letters."""
    read = {i for start, end in page.unseen for i in range(start, end)}
    lines, heights, start = [], [], 0
    for written in page.text.split("\n"):
        places = [i for i in range(start, start + len(written)) if not page.text[i].isspace()]
        around = _AROUND_READ if places and places[0] in read else _AROUND_LETTER
        letters = tuple(_wider(box, around) for i in places if (box := page.box(i)))
        start += len(written) + 1
        if letters:
            lines.append(
                _Line(written.strip(), _wider(reduce(Box.union, letters), -around), letters)
            )
            heights.append(lines[-1].box.height)
    usual = median(heights) if heights else 0.0
    scanned = bool(read)
    return [line for line in lines if not scanned or line.box.height < _MUCH_LARGER * usual]


def _wider(box: Box, by: float) -> Box:
    return Box(box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by)


def _zones(page: TextPage, lines: Sequence[_Line]) -> Iterator[Box]:
    """Where on the page a signature may be."""
    for line in lines:
        box = line.box
        if _is_closing(line.written):
            yield _inside(page, _below(box, [other.box for other in lines]))
        elif _LABEL.match(line.written):
            left, above, right, below = _BESIDE_LABEL
            zone = Box(box.x0 - left, box.y0 - above, box.x1 + right, box.y1 + below)
            yield _inside(page, zone)


def _below(closing: Box, lines: Sequence[Box]) -> Box:
    """From the closing to the end of the third line below it: a signature goes over the name."""
    x0, x1 = closing.x0 - _LEFT, closing.x0 + _RIGHT
    under = sorted(
        line.y1 for line in lines if line.y0 >= closing.y1 - 1 and line.x0 < x1 and line.x1 > x0
    )
    near = [y for y in under if y <= closing.y1 + _BELOW]
    end = near[_LINES_BELOW - 1] if len(near) >= _LINES_BELOW else closing.y1 + _BELOW
    return Box(x0, closing.y0, x1, end)


def _inside(page: TextPage, zone: Box) -> Box:
    """The part of a zone that the page shows."""
    shown = page.visible
    if shown is None:
        return zone
    x0, y0 = max(zone.x0, shown.x0), max(zone.y0, shown.y0)
    return Box(x0, y0, max(x0, min(zone.x1, shown.x1)), max(y0, min(zone.y1, shown.y1)))


def _ink(seen: Any, lines: Sequence[_Line], zone: Box) -> Iterator[Box]:
    """What is written in a zone by hand, one box for strokes that belong together."""
    import numpy as np

    if zone.width < _NARROWEST or zone.height < _LOWEST:
        return
    dark = _drawn(seen, zone) < _INK
    scale = dark.shape[1] / zone.width
    _rub_out(dark, lines, zone, scale)
    dark[dark.mean(axis=1) > _RULE] = False
    dark[:, dark.mean(axis=0) > _RULE] = False
    size = max(1, round(_CELL * scale))
    high, wide = (length // size for length in dark.shape)
    cells = dark[: high * size, : wide * size].reshape(high, size, wide, size).sum(axis=(1, 3))
    filled = cells >= _FEWEST_PIXELS
    for group in _groups({(row, column) for row, column in np.argwhere(filled).tolist()}):
        box = _box_of(group, size / scale, zone)
        share = len(group) * (size / scale) ** 2 / max(box.area, 1.0)
        is_large = box.width >= _NARROWEST and box.height >= _LOWEST
        if is_large and len(group) >= _FEWEST_CELLS and share < _SOLID:
            yield Box(box.x0 - _PAD, box.y0 - _PAD, box.x1 + _PAD, box.y1 + _PAD)


def _drawn(seen: Any, zone: Box) -> Any:
    """The zone as the page shows it unturned, in grey: rows and columns of pixels."""
    import numpy as np
    import pymupdf

    clip = clip_of(seen, zone)
    rotation = seen.rotation
    seen.set_rotation(0)
    try:
        pixmap = seen.get_pixmap(dpi=_DPI, clip=clip, colorspace=pymupdf.csGRAY, alpha=False)
    finally:
        seen.set_rotation(rotation)
    pixels = np.frombuffer(bytes(pixmap.samples), dtype=np.uint8)
    return pixels.reshape(pixmap.height, pixmap.stride)[:, : pixmap.width]


def _rub_out(dark: Any, lines: Sequence[_Line], zone: Box, scale: float) -> None:
    """Take the letters of the page out of the ink."""
    for line in lines:
        for box in line.letters:
            if box.y1 < zone.y0 or box.y0 > zone.y1:
                continue
            x0, x1 = (max(0, round((x - zone.x0) * scale)) for x in (box.x0, box.x1))
            y0, y1 = (max(0, round((y - zone.y0) * scale)) for y in (box.y0, box.y1))
            dark[y0:y1, x0:x1] = False


def _groups(cells: set[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Cells that touch each other, or nearly: a stroke may be lifted."""
    while cells:
        waiting, group = [cells.pop()], []
        while waiting:
            row, column = waiting.pop()
            group.append((row, column))
            for down in (-2, -1, 0, 1, 2):
                for right in (-2, -1, 0, 1, 2):
                    other = (row + down, column + right)
                    if other in cells:
                        cells.remove(other)
                        waiting.append(other)
        yield group


def _box_of(group: Sequence[tuple[int, int]], size: float, zone: Box) -> Box:
    """The box around cells of ``size`` points, each a row and a column of the zone."""
    rows, columns = zip(*group, strict=True)
    return Box(
        zone.x0 + min(columns) * size,
        zone.y0 + min(rows) * size,
        zone.x0 + (max(columns) + 1) * size,
        zone.y0 + (max(rows) + 1) * size,
    )


def _apart(boxes: Iterator[Box], lines: Sequence[_Line]) -> Iterator[Box]:
    """The boxes without the lines of text that they touch: print is decided on by itself."""
    for box in boxes:
        pieces = [box]
        for line in lines:
            pieces = [part for piece in pieces for part in piece.without(line.box)]
        yield from (p for p in pieces if p.height >= _THINNEST and p.width >= _THINNEST)
