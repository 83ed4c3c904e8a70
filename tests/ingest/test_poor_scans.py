"""A scan that is read badly is told to the reviewer, page by page; one that is read well is not."""

from pathlib import Path

import pytest

from tests.pdf.scans import LINES, picture, scan
from tests.reference.test_legibility import ENGLISH, FRENCH, GERMAN, NAMES
from woo.ingest.read import read

pytestmark = pytest.mark.slow

_SCANNED = "Aantal gescande pagina's, door tekstherkenning gelezen: "


def test_the_pages_that_are_read_badly_are_named(tmp_path: Path) -> None:
    clear, coarse = picture(LINES * 3), picture(LINES * 3, dpi=50)
    source = scan(tmp_path / "scan.pdf", clear, coarse, clear, coarse)
    scanned, note = read(source, tmp_path / "uit.pdf").notes
    assert scanned == f"{_SCANNED}4."
    assert note == (
        "Pagina 2 en 4 zijn slecht leesbaar: woorden en namen kunnen verkeerd zijn gelezen of "
        "gemist. Kijk deze pagina's zelf na, of scan ze opnieuw op 300 dpi."
    )


def test_a_list_of_names_that_is_read_badly_is_named_too(tmp_path: Path) -> None:
    names = [line[:80] for line in NAMES.splitlines()[:36]]
    source = scan(tmp_path / "lijst.pdf", picture(names, dpi=50, size=9))
    assert "Pagina 1 is slecht leesbaar" in read(source, tmp_path / "uit.pdf").notes[-1]


def test_names_and_other_languages_that_are_read_well_are_not(tmp_path: Path) -> None:
    names = NAMES.splitlines()[:36]
    pages = [names, *(text.splitlines() * 4 for text in (ENGLISH, FRENCH, GERMAN))]
    source = scan(tmp_path / "scan.pdf", *(picture(lines, dpi=200) for lines in pages))
    assert read(source, tmp_path / "uit.pdf").notes == (f"{_SCANNED}4.",)
