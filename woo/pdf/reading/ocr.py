"""Read scanned pages: Tesseract, through OCRmyPDF, lays invisible text over the picture."""

import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from woo.errors import MissingError, UnreadableError
from woo.pdf.programs import run_program
from woo.pdf.reading.textlayer import open_pdf
from woo.text.files import atomic_path, temporary_folder

# With fewer visible characters a page has no text of its own: a page number, a scanner's stamp.
_FEW_CHARACTERS = 40
# The share of the page that pictures cover together before it counts as a scan.
_COVERED = 0.3
# The share from which a picture may hold text, such as a screenshot; a logo is smaller.
_SIZEABLE = 0.05
# Letters drawn as outlines: a page without text and with this many shapes.
_MANY_SHAPES = 150
# The share of characters without a meaning (fonts that do not say what their glyphs are).
_GARBLED = 0.1
# Seconds: starting up, and for each page (a dense A4 takes 3 to 10).
_TIME_TO_START = 60
_TIME_PER_PAGE = 60
# Millions of pixels in one picture; an A4 at 1200 dpi has 140.
_LARGEST_PICTURE = 250
_INSTALL = (
    "Installeer Tesseract met het Nederlands (op Debian en Ubuntu: "
    "apt install tesseract-ocr tesseract-ocr-nld) en voeg het bestand opnieuw toe."
)


def needs_ocr(path: Path) -> tuple[int, ...]:
    """The pages, from 1, whose text is a picture or cannot be read from the file.

    Raises UnreadableError as ``open_pdf`` does.
    """
    with open_pdf(path) as document:
        return tuple(n + 1 for n, page in enumerate(document) if _needs_ocr(page))


def unread_pictures(path: Path) -> tuple[int, ...]:
    """The pages, from 1, with text of their own and a sizeable picture that OCR does not read.

    A scan that already has its (invisible) text layer is not among them.
    """
    with open_pdf(path) as document:
        return tuple(n + 1 for n, page in enumerate(document) if _has_unread_picture(page))


def add_text_layer(path: Path, out: Path, pages: Sequence[int]) -> None:
    """Write a copy of ``path`` to ``out`` with a text layer on ``pages`` (from 1).

    What is drawn stays as it is, but a page with unreadable fonts becomes a picture. Raises
    MissingError without Tesseract or its Dutch data, CrashError when time runs out and
    UnreadableError when OCRmyPDF cannot work with the file.
    """
    check_available()
    with open_pdf(path) as document:
        garbled = tuple(page for page in pages if _is_garbled(_text(document[page - 1])))
    pictures = tuple(page for page in pages if page not in garbled)
    with atomic_path(out) as temporary:
        shutil.copyfile(path, temporary)
        # "redo" reads what is not yet text; "force" turns the whole page into a picture first.
        if pictures and not _ocrmypdf(temporary, pictures, "redo"):
            garbled = tuple(pages)
        if garbled and not _ocrmypdf(temporary, garbled, "force"):
            raise UnreadableError(
                "De tekst van deze scan kan niet worden gelezen.",
                "Scan het papier opnieuw of druk het bestand af naar een nieuwe pdf.",
            )


def check_available() -> None:
    """Raise MissingError, with what to install, when scans cannot be read on this machine."""
    if shutil.which("tesseract") is None:
        raise MissingError("Dit is een scan en Tesseract ontbreekt om hem te lezen.", _INSTALL)
    if "nld" not in _languages():
        raise MissingError(
            "Dit is een scan en de Nederlandse taal van Tesseract ontbreekt.", _INSTALL
        )


@cache
def _languages() -> frozenset[str]:
    command = ["tesseract", "--list-langs"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return frozenset(done.stdout.split())


def _ocrmypdf(path: Path, pages: Sequence[int], mode: str) -> bool:
    """Run OCRmyPDF on ``path`` in a process of its own; True when it succeeded."""
    options = {
        "--mode": mode,
        "--pages": ",".join(map(str, pages)),
        "--language": "nld",
        "--output-type": "pdf",
        "--optimize": "0",
        "--jobs": "1",
        "--max-image-mpixels": str(_LARGEST_PICTURE),
        # pdfium comes with us; Ghostscript would have to be installed.
        "--rasterizer": "pypdfium",
    }
    command = [sys.executable, "-m", "ocrmypdf", "--quiet", "--no-progress-bar"]
    # The copy is ours to change: a signature on the original stays there.
    command += ["--invalidate-digital-signatures", "--tagged-pdf-mode", "ignore"]
    command += [text for option in options.items() for text in option]
    seconds = _TIME_TO_START + _TIME_PER_PAGE * len(pages)
    # Its page pictures stay beside the file, as everything half-way does.
    with temporary_folder(path.parent) as folder:
        settings = {"TMPDIR": str(folder)}
        done = run_program([*command, str(path), str(path)], seconds=seconds, settings=settings)
    return done == 0


def _needs_ocr(page: Any) -> bool:
    text = _text(page)
    return _is_garbled(text) or (len(text) < _FEW_CHARACTERS and _is_drawn(page))


def _text(page: Any) -> str:
    import pymupdf

    # Without the flag that shows glyph numbers as if they were letters.
    return "".join(page.get_text(flags=pymupdf.TEXT_PRESERVE_WHITESPACE).split())


def _is_garbled(text: str) -> bool:
    unknown = sum(c == "\ufffd" or unicodedata.category(c) in {"Co", "Cn"} for c in text)
    return unknown > _GARBLED * len(text)


def _is_drawn(page: Any) -> bool:
    pictures: list[Any] = []
    shapes = 0
    for kind, box in page.get_bboxlog():
        if kind in {"fill-image", "fill-imgmask"}:
            pictures.append(box)
        shapes += kind in {"fill-path", "stroke-path"}
    return _covered(page, pictures) >= _COVERED or shapes >= _MANY_SHAPES


def _has_unread_picture(page: Any) -> bool:
    log = page.get_bboxlog()
    if any(kind == "ignore-text" for kind, _ in log) or _needs_ocr(page):
        return False
    pictures = [box for kind, box in log if kind in {"fill-image", "fill-imgmask"}]
    return _covered(page, pictures) >= _SIZEABLE


def _covered(page: Any, boxes: Iterable[Any]) -> float:
    """The share of the page under the boxes; overlaps count twice, which errs on the safe side."""
    import pymupdf

    area = sum(abs((pymupdf.Rect(box) & page.rect).get_area()) for box in boxes)
    return float(area / max(1.0, abs(page.rect.get_area())))
