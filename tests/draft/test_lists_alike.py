"""Lists stand alike in PDF and Word: the sign at the edge, the text a step further."""

from pathlib import Path

import pytest

from tests.draft.pages import LEFT, letter, lines, pdf
from tests.draft.word_files import W, parts_of, root, word_file

NESTED = """\
- Eerst.
  - Tweede.
    1. Derde.
       - Vierde.

1. Nummer.
   a. Letter.
   b. Nog een.

      Vervolg.
"""
DEPTHS = {
    "Eerst.": 1, "Tweede.": 2, "Derde.": 3, "Vierde.": 4, "Nummer.": 1, "Letter.": 2, "Vervolg.": 2,
}  # fmt: skip
# In Verdana of 9 points "10." is 14.7 points wide, and a number that is wider than its step sends
# the text of its first line to a tab stop.
STEP = 18


@pytest.mark.parametrize("public", [False, True])
def test_the_text_of_an_item_stands_a_step_further_each_time(public: bool, tmp_path: Path) -> None:
    made = pdf(letter(NESTED), tmp_path, public=public)
    found = {one.text: round(one.box.x0 - LEFT) for one in lines(made) if one.text in DEPTHS}
    assert found == {text: STEP * depth for text, depth in DEPTHS.items()}
    signs = [one for one in lines(made) if one.text in ("•", "–", "1.", "a.")]
    assert {round(one.box.x0 - LEFT) % STEP for one in signs} == {0}


def test_numbers_of_two_digits_leave_the_text_in_line(tmp_path: Path) -> None:
    items = "\n".join(f"{number}. Punt." for number in range(8, 13))
    made = pdf(letter(items), tmp_path)
    assert {round(one.box.x0 - LEFT) for one in lines(made) if one.text == "Punt."} == {STEP}


def test_the_steps_of_word_are_those_of_the_pdf(tmp_path: Path) -> None:
    parts = parts_of(word_file(letter(NESTED), tmp_path))
    for level in root(parts["word/numbering.xml"]).iter(f"{W}lvl"):
        indent = next(level.iter(f"{W}ind"))
        depth = int(level.get(f"{W}ilvl")) + 1
        assert int(indent.get(f"{W}left")) == 20 * STEP * depth
        assert int(indent.get(f"{W}hanging")) == 20 * STEP
    for style in root(parts["word/styles.xml"]).iter(f"{W}style"):
        if style.get(f"{W}styleId") == "Lijstvoortzetting2":
            assert int(next(style.iter(f"{W}ind")).get(f"{W}left")) == 20 * STEP * 2
