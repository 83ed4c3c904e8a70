"""A region goes whole: text, pixels and drawings, on turned and cropped pages too."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Name
from PIL import Image

from tests.redact.terms import GROUND
from tests.vectors.checker import places
from tests.vectors.maker import REST, SECRET, SENTENCE, Pdf, plain, text
from woo.errors import InputError
from woo.model.decision import Region
from woo.model.geometry import Area, Box
from woo.model.report import RedactionReport, Route
from woo.pdf.reading.textlayer import read_pages
from woo.redact.redact import redact
from woo.redact.title import Title
from woo.reference.grounds import ground
from woo.verify.verify import verify

# Around the sentence: it stands at y = 500 of a page that is 600 high.
SENTENCE_BOX = Box(40, 85, 380, 108)


def redact_region(pdf: Pdf, box: Box, folder: Path, page: int = 1) -> tuple[Path, RedactionReport]:
    source, out = folder / "in.pdf", folder / "out.pdf"
    source.write_bytes(pdf.save())
    region = Region(area=Area(page, box), grounds=(GROUND,))
    report = redact(source, [region], out, title=Title("Proef"))
    assert verify(out, {}, areas=report.areas, original=source) == ()
    return out, report


def dark_share(path: Path, box: Box) -> float:
    """How much of a part of the first page is nearly black."""
    document = pypdfium2.PdfDocument(path)
    try:
        picture = document[0].render(scale=2, grayscale=True).to_pil()
    finally:
        document.close()
    part = picture.crop((2 * box.x0, 2 * box.y0, 2 * box.x1, 2 * box.y1))
    dark: float = sum(part.histogram()[:60]) / (part.width * part.height)
    return dark


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_text_in_a_region_goes_and_other_text_stays(rotate: int, tmp_path: Path) -> None:
    made = Pdf()
    made.page(SENTENCE + REST, Rotate=rotate, CropBox=Array([20, 30, 390, 590]))
    out, report = redact_region(made, SENTENCE_BOX, tmp_path)
    assert places(out, SECRET) == set()
    shown = next(read_pages(out)).text
    assert "mevrouw" not in shown
    assert "Deze regel blijft zoals hij is." in shown
    assert report.marks == 1
    assert report.marks_by_ground == {"5.1.2e": 1}


def test_half_a_letter_goes_whole(tmp_path: Path) -> None:
    made = Pdf()
    made.page(text("WWWWWWWW", x=50, y=500, size=24))
    out, report = redact_region(made, Box(60, 70, 100, 110), tmp_path)
    left = next(read_pages(out)).text.count("W")
    width = 24 * 0.944
    assert left == 8 - 3  # letters begin at 50, 72.7, 95.3 …; three are touched
    assert report.areas[0].box.x1 >= 50 + 3 * width - 0.1


def test_pixels_in_a_region_are_overwritten(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    noise = Image.effect_noise((400, 300), 120)
    noise.save(buffer, "JPEG", quality=90)
    made = Pdf()
    image = made.stream(
        buffer.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=400,
        Height=300,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    image.write(buffer.getvalue(), filter=Name.DCTDecode)
    made.page("q 300 0 0 225 50 300 cm /Im Do Q", Resources={"XObject": {"/Im": image}})
    box = Box(100, 150, 200, 200)
    out, report = redact_region(made, box, tmp_path)
    assert Route.IMAGE in report.page_reports[0].routes
    with pikepdf.open(out) as pdf:
        image = pdf.pages[0].Resources.XObject["/Im"]
        assert isinstance(image, pikepdf.Stream)
        stored = pikepdf.PdfImage(image).as_pil_image()
    # 300 points hold 400 pixels; the image begins 50 from the left and 75 from the top.
    part = stored.crop((70, 103, 196, 163))
    assert part.point(lambda shade: 255 * (shade > 60)).getbbox() is None
    assert stored.crop((250, 10, 390, 90)).point(lambda shade: 255 * (shade > 200)).getbbox()


@pytest.mark.slow
def test_a_drawing_that_goes_on_outside_the_region_makes_the_page_a_picture(tmp_path: Path) -> None:
    made = Pdf()
    made.page("2 w 50 400 m 100 500 200 300 300 450 c 350 500 380 300 390 420 c S\n" + REST)
    box = Box(60, 130, 160, 260)
    out, report = redact_region(made, box, tmp_path)
    assert Route.RASTER in report.page_reports[0].routes
    assert dark_share(out, box) > 0.95


def test_a_rule_of_a_table_under_a_region_stays(tmp_path: Path) -> None:
    made = Pdf()
    made.page("0.5 w 40 480 m 380 480 l S\n" + SENTENCE + REST)
    _, report = redact_region(made, Box(40, 85, 200, 130), tmp_path)
    assert report.page_reports[0].routes == (Route.TEXT,)


def test_a_drawing_inside_a_region_goes(tmp_path: Path) -> None:
    made = Pdf()
    made.page("2 w 60 400 m 100 500 150 300 180 450 c S\n" + REST)
    out, report = redact_region(made, Box(30, 70, 210, 330), tmp_path)
    with pikepdf.open(out) as pdf:
        operators = {str(i.operator) for i in pikepdf.parse_content_stream(pdf.pages[0])}
    assert "c" not in operators
    assert Route.RASTER not in report.page_reports[0].routes


def test_a_region_on_a_page_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    source = tmp_path / "in.pdf"
    source.write_bytes(plain().save())
    region = Region(area=Area(3, SENTENCE_BOX), grounds=(GROUND,))
    with pytest.raises(InputError, match="Pagina 3"):
        redact(source, [region], tmp_path / "out.pdf", title=Title("Proef"))
    assert not (tmp_path / "out.pdf").exists()


def test_boxes_that_overlap_hide_no_label_of_each_other(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(plain().save())
    boxes = (SENTENCE_BOX, Box(180, 80, 230, 140), Box(100, 95, 120, 99), Box(200, 20, 380, 100))
    regions = [Region(area=Area(1, box), grounds=(GROUND,)) for box in boxes]
    report = redact(source, regions, out, title=Title("Proef"))
    assert verify(out, {}, areas=report.areas, original=source) == ()
    assert all(dark_share(out, box) > 0.8 for box in boxes)


def test_a_region_under_another_adds_its_ground(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(plain().save())
    inside = Region(area=Area(1, Box(100, 95, 120, 99)), grounds=(ground("5.1.1e"),))
    around = Region(area=Area(1, SENTENCE_BOX), grounds=(GROUND,))
    redact(source, [inside, around], out, title=Title("Proef"))
    assert "5.1.1e 5.1.2e" in next(read_pages(out)).text
