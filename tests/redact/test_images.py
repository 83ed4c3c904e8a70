"""Pixels under the boxes are gone, in every image that shows them, and files stay small."""

import io
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from PIL import Image, ImageChops, ImageDraw

from tests.redact.terms import redact_terms
from tests.vectors.maker import Pdf
from woo.model.report import RedactionReport, Route
from woo.pdf.images.jpeg import without_metadata
from woo.pdf.making.typesetting import typeset

LETTER = """#set document(title: "Brief")
#set text(font: "Source Sans Pro", size: 12pt, lang: "nl")
Geachte mevrouw Annelies Bakker,

Op 3 maart sprak u met de heer Kees van den Bergh over de aanvraag.
"""
NAMES = ("Annelies Bakker", "Kees van den Bergh")


def pages_as_images(tmp_path: Path, suffix: str) -> Path:
    """The letter as a scan in one of the ways scanners write them."""
    with pymupdf.open(stream=typeset(LETTER), filetype="pdf") as document:
        png = document[0].get_pixmap(dpi=150, colorspace=pymupdf.csGRAY).tobytes("png")
    picture = Image.open(io.BytesIO(png)).crop((0, 0, 1240, 400))
    path = tmp_path / f"scan.{suffix}"
    if suffix == "tif":
        picture.convert("1").save(path, compression="group4", dpi=(150, 150))
    else:
        picture.save(path, dpi=(150, 150))
    return path


def scan(tmp_path: Path, suffix: str) -> Path:
    picture = pages_as_images(tmp_path, suffix)
    base = tmp_path / "scan"
    subprocess.run(
        ["tesseract", str(picture), str(base), "-l", "nld", "--dpi", "150", "pdf"],
        check=True,
        capture_output=True,
    )
    return base.with_suffix(".pdf")


def rendered(pdf: Path) -> Image.Image:
    with pymupdf.open(pdf) as document:
        png = document[0].get_pixmap(dpi=150, colorspace=pymupdf.csGRAY).tobytes("png")
    return Image.open(io.BytesIO(png))


def images_of(pdf: Path) -> list[Image.Image]:
    with pymupdf.open(pdf) as document:
        found = {image[0] for page in document for image in page.get_images()}
        return [
            Image.open(io.BytesIO(pymupdf.Pixmap(document, xref).tobytes("png"))).convert("L")
            for xref in sorted(found)
        ]


def check_pixels(report: RedactionReport, out: Path) -> None:
    (picture,) = images_of(out)
    for area in report.areas:
        edges = [value * 150 / 72 for value in (area.box.x0, area.box.y0, area.box.x1, area.box.y1)]
        x0, y0, x1, y1 = (round(edge) for edge in edges)
        assert (
            picture.crop((x0, y0, x1, y1)).point(lambda value: 255 * (value > 40)).getbbox() is None
        )


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["png", "jpg", "tif"])
def test_scan_with_a_text_layer_loses_the_pixels_of_names(suffix: str, tmp_path: Path) -> None:
    source, out = scan(tmp_path, suffix), tmp_path / "out.pdf"
    report = redact_terms(source, NAMES, out)
    assert report.marks == 2
    assert report.page_reports[0].routes == (Route.TEXT, Route.IMAGE)
    check_pixels(report, out)
    assert out.stat().st_size < 1.25 * source.stat().st_size + 8_000
    before, after = (without_areas(rendered(path), report) for path in (source, out))
    difference = ImageChops.difference(before, after).point(lambda value: 255 * (value > 90))
    assert difference.getbbox() is None
    assert before.crop((100, 100, 300, 200)).point(lambda value: 255 * (value < 100)).getbbox()


def without_areas(picture: Image.Image, report: RedactionReport) -> Image.Image:
    """The picture with the boxes and a line around them painted over."""
    draw = ImageDraw.Draw(picture)
    for area in report.areas:
        box = area.box
        edges = ((box.x0 - 2, box.y0 - 3), (box.x1 + 2, box.y1 + 3))
        draw.rectangle([tuple(v * 150 / 72 for v in corner) for corner in edges], fill=0)
    return picture


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG")
    return buffer.getvalue()


