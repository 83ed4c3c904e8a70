"""What an author may write above the text, and what the program adds to it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.draft.pdf_contents import everything as pdf_everything
from tests.draft.pdf_contents import shown_text
from tests.draft.sources import KAMERSTUK, NOTA
from tests.draft.word_files import everything, imported, word_file
from woo.cli.draft import draft
from woo.draft.check import check
from woo.draft.files import render_file
from woo.draft.render import render
from woo.errors import InputError
from woo.model.draft import Severity

_WRITERS = NOTA[NOTA.index("opgesteld_door:") : NOTA.index("auteur:")]
_LISTED = """\
opgesteld_door:
  waarde:
    - Wiebe Geheimstra
    - {waarde: Afdeling Open, grond: geen}
  grond: 5.2.1
"""
_LINKED = NOTA.replace("Adviseur", "Zie [het overzicht](#bijlagen). Adviseur")


def errors(source: str) -> list[str]:
    return [one.message for one in check(source) if one.severity is Severity.ERROR]


def test_a_list_may_have_one_ground(tmp_path: Path) -> None:
    source = NOTA.replace(_WRITERS, _LISTED)
    assert errors(source) == []
    inside = render(source, public=False, to="html", folder=tmp_path).content.decode()
    assert "Geheimstra" in inside
    for to in ("pdf", "docx", "html"):
        made = render(source, public=True, to=to, folder=tmp_path).content
        shown = (
            pdf_everything(made) + shown_text(made, tmp_path)
            if to == "pdf"
            else everything(made) if to == "docx" else made.decode()
        )  # fmt: skip
        assert "Geheimstra" not in shown
        assert "Afdeling Open" in shown


def test_a_list_in_a_field_of_one_value_is_an_error() -> None:
    one = "Dit veld heeft één waarde, geen lijst."
    assert errors(NOTA.replace("soort: nota", "soort: [nota, kamerbrief]")) == [one]
    listed = "titel: {waarde: [Een, Twee], grond: geen}"
    first = NOTA[NOTA.index("titel:") : NOTA.index("organisatie:")]
    assert errors(NOTA.replace(first, f"{listed}\n")) == [one]
    nested = errors(NOTA.replace(first, "titel: {waarde: [[Een]], grond: geen}\n"))
    assert "Hier kan geen lijst staan. Schrijf één waarde." in nested


@pytest.mark.parametrize(("before", "line"), [("\n\n", 3), (" ", 1)])
def test_what_stands_above_the_front_matter_is_named(before: str, line: int) -> None:
    (problem,) = check(before + NOTA)
    assert (problem.line, "Haal de lege regels en spaties" in problem.message) == (line, True)


def test_a_byte_that_is_no_text_has_its_place_when_rendering_too(tmp_path: Path) -> None:
    source = tmp_path / "nota.md"
    source.write_bytes(NOTA.encode().replace(b"leesgewoonten", b"lees\xe9n"))
    with pytest.raises(InputError, match="regel 32, kolom 26: Dit teken is geen UTF-8"):
        list(render_file(source, {"pdf": tmp_path / "a.pdf"}, public=False, templates=None))


def test_the_table_of_a_nota_has_every_column(tmp_path: Path) -> None:
    informed = "    informatie: {waarde: Offerte van Zwijgbureau, grond: 5.1.2f}\n"
    bare = NOTA.replace(informed, "")
    assert bare != NOTA
    pdf = shown_text(render(bare, public=False, to="pdf", folder=tmp_path).content, tmp_path)
    assert "Volgnummer Naam Informatie" in " ".join(pdf.split())
    content = word_file(bare, tmp_path)
    assert "Informatie" in everything(content)
    assert "- naam: Kamerbrief" in imported(content, tmp_path).text


def test_a_reference_to_the_attachments_leads_to_their_table(tmp_path: Path) -> None:
    assert errors(_LINKED) == []
    page = render(_LINKED, public=True, to="html", folder=tmp_path).content.decode()
    assert '<a href="#kop-1000000">het overzicht</a>' in page
    assert '<h2 id="kop-1000000">Bijlagen</h2>' in page
    assert render(_LINKED, public=False, to="pdf", folder=tmp_path).content.startswith(b"%PDF")
    back = imported(word_file(_LINKED, tmp_path), tmp_path)
    assert "[het overzicht](#bijlagen)" in back.text


def test_a_reference_to_attachments_that_are_not_there_is_an_error() -> None:
    without = _LINKED[: _LINKED.index("bijlagen:")] + "---\n" + _LINKED.split("---\n", 2)[2]
    without = without.replace("aantal_bijlagen: 2\n", "").replace("aantal_---", "---")
    assert "Deze kop komt er als u het veld 'bijlagen' invult." in errors(without)
    text = KAMERSTUK + "\nZie [de bijlagen](#bijlagen).\n"
    assert [one for one in errors(text) if "heeft geen tabel met bijlagen" in one]


def test_help_lists_kinds_of_ones_own() -> None:
    own = str(Path(__file__).parents[2] / "samples" / "eigen-sjablonen")
    for arguments in (["--templates", own, "--help"], ["--help", "--templates", own]):
        shown = CliRunner().invoke(draft, ["new", *arguments]).output
        assert "collegevoorstel" in shown
        assert "kamerbrief" in shown
    assert "collegevoorstel" not in CliRunner().invoke(draft, ["new", "--help"]).output
