"""``woo draft``: new, check, render."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.draft.sources import KINDS, NOTA
from woo.cli.draft import draft
from woo.draft.draft import CLASSIFICATION
from woo.draft.kinds import load_kind, template_folders
from woo.errors import InputError


def test_new_writes_an_example_with_every_field(tmp_path: Path) -> None:
    for kind in KINDS:
        path = tmp_path / f"{kind}.md"
        result = CliRunner().invoke(draft, ["new", kind, str(path)])
        assert result.exit_code == 0
        written = path.read_text("utf-8")
        fields = load_kind(kind, template_folders(None)).fields
        # A classified nota has no public version, so that field waits behind a #.
        shown = written.replace(f"\n# {CLASSIFICATION}:", f"\n{CLASSIFICATION}:")
        assert [one.name for one in fields if f"\n{one.name}:" not in shown] == []


def test_new_leaves_a_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "nota.md"
    path.write_text("mijn werk")
    result = CliRunner().invoke(draft, ["new", "nota", str(path)])
    assert isinstance(result.exception, InputError)
    assert path.read_text() == "mijn werk"


def test_check_says_the_line_and_exits_2(tmp_path: Path) -> None:
    path = tmp_path / "nota.md"
    path.write_text(NOTA.replace("30 augustus", "31 februari"), "utf-8")
    result = CliRunner().invoke(draft, ["check", str(path)])
    assert result.exit_code == 2
    assert f"{path}:10:8: fout: Deze datum bestaat niet." in result.output


def test_check_as_json(tmp_path: Path) -> None:
    path = tmp_path / "nota.md"
    path.write_text(NOTA.replace("soort: nota", "soort: noot"), "utf-8")
    result = CliRunner().invoke(draft, ["check", "--json", str(path)])
    (row,) = json.loads(result.output)
    assert (result.exit_code, row["line"], row["severity"]) == (2, 2, "error")
    path.write_text(NOTA, "utf-8")
    result = CliRunner().invoke(draft, ["check", "--json", str(path)])
    assert (result.exit_code, json.loads(result.output)) == (0, [])


@pytest.mark.parametrize(
    ("arguments", "name"),
    [([], "stuk.pdf"), (["--public"], "stuk.openbaar.pdf"), (["--to", "html"], "stuk.html")],
)
def test_render_writes_beside_the_source(arguments: list[str], name: str, tmp_path: Path) -> None:
    path = tmp_path / "stuk.md"
    path.write_text(NOTA, "utf-8")
    result = CliRunner().invoke(draft, ["render", str(path), *arguments])
    assert result.exit_code == 0, result.exception
    assert (tmp_path / name).stat().st_size > 3000


def test_render_many_goes_into_a_folder(tmp_path: Path) -> None:
    paths = [tmp_path / "a.md", tmp_path / "b.md"]
    for path in paths:
        path.write_text(NOTA, "utf-8")
    result = CliRunner().invoke(
        draft, ["render", *map(str, paths), "-o", str(tmp_path / "uit.pdf")]
    )
    assert isinstance(result.exception, InputError)
    out = tmp_path / "uit"
    result = CliRunner().invoke(draft, ["render", *map(str, paths), "-o", str(out)])
    assert sorted(one.name for one in out.iterdir()) == ["a.pdf", "b.pdf"]


def test_render_does_not_overwrite_its_source(tmp_path: Path) -> None:
    path = tmp_path / "stuk.md"
    path.write_text(NOTA, "utf-8")
    result = CliRunner().invoke(draft, ["render", str(path), "-o", str(path)])
    assert isinstance(result.exception, InputError)
    assert path.read_text("utf-8") == NOTA


def test_the_name_of_the_file_says_what_is_made(tmp_path: Path) -> None:
    source = tmp_path / "nota.md"
    source.write_text(NOTA, "utf-8")
    out = tmp_path / "uit.docx"
    assert CliRunner().invoke(draft, ["render", str(source), "-o", str(out)]).exit_code == 0
    assert out.read_bytes()[:2] == b"PK"


def test_a_link_stays_and_what_it_points_at_is_written(tmp_path: Path) -> None:
    source, link, target = (tmp_path / name for name in ("nota.md", "uit.pdf", "map.pdf"))
    source.write_text(NOTA, "utf-8")
    link.symlink_to(target)
    assert CliRunner().invoke(draft, ["render", str(source), "-o", str(link)]).exit_code == 0
    assert link.is_symlink()
    assert target.read_bytes()[:4] == b"%PDF"


@pytest.mark.parametrize("name", ["uitvoer", "nieuw/uitvoer", "uitvoer.v2", "pdf"])
def test_a_name_that_ends_as_no_file_is_a_folder_for_one_source_too(
    name: str, tmp_path: Path
) -> None:
    source = tmp_path / "nota.md"
    source.write_text(NOTA, "utf-8")
    out = tmp_path / name
    result = CliRunner().invoke(draft, ["render", str(source), "-o", str(out)])
    assert (result.exit_code, result.output) == (0, f"Gemaakt: {out / 'nota.pdf'}\n")
    assert [one.name for one in out.iterdir()] == ["nota.pdf"]


def test_a_source_that_is_given_twice_is_one(tmp_path: Path) -> None:
    source, out = tmp_path / "nota.md", tmp_path / "uit.html"
    source.write_text(NOTA, "utf-8")
    result = CliRunner().invoke(draft, ["render", str(source), str(source), "-o", str(out)])
    assert (result.exit_code, result.output) == (0, f"Gemaakt: {out}\n")
    assert out.read_text("utf-8").startswith("<!doctype html>")


def test_one_source_in_more_formats_at_once(tmp_path: Path) -> None:
    source = tmp_path / "nota.md"
    source.write_text(NOTA, "utf-8")
    formats = ["--to", "docx", "--to", "html", "--to", "pdf", "--to", "html"]
    result = CliRunner().invoke(draft, ["render", str(source), *formats, "--public"])
    named = [f"nota.openbaar.{to}" for to in ("docx", "html", "pdf")]
    shown = "".join(f"Gemaakt: {tmp_path / name}\n" for name in named)
    assert (result.exit_code, result.output) == (0, shown)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["nota.md", *named]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "docx", "-o", "uit.html"], "Maak ze gelijk"),
        (["-o", ".pdf"], "Voor .pdf staat geen naam bij -o."),
        (["-o", "pijp.pdf"], "geen gewoon bestand"),
        (["-o", "-"], "Schrijven naar stdout (-o -) kan niet."),
        (["-o", "tekst"], "De naam bij -o zegt niet welk soort bestand het wordt."),
        (["-o", "tekst/uit.pdf"], "kan niet worden geschreven"),
        (["--to", "docx", "--to", "pdf", "-o", "uit.pdf"], "past niet in één bestand"),
    ],
)
def test_what_cannot_be_made_is_refused(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("nota.md").write_text(NOTA, "utf-8")
    Path("tekst").write_text("blijft", "utf-8")
    os.mkfifo("pijp.pdf")
    result = CliRunner().invoke(draft, ["render", "nota.md", *arguments])
    assert isinstance(result.exception, InputError)
    assert message in str(result.exception)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["nota.md", "pijp.pdf", "tekst"]
    assert Path("tekst").read_text("utf-8") == "blijft"
    assert Path("pijp.pdf").is_fifo()


def test_a_public_version_from_before_a_change_is_told(tmp_path: Path) -> None:
    path = tmp_path / "stuk.md"
    path.write_text(NOTA, "utf-8")
    run = CliRunner().invoke
    made = run(draft, ["render", str(path), "--public", "--to", "html", "--to", "pdf"])
    assert "Let op" not in made.output
    path.touch()
    assert "Let op" not in run(draft, ["render", str(path)]).output
    result = run(draft, ["render", str(path), "--public"])
    assert f"Let op: {path.with_name('stuk.openbaar.html')} is ouder" in result.output
