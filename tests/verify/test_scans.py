"""Pages with pictures are read by Tesseract; without it they cannot be shown clean."""

from pathlib import Path

import pytest
from pikepdf import Pdf
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.verify.samples import changed
from woo.pdf.making.typesetting import font_folder
from woo.verify.verify import verify


def _scan(path: Path, words: str, *, size: tuple[int, int] = (1200, 400)) -> Path:
    picture = Image.new("L", size, 255)
    font = ImageFont.truetype(str(next(font_folder().rglob("SourceSansPro-Regular.ttf"))), 48)
    ImageDraw.Draw(picture).text((60, 150), words, font=font, fill=0)
    canvas = Canvas(str(path), pagesize=(400, 500))
    canvas.drawImage(ImageReader(picture), 20, 200, size[0] * 0.3, size[1] * 0.3)
    canvas.save()
    return path


def _rules(path: Path, secrets: dict[str, int]) -> set[str]:
    kinds = {"secret-in-picture", "not-verifiable"}
    return {leak.rule for leak in verify(path, secrets)} & kinds


@pytest.mark.slow
def test_a_secret_on_a_scan(tmp_path: Path) -> None:
    path = _scan(tmp_path / "a.pdf", "Geachte heer Zwaanhoven,")
    assert _rules(path, {"Zwaanhoven": 0}) == {"secret-in-picture"}
    assert _rules(path, {"Zwaanhoven": 1, "Kromhout": 0}) == set()


@pytest.mark.slow
def test_one_letter_on_a_scan_is_nobody(tmp_path: Path) -> None:
    path = _scan(tmp_path / "scan.pdf", "Wij spraken K. en AB in Zwaanhoven")
    assert _rules(path, {"K.": 0}) == set()
    assert _rules(path, {"AB": 0}) == {"secret-in-picture"}


def test_without_tesseract_a_scan_is_not_verifiable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = _scan(tmp_path / "a.pdf", "Geachte heer,")
    assert _rules(path, {"Zwaanhoven": 0}) == {"not-verifiable"}
    assert _rules(path, {}) == set()


def test_a_logo_needs_no_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = _scan(tmp_path / "a.pdf", "x", size=(100, 39))
    assert _rules(path, {"Zwaanhoven": 0}) == set()


@pytest.mark.slow
def test_glyphs_of_unknown_meaning_are_read_by_eye(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget(pdf: Pdf) -> None:
        for font in dict(pdf.pages[0].Resources.Font).values():
            del font.ToUnicode

    path = tmp_path / "a.pdf"
    path.write_bytes(changed(forget))
    assert _rules(path, {"adviseren": 0}) == {"secret-in-picture"}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _rules(path, {"adviseren": 0}) == {"not-verifiable"}
