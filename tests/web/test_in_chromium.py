"""The page of a document in a real browser: the picture, the overlay and the scripts."""

import subprocess
from pathlib import Path

import pytest
from PIL import Image

from tests.web.conftest import TOKEN, Site

# Black at 52 % over white paper: only the overlay of something to redact has this colour.
VEIL = (122, 122, 122)


def _visit(site: Site, path: str, folder: Path, what: str) -> str:
    run = subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--hide-scrollbars",
            "--virtual-time-budget=5000",
            "--window-size=1400,1400",
            f"--user-data-dir={folder / 'profile'}",
            what,
            f"{site.url}{path}?token={TOKEN}",
        ],
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    )
    return run.stdout


@pytest.mark.slow
def test_the_page_shows_the_picture_with_the_overlay(unchanged: Site, tmp_path: Path) -> None:
    picture = tmp_path / "pagina.png"
    _visit(unchanged, f"/documenten/{unchanged.first}", tmp_path, f"--screenshot={picture}")
    with Image.open(picture) as image:
        # Left of the list, below the head: paper, letters, and veils over what goes.
        sheet = image.convert("RGB").crop((60, 300, 850, 1300))
    colours = {colour: count for count, colour in sheet.getcolors(maxcolors=1 << 24) or ()}
    assert isinstance(colours.get((255, 255, 255)), int)
    assert colours[255, 255, 255] > 0.7 * sheet.width * sheet.height
    near = [
        count
        for colour, count in colours.items()
        if isinstance(colour, tuple)
        and all(abs(one - other) <= 2 for one, other in zip(colour, VEIL, strict=True))
    ]
    assert sum(near) > 1500


@pytest.mark.slow
def test_the_scripts_run_under_the_content_security_policy(unchanged: Site, tmp_path: Path) -> None:
    page = _visit(unchanged, "/personen", tmp_path, "--dump-dom")
    assert '<p class="filter"><label for="filter">' in page  # hidden without the script
