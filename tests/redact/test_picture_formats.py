"""However a picture is stored: what lies under a box is gone, and the rest is as it was."""

import io
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageDraw

from tests.redact.picture_formats import FORMATS, SIZE, Stored, image, page_with, picture
from tests.redact.reading import read_aloud, stored_pictures
from tests.vectors.maker import SECRET, Pdf
from woo.errors import RefusedError
from woo.model.geometry import Box
from woo.pdf.images.pixels import Overwritten, overwrite
from woo.pdf.removing.marks import Mark, PagePlan

# Where the secret stands in the picture, in pixels.
SPOT = (415, 15, 595, 72)
# The same on a page that draws the picture as ``page_with`` does, half a point per pixel.
BOX = Box(40 + SPOT[0] / 2, 120 + SPOT[1] / 2, 40 + SPOT[2] / 2, 120 + SPOT[3] / 2)


def overwritten(source: bytes, *boxes: Box) -> tuple[bytes, Overwritten]:
    with pikepdf.open(io.BytesIO(source)) as pdf:
        marks = tuple(Mark(box=box, label="x", strips=()) for box in boxes)
        plans = [PagePlan(page=1, marks=marks)]
        plans += [PagePlan(page=number) for number in range(2, len(pdf.pages) + 1)]
        done = overwrite(pdf, plans)
        out = io.BytesIO()
        pdf.save(out, static_id=True)
        return out.getvalue(), done


def difference(before: Image.Image, after: Image.Image, spot: tuple[int, int, int, int]) -> Any:
    """How much differs outside a spot and its pixels all round."""
    apart = ImageChops.difference(before, after)
    ImageDraw.Draw(apart).rectangle((spot[0] - 10, spot[1] - 10, spot[2] + 10, spot[3] + 10), 0)
    return apart.getextrema()[1]


def spread(grey: Image.Image) -> float:
    """Between the darkest and the lightest pixel."""
    low, high = grey.getextrema()
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    return high - low


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_only_the_pixels_under_the_box_change(name: str) -> None:
    source = page_with(FORMATS[name])
    out, done = overwritten(source, BOX)
    assert done == Overwritten(frozenset({1}))
    is_lossy = name.startswith("jpeg")
    for before, after in zip(stored_pictures(source), stored_pictures(out), strict=True):
        if before.getextrema()[0] == before.getextrema()[1]:
            continue  # the even picture behind a mask
        assert spread(after.crop(SPOT)) <= (12 if is_lossy else 0)
        assert difference(before, after, SPOT) <= (24 if is_lossy else 0)
    assert len(out) < 1.1 * len(source)


@pytest.mark.slow
@pytest.mark.parametrize("name", FORMATS)
def test_the_secret_is_read_before_and_not_after(name: str) -> None:
    source = page_with(FORMATS[name])
    out, _ = overwritten(source, BOX)
    assert SECRET in read_aloud(source)
    after = read_aloud(out)
    assert SECRET not in after
    assert "Besproken met" in after
    assert "iedereen" in after


@pytest.mark.parametrize("name", ["flate inverted", "palette 4 bits", "flate lab", "flate profile",
                                  "flate separation", "flate 16 bits"])  # fmt: skip
def test_colours_and_depth_stay_what_they_were(name: str) -> None:
    source = page_with(FORMATS[name])
    out, _ = overwritten(source, BOX)
    with pikepdf.open(io.BytesIO(source)) as old, pikepdf.open(io.BytesIO(out)) as new:
        before, after = (pdf.pages[0].Resources.XObject.I0 for pdf in (old, new))
        assert after.BitsPerComponent == before.BitsPerComponent
        assert after.get("/Decode") == before.get("/Decode")
        first, second = (x.ColorSpace[0] if isinstance(x.ColorSpace, pikepdf.Array)
                         else x.ColorSpace for x in (before, after))  # fmt: skip
        assert first == second


def jbig2(made: Pdf) -> Any:
    """A JBIG2 stream of one generic region in MMR, which is the coding of group 4."""
    with pikepdf.open(io.BytesIO(page_with(FORMATS["group 4"]))) as pdf:
        coded = pdf.pages[0].Resources.XObject.I0.read_raw_bytes()
    width, height = (value.to_bytes(4, "big") for value in SIZE)
    page = width + height + bytes(8) + b"\0" + b"\0\0"
    region = width + height + bytes(8) + b"\0" + b"\x01" + coded
    data = b"".join(
        number.to_bytes(4, "big") + kind + b"\0\x01" + len(body).to_bytes(4, "big") + body
        for number, kind, body in ((0, b"\x30", page), (1, b"\x26", region))
    )
    return image(made, data, Filter=pikepdf.Name.JBIG2Decode, BitsPerComponent=1,
                 Decode=pikepdf.Array([1, 0]))  # fmt: skip


def test_a_jbig2_scan_becomes_group_4_of_the_same_size() -> None:
    source = page_with(jbig2)
    out, done = overwritten(source, BOX)
    assert done.pages == {1}
    (before,), (after,) = stored_pictures(source), stored_pictures(out)
    assert before.crop(SPOT).getextrema() == (0, 255)
    low, high = after.crop(SPOT).getextrema()
    assert low == high
    assert difference(before, after, SPOT) == 0
    assert len(out) < 1.1 * len(source)


