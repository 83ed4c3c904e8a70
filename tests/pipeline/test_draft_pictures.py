"""A draft with pictures in a dossier: they come along, and are no documents of their own."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from PIL import Image

from tests.pipeline.conftest import NEW
from woo.cli import run

SAMPLES = Path(__file__).parents[2] / "samples"
CHART = "grafiek-fenna-postmus.png"


def drawn(path: Path, colour: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (288, 144), colour).save(path)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with a nota that shows a chart, and a scan that no draft shows."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    nota = (SAMPLES / "dossier-quickscan" / "nota.md").read_text("utf-8")
    title, rest = nota.split("\n## ", 1)
    heading, body = rest.split("\n", 1)
    picture = f"![De lijn loopt op van 3 naar 9.](beeld/{CHART})"
    (folder / "nota.md").write_text(f"{title}\n## {heading}\n\n{picture}\n{body}", "utf-8")
    drawn(folder / "beeld" / CHART, "navy")
    return folder


def added(woo: Callable[..., int], inbox: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert woo("add", inbox) == 0
    return capsys.readouterr().out


@pytest.mark.slow
def test_the_picture_stands_in_the_rendition_and_is_no_document(
    woo: Callable[..., int], inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = added(woo, inbox, capsys)
    assert "1 bestanden toegevoegd, 0 dubbel." in out
    assert "Afbeeldingen in een concept, geen eigen document: 1." in out
    (rendition,) = (tmp_path / "dossier" / "renditions").iterdir()
    with pymupdf.open(rendition) as pdf:
        images = [image for page in pdf for image in page.get_images()]
        (number, *_) = images[0]
        colour = pymupdf.Pixmap(pdf, number).pixel(5, 5)
    assert len(images) == 1
    assert colour == (0, 0, 128)


@pytest.mark.slow
def test_what_an_author_calls_a_picture_is_the_name_of_no_file(
    woo: Callable[..., int], inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    added(woo, inbox, capsys)
    names = [path.name for path in (tmp_path / "dossier").rglob("*")]
    assert not [name for name in names if "fenna" in name]
    assert len([name for name in names if name.endswith(".png")]) == 1


def test_adding_the_same_again_changes_nothing(
    woo: Callable[..., int], inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    added(woo, inbox, capsys)
    before = sorted((tmp_path / "dossier" / "originals").iterdir())
    assert "0 bestanden toegevoegd" in added(woo, inbox, capsys)
    assert sorted((tmp_path / "dossier" / "originals").iterdir()) == before


@pytest.mark.slow
def test_a_picture_that_was_missing_can_come_later(
    woo: Callable[..., int], inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chart = inbox / "beeld" / CHART
    away = chart.rename(tmp_path / CHART)
    assert woo("add", inbox) != 0
    assert "afbeelding is er niet" in capsys.readouterr().err
    away.rename(chart)
    assert woo("add", inbox) == 0
    assert len(list((tmp_path / "dossier" / "renditions").iterdir())) == 1


@pytest.mark.slow
def test_the_same_text_with_another_picture_is_refused(
    woo: Callable[..., int], inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    added(woo, inbox, capsys)
    other = Path(shutil.copytree(inbox, tmp_path / "ander"))
    drawn(other / "beeld" / CHART, "red")
    before = sorted((tmp_path / "dossier" / "originals").iterdir())
    assert woo("add", other) == 2
    assert "nota.md zit al in het dossier, met een andere afbeelding." in capsys.readouterr().err
    assert sorted((tmp_path / "dossier" / "originals").iterdir()) == before


@pytest.mark.slow
def test_a_broken_list_of_pictures_is_told(
    woo: Callable[..., int], inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    added(woo, inbox, capsys)
    dossier = tmp_path / "dossier"
    (listed,) = (dossier / "originals").glob("*.pictures.json")
    listed.write_text('{"../../buiten.png": "x.png"}')
    for rendition in (dossier / "renditions").iterdir():
        rendition.unlink()
    shutil.rmtree(inbox)
    inbox.mkdir()
    (inbox / "los.txt").write_text("Een los bestand.")
    assert woo("add", inbox) != 0
    assert "De lijst met afbeeldingen van dit concept is beschadigd." in capsys.readouterr().err


@pytest.mark.slow
def test_a_set_takes_its_pictures_along(tmp_path: Path) -> None:
    source = Path(shutil.copytree(SAMPLES / "set-scootmobielen", tmp_path / "set"))
    letter = source / "kamerbrief.md"
    text = letter.read_text("utf-8")
    letter.write_text(f"{text.rstrip()}\n\n![Een laadpaal bij een perron.](paal.png)\n", "utf-8")
    drawn(source / "paal.png", "green")
    dossier = tmp_path / "dossier"
    assert run(["new", str(dossier), *NEW, "--decided", "2026-09-11", "--category", "007"]) == 0
    assert run(["-C", str(dossier), "add", str(source)]) == 0
    with_image = [
        path
        for path in (dossier / "renditions").iterdir()
        if any(page.get_images() for page in pymupdf.open(path))
    ]
    assert len(with_image) == 1
