"""Word files of every kind in real LibreOffice: same text as the PDF, and back to the source."""

import re
from pathlib import Path

import pytest

from tests.draft.pages import letter, lines, turned_pages
from tests.draft.pdf_contents import shown_text
from tests.draft.test_columns import EIGHT, EIGHT_WORDS
from tests.draft.word_files import (
    COLUMNS,
    FOLDERS,
    WIDE,
    WIDE_ROW,
    imported,
    make_picture,
    meaning,
    office,
    sources,
    squashed,
    turned,
    word_file,
)
from woo.draft.complete import HEADER
from woo.draft.draft import Draft, make_draft
from woo.draft.examples import example_source
from woo.draft.kinds import load_kind
from woo.draft.reading.source import parse
from woo.draft.render import render
from woo.draft.tree import Table, plain
from woo.draft.walk import leaves

# What stands in the margins of the pages, of which there may be more in one than in the other; and
# the word that Word shows in a black block and the PDF only says.
FURNITURE = re.compile(r"Pagina \d+ van \d+|Interne versie|gelakt,")


@pytest.mark.slow
def test_libreoffice_shows_the_text_of_the_pdf(tmp_path: Path) -> None:
    make_picture(tmp_path)
    for name, source in sources().items():
        for public in (False, True):
            made = word_file(source, tmp_path, public=public)
            (tmp_path / f"{name}-{public}.docx").write_bytes(made)
    office(sorted(tmp_path.glob("*.docx")), "pdf", tmp_path / "out")
    for name, source in sources().items():
        for public in (False, True):
            pdf = render(source, public=public, to="pdf", folder=tmp_path).content
            word = (tmp_path / "out" / f"{name}-{public}.pdf").read_bytes()
            assert letters(word, source, tmp_path) == letters(pdf, source, tmp_path), name


@pytest.mark.slow
def test_words_in_a_table_of_many_columns_are_whole(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(word_file(letter(EIGHT), tmp_path))
    office([tmp_path / "brief.docx"], "pdf", tmp_path / "out")
    shown = shown_text((tmp_path / "out" / "brief.pdf").read_bytes(), tmp_path)
    assert [word for word in EIGHT_WORDS if word not in shown] == []


@pytest.mark.slow
def test_words_in_a_table_on_its_side_are_whole(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(word_file(turned("kamerbrief"), tmp_path))
    office([tmp_path / "brief.docx"], "pdf", tmp_path / "out")
    shown = shown_text((tmp_path / "out" / "brief.pdf").read_bytes(), tmp_path)
    amounts = re.findall(r"€ [\d.]+", WIDE)
    assert [word for word in (*COLUMNS, *amounts) if word not in shown] == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["kamerbrief", "kamerstuk"])
def test_notes_in_a_table_on_its_side_leave_it_its_page(kind: str, tmp_path: Path) -> None:
    count = 20
    rows = "\n".join(WIDE_ROW.replace("[^9]", f"[^9] [^rij-{one}]") for one in range(count))
    notes = "".join(f"\n[^rij-{one}]: Noot bij een rij.\n" for one in range(count))
    source = turned(kind).replace(WIDE_ROW, rows) + notes
    (tmp_path / "brief.docx").write_bytes(word_file(source, tmp_path))
    office([tmp_path / "brief.docx"], "pdf", tmp_path / "out")
    word, pdf = (
        len(turned_pages(content))
        for content in (
            (tmp_path / "out" / "brief.pdf").read_bytes(),
            render(source, public=False, to="pdf", folder=tmp_path).content,
        )
    )
    assert word <= pdf + 1


@pytest.mark.slow
def test_the_first_page_stands_where_it_does_in_the_pdf(tmp_path: Path) -> None:
    brief = example_source("kamerbrief")
    cases = {
        "brief": (brief, ("De Voorzitter", "Datum", "Verkenning", "Geachte")),
        "zonder": (re.sub(r"(?m)^retouradres: .*\n", "", brief), ("De Voorzitter", "Geachte")),
        "nota": (example_source("nota"), ("Aan", "Verkenning", "Aanleiding")),
    }
    for name, (source, _) in cases.items():
        (tmp_path / f"{name}.docx").write_bytes(word_file(source, tmp_path))
    office(sorted(tmp_path.glob("*.docx")), "pdf", tmp_path / "out")
    for name, (source, words) in cases.items():
        pdf = render(source, public=False, to="pdf", folder=tmp_path).content
        places = [
            [
                next(line.box.y0 for line in lines(made) if line.text.startswith(one))
                for one in words
            ]
            for made in (pdf, (tmp_path / "out" / f"{name}.pdf").read_bytes())
        ]
        assert places[1] == pytest.approx(places[0], abs=14), name


def letters(pdf: bytes, source: str, folder: Path) -> tuple[list[str], list[str]]:
    """Every letter but those of the margins, and the lines whose beginning stands there."""
    shown = re.sub(r"Openbare versie\. .*?\.(?=\s|$)", "", shown_text(pdf, folder))
    text = squashed(FURNITURE.sub("", shown))
    parsed = parse(source)
    draft = make_draft(parsed, load_kind(parsed.first("soort"), FOLDERS))
    for repeated in _repeated(draft):
        text = text.replace(squashed(repeated), "")
    # A paragraph may go on over a page, but hardly in its first words.
    lines = [squashed(plain(leaf))[:20] for leaf in leaves(parsed.blocks)]
    return sorted(text), [line for line in lines if line in text]


def _repeated(draft: Draft) -> list[str]:
    """What comes back on later pages, of which there may be more in one than in the other."""
    rows = [f"{one.label}{draft.fields[one.name].plain}" for one in draft.kind.fields if one.repeat]
    named = [draft.fields[n].plain for n in ("dossiernummer", "nummer") if n in draft.fields]
    if len(named) == 2:
        title = draft.fields["dossiertitel"].plain
        rows.append(f"Kamerstuk {named[0]}, nr. {named[1]}{title}")
    tables = [one for one in draft.blocks if isinstance(one, Table)]
    rows += ["".join(plain(cell) for cell in table.header) for table in tables]
    return [*rows, "".join(HEADER)]


@pytest.mark.slow
def test_a_file_that_libreoffice_saved_again_comes_back_as_it_was(tmp_path: Path) -> None:
    make_picture(tmp_path)
    for name, source in sources().items():
        (tmp_path / f"{name}.docx").write_bytes(word_file(source, tmp_path))
    out = tmp_path / "out"
    office(sorted(tmp_path.glob("*.docx")), "docx:MS Word 2007 XML", out)
    for name, source in sources().items():
        made = imported((out / f"{name}.docx").read_bytes(), tmp_path)
        assert meaning(made.text) == meaning(source), name
        assert [one.message for one in made.remarks] == [], name
