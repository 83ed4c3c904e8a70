"""Who signs, the words before it, and what stands below a signature."""

from io import BytesIO
from itertools import combinations
from pathlib import Path

import docx
import pytest

from tests.draft.pages import letter, lines, pdf
from tests.draft.pdf_contents import shown_text
from tests.draft.word_files import W, imported, meaning, parts_of, root, word_file
from woo.draft.check import check
from woo.draft.render import render

COPY = "## Afschrift aan\n\n- de Voorzitter van de Eerste Kamer\n- [Teun Kopiema]{5.1.2e}"
CLOSED = f"Geachte voorzitter,\n\nEen tekst.\n\nHoogachtend,\n\n{COPY}"
SIGNED = "A.B. Verzonnen"


def signed_by(count: int, body: str) -> str:
    """A letter that so many people sign."""
    front, text = letter(body).split("\n---\n", 1)
    above = front[: front.index("\nondertekenaars:")]
    rows = "".join(
        f"  - ambt: De Wethouder van Zaken {number}, mede namens de gemeente Verzinloo\n"
        f"    naam: X. Fictief-{number:02}\n"
        for number in range(count)
    )
    return f"{above}\nondertekenaars:\n{rows}---\n{text}"


@pytest.mark.parametrize("count", [2, 5, 14])
def test_signatures_never_stand_on_each_other(count: int, tmp_path: Path) -> None:
    found = lines(
        pdf(signed_by(count, "Geachte voorzitter,\n\nEen tekst.\n\nHoogachtend,"), tmp_path)
    )
    names = [one for one in found if "Fictief-" in one.text or "De Wethouder" in one.text]
    assert len({one.text for one in names}) == 2 * count
    for one, other in combinations(names, 2):
        assert one.page != other.page or abs(one.box.y0 - other.box.y0) > 8, (one, other)
    pages = [one.page for one in names]  # office, name, office, name: in the order of the page
    assert pages[::2] == pages[1::2]


def test_word_keeps_the_closing_and_all_signatures_on_one_page(tmp_path: Path) -> None:
    source = signed_by(2, "Geachte voorzitter,\n\nEen tekst.\n\nHoogachtend,")
    document = root(parts_of(word_file(source, tmp_path))["word/document.xml"])
    texts = [("".join(one.itertext()), one) for one in document.iter(f"{W}p")]
    kept = [text for text, one in texts if one.find(f"{W}pPr/{W}keepNext") is not None]
    signing = [text for text in kept if "Wethouder" in text or "Fictief" in text]
    assert "Hoogachtend," in kept
    assert len(signing) == 3  # all but the last name, which nothing follows


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("to", ["pdf", "docx", "html"])
def test_what_has_a_heading_below_the_closing_stands_below_the_signature(
    to: str, public: bool, tmp_path: Path
) -> None:
    made = render(letter(CLOSED), public=public, to=to, folder=tmp_path).content
    if to == "pdf":
        text = shown_text(made, tmp_path)
    elif to == "docx":
        text = "\n".join(one.text for one in docx.Document(BytesIO(made)).paragraphs)
    else:
        text = made.decode()
    places = [text.index(one) for one in ("Hoogachtend", SIGNED, "Afschrift aan", "Eerste Kamer")]
    assert places == sorted(places)
    assert ("Kopiema" in text) is not public


def test_it_comes_back_from_word_where_it_was(tmp_path: Path) -> None:
    source = letter(CLOSED)
    back = imported(word_file(source, tmp_path), tmp_path)
    assert meaning(back.text) == meaning(source)
    assert back.remarks == ()


def test_text_below_the_closing_without_a_heading_is_pointed_out() -> None:
    body = "Geachte voorzitter,\n\nEen tekst.\n\nHoogachtend,\n\n{}"
    ps = letter(body.format("Ik bel u nog."))
    (found,) = (one for one in check(ps) if "slotgroet" in one.message)
    assert ps.split("\n")[found.line - 1] == "Ik bel u nog."
    for quiet in (letter(CLOSED), letter(body.format("")), letter("> Hoogachtend,\n\nEen tekst.")):
        assert not [one for one in check(quiet) if "slotgroet" in one.message]
