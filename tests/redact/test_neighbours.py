"""Nothing beside a box is lost: the property that search-and-redact breaks at tight leading.

Every character but those of the name is where it was, none is under a box, and the picture outside
the boxes is the same. pdfium judges; MuPDF did the work.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.redact.setting import NAME, PLAIN, Matrix, Setting
from tests.redact.terms import redact_in_place
from tests.redact.unchanged import changed, covered, lost, read, without
from woo.model.geometry import Box
from woo.model.report import Route

pytestmark = pytest.mark.slow

# So many pixels of 1/144 inch may differ on a page: the edges of letters that moved a little.
_SPECKS = 12


def turned(degrees: float, x: float, y: float) -> Matrix:
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (cosine, sine, -sine, cosine, x, y)


MATRICES: dict[str, Matrix] = {
    "plain": PLAIN,
    "wide": (1.5, 0, 0, 1, 40, 300),
    "narrow": (0.6, 0, 0, 1, 80, 300),
    "slanted": (1, 0, 0.25, 1, 80, 300),
    "slanted back": (1, 0, -0.3, 1, 80, 300),
    "mirrored": (-1, 0, 0, 1, 600, 300),
    "upside down": (1, 0, 0, -1, 80, 200),
    "scaled": (0.1, 0, 0, 0.1, 80, 300),
    "up": turned(90, 300, 100),
    "turned round": turned(180, 600, 300),
    "down": turned(270, 300, 450),
    "at 2 degrees": turned(2, 80, 300),
    "at -3 degrees": turned(-3, 80, 300),
    "at 8 degrees": turned(8, 80, 250),
    "at 45 degrees": turned(45, 100, 60),
    "at 60 degrees": turned(60, 200, 60),
    "at 85 degrees": turned(85, 300, 60),
    "at 175 degrees": turned(175, 600, 300),
}


def check(setting: Setting, times: int | None = None) -> None:
    """Redact the name and compare; ``times``: how often it stands there, unless in the lines."""
    with TemporaryDirectory() as folder:
        source, out = Path(folder, "in.pdf"), Path(folder, "out.pdf")
        setting.save(source)
        report = redact_in_place(source, [NAME], out)
        before, after = read(source), read(out)
    times = sum(line.count(NAME) for line in setting.lines) if times is None else times
    areas = [area.box for area in report.areas]
    staying, gone = without(before.glyphs, NAME)
    assert report.marks == times
    assert len(gone) == times * len(NAME)
    assert all(Route.RASTER not in page.routes for page in report.page_reports)
    assert lost(staying, after.glyphs) == []
    assert covered(staying, areas) == []
    assert all(_in_a_box(g.x, g.y, areas) for g in lost(after.glyphs, staying))  # only labels came
    assert changed(before, after, [*areas, *(glyph.ink for glyph in gone)]) <= _SPECKS


def _in_a_box(x: float, y: float, areas: Sequence[Box]) -> bool:
    return any(a.x0 <= x <= a.x1 and a.y0 <= y <= a.y1 for a in areas)


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(
    st.builds(
        Setting,
        size=st.sampled_from([5.0, 6.0, 9.0, 11.0, 14.0, 24.0, 36.0]),
        leading=st.floats(0.9, 1.4),
        rotate=st.sampled_from([0, 90, 180, 270]),
        left=st.integers(-40, 60),
        crop=st.integers(0, 30),
        unit=st.sampled_from([1.0, 1.0, 2.0]),
        font=st.sampled_from(["F1", "F2", "F3", "F4", "K1", "T1", "C1"]),
        in_form=st.booleans(),
    )
)
def test_whatever_the_size_leading_page_and_font(
    setting: Setting,
) -> None:
    large = ("Yg Zwartkruis, gA", "pq Zwartkruis gy", "gjpq AEg")
    check(setting if setting.size <= 14 else replace(setting, lines=large))


@pytest.mark.parametrize("leading", [0.9, 1.15])
@pytest.mark.parametrize("name", MATRICES)
def test_whatever_the_text_matrix(name: str, leading: float) -> None:
    size = 110 if name == "scaled" else 11
    check(Setting(matrix=MATRICES[name], leading=leading, size=size))


SPACING = {
    "letters apart": "2 Tc",
    "letters over each other": "-1.5 Tc",
    "words apart": "6 Tw",
    "narrow": "60 Tz",
    "wide": "140 Tz",
    "raised": "5 Ts",
    "outlined": "1 Tr 0.3 w",
}


@pytest.mark.parametrize("before", SPACING.values(), ids=SPACING.keys())
def test_whatever_the_spacing(before: str) -> None:
    check(Setting(before=before, leading=1.0))


def rules(*rectangles: tuple[float, float, float, float]) -> str:
    return " ".join(f"{x:g} {y:g} {width:g} {height:g} re f" for x, y, width, height in rectangles)


PLAIN_LINE = Setting(lines=(f"Heer {NAME} zei",), matrix=(1, 0, 0, 1, 80, 300))
GRID = " ".join(f"{x} 270 m {x} 340 l S" for x in (76, 103, 162, 300)) + " ".join(
    f" 76 {y} m 300 {y} l S" for y in (283, 297, 311, 325)
)
AROUND = {
    "a table": replace(PLAIN_LINE, above=f"0.5 w {GRID}"),
    "a table with fat lines": replace(PLAIN_LINE, below=f"2 w {GRID}"),
    "a table in colour": replace(
        PLAIN_LINE,
        below="0.8 0.9 1 rg " + rules((76, 283, 224, 14), (76, 297, 224, 14)) + " 0 g",
        above=f"1 0 0 RG 0.5 w {GRID}",
    ),
    "a cell that just fits": replace(
        PLAIN_LINE, lines=(NAME,), below="0.4 w 79 297.5 53 11 re S 132 297.5 60 11 re S"
    ),
    "a page in colour": replace(PLAIN_LINE, below="0.6 0.8 0.6 rg 0 0 700 600 re f 0 g"),
    "white on black": replace(PLAIN_LINE, below="0 g 70 290 250 20 re f 1 g"),
    "underlined text": replace(PLAIN_LINE, above=rules((80, 298.2, 120, 0.6))),
    "an underlined name": replace(PLAIN_LINE, above=rules((108, 298.2, 50, 0.6))),
    "text struck through": replace(PLAIN_LINE, above=rules((80, 303, 120, 0.6))),
    "a line above it": replace(PLAIN_LINE, above=rules((80, 309.5, 120, 0.5))),
    "a curve through it": replace(PLAIN_LINE, above="0.5 w 60 280 m 120 340 200 260 260 320 c S"),
    "lines that all have it": replace(PLAIN_LINE, leading=0.95, lines=(f"Heer {NAME} zei",) * 4),
    "names beside each other": replace(PLAIN_LINE, lines=(f"{NAME} {NAME} {NAME}",)),
    "names with commas": replace(PLAIN_LINE, lines=(f"({NAME},{NAME};{NAME})",)),
}
# What stands beside the name, in smaller letters, higher or lower.
BESIDE = {
    "superscript": f"BT /F1 11 Tf 80 300 Td (Heer {NAME}) Tj 4 Ts /F1 6 Tf (12) Tj "
    "0 Ts /F1 11 Tf ( zei) Tj ET",
    "superscript before it": f"BT /F1 11 Tf 80 300 Td (Heer ) Tj 4 Ts /F1 6 Tf (12) Tj "
    f"0 Ts /F1 11 Tf ({NAME}, zei) Tj ET",
    "subscript": f"BT /F1 11 Tf 80 300 Td ({NAME}) Tj -2 Ts /F1 6 Tf (2) Tj 0 Ts "
    "/F1 11 Tf ( zei) Tj ET",
    "another size in the name": "BT /F1 11 Tf 9 TL 80 300 Td (Heer Zwart) Tj /F1 20 Tf (kruis) Tj "
    "/F1 6 Tf ( zei) Tj 0 -20 Td (gjpqy) Tj T* (Ag) Tj ET",
    "another stretch behind it": f"BT /F1 11 Tf 14 TL 80 300 Td ({NAME}) Tj 50 Tz ( zei) Tj "
    "100 Tz ( wat) Tj T* (onder) Tj 0 -15 Td [(en) -3000] TJ /F1 6 Tf (nog) Tj ET",
    "superscript in a moved and turned block": "q 0 2 -2 0 500 20 cm BT /F1 11 Tf 80 50 Td "
    f"(Heer {NAME}) Tj 4 Ts /F1 6 Tf (12) Tj 0 Ts /F1 11 Tf ( zei) ' ET Q",
    "footnote close below": f"BT /F1 11 Tf 80 300 Td ({NAME}) Tj 0 -6 Td /F1 5 Tf "
    "(gjpq is een noot in kleine letters) Tj ET",
    "large letters beside it": f"BT /F1 11 Tf 80 300 Td ({NAME} ) Tj /F1 30 Tf (Ag) Tj ET",
    "small letters within tall ones": f"BT /F1 60 Tf 80 290 Td (g) Tj /F1 9 Tf ({NAME} ) Tj "
    "/F1 60 Tf (j) Tj ET",
}


@pytest.mark.parametrize("setting", AROUND.values(), ids=AROUND.keys())
def test_whatever_is_drawn_around_it(setting: Setting) -> None:
    check(setting)


def test_a_superscript_in_a_form_stays_at_its_name() -> None:
    check(replace(PLAIN_LINE, lines=(), above=BESIDE["superscript"], in_form=True), times=1)


@pytest.mark.parametrize("shown", BESIDE.values(), ids=BESIDE.keys())
def test_whatever_stands_beside_it(shown: str) -> None:
    check(
        replace(
            PLAIN_LINE, lines=("Gewone regel gjpqy",), above=shown, matrix=(1, 0, 0, 1, 80, 400)
        ),
        times=1,
    )
