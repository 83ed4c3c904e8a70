"""The main job on the sample dossier, judged by the ground truth in people.toml."""

import csv
import json
import re
import shutil
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.bundle_text import texts
from tests.pipeline.conftest import SAMPLE
from tests.verapdf import claims
from woo.cli import run

pytestmark = pytest.mark.slow

PEOPLE = tomllib.loads((SAMPLE / "people.toml").read_text("utf-8"))["person"]
GOING = [person for person in PEOPLE if person["goes"]]
# Two or three letters occur by chance in compressed bytes: those are looked for on the page.
SHORT = 5
STAYING = [person for person in PEOPLE if not person["goes"]]


@pytest.fixture(scope="session")
def bundle(sample_dossier: Path) -> Path:
    return sample_dossier / "publication" / "bundel"


@pytest.fixture(scope="session")
def everything(bundle: Path) -> list[tuple[str, str]]:
    """Each place with its text on one line, so that a name over two lines is found."""
    return [(where, " ".join(text.split())) for where, text in texts(bundle)]


def forms(person: dict[str, Any]) -> set[str]:
    return {form for written in person["forms"].values() for form in written}


@pytest.mark.parametrize("person", GOING, ids=lambda person: person["name"])
def test_no_form_of_anybody_who_goes_is_left(
    person: dict[str, Any], everything: list[tuple[str, str]]
) -> None:
    ordinary = [re.compile(re.escape(phrase), re.I) for phrase in person.get("ordinary", [])]
    left = []
    for form in forms(person):
        pattern = re.compile(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])")
        for where, text in everything:
            if form not in text or (len(form) < SHORT and "page" not in where):
                continue
            clean = text
            for phrase in ordinary:
                clean = phrase.sub(" ", clean)
            if pattern.search(clean):
                left.append((form, where))
    assert left == []


def test_the_check_above_sees_names_that_are_there(sample_dossier: Path) -> None:
    """The same search over the renditions before redaction finds nearly everybody."""
    before = " ".join(" ".join(text.split()) for _, text in texts(sample_dossier / "renditions"))
    missed = [person["name"] for person in GOING if not any(f in before for f in forms(person))]
    assert missed == []


@pytest.mark.parametrize("person", STAYING, ids=lambda person: person["name"])
def test_whoever_acts_in_public_is_still_there(
    person: dict[str, Any], everything: list[tuple[str, str]]
) -> None:
    if person["role"] == "signatory" and "rapport" in person["why"]:
        return  # an author stays only when the office says so in its policy
    read = [text for where, text in everything if "pdfium" in where]
    assert any(form in text for form in forms(person) for text in read)


def test_the_list_counts_what_was_marked(bundle: Path, sample_dossier: Path) -> None:
    listed = json.loads((bundle / "inventarislijst.json").read_text("utf-8"))
    reports = [json.loads(p.read_text("utf-8")) for p in (sample_dossier / "reports").iterdir()]
    redacted: Counter[str] = Counter()
    for report in reports:
        redacted.update(report["redaction"]["marks_by_ground"])
    assert redacted["5.1.2e"] > 300
    assert redacted["5.1.1e"] >= 1
    drafted = [row for row in listed["documents"] if row.get("document_type")]
    assert drafted


def test_every_released_document_is_in_the_bundle_under_its_number(bundle: Path) -> None:
    with (bundle / "inventarislijst.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert {f"{row['ID']}.pdf" for row in rows} == {
        p.name for p in (bundle / "documenten").iterdir()
    }


def test_a_second_run_does_nothing_again(
    sample_dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {p: p.stat().st_mtime_ns for p in sample_dossier.rglob("*.pdf")}
    assert run(["-C", str(sample_dossier), "run", "--accept-suggestions"]) == 0
    assert "Stappen: 0 gedaan" in capsys.readouterr().out
    assert {p: p.stat().st_mtime_ns for p in sample_dossier.rglob("*.pdf")} == before


def test_a_dossier_that_was_moved_keeps_its_bundle(sample_dossier: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copytree(sample_dossier, tmp_path / "elders"))
    before = {p: p.stat().st_mtime_ns for p in (moved / "publication").rglob("*")}
    assert run(["-C", str(moved), "run", "--accept-suggestions"]) == 0
    assert {p: p.stat().st_mtime_ns for p in (moved / "publication").rglob("*")} == before


def test_the_log_is_whole(sample_dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(sample_dossier), "log", "--verify"]) == 0
    assert "Het logboek is heel" in capsys.readouterr().out
    run(["-C", str(sample_dossier), "log"])
    log = capsys.readouterr().out
    assert not [person["name"] for person in GOING if person["name"] in log]


def test_what_claims_to_be_archival_and_accessible_is(bundle: Path) -> None:
    claimed = claims(sorted((bundle / "documenten").glob("*.pdf")))
    # veraPDF tries 1b where nothing is claimed.
    false = {
        path.name: found
        for path, found in claimed.items()
        if not all(found.values()) and set(found) != {"1b"}
    }
    assert false == {}
    # Everything but scans and other people's PDFs is both.
    assert sum(len(found) == 2 for found in claimed.values()) > 25
