"""Scans: pages as pictures, clear or coarse, with or without the text that a copier lays over."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pymupdf
from PIL import Image

LINES = (
    "Geachte mevrouw Oosterveld-Amrani,",
    "Op maandag 3 maart sprak u met de heer Wiersinga over de aanleg van het fietspad.",
    "Hij heeft toegezegd dat de gemeente de bomen langs de vaart laat staan.",
    "Mevrouw Tjoelker van het waterschap heeft dat daarna schriftelijk bevestigd.",
    "De kosten van het onderhoud komen voor rekening van de provincie en de gemeente.",
    "Bewoners kunnen tot het einde van de maand een zienswijze indienen bij het college.",
    "Voor vragen kunt u terecht bij onze medewerker Abdelkader Benhaddou.",
    "Met vriendelijke groet, namens het college, Sjoukje Haarsma-Pot",
)
NAMES = frozenset({"Wiersinga", "Tjoelker", "Abdelkader", "Benhaddou", "Sjoukje"})


def picture(lines: Sequence[str] = LINES, *, dpi: int = 150, size: float = 11) -> Any:
    """The lines as a page, in grey pixels."""
    page = pymupdf.open().new_page()
    for number, line in enumerate(lines):
        page.insert_text((60, 80 + 18 * number), line, fontsize=size)
    pixels = page.get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)


def scan(path: Path, *pictures: Any, layer: Sequence[str] = ()) -> Path:
    """A PDF with a picture on each page, and ``layer`` as invisible lines over the first."""
    with pymupdf.open() as document:
        for one in pictures:
            page = document.new_page()
            pixels = pymupdf.Pixmap(pymupdf.csGRAY, one.width, one.height, one.tobytes(), 0)
            page.insert_image(page.rect, pixmap=pixels)
        for number, line in enumerate(layer):
            document[0].insert_text((60, 80 + 18 * number), line, fontsize=11, render_mode=3)
        document.save(path)
    return path


def misread(lines: Sequence[str] = LINES) -> tuple[str, ...]:
    """The lines as a copier of long ago reads them."""
    letters = str.maketrans({"e": "c", "a": "u", "o": "0", "h": "b", "n": "ri"})
    return tuple(line.translate(letters) for line in lines)
