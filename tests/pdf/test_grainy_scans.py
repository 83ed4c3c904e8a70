"""A noisy scan is read with its grain smoothed; a look that takes too long costs no page."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageFilter

from woo.errors import UnreadableError
from woo.pdf.reading import recognition
from woo.pdf.reading.recognition import recognise
from woo.pdf.reading.tesseract import Word, read_words

_DPI = 150
_LINES = (
    "Geachte mevrouw Oosterveld-Amrani,",
    "Op maandag 3 maart sprak u met de heer Wiersinga over de aanleg van het fietspad.",
    "Hij heeft toegezegd dat de gemeente de bomen langs de vaart laat staan.",
    "Mevrouw Tjoelker van het waterschap heeft dat daarna schriftelijk bevestigd.",
    "Voor vragen kunt u terecht bij onze medewerker Abdelkader Benhaddou.",
    "Met vriendelijke groet, namens het college, Sjoukje Haarsma-Pot",
)
_NAMES = {"Wiersinga", "Tjoelker", "Abdelkader", "Benhaddou", "Sjoukje"}


def _page() -> Any:
    page = pymupdf.open().new_page()
    for number, line in enumerate(_LINES * 3):
        page.insert_text((60, 80 + 18 * number), line, fontsize=11)
    pixels = page.get_pixmap(dpi=_DPI, colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)


def _noisy(page: Any) -> Any:
    """As from a camera in bad light: every pixel off by some forty levels."""
    soft = np.asarray(page.filter(ImageFilter.GaussianBlur(1))).astype(float)
    grain = np.random.default_rng(1).normal(0, 40, soft.shape)
    return Image.fromarray((soft + grain).clip(0, 255).astype("uint8"))


def _names_in(words: Iterable[Word]) -> set[str]:
    read = " ".join(word.text for word in words)
    return {name for name in _NAMES if name in read}


@pytest.mark.slow
def test_a_noisy_page_is_read_nearly_whole() -> None:
    read = Counter(word.text.strip(".,") for word in recognise(_noisy(_page()), _DPI))
    shown = Counter(word.strip(".,") for line in _LINES * 3 for word in line.split())
    # Without smoothing it is 89 %.
    assert (read & shown).total() > 0.95 * shown.total()


@pytest.mark.slow
def test_a_clear_page_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    layouts: list[int] = []

    def counted(pixels: Any, *, layout: int) -> list[Word]:
        layouts.append(layout)
        return read_words(pixels, layout=layout)

    monkeypatch.setattr(recognition, "read_words", counted)
    monkeypatch.setattr(recognition, "_SMOOTHED", (1.0,))
    assert _names_in(recognise(_page().resize((2480, 3508)), 300)) == _NAMES
    assert layouts.count(3) == 1


@pytest.mark.slow
def test_loose_words_that_take_too_long_cost_no_page(monkeypatch: pytest.MonkeyPatch) -> None:

    def stopped(pixels: Any, *, layout: int) -> list[Word]:
        if layout == 11:
            raise UnreadableError("Duurt te lang.", "Scan opnieuw.")
        return read_words(pixels, layout=layout)

    monkeypatch.setattr(recognition, "read_words", stopped)
    assert _names_in(recognise(_page(), _DPI)) == _NAMES
