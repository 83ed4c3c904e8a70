"""``woo pdf verify``: many files and folders, one bad file never stops the rest."""

import json
from pathlib import Path

import pytest

from tests.verify.bad_redactions import TWINS
from tests.verify.samples import changed, clean_pdf
from woo.cli import run

SECRET = "Zwartkruis"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "stukken"
    (folder / "deel").mkdir(parents=True)
    (folder / "a.pdf").write_bytes(changed(TWINS["filled_rectangle"][1]))
    (folder / "kapot.pdf").write_bytes(b"geen pdf")
    (folder / "deel" / "schoon.PDF").write_bytes(clean_pdf())
    (folder / "brief.txt").write_text("geen pdf")
    return folder


@pytest.mark.slow
def test_a_folder_is_checked_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pdf", "verify", str(folder)]) == 3
    out = capsys.readouterr().out
    assert "a.pdf: Lek: Onder een vak staat nog tekst (pagina 1, 1,9 cm van links" in out
    assert "kapot.pdf: Lek: Het bestand is niet te lezen" in out
    assert "schoon.PDF: niets gevonden." in out
    assert "brief.txt" not in out


def test_a_clean_file_is_zero(folder: Path) -> None:
    assert run(["pdf", "verify", str(folder / "deel" / "schoon.PDF")]) == 0


def test_a_folder_without_pdfs_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "leeg").mkdir()
    assert run(["pdf", "verify", str(tmp_path / "leeg")]) == 2
    assert "In deze map staan geen pdf's" in capsys.readouterr().err


def test_an_empty_file_is_wrong_input_and_the_rest_is_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "deel" / "niets.pdf").touch()
    assert run(["pdf", "verify", str(folder / "deel")]) == 2
    shown = capsys.readouterr()
    assert "niets.pdf: dit bestand is leeg" in shown.err
    assert "schoon.PDF: niets gevonden." in shown.out
    assert run(["pdf", "verify", str(folder / "deel"), str(folder / "a.pdf")]) == 3


def test_json_is_a_line_for_each_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pdf", "verify", "--json", str(folder / "a.pdf")]) == 3
    (facts,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (facts["rule"], facts["page"], facts["count"]) == ("text-under-box", 1, 1)
    assert facts["box"] == {"x0": 55.0, "y0": 389.0, "x1": 135.0, "y1": 404.0}
    assert facts["places"][0]["box"] == facts["box"]


@pytest.mark.slow
def test_terms_from_the_line_and_from_a_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "a.pdf"
    path.write_bytes(changed(TWINS["author"][1]))
    terms = tmp_path / "termen.txt"
    terms.write_text("Kromhout\n")
    assert run(["pdf", "verify", str(path), "--terms", str(terms)]) == 0
    assert run(["pdf", "verify", str(path), "--terms", str(terms), "--term", SECRET]) == 3
    assert SECRET not in capsys.readouterr().out


@pytest.mark.slow
def test_a_report_of_everything(folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "verslag.html"
    assert run(["pdf", "verify", str(folder), "--html", str(report), "--term", SECRET]) == 3
    text = report.read_text("utf-8")
    assert SECRET not in text
    assert "Het bestand is niet te lezen" in text
    assert "data:image/png;base64," in text


def test_the_report_is_no_pdf_that_is_checked(folder: Path) -> None:
    path = folder / "a.pdf"
    before = path.read_bytes()
    assert run(["pdf", "verify", str(path), "--html", str(path)]) == 2
    assert path.read_bytes() == before
