"""The verifier's own look at grain: smoothed where it sees too little, and only there."""

import shutil
import subprocess
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageFilter

from tests.pdf.scans import LINES, NAMES, picture
from woo.verify import recognising
from woo.verify.recognising import read_every_way

_PROGRAM = shutil.which("tesseract") or ""


def _page(*, grain: float) -> Any:
    """A scan of 200 dpi as the verifier draws it, a little out of focus where it is grainy."""
    grey = picture(LINES * 3, dpi=200, size=10)
    if grain:
        soft = np.asarray(grey.filter(ImageFilter.GaussianBlur(2))).astype(float)
        soft += np.random.default_rng(1).normal(0, grain, soft.shape)
        grey = Image.fromarray(soft.clip(0, 255).astype("uint8"))
    return np.repeat(np.asarray(grey)[:, :, None], 3, axis=2)


def _names(pixels: Any) -> tuple[frozenset[str], int]:
    readings = read_every_way(_PROGRAM, pixels) or []
    text = " ".join(reading.text for reading in readings)
    return frozenset(name for name in NAMES if name in text), len(readings)


@pytest.mark.slow
def test_names_in_grain_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    page = _page(grain=25)
    assert _names(page)[0] == NAMES
    monkeypatch.setattr(recognising, "_SMOOTHED", ())
    assert _names(page)[0] != NAMES


@pytest.mark.slow
def test_a_clear_page_is_read_once() -> None:
    assert _names(_page(grain=0)) == (NAMES, 1)


@pytest.mark.slow
def test_a_look_that_takes_too_long_spoils_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    real = recognising._read

    def slow(program: str, grey: Any, *settings: str, scale: float = 1.0) -> recognising.Reading:
        looks.append(1)
        if len(looks) == 2:
            raise subprocess.TimeoutExpired(program, 180)
        return real(program, grey, *settings, scale=scale)

    monkeypatch.setattr(recognising, "_read", slow)
    monkeypatch.setattr(recognising, "_LOW", 0)
    assert read_every_way(_PROGRAM, _page(grain=25)) is not None
    assert len(looks) >= 2
