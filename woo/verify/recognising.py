"""What Tesseract reads in a picture of a page, with the place and certainty of each word."""

import csv
import io
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

DPI = 200.0
_TIMEOUT = 180
_SURE = 60.0  # of 100
_WORD = 3  # fewer letters are read in any stain
_PAGE, _LOOSE = "3", "11"  # Tesseract's page segmentation modes
Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """One word; ``line`` counts the lines, ``x`` and ``y`` are the middle of it in pixels."""

    text: str = field(repr=False)
    line: int
    certainty: float
    x: float
    y: float

    @property
    def is_sure(self) -> bool:
        """Whether this is more than a stain that looks like a letter."""
        return self.certainty >= _SURE and sum(map(str.isalnum, self.text)) >= _WORD


def recognise(program: str, pixels: Any, pictures: Sequence[Area] = ()) -> str | None:
    """The text in a grey numpy picture, read in Dutch; None when Tesseract fails.

    ``pictures`` are places (left, top, right, bottom) where a picture stands: one in which not a
    word is sure is read with more contrast, upside down and on its sides as well.
    """
    words = _read(program, pixels, _PAGE)
    if words is None:
        return None
    texts = [_text(words)]
    for area in pictures:
        if not any(_stands_in(word, area) for word in words if word.is_sure):
            texts += _looked_at_closely(program, pixels, area)
    return "\n".join(texts)


def _looked_at_closely(program: str, pixels: Any, area: Area) -> Iterator[str]:
    """The words in a part that become legible when it is less faint, or is turned."""
    import numpy as np

    x0, y0, x1, y1 = area
    cut = pixels[max(y0, 0) : y1, max(x0, 0) : x1]
    if not cut.size or cut.max() == cut.min():
        return
    darkest, lightest = float(cut.min()), float(cut.max())
    clear = ((cut - darkest) * (255 / (lightest - darkest))).astype("uint8")
    for quarters in range(4):
        yield _text(_read(program, np.rot90(clear, quarters), _LOOSE) or [])


def _stands_in(word: Word, area: Area) -> bool:
    return area[0] <= word.x <= area[2] and area[1] <= word.y <= area[3]


def _text(words: Sequence[Word]) -> str:
    """The words, a line of the picture on a line."""
    lines: dict[int, list[str]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word.text)
    return "\n".join(" ".join(line) for line in lines.values())


def _read(program: str, pixels: Any, layout: str) -> list[Word] | None:
    from PIL import Image

    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG", compress_level=1)
    command = [program, "stdin", "stdout", "-l", "nld", "--dpi", str(int(DPI)), "--psm", layout]
    try:
        done = subprocess.run(
            [*command, "tsv"],
            input=stream.getvalue(),
            capture_output=True,
            timeout=_TIMEOUT,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return list(_words(done.stdout.decode("utf-8", "replace")))


def _words(table: str) -> Iterator[Word]:
    """The rows of Tesseract's table that are words."""
    places: dict[tuple[str, ...], int] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if not text:
            continue
        place = (row["page_num"], row["block_num"], row["par_num"], row["line_num"])
        left, top, width, height = (float(row[k]) for k in ("left", "top", "width", "height"))
        line = places.setdefault(place, len(places))
        yield Word(text, line, float(row["conf"]), left + width / 2, top + height / 2)
