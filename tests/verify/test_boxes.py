"""A box that covers hides nothing: bad redactions of other tools are found, good ones are not."""

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pikepdf import Array, Name, Pdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.verify.samples import add_content, annotate, changed, clean_pdf, form, text
from woo.model.geometry import Area, Box
from woo.model.leak import Leak, Severity
from woo.verify.inspect import inspect
from woo.verify.verify import verify

WORDS = "Zwaanhoven"
# In PDF coordinates: the words stand at 60, 100; the page is 500 high.
BAR = b"55 96 80 15 re f "
AREA = Area(1, Box(55, 389, 135, 404))


def _inspect(data: bytes, path: Path) -> tuple[Leak, ...]:
    path.write_bytes(data)
    return inspect(path)


def _rules(leaks: tuple[Leak, ...]) -> set[str]:
    return {leak.rule for leak in leaks if leak.severity is Severity.LEAK}


def _black_bar(pdf: Pdf) -> None:
    add_content(pdf, text(WORDS) + b"0 g " + BAR)


def _dark_grey_bar(pdf: Pdf) -> None:
    add_content(pdf, text(WORDS) + b"0.1 0.1 0.15 rg " + BAR)


def _bar_of_four_lines(pdf: Pdf) -> None:
    add_content(pdf, text(WORDS) + b"0 g 55 96 m 135 96 l 135 111 l 55 111 l h f")


def _thick_line(pdf: Pdf) -> None:
    add_content(pdf, text(WORDS) + b"0 G 14 w 55 103 m 135 103 l S")


def _bar_in_a_form(pdf: Pdf) -> None:
    add_content(
        pdf, text(WORDS) + b"1 0 0 1 5 6 cm /X1 Do", XObject={"X1": form(pdf, b"50 90 80 15 re f")}
    )


def _text_in_a_form(pdf: Pdf) -> None:
    add_content(pdf, b"/X1 Do 0 g " + BAR, XObject={"X1": form(pdf, text(WORDS))})


def _second_bar_on_the_line(pdf: Pdf) -> None:
    add_content(pdf, text(WORDS, x=200) + b"0 g " + BAR + b"195 96 80 15 re f")


def _black_highlight_under_black_text(pdf: Pdf) -> None:
    add_content(pdf, b"0 g " + BAR + text(WORDS))


def _black_square_annotation(pdf: Pdf) -> None:
    add_content(pdf, text(WORDS))
    annotate(pdf, "Square", IC=Array([0, 0, 0]), Rect=Array([55, 96, 135, 111]))


def _black_picture_over_text(pdf: Pdf) -> None:
    image = pdf.make_stream(bytes(100))
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 10, 10
    image.BitsPerComponent, image.ColorSpace = 8, Name.DeviceGray
    add_content(pdf, text(WORDS) + b"80 0 0 15 55 96 cm /I1 Do", XObject={"I1": image})


BAD = [
    _black_bar,
    _dark_grey_bar,
    _bar_of_four_lines,
    _thick_line,
    _bar_in_a_form,
    _text_in_a_form,
    _second_bar_on_the_line,
    _black_highlight_under_black_text,
    _black_square_annotation,
    _black_picture_over_text,
]


@pytest.mark.parametrize("draw", BAD)
def test_text_under(draw: object, tmp_path: Path) -> None:
    leaks = _inspect(changed(draw), tmp_path / "a.pdf")  # type: ignore[arg-type]
    assert "text-under-box" in _rules(leaks)
    assert all(leak.page == 1 for leak in leaks if leak.rule == "text-under-box")


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_text_under_a_bar_on_a_turned_and_cropped_page(angle: int, tmp_path: Path) -> None:
    def draw(pdf: Pdf) -> None:
        _black_bar(pdf)
        pdf.pages[0].Rotate = angle
        pdf.pages[0].CropBox = Array([20, 20, 380, 480])

    assert "text-under-box" in _rules(_inspect(changed(draw), tmp_path / "a.pdf"))


def _white_on_a_black_table_head(pdf: Pdf) -> None:
    add_content(pdf, b"0 g " + BAR + b"1 g " + text(WORDS))


def _redacted_with_a_label(pdf: Pdf) -> None:
    add_content(pdf, b"0 g " + BAR + b"1 g " + text("5.1.2e 5.1.2i", size=8, y=101))


def _yellow_highlight_under_text(pdf: Pdf) -> None:
    add_content(pdf, b"1 1 0 rg " + BAR + b"0 g " + text(WORDS))


def _line_above_text(pdf: Pdf) -> None:
    add_content(pdf, text(WORDS) + b"0 G 1 w 55 112 m 135 112 l S 0 g 55 90 80 2 re f")