def noise(size: tuple[int, int]) -> Image.Image:
    return Image.effect_noise(size, 90)


def picture_pdf(tmp_path: Path, pages: int, *, copies: bool) -> Path:
    """Pages with one noisy picture, and invisible text over it on the first page only.

    ``copies``: every page has the picture as an object of its own.
    """
    made = Pdf()
    data = noise((300, 200)).tobytes()
    shared = _image(made, data, 300, 200)
    for number in range(pages):
        image = _image(made, data, 300, 200) if copies else shared
        hidden = "BT 3 Tr /F1 14 Tf 50 100 Td (Zwartkruis) Tj ET" if number == 0 else ""
        made.page(
            "q 300 0 0 200 0 0 cm /I0 Do Q " + hidden,
            MediaBox=pikepdf.Array([0, 0, 300, 200]),
            Resources={"XObject": pikepdf.Dictionary(I0=image)},
        )
    path = tmp_path / "pictures.pdf"
    path.write_bytes(made.save())
    return path


def _image(made: Pdf, data: bytes, width: int, height: int, **entries: Any) -> Any:
    return made.stream(
        data,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        **(
            {"BitsPerComponent": 8, "ColorSpace": pikepdf.Name.DeviceGray} | entries
            if "ImageMask" not in entries
            else entries
        ),
    )


@pytest.mark.parametrize("copies", [False, True])
def test_the_same_image_on_another_page_loses_the_same_pixels(copies: bool, tmp_path: Path) -> None:
    source, out = picture_pdf(tmp_path, 2, copies=copies), tmp_path / "out.pdf"
    redact_terms(source, ["Zwartkruis"], out)
    with pymupdf.open(out) as document:
        second_page = document[1].get_pixmap(dpi=72, colorspace=pymupdf.csGRAY)
        assert {second_page.pixel(x, 96)[0] for x in range(60, 100, 5)} == {0}


def test_inline_image_under_a_box_is_overwritten(tmp_path: Path) -> None:
    made = Pdf()
    data = noise((40, 10)).tobytes().hex().upper()
    made.page(
        "q 200 0 0 50 40 480 cm BI /W 40 /H 10 /CS /G /BPC 8 /F /AHx ID " + data + "> EI Q "
        "BT 3 Tr /F1 20 Tf 60 495 Td (Zwartkruis) Tj ET"
    )
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(made.save())
    report = redact_terms(source, ["Zwartkruis"], out)
    assert Route.IMAGE in report.page_reports[0].routes
    (picture,) = images_of(out)
    assert picture.crop((8, 3, 20, 8)).getextrema() == (0, 0)


def test_stencil_and_soft_mask_lose_the_shape_of_letters(tmp_path: Path) -> None:
    made = Pdf()
    bits = noise((64, 16)).convert("1").tobytes()
    stencil = _image(made, bits, 64, 16, ImageMask=True, BitsPerComponent=1)
    mask = _image(made, noise((64, 16)).tobytes(), 64, 16)
    even = _image(made, bytes(64 * 16), 64, 16, SMask=mask)
    made.page(
        "q 200 0 0 50 40 480 cm /I0 Do Q q 200 0 0 50 40 280 cm /I1 Do Q "
        "BT 3 Tr /F1 20 Tf 60 495 Td (Zwartkruis) Tj 0 -200 Td (Zwartkruis) Tj ET",
        Resources={"XObject": pikepdf.Dictionary(I0=stencil, I1=even)},
    )
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(made.save())
    redact_terms(source, ["Zwartkruis"], out)
    with pymupdf.open(out) as document:
        for page_image in document[0].get_images():
            xref = page_image[1] or page_image[0]
            shape = Image.frombytes("L", (64, 16), bytes(pymupdf.Pixmap(document, xref).samples))
            assert shape.crop((10, 5, 35, 12)).getextrema() == (255, 255)


def test_a_jpeg_keeps_its_end_when_its_metadata_go() -> None:
    buffer = io.BytesIO()
    Image.new("L", (20, 20), 128).save(buffer, "JPEG", comment=b"iemand")
    stripped = without_metadata(buffer.getvalue())
    assert b"iemand" not in stripped
    assert stripped.endswith(b"\xff\xd9")
