"""Words in pictures on pages with text of their own are found, redacted and verified."""

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.redact.picture_formats import FORMATS, image, page_with
from tests.redact.reading import read_aloud, stored_pictures
from tests.vectors.maker import SECRET, Pdf
from woo.model.report import RedactionReport
from woo.pdf.making.typesetting import font_folder
from woo.pdf.reading.ocr import add_text_layer
from woo.pdf.reading.textlayer import read_pages
from woo.pdf.reading.unread import pages_to_read
from woo.pipeline.loose import Wish, redact_pdf

pytestmark = pytest.mark.slow

LINES = (
    "Van: Annelies Zwartkruis",
    "Aan: Joep van den Boterdijk",
    "Onderwerp: voortgang dijkversterking",
    "Beste Joep, bel gerust met Piet.",
    "Met vriendelijke groet, Zwartkruis",
)


def screenshot(size: int = 12, *, paper: str = "white", ink: str = "black") -> Image.Image:
    """An e-mail on a screen, in letters of so many pixels."""
    made = Image.new("RGB", (40 * size, 8 * size), paper)
    font = ImageFont.truetype(str(font_folder() / "SourceSansPro-Regular.ttf"), size)
    for number, line in enumerate(LINES):
        place = (size, size * (0.5 + 1.45 * number))
        ImageDraw.Draw(made).text(place, line, font=font, fill=ink)
    return made


def letter_with(picture: Image.Image, path: Path, *, rotate: int = 0) -> Path:
    """A page with a line of text and, under it, the picture at 96 pixels to the inch or more."""
    made = Pdf()
    colours = picture.convert("RGB")
    shown = image(made, colours.tobytes(), Width=colours.width, Height=colours.height,
                  ColorSpace=pikepdf.Name.DeviceRGB)  # fmt: skip
    scale = min(0.75, 360 / picture.width, 500 / picture.height)
    wide, high = scale * picture.width, scale * picture.height
    made.page(
        "BT /F1 11 Tf 40 570 Td (Deze bladzijde heeft gewone tekst boven een schermafdruk.) Tj ET "
        f"q {wide} 0 0 {high} 20 {550 - high} cm /I0 Do Q",
        Resources={"XObject": pikepdf.Dictionary(I0=shown)},
        Rotate=rotate,
    )
    path.write_bytes(made.save())
    return path


def redacted(source: Path, *terms: str) -> tuple[Path, RedactionReport]:
    out = source.with_name("out.pdf")
    return out, redact_pdf(source, out, Wish(terms=terms, detect=False, ground="5.1.2e"))


def boxes(report: RedactionReport) -> int:
    return sum(page.boxes for page in report.page_reports)


def slanting() -> Image.Image:
    return screenshot(26).rotate(2, expand=True, fillcolor="white",
                                 resample=Image.Resampling.BICUBIC)  # fmt: skip


