"""A page of a dossier that does not come out clean is made into a picture and tried again."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Dictionary

from tests.vectors.checker import places
from tests.vectors.maker import Pdf, text
from woo.pdf.reading.textlayer import read_pages

pytestmark = pytest.mark.slow
Woo = Callable[..., int]

NAME = "Zwartkruis"
GREETING = text("Geachte mevrouw Zwartkruis,", y=520)
SIGNED = text("Met vriendelijke groet,", y=440) + text("Annelies Zwartkruis", y=420)
# Somebody drew a black box over text that nobody decides on: it still stands under it.
COVERED = text("Dit bedrag is 4000 euro.", y=480) + "0 g 45 475 200 16 re f\n"


def _redacted(woo: Woo, folder: Path, made: Pdf) -> Path:
    """The one document of a dossier, redacted with every suggestion accepted."""
    (folder / "brief.pdf").write_bytes(made.save())
    assert woo("add", folder / "brief.pdf") == 0
    assert woo("run", "--accept-suggestions") == 0
    (redacted,) = (folder / "dossier" / "redacted").glob("*.pdf")
    return redacted


def test_only_the_page_to_blame_loses_its_text(woo: Woo, tmp_path: Path) -> None:
    made = Pdf()
    made.page(GREETING + SIGNED)
    made.page(GREETING + COVERED + SIGNED)
    made.page(GREETING + SIGNED)
    redacted = _redacted(woo, tmp_path, made)
    assert places(redacted, NAME) == set()
    first, second, third = (page.text for page in read_pages(redacted))
    assert "Geachte mevrouw" in first
    assert first == third
    assert "Geachte" not in second
    (report,) = (tmp_path / "dossier" / "reports").glob("*.json")
    redaction = json.loads(report.read_text("utf-8"))["redaction"]
    routes = [page["routes"] for page in redaction["page_reports"]]
    assert "raster" in routes[1]
    assert "raster" not in routes[0] + routes[2]
    assert redaction["marks"] == sum(redaction["marks_by_ground"].values())
    assert any("Pagina 2" in warning for warning in redaction["warnings"])


def test_a_document_that_cannot_be_redacted_piece_by_piece_becomes_pictures(
    woo: Woo, tmp_path: Path
) -> None:
    made = Pdf()
    state = {"ExtGState": {f"/{NAME}": Dictionary(CA=1)}}
    made.page(f"/{NAME} gs {GREETING}{SIGNED}", Resources=state)
    made.page(GREETING + SIGNED)
    redacted = _redacted(woo, tmp_path, made)
    assert places(redacted, NAME) == set()
    assert not any("Geachte" in page.text for page in read_pages(redacted))


def test_a_second_run_does_nothing_again(
    woo: Woo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Pdf()
    made.page(GREETING + COVERED + SIGNED)
    redacted = _redacted(woo, tmp_path, made)
    before = redacted.read_bytes(), redacted.stat().st_mtime_ns
    assert woo("run") == 0
    assert (redacted.read_bytes(), redacted.stat().st_mtime_ns) == before
