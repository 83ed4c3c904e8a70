"""A classified nota says so on every page and in every format, and has no public version."""

from pathlib import Path

import pymupdf
import pytest

from tests.draft.sources import NOTA
from tests.draft.word_files import WIDE, W, everything, parts_of, root, word_file
from woo.draft.check import check
from woo.draft.render import render
from woo.errors import RefusedError

SECRET = NOTA.replace("actief_openbaar: Ja", "actief_openbaar: Nee\nrubricering: stg. geheim")
LABEL = "Stg. GEHEIM"


def test_every_page_of_the_pdf_says_it(tmp_path: Path) -> None:
    source = SECRET + "\n".join(f"\nRegel {number} van de nota." for number in range(60))
    made = render(source, public=False, to="pdf", folder=tmp_path)
    with pymupdf.open(stream=made.content) as document:
        assert len(document) > 1
        for page in document:
            turned = [
                line
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", ())
                if round(line["dir"][1]) == -1
            ]
            assert LABEL in "".join(span["text"] for line in turned for span in line["spans"])
            assert "Rubricering" in page.get_text()


def test_every_page_of_word_says_it_above_the_text(tmp_path: Path) -> None:
    source = SECRET.replace("## Kern\n", f"## Kern\n\nTekst.\n\n{WIDE.replace('[^9]', '')}\n\n")
    parts = parts_of(word_file(source, tmp_path))
    for number in (1, 2, 3):  # of the first page, the others, and those on their side
        header = root(parts[f"word/header{number}.xml"])
        paragraph = next(header.iter(f"{W}p"))
        assert "".join(paragraph.itertext()) == f"{LABEL}   Interne versie"
        frame = paragraph.find(f"{W}pPr/{W}framePr")
        assert int(frame.get(f"{W}y")) < 600
        # In a table LibreOffice makes room for it in the text.
        assert not list(header.iter(f"{W}tbl"))


@pytest.mark.parametrize("to", ["html", "docx"])
def test_the_other_formats_say_it(to: str, tmp_path: Path) -> None:
    made = render(SECRET, public=False, to=to, folder=tmp_path).content
    text = made.decode() if to == "html" else everything(made)
    assert text.count(LABEL) > 1


@pytest.mark.parametrize("to", ["pdf", "html", "docx"])
def test_there_is_no_public_version(to: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="derubriceren"):
        render(SECRET, public=True, to=to, folder=tmp_path)


def test_it_cannot_be_made_public_with_the_letter_either() -> None:
    (problem,) = (
        one
        for one in check(SECRET.replace("actief_openbaar: Nee", "actief_openbaar: ja"))
        if "gerubriceerd" in one.message
    )
    assert "actief_openbaar: Nee" in problem.message
    assert not any("gerubriceerd" in one.message for one in check(SECRET))
    assert not any("gerubriceerd" in one.message for one in check(NOTA))


def test_another_word_for_it_is_refused() -> None:
    problems = check(SECRET.replace("stg. geheim", "supergeheim"))
    assert any("Stg. ZEER GEHEIM" in one.message for one in problems)
