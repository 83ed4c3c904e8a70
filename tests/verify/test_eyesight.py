"""Only pages with letters that their text does not explain are worth the time of Tesseract."""

from pathlib import Path

import pytest

from tests.vectors import VECTORS
from tests.vectors.letters import outlines
from tests.vectors.maker import REST, SENTENCE, Pdf, text
from woo.pdf.examining.eyesight import Eyesight
from woo.pdf.examining.lettershapes import is_alike
from woo.pdf.examining.pdfium_pages import open_pages


def is_needed(data: bytes) -> bool:
    eyes = Eyesight()
    with open_pages(data) as pages:
        return any(eyes.is_needed(page) for page in pages)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "visible_text",
        "cell_of_a_table",
        "columns_drawn_line_by_line",
        "footnote",
        "slanted_text",
        "turned_text",
        "mirrored_text",
        "mirrored_by_a_negative_size",
        "rotated_page_90",
        "text_under_a_black_box",
        "composite_font_with_unicode",
        "glyphs_by_letter",
        "simple_font_with_zero_width_signs",
        "structure_tree",
    ],
)
def test_a_page_of_ordinary_text_needs_no_eye(name: str) -> None:
    assert not is_needed(VECTORS[name]())


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "filled_outlines",
        "stroked_outlines",
        "outlines_as_a_clip",
        "outlines_in_a_form",
        "outlines_in_a_soft_mask",
        "pattern_with_outlines",
        "pattern_that_fills_letters",
        "picture_in_a_pattern",
        "picture_cut_into_strips",
        "type_3_glyph_that_draws_the_whole_name",
        "type_3_letters_that_lie",
        "composite_font_that_lies",
        "simple_font_that_lies_about_two_letters",
        "simple_font_called_private",
        "simple_font_called_a_space",
        "simple_font_with_cyrillic_look_alikes",
    ],
)
def test_letters_that_the_text_does_not_explain_need_the_eye(name: str) -> None:
    assert is_needed(VECTORS[name]())


def test_lines_frames_and_bullets_are_no_letters() -> None:
    drawn = "".join(f"50 {300 - 20 * n} m 350 {300 - 20 * n} l S " for n in range(9))
    drawn += "".join(f"{50 + 60 * n} 100 50 30 re S " for n in range(5))
    drawn += "".join(f"60 {440 - 14 * n} 3 3 re f " for n in range(8))
    made = Pdf()
    made.page(SENTENCE + REST + drawn)
    assert not is_needed(made.save())


def test_outlines_that_the_same_text_explains_need_no_eye() -> None:
    """As where a word processor strokes the letters that it also fills."""
    made = Pdf()
    made.page(REST + text("uit", 50, 300, 40) + outlines("uit", 50, 300, 40))
    assert not is_needed(made.save())


def test_a_glyph_is_compared_with_what_it_is_called(tmp_path: Path) -> None:
    made = Pdf()
    made.page(text("k", 50, 300, 60))
    with open_pages(made.save()) as pages:
        picture = pages[0].render(72)[240:310, 45:90]
    assert is_alike(picture, "k") is True
    assert is_alike(picture, "o") is False
    assert is_alike(picture, "\ue000") is False
    assert is_alike(picture[:5, :5], "k") is None