def _bar_between_lines(pdf: Pdf) -> None:
    add_content(pdf, text(WORDS, y=110) + text(WORDS, y=88) + b"0 g 55 98 80 11 re f")


@pytest.mark.parametrize(
    "draw",
    [
        _white_on_a_black_table_head,
        _redacted_with_a_label,
        _yellow_highlight_under_text,
        _line_above_text,
        _bar_between_lines,
    ],
)
def test_no_leak_in(draw: object, tmp_path: Path) -> None:
    assert _inspect(changed(draw), tmp_path / "a.pdf") == ()  # type: ignore[arg-type]


def test_a_white_bar_over_one_line_is_a_leak(tmp_path: Path) -> None:
    data = changed(lambda pdf: add_content(pdf, text(WORDS) + b"1 g " + BAR))
    assert _rules(_inspect(data, tmp_path / "a.pdf")) == {"text-under-box"}


def test_text_behind_a_large_white_panel_is_a_warning(tmp_path: Path) -> None:
    data = changed(lambda pdf: add_content(pdf, text(WORDS) + b"1 g 40 60 300 150 re f"))
    (leak,) = _inspect(data, tmp_path / "a.pdf")
    assert (leak.rule, leak.severity) == ("hidden-text", Severity.WARNING)


def test_a_given_area_may_hold_its_label_only(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(changed(_redacted_with_a_label))
    assert verify(path, {}, areas=[AREA]) == ()
    path.write_bytes(changed(lambda pdf: add_content(pdf, text("5.1.2e Jan", y=101))))
    assert _rules(verify(path, {}, areas=[AREA])) == {"text-under-box"}


def test_an_area_on_a_page_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(clean_pdf())
    assert _rules(verify(path, {}, areas=[Area(2, AREA.box)])) == {"pages-differ"}


def _scan(path: Path, *, blanked: bool) -> None:
    """A page that is one picture, with a black bar drawn over a line of it."""
    rng = np.random.default_rng(1)
    pixels = np.full((500, 400), 255, dtype="uint8")
    pixels[390:402, 57:130] = rng.choice([0, 255], (12, 73), p=[0.3, 0.7])
    if blanked:
        pixels[380:410, 45:145] = 0
    picture = io.BytesIO()
    Image.fromarray(pixels).save(picture, "PNG")
    canvas = Canvas(str(path), pagesize=(400, 500))
    canvas.drawImage(_reader(picture), 0, 0, 400, 500)
    canvas.setFillGray(0)
    canvas.rect(55, 96, 80, 15, stroke=0, fill=1)
    canvas.save()


def _reader(picture: io.BytesIO) -> object:
    from reportlab.lib.utils import ImageReader

    return ImageReader(picture)


@pytest.mark.parametrize("blanked", [False, True])
def test_pixels_under_a_bar_on_a_scan(tmp_path: Path, *, blanked: bool) -> None:
    path = tmp_path / "a.pdf"
    _scan(path, blanked=blanked)
    assert ("image-under-box" in _rules(inspect(path))) is not blanked
    assert ("image-under-box" in _rules(verify(path, {}, areas=[AREA]))) is not blanked


def test_a_redaction_that_was_never_applied(tmp_path: Path) -> None:
    data = changed(lambda pdf: annotate(pdf, "Redact"))
    assert _rules(_inspect(data, tmp_path / "a.pdf")) == {"unapplied-redaction"}


@pytest.mark.parametrize("blanked", [False, True])
def test_letters_left_in_the_soft_mask_of_a_scan(tmp_path: Path, *, blanked: bool) -> None:
    rng = np.random.default_rng(1)
    opacity = np.full((500, 400), 255, dtype="uint8")
    opacity[390:402, 57:130] = rng.choice([0, 255], (12, 73), p=[0.7, 0.3])
    if blanked:
        opacity[380:410, 45:145] = 255

    def draw(pdf: Pdf) -> None:
        image = _grey_image(pdf, bytes(200_000))
        image.SMask = _grey_image(pdf, opacity.tobytes())
        drawing = b"q 400 0 0 500 0 0 cm /I1 Do Q 0 g " + BAR
        add_content(pdf, drawing, XObject={"I1": image})

    path = tmp_path / "a.pdf"
    path.write_bytes(changed(draw))
    assert ("image-under-box" in _rules(verify(path, {}, areas=[AREA]))) is not blanked


def _grey_image(pdf: Pdf, data: bytes) -> Any:
    image = pdf.make_stream(data)
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 400, 500
    image.BitsPerComponent, image.ColorSpace = 8, Name.DeviceGray
    return image
