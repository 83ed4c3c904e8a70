"""``woo review`` on a small dossier."""

from pathlib import Path

import pytest

from woo.cli import run


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    named = ["--title", "t", "--case-number", "Z-1", "--organisation", "BZK"]
    assert run(["new", str(folder), *named]) == 0
    (tmp_path / "notitie.txt").write_text("Project Zilvermeeuw gaat door.", "utf-8")
    (tmp_path / "leeg.pdf").write_bytes(b"")
    files = [str(tmp_path / "notitie.txt"), str(tmp_path / "leeg.pdf")]
    assert run(["-C", str(folder), "add", *files]) == 2
    assert run(["-C", str(folder), "detect"]) == 2
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(("term", "is_told"), [("Zilvermeeuw", False), ("Zilvermeuw", True)])
def test_a_term_that_stands_nowhere_is_told(
    term: str, is_told: bool, dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["-C", str(dossier), "review", "term", term, "--ground", "5.1.2b"]) == 0
    said = capsys.readouterr()
    assert "Vastgelegd" in said.out
    assert ("in geen enkel document" in said.err) == is_told
    assert term not in said.err


@pytest.mark.slow
def test_what_was_not_read_is_not_silently_passed_over(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["-C", str(dossier), "review", "accept", "1", "2"]) == 0
    said = capsys.readouterr()
    assert "1 document goedgekeurd." in said.out
    assert "Niet gelezen, dus niet goed te keuren: 000" in said.err
