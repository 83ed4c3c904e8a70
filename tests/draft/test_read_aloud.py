"""What a screen reader says of a letter, and in which order."""

from pathlib import Path

import pytest
from PIL import Image

from tests.draft.pages import MARGIN_COLUMN, letter, lines, pdf
from tests.draft.sources import KINDS
from tests.draft.word_files import W, office, parts_of, root, word_file
from tests.redact.reading_order import Said, spoken
from woo.draft.examples import example_source

pytestmark = pytest.mark.slow

TITLE = "Verkenning naar veilige fietsroutes bij scholen"
# A Kamerstuk has no column with reference data.
LETTERS = [kind for kind in KINDS if kind != "kamerstuk"]


def said(kind: str, folder: Path, *, public: bool) -> tuple[list[Said], list[str]]:
    """What is read aloud, and the texts in the margin column of page 1."""
    made = pdf(example_source(kind), folder, public=public)
    path = folder / "brief.pdf"
    path.write_bytes(made)
    column = [
        one.text
        for one in lines(made)
        if one.page == 1 and one.box.x0 > MARGIN_COLUMN - 2 and not one.text.startswith("Pagina")
    ]
    return spoken(path), column


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("public", [False, True])
def test_the_margin_column_is_read_between_the_subject_and_the_text(
    kind: str, public: bool, tmp_path: Path
) -> None:
    found, column = said(kind, tmp_path, public=public)
    texts = [one.text.strip() for one in found]
    title = next(number for number, one in enumerate(found) if "H1" in one.path)
    first, last = (texts.index(one, title) for one in (column[0], "Bijlage(n)"))
    assert texts.index("Aan" if kind == "nota" else "Datum") < title < first < last
    heading = next(number for number, one in enumerate(found) if "H2" in one.path)
    assert last < heading


@pytest.mark.parametrize("kind", LETTERS)
def test_each_entry_of_the_column_is_a_paragraph(kind: str, tmp_path: Path) -> None:
    found, column = said(kind, tmp_path, public=False)
    long = {one for one in column if len(one) > 6}  # a number may stand elsewhere too
    inside = [one.path for one in found if one.text.strip() in long]
    assert len(inside) > 3
    assert all("P" in path for path in inside)


@pytest.mark.parametrize("kind", ["kamerbrief", "nota"])
def test_word_reads_the_margin_column_after_the_subject(kind: str, tmp_path: Path) -> None:
    content = word_file(example_source(kind), tmp_path)
    paragraphs = list(root(parts_of(content)["word/document.xml"]).iter(f"{W}p"))
    styles = [one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for one in paragraphs]
    column = [number for number, style in enumerate(styles) if style == "Referentiegegevens"]
    title = next(n for n, one in enumerate(paragraphs) if TITLE in "".join(one.itertext()))
    text = next(n for n in range(column[0], len(styles)) if styles[n] in ("Standaard", "Kop2"))
    assert title < column[0]
    assert column[-1] < text
    assert column == list(range(column[0], column[-1] + 1))


@pytest.mark.slow
def test_the_column_stays_on_the_first_page_whatever_follows(tmp_path: Path) -> None:
    Image.new("RGB", (300, 700), (200, 210, 220)).save(tmp_path / "hoog.png")
    (tmp_path / "brief.docx").write_bytes(
        word_file(letter("## Kop\n\n![Een hoog vlak.](hoog.png)\n\nTekst."), tmp_path)
    )
    office([tmp_path / "brief.docx"], "pdf", tmp_path / "uit")
    found = lines((tmp_path / "uit" / "brief.pdf").read_bytes())
    assert max(one.page for one in found) > 1
    assert {one.page for one in found if one.text == "Onze referentie"} == {1, 2}
    assert {one.page for one in found if one.text == "Contactpersoon"} == {1}
