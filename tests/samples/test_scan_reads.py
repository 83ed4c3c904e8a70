"""Tesseract reads on the scan what has to go."""

import subprocess
from pathlib import Path

import pytest

from tests.samples.inbox_text import INBOX, SCAN, flat


@pytest.mark.slow
def test_tesseract_reads_every_name_and_number_on_the_scan(tmp_path: Path) -> None:
    picture = tmp_path / "scan"
    subprocess.run(
        ["pdftoppm", "-r", "170", "-gray", "-png", "-singlefile", INBOX / SCAN, picture], check=True
    )
    done = subprocess.run(
        ["tesseract", f"{picture}.png", "-", "-l", "nld"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    read = flat(done.stdout)
    wanted = ("Truus Lamfers-Aalbers", "G.M. Lamfers-Aalbers", "Veenwortelstraat 27", "Annet")
    more = ("3390 XK Merwelanden", "0184 150 084", "Z. Wojtowicz", "De Wit", "minister Uitermark")
    assert [text for text in wanted + more if text not in read] == []