PICTURES: dict[str, Callable[[], Image.Image]] = {
    "as on a screen": screenshot,
    "small": lambda: screenshot(10),
    "light on dark": lambda: screenshot(14, paper="#154273", ink="white"),
    "yellow on white": lambda: screenshot(16, ink="#f0c000"),
    "red on blue": lambda: screenshot(16, paper="#0000aa", ink="#ff3020"),
    "slanting": slanting,
    "upside down": lambda: screenshot(20).rotate(180),
    "on its left side": lambda: screenshot(20).rotate(90, expand=True),
    "on its right side": lambda: screenshot(20).rotate(270, expand=True),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_name_in_a_screenshot_is_found_and_gone(name: str, tmp_path: Path) -> None:
    picture = PICTURES[name]()
    source = letter_with(picture, tmp_path / "in.pdf")
    out, report = redacted(source, SECRET)
    assert boxes(report) == 2
    (stored,) = stored_pictures(out)
    text = read_pdf_text(out)
    assert SECRET not in text
    assert "Boterdijk" in text
    changed = sum(a != b for a, b in zip(stored.tobytes(), picture.convert("L").tobytes(),
                                         strict=True))  # fmt: skip
    assert 0.01 < changed / len(stored.tobytes()) < 0.16


def read_pdf_text(path: Path) -> str:
    return "\n".join(page.text for page in read_pages(path))


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_picture_on_a_turned_page_is_read_as_it_is_shown(rotate: int, tmp_path: Path) -> None:
    picture = screenshot(16).rotate(rotate, expand=True)
    source = letter_with(picture, tmp_path / "in.pdf", rotate=rotate)
    _, report = redacted(source, SECRET)
    assert boxes(report) == 2


def test_text_of_its_own_is_not_read_twice(tmp_path: Path) -> None:
    source, layered = letter_with(screenshot(), tmp_path / "in.pdf"), tmp_path / "layered.pdf"
    before = source.read_bytes()
    assert add_text_layer(source, layered, pages_to_read(source)).pages == (1,)
    text = read_pdf_text(layered)
    assert text.count("schermafdruk") == 1
    assert text.count("Boterdijk") == 1
    assert source.read_bytes() == before
    assert pages_to_read(layered) == ()


def test_words_over_two_lines_and_in_two_pieces_go(tmp_path: Path) -> None:
    made = Image.new("RGB", (520, 160), "white")
    font = ImageFont.truetype(str(font_folder() / "SourceSansPro-Regular.ttf"), 22)
    for number, line in enumerate(("Wij spraken met mevrouw Zwart-", "kruis en met de heer Kees",
                                   "van den Bergh over de dijk.")):  # fmt: skip
        ImageDraw.Draw(made).text((20, 15 + 34 * number), line, font=font, fill="black")
    source = letter_with(made, tmp_path / "in.pdf")
    out, report = redacted(source, SECRET, "Kees van den Bergh")
    assert (report.marks, boxes(report)) == (2, 4)
    after = read_pdf_text(out)
    assert "mevrouw" in after
    assert not any(part in after for part in ("Zwart", "kruis", "Kees", "Bergh"))


def test_a_scan_in_strips_is_read_as_one(tmp_path: Path) -> None:
    made, whole = Pdf(), screenshot(30).convert("L")
    names, content = {}, ""
    for number, top in enumerate(range(0, whole.height, 17)):
        strip = whole.crop((0, top, whole.width, min(top + 17, whole.height)))
        names[f"S{number}"] = image(made, strip.tobytes(), Width=strip.width, Height=strip.height)
        high = strip.height * 0.3
        content += f"q 360 0 0 {high} 20 {560 - top * 0.3 - high} cm /S{number} Do Q "
    made.page(content, Resources={"XObject": pikepdf.Dictionary(**names)})
    source = tmp_path / "in.pdf"
    source.write_bytes(made.save())
    out, report = redacted(source, SECRET)
    assert boxes(report) == 2
    assert SECRET not in read_pdf_text(out)


@pytest.mark.parametrize("name", ["soft mask", "stencil", "palette 1 bit", "flate separation"])
def test_letters_are_read_however_they_are_stored(name: str, tmp_path: Path) -> None:
    source = tmp_path / "in.pdf"
    source.write_bytes(page_with(FORMATS[name]))
    out, report = redacted(source, SECRET)
    assert boxes(report) == 1
    assert SECRET in read_aloud(source)
    assert SECRET not in read_aloud(out)


def grain_of(size: tuple[int, int]) -> Image.Image:
    """The same grain in every run: Pillow's own depends on what was drawn before."""
    noise = np.random.default_rng(1).normal(128, 14, size[::-1])
    return Image.fromarray(noise.clip(0, 255).astype("uint8"))


def scan(path: Path, form: str) -> Path:
    """A page of some fifty lines at 200 dots to the inch, as scanners store it."""
    page = Image.new("L", (1654, 2339), 255)
    font = ImageFont.truetype(str(font_folder() / "SourceSansPro-Regular.ttf"), 30)
    for number in range(46):
        name = SECRET if number % 9 == 0 else "de gemeente"
        line = f"{number + 1}. Op die dag is er met {name} gesproken over het plan en de kosten."
        ImageDraw.Draw(page).text((150, 150 + 44 * number), line, font=font, fill=20)
    data = io.BytesIO()
    if form == "jpeg":
        grain = grain_of(page.size)
        Image.blend(page, grain, 0.15).save(data, "JPEG", quality=70, dpi=(200, 200))
    else:
        page.convert("1").save(data, "TIFF", compression="group4", dpi=(200, 200))
    import img2pdf

    path.write_bytes(img2pdf.convert(data.getvalue()))
    return path


@pytest.mark.parametrize("form", ["jpeg", "group 4"])
def test_a_scan_stays_about_as_large_as_it_was(form: str, tmp_path: Path) -> None:
    source = scan(tmp_path / "in.pdf", form)
    out, report = redacted(source, SECRET)
    assert boxes(report) == 6
    # The layer with the words and the font of the labels come on top: some 15 kB for any file.
    assert out.stat().st_size < 1.3 * source.stat().st_size + 15_000
    with pikepdf.open(source) as old, pikepdf.open(out) as new:
        before, after = (
            next(len(thing.read_raw_bytes()) for thing in pdf.objects
                 if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image")
            for pdf in (old, new)
        )  # fmt: skip
    assert after < 1.05 * before
