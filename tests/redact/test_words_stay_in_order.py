"""Words on a line that was respaced stay in order, and only move along it."""

import ctypes
import itertools
import re
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


def lines(found: list[Glyph], tops: list[float]) -> list[list[Glyph]]:
    """Glyphs by the line whose baseline they stand on, from left to right."""
    return [sorted((g for g in found if abs(g[2] - top) < 0.3), key=lambda g: g[1]) for top in tops]


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(
    size=st.sampled_from([6.0, 9.0, 11.0, 14.0, 24.0]),
    leading=st.floats(0.9, 1.4),
    rotate=st.sampled_from([0, 90, 180, 270]),
    left=st.integers(-40, 60),
    crop=st.integers(0, 30),
)
def test_characters_outside_the_boxes_stay_in_order_on_their_line(
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
        tops = [300 - index * size * leading for index in range(len(LINES))]
        found = staying(glyphs(after), areas, left, 420)
        assert sum(map(len, lines(found, tops))) == len(found)
        for text, old, new in zip(
            LINES, lines(glyphs(before), tops), lines(found, tops), strict=True
        ):
            kept = text.replace(NAME, "").replace(" ", "")
            assert "".join(glyph[0] for glyph in new) == kept
            places = [i for i, (part, gone) in enumerate(marked(text)) if not gone]
            moves = [new[k][1] - old[i][1] for k, i in enumerate(places)]
            # A gap grows or shrinks by half a step at most, and there are two on a line.
            assert all(abs(move) < 4.5 * size + 0.5 for move in moves)
            assert all(b[1] - a[1] > 0.15 * size for a, b in itertools.pairwise(new))
        assert text_after.replace(" ", "").count(label) >= 1


def marked(text: str) -> list[tuple[str, bool]]:
    """The letters of a line, and whether each belongs to the name."""
    out: list[tuple[str, bool]] = []
    for part in re.split(f"({NAME})", text):
        out += [(letter, part == NAME) for letter in part if letter != " "]
    return out
