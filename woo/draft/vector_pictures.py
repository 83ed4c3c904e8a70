"""Drawings (SVG) as pixels: scripts, links, notes and text as text stay behind."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from woo.errors import InputError, WooError
from woo.pdf.making.compiling import ask, typeset_picture

SUFFIX = ".svg"
MOST_BYTES = 2_000_000
_PIXELS_PER_INCH = 300
_FILE = f"tekening{SUFFIX}"
_SIZE = f'#context [#metadata(measure(image("{_FILE}"))) <size>]'
_PAGE = f'#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("{_FILE}", width: '


def drawn(untrusted_bytes: bytes, widest: float, tallest: float) -> tuple[bytes, float]:
    """A drawing as PNG, sharp at ``widest`` by ``tallest`` points, and its own width in points.

    Raises InputError when it cannot be drawn from its own content alone.
    """
    if len(untrusted_bytes) > MOST_BYTES:
        raise InputError("De tekening is te groot.", "Maak haar kleiner dan 2 MB.")
    # A folder with nothing else: what the drawing refers to is not there.
    with TemporaryDirectory(prefix="woo-") as name:
        folder = Path(name)
        (folder / _FILE).write_bytes(untrusted_bytes)
        try:
            width, height = _size(folder)
            fits = min(widest, tallest * width / height)
            return typeset_picture(f"{_PAGE}{fits}pt)", folder, _PIXELS_PER_INCH), width
        except (WooError, ZeroDivisionError):
            raise InputError(
                "De tekening is niet te lezen.",
                "Sla haar op als svg zonder verwijzingen naar andere bestanden, of als png.",
            ) from None


def _size(folder: Path) -> tuple[float, float]:
    """Width and height in points."""
    size = json.loads(ask(_SIZE, "<size>", root=folder))
    return float(size["width"].removesuffix("pt")), float(size["height"].removesuffix("pt"))
