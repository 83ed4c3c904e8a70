"""Compares a page before and after redaction, outside the names, with pdfium alone."""

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from woo.model.geometry import Box

_DPI = 144
# MuPDF rounds positions when it writes them.
_MOVED = 0.3
# Anti-aliasing: a shift of a hundredth of a point changes an edge by some greys.
_GREYS = 60


@dataclass(frozen=True)
class Glyph:
    """A character with its origin, and the box of its ink, in user space from the top left."""

    sign: str
    x: float
    y: float
    ink: Box


@dataclass(frozen=True)
class Page:
    glyphs: list[Glyph]
    picture: Any


def read(path: Path) -> Page:
    """The first page, whole and unturned."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0]
        left, bottom, right, top = page.get_mediabox()
        page.set_rotation(0)
        page.set_cropbox(left, bottom, right, top)
        page.close()
        page = document[0]
        reading = page.get_textpage()
        glyphs = [
            glyph(reading, index, left, top)
            for index in range(reading.count_chars())
            if reading.get_text_range(index, 1).strip()
        ]
        picture = page.render(scale=_DPI / 72, grayscale=True).to_numpy()
        return Page(glyphs, picture.reshape(picture.shape[:2]).astype(int))
    finally:
        document.close()


def glyph(reading: Any, index: int, left: float, top: float) -> Glyph:
    x, y = ctypes.c_double(), ctypes.c_double()
    assert pdfium.FPDFText_GetCharOrigin(reading, index, x, y)
    x0, y0, x1, y1 = reading.get_charbox(index)
    ink = Box(min(x0, x1) - left, top - max(y0, y1), max(x0, x1) - left, top - min(y0, y1))
    return Glyph(reading.get_text_range(index, 1), x.value - left, top - y.value, ink)


def without(glyphs: Sequence[Glyph], name: str) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs that are no part of the name, and those that are."""
    shown = "".join(glyph.sign for glyph in glyphs)
    gone: set[int] = set()
    start = shown.find(name)
    while start >= 0:
        gone |= set(range(start, start + len(name)))
        start = shown.find(name, start + len(name))
    return (
        [glyph for index, glyph in enumerate(glyphs) if index not in gone],
        [glyph for index, glyph in enumerate(glyphs) if index in gone],
    )


def lost(staying: Iterable[Glyph], after: Iterable[Glyph]) -> list[Glyph]:
    """What should still be there and is not, or stands elsewhere."""
    left = list(after)
    return [glyph for glyph in staying if not _take(glyph, left)]


def _take(glyph: Glyph, left: list[Glyph]) -> bool:
    for index, other in enumerate(left):
        near = abs(glyph.x - other.x) < _MOVED and abs(glyph.y - other.y) < _MOVED
        if near and glyph.sign == other.sign:
            del left[index]
            return True
    return False


def covered(staying: Iterable[Glyph], areas: Sequence[Box]) -> list[Glyph]:
    """What should be seen but has the middle of its ink under a box."""
    return [glyph for glyph in staying if any(_is_under(glyph.ink, area) for area in areas)]


def _is_under(ink: Box, area: Box) -> bool:
    x, y = (ink.x0 + ink.x1) / 2, (ink.y0 + ink.y1) / 2
    return area.x0 < x < area.x1 and area.y0 < y < area.y1


def changed(before: Page, after: Page, aside: Iterable[Box]) -> int:
    """How many pixels differ outside the boxes and outside the ink of the name.

    An edge may move by one pixel: positions are rounded, and pdfium sets glyphs on whole pixels.
    """
    old, new = before.picture, after.picture
    difference = (new < _darkest(old) - _GREYS) | (new > _lightest(old) + _GREYS)
    scale, edge = _DPI / 72, 2
    for box in aside:
        y0, x0 = max(0, int(box.y0 * scale) - edge), max(0, int(box.x0 * scale) - edge)
        difference[y0 : int(box.y1 * scale) + edge + 1, x0 : int(box.x1 * scale) + edge + 1] = False
    return int(difference.sum())


def _darkest(picture: Any) -> Any:
    """The darkest of each pixel and its eight neighbours."""
    wide = np.pad(picture, 1, mode="edge")
    height, width = picture.shape
    return np.minimum.reduce(
        [wide[y : y + height, x : x + width] for y in range(3) for x in range(3)]
    )


def _lightest(picture: Any) -> Any:
    return -_darkest(-picture)