MATRICES = {
    "upside down": ("-320 0 0 -80 360 480", Box(360 - 597 / 2, 120 + 88 / 2, 360 - 415 / 2, 195)),
    "quarter left": ("0 320 -80 0 140 100", Box(67, 500 - 595 / 2, 97, 500 - 415 / 2)),
    "quarter right": ("0 -320 80 0 60 500", Box(104 - 1, 100 + 415 / 2, 133, 100 + 595 / 2)),
    "mirrored": ("-320 0 0 80 360 400", Box(360 - 595 / 2, 127, 360 - 415 / 2, 156)),
    "half the size": ("160 0 0 40 40 400", Box(40 + 415 / 4, 163, 40 + 595 / 4, 178)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", MATRICES)
def test_a_box_finds_its_pixels_however_the_picture_is_drawn(name: str) -> None:
    matrix, box = MATRICES[name]
    source = page_with(FORMATS["flate grey"], matrix)
    out, _ = overwritten(source, box)
    assert SECRET in read_aloud(source)
    assert SECRET[3:] not in read_aloud(out)
    (before,), (after,) = stored_pictures(source), stored_pictures(out)
    assert difference(before, after, SPOT) == 0


def test_only_the_turned_box_is_painted_in_a_slanting_picture() -> None:
    source = page_with(lambda made: image(made, Image.effect_noise(SIZE, 90).tobytes()),
                       "226 226 -57 57 120 200")  # fmt: skip
    out, _ = overwritten(source, Box(150, 300, 250, 330))
    (after,) = stored_pictures(out)
    black = sum(after.point(lambda value: 255 * (value == 0)).convert("1").histogram()[255:])
    # 100 x 30 points at 2 pixels to the point, and the few around it; the square box around the
    # turned one would be twice that.
    assert 0.9 < black / (100 * 33 * 4) < 1.2


def test_strips_of_a_scan_lose_the_part_under_the_box_each() -> None:
    made = Pdf()
    whole = picture("L")
    names, content = {}, ""
    for number in range(8):
        strip = whole.crop((0, 20 * number, 640, 20 * number + 20))
        names[f"S{number}"] = image(made, strip.tobytes(), Height=20)
        content += f"q 320 0 0 10 40 {470 - 10 * number} cm /S{number} Do Q "
    made.page(content, Resources={"XObject": pikepdf.Dictionary(**names)})
    out, _ = overwritten(made.save(), BOX)
    strips = stored_pictures(out)
    assert [strip.crop((420, 0, 590, 20)).getextrema() for strip in strips[1:3]] == [(0, 0)] * 2
    for number, strip in enumerate(strips):
        before = whole.crop((0, 20 * number, 400, 20 * number + 20))
        assert strip.crop((0, 0, 400, 20)).tobytes() == before.tobytes()


def two_places(second: str, stored: Stored = FORMATS["flate grey"]) -> bytes:
    """The picture on two pages, the second time drawn by ``second``, on an object of its own."""
    made = Pdf()
    for content, shown in (("320 0 0 80 40 400", stored(made)), (second, stored(made))):
        made.page(f"q {content} cm /I0 Do Q",
                  Resources={"XObject": pikepdf.Dictionary(I0=shown)})  # fmt: skip
    return made.save()


def test_a_copy_elsewhere_is_told_with_its_place() -> None:
    out, done = overwritten(two_places("160 0 0 40 100 100"), BOX)
    (area,) = done.elsewhere
    assert area.page == 2
    assert area.box.x0 == pytest.approx(100 + SPOT[0] / 4, abs=2)
    assert area.box.y0 == pytest.approx(460 + SPOT[1] / 4, abs=2)
    for stored in stored_pictures(out):
        assert stored.crop(SPOT).getextrema() == (0, 0)


def test_a_copy_in_another_format_loses_the_same_words() -> None:
    made = Pdf()
    small = picture("L").resize((320, 80), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=60)
    copy = image(made, buffer.getvalue(), Filter=pikepdf.Name.DCTDecode, Width=320, Height=80)
    other = image(made, picture("L", ink="#888").transpose(
        Image.Transpose.FLIP_LEFT_RIGHT).tobytes())  # fmt: skip
    first = FORMATS["flate grey"](made)
    for shown in (first, copy, other):
        made.page("q 320 0 0 80 40 400 cm /I0 Do Q",
                  Resources={"XObject": pikepdf.Dictionary(I0=shown)})  # fmt: skip
    out, done = overwritten(made.save(), BOX)
    assert [area.page for area in done.elsewhere] == [2]
    by_size = {stored.size: stored for stored in stored_pictures(out)}
    assert spread(by_size[320, 80].crop((210, 10, 295, 34))) <= 12


def test_an_image_that_nobody_can_read_keeps_nothing_of_its_data() -> None:
    broken = page_with(lambda made: image(made, b"no picture", Filter=pikepdf.Name.DCTDecode))
    assert b"no picture" in broken
    out, done = overwritten(broken, BOX)
    assert done.pages == {1}
    assert b"no picture" not in out


def test_an_image_in_colours_that_do_not_exist_is_refused() -> None:
    odd = page_with(lambda made: image(made, bytes(SIZE[0] * SIZE[1]),
                                       ColorSpace=pikepdf.Name("/Regenboog")))  # fmt: skip
    with pytest.raises(RefusedError, match="afbeelding"):
        overwritten(odd, BOX)
