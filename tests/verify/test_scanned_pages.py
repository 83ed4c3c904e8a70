"""Scans: the words that were read in a picture are no leak, unless the picture was blanked."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from woo.model.leak import Severity
from woo.pdf.making.typesetting import font_folder
from woo.verify.inspect import inspect

WORDS = "Geachte heer Zwartkruis"
_BAR = (150, 1255, 600, 1310)  # dots of the picture over the words


def _scan(blanked: str | None) -> ImageReader:
    picture = Image.new("L", (1240, 1754), 255)
    font = ImageFont.truetype(str(next(font_folder().rglob("SourceSansPro-Regular.ttf"))), 42)
    pen = ImageDraw.Draw(picture)
    pen.text((160, 1260), WORDS, font=font, fill=0)
    if blanked is not None:
        pen.rectangle(_BAR, fill=blanked)
    stream = BytesIO()
    picture.save(stream, "PNG")
    return ImageReader(stream)


def _page(path: Path, blanked: str | None, draw: Callable[[Canvas], None]) -> None:
    """A scanned A4 page with a layer of recognised words under or over the picture."""
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.drawImage(_scan(blanked), 0, 0, 595, 842)
    layer = canvas.beginText(78, 223)
    layer.setFont("Helvetica", 20)
    layer.setTextRenderMode(3)
    layer.textLine(WORDS)
    canvas.drawText(layer)
    draw(canvas)
    canvas.save()


def _nothing(_: Canvas) -> None:
    pass


def _black_bar(canvas: Canvas) -> None:
    canvas.rect(72, 213, 220, 30, stroke=0, fill=1)


def _found(path: Path) -> set[tuple[str, Severity]]:
    return {(leak.rule, leak.severity) for leak in inspect(path) if leak.rule != "metadata"}


def test_recognised_words_over_their_picture(tmp_path: Path) -> None:
    _page(tmp_path / "a.pdf", None, _nothing)
    assert _found(tmp_path / "a.pdf") == set()


def test_the_picture_is_blackened_and_the_words_are_not_gone(tmp_path: Path) -> None:
    _page(tmp_path / "a.pdf", "black", _nothing)
    assert _found(tmp_path / "a.pdf") == {("text-under-box", Severity.LEAK)}


def test_the_picture_is_whited_out_and_the_words_are_not_gone(tmp_path: Path) -> None:
    _page(tmp_path / "a.pdf", "white", _nothing)
    assert "invisible-text" in {rule for rule, _ in _found(tmp_path / "a.pdf")}


def test_a_bar_over_a_scan_hides_words_and_picture(tmp_path: Path) -> None:
    _page(tmp_path / "a.pdf", None, _black_bar)
    assert _found(tmp_path / "a.pdf") == {
        ("text-under-box", Severity.LEAK),
        ("image-under-box", Severity.LEAK),
    }


@pytest.mark.parametrize("grey", [0, 200])
def test_visible_words_under_their_picture(grey: int, tmp_path: Path) -> None:
    """Some scanners draw the recognised words first and the picture over them."""
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.setFillGray(grey / 255)
    canvas.setFont("Helvetica", 20)
    canvas.drawString(78, 223, WORDS)
    canvas.drawImage(_scan(None), 0, 0, 595, 842)
    canvas.save()
    assert _found(tmp_path / "a.pdf") == set()
