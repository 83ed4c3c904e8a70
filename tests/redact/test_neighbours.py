"""Nothing beside a box is lost: the property that search-and-redact breaks at tight leading."""

import ctypes
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array

from tests.redact.terms import redact_terms
from tests.vectors.maker import Pdf
from woo.model.geometry import Box
from woo.pdf.reading.textlayer import read_pages

NAME = "Zwartkruis"
LINES = (
    "Ypsilon gjpqy Zwartkruis gjpqy Abcdefg",
    "Agjp Zwartkruis en Zwartkruis, ook gjpqy",
    "Geen naam in deze regel: ÀÉ gjpqy",
)

Glyph = tuple[str, float, float]


def glyphs(path: Path) -> list[Glyph]:
    """Every character pdfium sees, with its origin in user space."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0].get_textpage()
        return [
            (page.get_text_range(index, 1), *origin(page, index))
            for index in range(page.count_chars())
            if page.get_text_range(index, 1).strip()
        ]
    finally:
        document.close()


def origin(page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    assert pypdfium2.raw.FPDFText_GetCharOrigin(page, index, x, y)
    return x.value, y.value


def staying(found: list[Glyph], areas: list[Box], left: float, top: float) -> list[Glyph]:
    """What stands outside the boxes."""

    def is_inside(glyph: Glyph) -> bool:
        x, y = glyph[1] - left, top - glyph[2]
        return any(a.x0 - 0.2 <= x < a.x1 - 0.4 and a.y0 <= y <= a.y1 for a in areas)

    return [glyph for glyph in found if not is_inside(glyph)]


def is_same(one: Glyph, other: Glyph) -> bool:
    """MuPDF rounds positions when it writes them."""
    return one[0] == other[0] and abs(one[1] - other[1]) < 0.3 and abs(one[2] - other[2]) < 0.3


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(
    size=st.sampled_from([6.0, 9.0, 11.0, 14.0, 24.0]),
    leading=st.floats(0.9, 1.4),
    rotate=st.sampled_from([0, 90, 180, 270]),
    left=st.integers(-40, 60),
    crop=st.integers(0, 30),
)
def test_characters_outside_the_boxes_stay_where_they_are(
    size: float, leading: float, rotate: int, left: int, crop: int
) -> None:
    media = (left, 20, left + 700, 420)
    made = Pdf()
    shown = "".join(
        f"BT /F1 {size} Tf 1 0 0 1 {left + 50} {300 - index * size * leading:.3f} Tm "
        f"({line}) Tj ET\n"
        for index, line in enumerate(LINES)
    )
    inner = (media[0] + crop, media[1] + crop, media[2] - crop, media[3] - crop)
    made.page(shown, MediaBox=Array(media), CropBox=Array(inner), Rotate=rotate)
    with TemporaryDirectory() as folder:
        before, after = Path(folder, "before.pdf"), Path(folder, "after.pdf")
        before.write_bytes(made.save())
        report = redact_terms(before, [NAME], after)
        areas = [area.box for area in report.areas]
        text_after = next(read_pages(after)).text
        assert len(areas) == 3
        assert NAME[1:6] not in text_after
        label = "5.1.2e"
        expected = staying(glyphs(before), areas, left, 420)
        found = staying(glyphs(after), areas, left, 420)
        assert len(found) == len(expected)
        assert all(any(is_same(one, other) for other in found) for one in expected)
        assert text_after.replace(" ", "").count(label) >= 1
        gone = sum(len(line.replace(" ", "")) for line in LINES) - 3 * len(NAME)
        assert len(expected) == gone
