"""Moves the sides of words to where there is no ink: Tesseract's are off by half a letter."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from woo.pdf.reading.tesseract import Word

_REACH = 0.8  # how far a side may move, in heights of the line
_INK = 0.3  # of the contrast of a word: less is paper


def fitted(grey: Any, words: Sequence[Word]) -> list[Word]:
    """The same words with their sides in the white between them; ``grey`` is a Pillow picture."""
    import numpy as np

    pixels = np.asarray(grey)
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return [
        word
        for line in lines.values()
        for word in (_fitted_line(pixels, line) if line[0].is_level else line)
    ]


def _fitted_line(pixels: Any, words: Sequence[Word]) -> Iterator[Word]:
    high, wide = pixels.shape
    sides = [[word.box[0] * wide, word.box[2] * wide] for word in words]
    for index, (one, other) in enumerate(pairwise(words)):
        left, right = sides[index], sides[index + 1]
        if right[0] <= left[0] or right[1] <= left[1]:
            continue
        gap = _gap(pixels, (one, other), (left, right), high)
        if gap is not None:
            left[1], right[0] = gap
    sides[0][0] = _end(pixels, words[0], sides[0][0], -1)
    sides[-1][1] = _end(pixels, words[-1], sides[-1][1], 1)
    for word, (left_side, right_side) in zip(words, sides, strict=True):
        yield _with_sides(word, left_side / wide, right_side / wide)


def _gap(
    pixels: Any, words: tuple[Word, Word], sides: tuple[list[float], list[float]], high: int
) -> tuple[float, float] | None:
    """The widest blank between two words near where Tesseract parts them; None when all is ink."""
    (first, before), (after, last) = sides
    middle, reach = (before + after) / 2, _REACH * max(word.tall for word in words)
    start = round(max(first, min(middle, before) - reach))
    stop = round(min(last, max(middle, after) + reach))
    rows = [_rows(word, high) for word in words]
    blank = _blank(pixels[min(r[0] for r in rows) : max(r[1] for r in rows), start:stop])
    best: tuple[float, int, int] | None = None
    for begin, end in _runs(blank):
        # Of two blanks of the same width the one where Tesseract parts the words.
        weight = (end - begin) - 0.05 * abs(start + (begin + end) / 2 - middle)
        if best is None or weight > best[0]:
            best = (weight, begin, end)
    return None if best is None else (float(start + best[1]), float(start + best[2]))


def _end(pixels: Any, word: Word, side: float, step: int) -> float:
    """An outer side of a line, moved outwards as long as there is ink."""
    high, wide = pixels.shape
    top, bottom = _rows(word, high)
    reach = round(_REACH * word.tall)
    start, stop = max(0, round(side) - reach), min(wide, round(side) + reach)
    blank = _blank(pixels[top:bottom, start:stop])
    at = round(side) - start
    at = min(max(at, 0), len(blank) - 1) if len(blank) else 0
    while 0 <= at < len(blank) and not blank[at]:
        at += step
    return side if not 0 <= at < len(blank) else float(start + at + (step < 0))


def _rows(word: Word, high: int) -> tuple[int, int]:
    _, y0, _, y1 = word.box
    top, bottom = (1 - y1) * high, (1 - y0) * high
    # Not the very edges: a line above or below may reach into them.
    margin = 0.1 * (bottom - top)
    return max(0, round(top + margin)), min(high, round(bottom - margin) + 1)


def _blank(band: Any) -> Any:
    """For every column whether it is all paper."""
    import numpy as np

    if band.size == 0:
        return np.zeros(0, dtype=bool)
    shades = band.astype("int16")
    paper = int(np.median(shades))
    apart = np.abs(shades - paper)
    return apart.max(axis=0) <= max(12, _INK * int(apart.max()))


def _runs(blank: Any) -> Iterator[tuple[int, int]]:
    start = None
    for index, value in enumerate([*blank, False]):
        if value and start is None:
            start = index
        elif not value and start is not None:
            yield start, index
            start = None


def _with_sides(word: Word, left: float, right: float) -> Word:
    x0, y0, x1, y1 = word.box
    if right <= left or x1 <= x0:
        return word
    along_x, along_y = word.along
    moved = (left - x0) / (x1 - x0)
    grown = (right - left) / (x1 - x0)
    return replace(
        word,
        box=(left, y0, right, y1),
        start=(word.start[0] + along_x * moved, word.start[1] + along_y * moved),
        along=(along_x * grown, along_y * grown),
    )
