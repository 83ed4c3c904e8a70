"""``woo draft check`` for people, editors and hooks."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from tests.draft.sources import NOTA
from woo.cli.draft import draft
from woo.draft.files import render_file
from woo.draft.render import render
from woo.errors import InputError
from woo.pipeline.draft_checking import Wanted, check_draft

PARAGRAPH = "De Kamer praat er in de herfst over."


def line_of(text: str, piece: str) -> int:
    return text[: text.index(piece)].count("\n") + 1


def test_hints_alone_give_code_0(tmp_path: Path) -> None:
    path = tmp_path / "nota.md"
    path.write_text(NOTA.replace(PARAGRAPH, "Teneinde te groeien."), "utf-8")
    result = CliRunner().invoke(draft, ["check", "--no-detect", str(path)])
    assert result.exit_code == 0
    assert f":{line_of(NOTA, PARAGRAPH)}:1: tip: Schrijf gewoner." in result.output


def test_a_text_from_stdin_is_named_as_the_file_being_edited(tmp_path: Path) -> None:
    path = tmp_path / "map" / "nota.md"
    source = NOTA.replace("30 augustus", "31 februari").encode()
    arguments = ["check", "--no-detect", "-", "--stdin-filename", str(path)]
    result = CliRunner().invoke(draft, arguments, input=source)
    assert result.exit_code == 2
    assert result.output == f"{path}:10:8: fout: Deze datum bestaat niet.\n"
    result = CliRunner().invoke(draft, ["check", "--no-detect", "-"], input=source)
    assert result.output == "stdin:10:8: fout: Deze datum bestaat niet.\n"


def test_pictures_are_looked_for_beside_the_file_being_edited(tmp_path: Path) -> None:
    source = NOTA.replace(PARAGRAPH, "![Een kaart van de route](kaart.png)").encode()
    arguments = ["check", "--no-detect", "--json", "-", "--stdin-filename"]
    result = CliRunner().invoke(draft, [*arguments, str(tmp_path / "nota.md")], input=source)
    (row,) = json.loads(result.output)
    assert row["line"] == line_of(NOTA, PARAGRAPH)
    assert (row["column"], row["severity"]) == (1, "error")
    (tmp_path / "kaart.png").write_bytes(b"geen plaatje")
    result = CliRunner().invoke(draft, [*arguments, str(tmp_path / "nota.md")], input=source)
    (row,) = json.loads(result.output)
    assert (row["column"], row["severity"]) == (1, "error")
    Image.new("L", (3, 3)).save(tmp_path / "kaart.png")
    result = CliRunner().invoke(draft, [*arguments, str(tmp_path / "nota.md")], input=source)
    assert (result.exit_code, json.loads(result.output)) == (0, [])


# Personal data in the public version, and where the hint must stand in the replaced text.
LEFT = {
    "a name": ("Wiebe Testman belt u.", "Wiebe"),
    "a nested item": ("- a\n  - b\n    - belt met 06 11 22 33 55", "06"),
    "a cell": ("| Wie | Waar |\n|---|---|\n| hij | w.testman@minvbz.example |", "w.testman"),
    "a link": ("[mail ons](mailto:w.testman@minvbz.example)", "[mail"),
    "a description": ("![Een kaart; bel 06 11 22 33 55](kaart.png)", "![Een"),
    "a number": ("Zijn bsn is\n**123456782**.", "123456782"),
}


@pytest.mark.parametrize("name", LEFT)
def test_personal_data_left_in_the_public_version_is_pointed_out(name: str) -> None:
    new, word = LEFT[name]
    text = NOTA.replace(PARAGRAPH, new)
    found = [one for one in check_draft(text, Wanted()) if "blijft staan" in one.message]
    line = text[: text.index(new)].count("\n") + 1 + new[: new.index(word)].count("\n")
    column = text.split("\n")[line - 1].index(word) + 1
    assert [(one.line, one.column) for one in found] == [(line, column)]


def test_what_is_marked_or_declared_public_or_signs_is_no_hint() -> None:
    marked = NOTA.replace(PARAGRAPH, "[Wiebe Testman]{5.1.2e} belt u.")
    declared = NOTA.replace("kenmerk: KNM-77", "kenmerk: {waarde: Wiebe Testman, grond: geen}")
    assert check_draft(marked, Wanted()) == check_draft(declared, Wanted()) == ()


def test_a_field_that_is_not_personal_is_searched_too() -> None:
    text = NOTA.replace("kenmerk: KNM-77", "kenmerk: bel 06 11 22 33 55")
    (found,) = check_draft(text, Wanted())
    assert (found.line, found.column) == (line_of(text, "kenmerk:"), 14)
    assert "{waarde: tekst, grond: 5.1.2e}" in found.message


def test_a_policy_decides_what_must_go(tmp_path: Path) -> None:
    from importlib import resources

    policy = tmp_path / "policy.toml"
    default = resources.files("woo.reference").joinpath("policy.toml").read_text("utf-8")
    policy.write_text(default.replace("names = []", 'names = ["Wiebe Testman"]'), "utf-8")
    text = NOTA.replace(PARAGRAPH, "Wiebe Testman belt u.")
    assert len(check_draft(text, Wanted())) == 1
    assert check_draft(text, Wanted(policy=policy)) == ()


def test_a_word_file_is_sent_to_import(tmp_path: Path) -> None:
    path = tmp_path / "nota.docx"
    path.write_bytes(render(NOTA, public=False, to="docx", folder=tmp_path).content)
    for arguments in (["check", str(path)], ["check", "--json", "-"]):
        result = CliRunner().invoke(draft, arguments, input=path.read_bytes())
        assert result.exit_code == 2
        assert "woo draft import" in result.output
    with pytest.raises(InputError, match="Word-bestand") as refused:
        list(render_file(path, {"pdf": tmp_path / "nota.pdf"}, public=False, templates=None))
    assert "woo draft import" in refused.value.message


def test_a_pdf_is_no_source(tmp_path: Path) -> None:
    path = tmp_path / "nota.md"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    result = CliRunner().invoke(draft, ["check", str(path)])
    assert result.exit_code == 2
    assert "Dit is een pdf en geen brontekst." in result.output
