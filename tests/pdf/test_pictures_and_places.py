"""A box from ``places`` lies on its text in the picture from ``pictures``, however a page turns."""

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from woo.errors import UnreadableError
from woo.pdf.reading.pictures import MAX_PIXELS, picture_of
from woo.pdf.reading.places import places_on

SCALE = 2.0


def _page(path: Path, rotate: int, media: list[int], crop: list[int] | None = None) -> Path:
    canvas = Canvas(str(path), pagesize=(300, 400))
    canvas.drawString(60, 300, "Korenbloem")
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0]["/Rotate"] = rotate
        pdf.pages[0]["/MediaBox"] = media
        if crop:
            pdf.pages[0]["/CropBox"] = crop
        pdf.save(path)
    return path


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("media", [[0, 0, 300, 400], [-20, 10, 310, 420]])
def test_the_box_lies_on_the_ink(tmp_path: Path, rotate: int, media: list[int]) -> None:
    path = _page(tmp_path / "p.pdf", rotate, media)
    places = places_on(path, 1, [(0, 10)])
    with Image.open(io.BytesIO(picture_of(path, 1, SCALE))) as opened:
        image = opened.convert("L")
    assert image.size == (round(places.width * SCALE), round(places.height * SCALE))
    (box,) = places.spans[0]
    ink = image.point(lambda grey: 255 * (grey < 128)).getbbox()
    assert ink is not None
    left, top, right, bottom = (edge / SCALE for edge in ink)
    assert box.x0 - 1 <= left <= right <= box.x1 + 1
    assert box.y0 - 1 <= top <= bottom <= box.y1 + 1
    assert places.lines[0].text == "Korenbloem"


def test_what_lies_outside_the_crop_box_is_shown(tmp_path: Path) -> None:
    path = _page(tmp_path / "p.pdf", 0, [0, 0, 300, 400], crop=[0, 0, 300, 100])
    with Image.open(io.BytesIO(picture_of(path, 1, SCALE))) as image:
        assert image.size == (600, 800)
        assert image.convert("L").point(lambda grey: 255 * (grey < 128)).getbbox() is not None


def test_a_huge_page_is_drawn_smaller(tmp_path: Path) -> None:
    path = _page(tmp_path / "p.pdf", 0, [0, 0, 14_000, 14_000])
    with Image.open(io.BytesIO(picture_of(path, 1, 4))) as image:
        assert image.width * image.height <= MAX_PIXELS * 1.01


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_page_that_is_not_there_is_told(tmp_path: Path, number: int) -> None:
    path = _page(tmp_path / "p.pdf", 0, [0, 0, 300, 400])
    with pytest.raises(UnreadableError):
        picture_of(path, number, SCALE)
    with pytest.raises(UnreadableError):
        places_on(path, number, [])


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    path.write_bytes(b"%PDF-1.7 niets")
    with pytest.raises(UnreadableError):
        picture_of(path, 1, SCALE)
