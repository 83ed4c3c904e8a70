"""A set from its folder to the Woo-index: category, kinds of document, relations."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

from tests.publish.test_sitemap import NAMES, official_schema
from woo.cli import run

SAMPLE = Path(__file__).parents[2] / "samples" / "set-scootmobielen"
THES = "https://identifier.overheid.nl/tooi/def/thes/kern/"
NEW = ["--title", "Oplaadpunten", "--case-number", "2026-1", "--organisation", "BZK"]


def start(folder: Path, *options: str) -> Path:
    assert run(["new", str(folder), *NEW, "--decided", "2026-09-11", *options]) == 0
    return folder


def described(bundle: Path) -> dict[str, etree._Element]:
    """The metadata of each document by its title."""
    root = etree.parse(bundle / "diwoo-sitemap.xml").getroot()
    return {one.findtext(".//d:officieleTitel", "", NAMES): one for one in root}


def values(element: etree._Element, name: str) -> list[str]:
    return [one.get("resource", "") for one in element.iterfind(f".//d:{name}", NAMES)]


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("set")
    folder = start(top / "dossier", "--category", "007")
    source = shutil.copytree(SAMPLE, top / "bron")
    assert run(["-C", str(folder), "add", str(source)]) == 0
    assert run(["-C", str(folder), "add", str(source)]) == 0  # again: no news
    assert run(["-C", str(folder), "run", "--accept-suggestions"]) == 0
    return folder / "publication" / "bundel"


@pytest.mark.slow
def test_every_document_is_a_vergaderstuk_with_its_own_kind(bundle: Path) -> None:
    found = described(bundle)
    assert {title: values(one, "documentsoort") for title, one in found.items()} == {
        "Oplaadpunten voor scootmobielen op stations": [f"{THES}c_2977c34f"],
        "Verkenning oplaadpunten voor scootmobielen op stations": [f"{THES}c_49599e6c"],
        "Rapport Even bijladen": [],
        "Uitvoeringsagenda oplaadpunten": [],
    }
    categories = [values(one, "informatiecategorie") for one in found.values()]
    assert categories == [[f"{THES}c_c76862ab"]] * 4
    assert (bundle / "sitemapindex-diwoo-infocat007.xml").is_file()


@pytest.mark.slow
def test_the_nota_refers_to_the_letter_and_the_letter_has_its_attachments(bundle: Path) -> None:
    found = described(bundle)
    place = {title: one.findtext("s:loc", "", NAMES) for title, one in found.items()}
    nota, letter, report, agenda = (
        next(title for title in found if title.startswith(start))
        for start in ("Oplaadpunten", "Verkenning", "Rapport", "Uitvoeringsagenda")
    )
    related = {
        title: list(zip(values(one, "role"), values(one, "relation"), strict=True))
        for title, one in found.items()
    }
    attached = [(f"{THES}c_05f4a5f3", place[one]) for one in (report, agenda)]
    assert related == {
        nota: [(f"{THES}c_75fac459", place[letter])],
        letter: attached,
        report: [],
        agenda: [],
    }


@pytest.mark.slow
def test_the_metadata_of_a_set_is_valid_by_the_official_schema(bundle: Path) -> None:
    official_schema().assertValid(etree.parse(bundle / "diwoo-sitemap.xml"))


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("nota.md", "actief_openbaar: Ja", "actief_openbaar: Nee", "niet actief openbaar"),
        ("nota.md", "Rapport Even bijladen", "Rapport Iets anders", "De set heeft fouten"),
        ("set.toml", "rapport-verkenning.pdf", "weg.pdf", "is er niet: weg.pdf"),
    ],
)
def test_a_set_that_is_not_right_is_refused_before_anything_is_taken_in(
    file: str, old: str, new: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = start(tmp_path / "dossier", "--category", "007")
    copied = Path(shutil.copytree(SAMPLE, tmp_path / "set"))
    text = (copied / file).read_text("utf-8")
    (copied / file).write_text(text.replace(old, new), "utf-8")
    assert run(["-C", str(folder), "add", str(copied)]) == 2
    assert message in capsys.readouterr().err
    assert list((folder / "originals").iterdir()) == []


def test_a_set_does_not_go_into_a_dossier_of_another_category(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = start(tmp_path / "dossier")
    assert run(["-C", str(folder), "add", str(SAMPLE)]) == 2
    assert re.search(r'informatiecategorie = "007"', capsys.readouterr().err)


@pytest.mark.slow
def test_a_changed_set_is_not_added_beside_the_old_one(
    bundle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = bundle.parent.parent
    nota = dossier.with_name("bron") / "nota.md"
    nota.write_text(nota.read_text("utf-8").replace("Bureau Stopcontact bez", "Men bez"), "utf-8")
    assert run(["-C", str(dossier), "add", str(nota.parent)]) == 2
    assert "Een andere versie van deze set" in capsys.readouterr().err
