"""A staff list on the command line and in a dossier."""

import json
from pathlib import Path

import pymupdf
import pytest
from click.testing import CliRunner, Result

from woo.cli import cli
from woo.cli import run as run_command
from woo.dossier.dossier import open_dossier
from woo.dossier.findings import load_people

pytestmark = pytest.mark.slow  # starts processes that load spaCy

TEXT = "De nota is af. Zie Brandsteder. SG Bas Bedacht tekent; Bedacht is er maandag niet.\n"
LIST = "naam;functie;schaal\nXaviera Brandsteder;jurist;12\nBas Bedacht;secretaris-generaal;19\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "nota.txt").write_text(TEXT, "utf-8")
    (tmp_path / "lijst.csv").write_text(LIST, "utf-8")
    return tmp_path


def invoke(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["--workers", "1", *map(str, arguments)])


def test_find_with_a_staff_list(folder: Path) -> None:
    result = invoke("find", "--json", "--staff", folder / "lijst.csv", folder / "in")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["text"], line["redact"]) for line in lines] == [
        ("Brandsteder", True),
        ("Bas Bedacht", False),
        ("Bedacht", True),
    ]


def test_find_says_what_is_wrong_with_the_list(folder: Path, capsys: pytest.CaptureFixture) -> None:
    (folder / "lijst.csv").write_text(f"{LIST}Noor Verzonnen;;hoog\n", "utf-8")
    assert run_command(["find", "--staff", f"{folder / 'lijst.csv'}", f"{folder / 'in'}"]) == 2
    said = capsys.readouterr().err
    assert "Regel 4" in said
    assert "Verzonnen" not in said


def pdf(folder: Path) -> Path:
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), TEXT.strip()[:60])
    document.save(folder / "in.pdf")
    return folder / "in.pdf"


def test_a_pdf_with_a_staff_list(folder: Path) -> None:
    out = folder / "uit.pdf"
    arguments = ["pdf", "redact", pdf(folder), "-o", out, "--detect"]
    assert run_command([*map(str, arguments), "--staff", str(folder / "lijst.csv")]) == 0
    text = pymupdf.open(out)[0].get_text()
    assert "Brandsteder" not in text
    assert "Bedacht" in text


def test_a_staff_list_without_detection_is_wrong_use(folder: Path) -> None:
    arguments = ["pdf", "redact", pdf(folder), "-o", folder / "uit.pdf", "--term", "nota"]
    assert run_command([*map(str, arguments), "--staff", str(folder / "lijst.csv")]) == 2
    assert not (folder / "uit.pdf").exists()


def test_a_staff_list_beside_the_policy_of_a_dossier(
    folder: Path, capsys: pytest.CaptureFixture
) -> None:
    dossier = folder / "dossier"
    new = ["--title", "Proef", "--case-number", "Z-1", "--organisation", "BZK"]
    assert run_command(["new", str(dossier), *new]) == 0
    assert run_command(["-C", str(dossier), "add", str(folder / "in")]) == 0
    assert run_command(["-C", str(dossier), "detect"]) == 0
    before = people(dossier)
    (dossier / "staff.csv").write_text("naam;schal\nXaviera Brandsteder;12\n", "utf-8")
    capsys.readouterr()
    assert run_command(["-C", str(dossier), "detect"]) == 2
    assert "Bedoelt u 'schaal'" in capsys.readouterr().err
    (dossier / "staff.csv").write_text(LIST, "utf-8")
    assert run_command(["-C", str(dossier), "detect"]) == 0
    after = people(dossier)
    assert "Xaviera Brandsteder" not in before
    assert after["Xaviera Brandsteder"] == 12
    assert after["Bas Bedacht"] == 19


def people(dossier: Path) -> dict[str, int | None]:
    with open_dossier(dossier).transaction() as connection:
        return {person.name: person.rank for person in load_people(connection)}
