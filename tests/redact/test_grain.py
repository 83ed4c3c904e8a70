"""A scan on grainy paper: the grain is no text, and looking for words in it takes no minutes."""

from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from woo.pdf.making.typesetting import font_folder
from woo.pdf.reading.shades import calmed, is_even


def grainy(picture: Image.Image, amount: float) -> Image.Image:
    noise = np.random.default_rng(3).normal(0, amount, (picture.height, picture.width))
    return Image.fromarray(np.clip(np.asarray(picture) + noise, 0, 255).astype("uint8"))


def levels(grey: Image.Image) -> float:
    low, high = np.asarray(grey.convert("L")).min(), np.asarray(grey.convert("L")).max()
    return float(high) - float(low)


def test_grain_alone_is_even_paper() -> None:
    paper = Image.new("L", (600, 400), 235)
    assert not is_even(grainy(paper, 9))
    assert is_even(calmed(grainy(paper, 9)))


def test_fine_grain_of_a_compressed_scan_is_even_paper() -> None:
    stream = BytesIO()
    grainy(Image.new("L", (600, 400), 240), 6).save(stream, "JPEG", quality=75)
    paper = Image.open(stream)
    assert levels(calmed(paper)) < levels(paper) / 2


def test_letters_on_grainy_paper_stay() -> None:
    paper = Image.new("L", (600, 120), 235)
    font = ImageFont.truetype(str(font_folder() / "SourceSansPro-Regular.ttf"), 36)
    ImageDraw.Draw(paper).text((20, 30), "Wielwaal", fill=40, font=font)
    dark = np.asarray(paper) < 100
    kept = np.asarray(calmed(grainy(paper, 9))) < 140
    assert (kept & dark).sum() > 0.8 * dark.sum()


def test_a_clean_picture_is_left_as_it_is() -> None:
    paper = Image.new("L", (300, 100), 255)
    ImageDraw.Draw(paper).line((10, 50, 290, 50), fill=200)
    assert calmed(paper) is paper
