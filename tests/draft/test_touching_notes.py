"""Two notes at one place: a comma keeps their numbers apart, in every format and back again."""

import re
from pathlib import Path

import pytest

from tests.draft.pages import letter, lines, pdf
from tests.draft.pdf_contents import shown_text
from tests.draft.word_files import everything, imported, meaning, word_file
from woo.draft.render import render

SOURCE = letter(
    "Twee noten.[^1][^2] Drie [noten[^2][^3]]{5.1.2e}, en een.[^1] [^3]\n\n"
    "| Kop |\n|---|\n| Cel[^1][^2][^3] |\n\n[^1]: Een.\n[^2]: Twee.\n[^3]: Drie."
)


def test_a_comma_stands_between_notes_that_touch_and_nowhere_else(tmp_path: Path) -> None:
    shown = shown_text(pdf(SOURCE, tmp_path), tmp_path).replace(" ", "")
    for text in ("noten.1,2Drienoten2,35.1.2e,eneen.13", "Cel1,2,3"):
        assert text in shown
    html = render(SOURCE, public=False, to="html", folder=tmp_path).content.decode()
    assert html.count("</sup><sup>,</sup><sup") == 4
    assert html.count("<sup>,</sup>") == 4


def test_a_long_word_with_a_note_breaks_as_it_does_without(tmp_path: Path) -> None:
    word = "Fietsinfrastructuurverbeteringen"
    rows = "".join(
        f"| 1 | {one} | Rijkswaterstaat | 01-01-2026 | € 1.250.000 |\n"
        for one in (word, f"{word}[^1]", f"**{word}**[^1][^2]")
    )
    header = "| Nr. | Maatregel | Organisatie | Startdatum | Begroting |\n|---|---|---|---|---|\n"
    made = pdf(letter(f"{header}{rows}\n[^1]: Een.\n[^2]: Twee."), tmp_path)
    found = lines(made)
    column = next(one.box.x0 for one in found if "Rijkswater" in one.text)
    words = [one for one in found if "Fiets" in one.text]
    assert len(words) == 3
    assert all(one.box.x1 < column and word not in one.text for one in words)


@pytest.mark.parametrize("public", [False, True])
def test_the_comma_is_no_text_when_word_comes_back(public: bool, tmp_path: Path) -> None:
    content = word_file(SOURCE, tmp_path, public=public)
    assert len(re.findall(r'superscript"/></w:rPr><w:t [^>]*>,<', everything(content))) == (
        3 if public else 4
    )
    if not public:
        back = imported(content, tmp_path)
        assert meaning(back.text) == meaning(SOURCE)
        assert back.remarks == ()
