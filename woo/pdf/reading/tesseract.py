"""Runs Tesseract on one grey picture and gives the words with their places.

Places are fractions of the picture, from its bottom left as in PDF, so that they hold at any scale.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any

from woo.errors import MissingError, UnreadableError

# Seconds for one picture; a dense A4 takes 3 to 10.
_TIMEOUT = 180
_INSTALL = (
    "Installeer Tesseract met het Nederlands (op Debian en Ubuntu: "
    "apt install tesseract-ocr tesseract-ocr-nld) en voeg het bestand opnieuw toe."
)
_NUMBER = r"(-?[\d.]+)"
_BOX = re.compile(r"bbox (\d+) (\d+) (\d+) (\d+)")
_BASELINE = re.compile(rf"baseline {_NUMBER} {_NUMBER}")
_ANGLE = re.compile(r"textangle (-?\d+)")
_CONFIDENCE = re.compile(r"x_wconf (\d+)")
_LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
# Steeper than this (rise per length) a line is a mistake of the layout analysis.
_STEEPEST = 0.2


# Text, box in pixels (left, top, right, bottom) and confidence.
Found = tuple[str, tuple[int, int, int, int], int]


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its letters stand from ``start`` along ``along`` and rise by ``up``.

    ``start`` is the left end of the baseline, all three as fractions of the width and height of
    the picture. ``box`` is left, bottom, right, top of the ink. ``line`` counts up in reading
    order; words with the same number stand on one line. ``tall`` is how many pixels the letters
    rise, in the picture that Tesseract was given. A line that Tesseract itself saw as turned by a
    quarter or a half is not ``is_level``.
    """

    text: str = field(repr=False)
    box: tuple[float, float, float, float]
    start: tuple[float, float]
    along: tuple[float, float]
    up: tuple[float, float]
    line: int
    confidence: int
    tall: float
    is_level: bool = True


def check_available() -> None:
    """Raise MissingError, with what to install, when scans cannot be read on this machine."""
    if shutil.which("tesseract") is None:
        raise MissingError("Dit is een scan en Tesseract ontbreekt om hem te lezen.", _INSTALL)
    if "nld" not in _languages():
        raise MissingError(
            "Dit is een scan en de Nederlandse taal van Tesseract ontbreekt.", _INSTALL
        )


def is_available() -> bool:
    """Whether pictures can be read on this machine."""
    try:
        check_available()
    except MissingError:
        return False
    return True


@cache
def _languages() -> frozenset[str]:
    command = ["tesseract", "--list-langs"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return frozenset(done.stdout.split())


def read_words(pixels: Any, *, layout: int) -> list[Word]:
    """The words in a grey Pillow picture. ``layout`` is Tesseract's page segmentation mode.

    Raises UnreadableError when Tesseract fails or takes too long.
    """
    stream = BytesIO()
    pixels.save(stream, "PNG", compress_level=1)
    command = ["tesseract", "stdin", "stdout", "-l", "nld", "--dpi", "300", "--psm", str(layout)]
    try:
        done = subprocess.run(
            [*command, "hocr"],
            input=stream.getvalue(),
            capture_output=True,
            timeout=_TIMEOUT,
            check=True,
            # Several run side by side; threads of their own would only get in each other's way.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        raise UnreadableError(
            "De tekst van deze scan kan niet worden gelezen.",
            "Scan het papier opnieuw of druk het bestand af naar een nieuwe pdf.",
        ) from None
    return list(_words(done.stdout, pixels.size))


def _words(hocr: bytes, size: tuple[int, int]) -> Iterator[Word]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(hocr, parser)
    lines = [one for one in root.iter() if one.get("class") in _LINES]
    for number, line in enumerate(lines):
        title = str(line.get("title"))
        baseline = _baseline(title)
        found = [one for one in line.iter() if one.get("class") == "ocrx_word"]
        placed = [
            (text, _box(str(one.get("title"))), _confidence(str(one.get("title"))))
            for one in found
            if (text := "".join(map(str, one.itertext())).strip())
        ]
        quarters = _quarters(title)
        if quarters:
            yield from (_turned(word, quarters, number, size) for word in placed)
        elif placed:
            yield from _of_line(placed, baseline, number, size)


def _box(title: str) -> tuple[int, int, int, int]:
    match = _BOX.search(title)
    if match is None:
        return (0, 0, 0, 0)
    x0, y0, x1, y1 = (int(value) for value in match.groups())
    return x0, y0, x1, y1


def _confidence(title: str) -> int:
    match = _CONFIDENCE.search(title)
    return int(match[1]) if match else 0


def _baseline(title: str) -> tuple[float, float]:
    """Slope, and height at the left edge of the picture, in pixels down from the top."""
    x0, _, _, y1 = _box(title)
    match = _BASELINE.search(title)
    slope, offset = (float(match[1]), float(match[2])) if match else (0.0, 0.0)
    if abs(slope) > _STEEPEST:
        slope, offset = 0.0, 0.0
    return slope, y1 + offset - slope * x0


def _quarters(title: str) -> int:
    """By how many quarters to the left a line is turned.

    Of lines that run down the page Tesseract gives no angle, but no baseline either.
    """
    match = _ANGLE.search(title)
    if match:
        return round(int(match[1]) / 90) % 4
    x0, y0, x1, y1 = _box(title)
    return 3 if _BASELINE.search(title) is None and y1 - y0 > x1 - x0 else 0


def _turned(found: Found, quarters: int, number: int, size: tuple[int, int]) -> Word:
    """A word of a turned line: its letters fill its box."""
    text, (left, upper, right, lower), confidence = found
    width, height = size
    x0, x1, y0, y1 = left / width, right / width, 1 - lower / height, 1 - upper / height
    wide, high = x1 - x0, y1 - y0
    start, along, up = {
        1: ((x1, y0), (0.0, high), (-wide, 0.0)),
        2: ((x1, y1), (-wide, 0.0), (0.0, -high)),
        3: ((x0, y1), (0.0, -high), (wide, 0.0)),
    }[quarters]
    return Word(
        text=text,
        box=(x0, y0, x1, y1),
        start=start,
        along=along,
        up=up,
        line=number,
        confidence=confidence,
        tall=float(lower - upper if quarters == 2 else right - left),
        is_level=False,
    )


def _of_line(
    words: list[Found],
    baseline: tuple[float, float],
    number: int,
    size: tuple[int, int],
) -> Iterator[Word]:
    slope, height = baseline
    tops = sorted(height + slope * (x0 + x1) / 2 - y0 for _, (x0, y0, x1, _), _ in words)
    usual = tops[len(tops) // 2]
    width, tall = size
    for text, (x0, y0, x1, y1), confidence in words:
        foot = height + slope * x0
        rise = max(usual, height + slope * (x0 + x1) / 2 - y0)
        if not 0.3 * (y1 - y0) <= rise <= 2.5 * (y1 - y0) + 2:
            # A dash, a frame, a wild baseline: the word's own box is the better guess.
            foot, rise = float(y1), float(y1 - y0)
        yield Word(
            text=text,
            box=(x0 / width, 1 - y1 / tall, x1 / width, 1 - y0 / tall),
            start=(x0 / width, 1 - foot / tall),
            along=((x1 - x0) / width, -slope * (x1 - x0) / tall),
            up=(slope * rise / width, rise / tall),
            line=number,
            confidence=confidence,
            tall=rise,
        )
