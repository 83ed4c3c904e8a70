"""What Tesseract reads in a part of a page: as it is shown, larger, smoothed, in colour, turned."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from woo.model.geometry import Box

_TIMEOUT = 180
_LANGUAGE = "nld"
# Letters this low (pixels, the middle one of all words) are read once more, twice as large.
_LOW = 15
_LARGEST = 30_000_000  # pixels
# With fewer letters in words that Tesseract is sure of, the picture may lie on its side.
_FEW = 15
_SURE = 70
_TURNED_PIXELS = 2_000_000
# Where fewer of the letters that were seen are sure, grain may be in the way: how much it is
# smoothed then (radius in pixels).
_CLEAR, _SMOOTHED = 0.85, (1.0, 1.5)
_PAGE = 1_000_000  # pixels: in a smaller picture where nothing is seen nothing is lost in grain
# Levels of 256: less is paper.
_EVEN = 24
_COLOURED, _COLOURED_PART = 60, 0.002
_FRAME = 12  # pixels


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was recognised; ``box`` in pixels of the picture as it was given."""

    text: str = field(repr=False)
    box: Box


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading: its lines, how high its words are (pixels), and how many letters are sure.

    Of a picture that was turned the boxes say nothing: then ``is_level`` is false.
    """

    lines: tuple[tuple[Word, ...], ...] = field(repr=False)
    height: int
    sure: int
    is_level: bool = True

    @property
    def letters(self) -> int:
        """How many letters there are in all words."""
        return sum(len(word.text) for line in self.lines for word in line)

    @property
    def text(self) -> str:
        """The lines, one below the other."""
        return "\n".join(" ".join(word.text for word in line) for line in self.lines)


def is_even(pixels: Any) -> bool:
    """Whether a numpy picture shows nothing but paper."""
    return bool(pixels.size == 0 or int(pixels.max()) - int(pixels.min()) <= _EVEN)


def read_every_way(program: str, pixels: Any) -> list[Reading] | None:
    """The readings of a numpy picture of height x width x 3; None when Tesseract fails."""
    try:
        return list(_readings(program, pixels))
    except (OSError, subprocess.SubprocessError, UnicodeError, ValueError):
        return None


def _readings(program: str, pixels: Any) -> Iterator[Reading]:
    import numpy as np

    channels = pixels.astype(np.uint8)
    grey = (channels @ np.array([0.299, 0.587, 0.114])).astype(np.uint8)
    first = _read(program, grey)
    yield first
    is_low = 0 < first.height < _LOW or (not first.sure and grey.size < _LARGEST / 16)
    if is_low and 4 * grey.size <= _LARGEST:
        larger = _read(program, _scaled(grey, 2.0), scale=2.0)
        yield larger
        first = max(first, larger, key=_sureness)
    smoothed = list(_smoothed(program, grey, first, 2.0 if is_low else 1.0))
    yield from smoothed
    first = max([first, *smoothed], key=_sureness)
    if _is_coloured(channels):
        darkest = channels.min(axis=2)
        scale = 2.0 if is_low else 1.0
        yield _read(program, _scaled(darkest, scale) if is_low else darkest, scale=scale)
    if first.sure < _FEW:
        yield _read(program, grey, "-c", "thresholding_method=2")  # Sauvola: paper of many shades
        small = _scaled(grey, min(2.0, (_TURNED_PIXELS / grey.size) ** 0.5))
        for quarters in (1, 2, 3):
            yield replace(_read(program, np.rot90(small, quarters)), is_level=False)


def _sureness(reading: Reading) -> int:
    return reading.sure


def _smoothed(program: str, grey: Any, best: Reading, scale: float) -> Iterator[Reading]:
    """Readings with the grain smoothed, until one is clear; ``scale`` is how much larger."""
    import numpy as np
    from PIL import Image, ImageFilter

    picture = Image.fromarray(grey)
    for radius in _SMOOTHED if scale**2 * grey.size <= _LARGEST else ():
        is_clear = best.letters and best.sure >= _CLEAR * best.letters
        if is_clear or (not best.letters and grey.size < _PAGE):
            return
        smooth = np.asarray(picture.filter(ImageFilter.GaussianBlur(radius)))
        try:
            reading = _read(program, smooth if scale == 1 else _scaled(smooth, scale), scale=scale)
        except subprocess.TimeoutExpired:
            return  # one look more or less: the page was read
        yield reading
        best = max(best, reading, key=_sureness)


def _is_coloured(channels: Any) -> bool:
    spread = channels.max(axis=2).astype("int16") - channels.min(axis=2)
    return bool((spread > _COLOURED).mean() > _COLOURED_PART)


def _scaled(grey: Any, factor: float) -> Any:
    import numpy as np
    from PIL import Image

    height, width = grey.shape
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(Image.fromarray(grey).resize(size, Image.Resampling.BICUBIC))


def _read(program: str, grey: Any, *settings: str, scale: float = 1.0) -> Reading:
    import numpy as np
    from PIL import Image, ImageOps

    stream = BytesIO()
    picture = Image.fromarray(grey)
    # Letters at the very edge are missed.
    framed = ImageOps.expand(picture, _FRAME, fill=int(np.median(grey[[0, -1]])))
    framed.save(stream, "PNG", compress_level=1)
    done = subprocess.run(
        [
            program,
            "stdin",
            "stdout",
            "-l",
            _LANGUAGE,
            "--dpi",
            "300",
            "--psm",
            "3",
            *settings,
            "tsv",
        ],
        input=stream.getvalue(),
        capture_output=True,
        timeout=_TIMEOUT,
        check=True,
        # Several run side by side.
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return _parsed(done.stdout.decode("utf-8", "replace"), scale)


def _parsed(table: str, scale: float) -> Reading:
    """Tesseract's table: one row per word, with its line, place, confidence and text."""
    lines: dict[tuple[str, ...], list[Word]] = {}
    heights: list[int] = []
    sure = 0
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        word = cells[11].strip()
        lines.setdefault(tuple(cells[1:5]), []).append(Word(word, _box(cells[6:10], scale)))
        if float(cells[10]) >= _SURE and len(word) >= 3:
            heights.append(int(cells[9]))
            sure += len(word)
    heights.sort()
    middle = heights[len(heights) // 2] if heights else 0
    return Reading(tuple(map(tuple, lines.values())), middle, sure)


def _box(cells: Sequence[str], scale: float) -> Box:
    """From the left, top, width and height in the picture that Tesseract got."""
    left, top, width, height = map(int, cells)
    x0, y0 = (left - _FRAME) / scale, (top - _FRAME) / scale
    return Box(x0, y0, x0 + width / scale, y0 + height / scale)
