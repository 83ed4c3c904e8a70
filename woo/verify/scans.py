"""Rule ``secret-in-picture``: pages with pictures are read by Tesseract."""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from woo.model.leak import Leak
from woo.pdf.examining.eyesight import Eyesight
from woo.pdf.examining.pagecontent import PageContent
from woo.pdf.examining.pdfium_objects import Picture, shapes_and_pictures
from woo.pdf.examining.pdfium_pages import PdfiumPage
from woo.verify.misread import misread
from woo.verify.needles import Needle, Needles

_DPI = 200.0
_TIMEOUT = 180
# Smaller than this is an icon or a logo: pixels either way, and part of the page.
_SMALLEST_PIXELS = 40
_SMALLEST_PART = 0.01
# A bullet or two of unknown meaning is no word.
_UNKNOWN_GLYPHS = 3


def secrets_in_pictures(
    contents: Iterable[PageContent], pages: Iterable[PdfiumPage], needles: Needles
) -> Iterator[Leak]:
    """Read every page with a picture of some size, or with letters that its text does not explain.

    Without Tesseract such a page cannot be shown clean: a leak ``not-verifiable``.
    """
    program = shutil.which("tesseract")
    counts: Counter[Needle] = Counter()
    where: dict[Needle, list[int]] = {}
    eyes = Eyesight()
    for content, page in zip(contents, pages, strict=True):
        if not (has_unknown_glyphs(content) or shows_pictures(page) or eyes.is_needed(page)):
            continue
        text = None if program is None else recognise(program, page.render(_DPI))
        if text is None:
            yield Leak(rule="not-verifiable", place="tekst in afbeeldingen", page=page.number)
            continue
        found = needles.count(text)
        found.update(misread(text, (content.text, page.text), needles))
        for needle, number in found.items():
            counts[needle] += number
            where.setdefault(needle, []).append(page.number)
    leaking = {p for n, count in counts.items() if count > n.allowed for p in where[n]}
    for number in sorted(leaking):
        yield Leak(rule="secret-in-picture", place="tekst in een afbeelding", page=number)


def has_unknown_glyphs(content: PageContent) -> bool:
    """True when a font does not say which letters it shows: only the eye can read it."""
    return content.text.count("\ufffd") >= _UNKNOWN_GLYPHS


def shows_pictures(page: PdfiumPage) -> bool:
    """True when a picture on the page can hold legible words."""
    width, height = page.size
    _, pictures = shapes_and_pictures(page)
    return any(_is_legible(picture, width * height) for picture in pictures)


def _is_legible(picture: Picture, page_size: float) -> bool:
    part = picture.box.width * picture.box.height / max(page_size, 1.0)
    return min(picture.pixels) >= _SMALLEST_PIXELS and part >= _SMALLEST_PART


def recognise(program: str, pixels: Any) -> str | None:
    """The words in a grey numpy picture, read in Dutch; None when Tesseract fails."""
    from PIL import Image

    stream = BytesIO()
    Image.fromarray(pixels).save(stream, "PNG", compress_level=1)
    command = [program, "stdin", "stdout", "-l", "nld", "--dpi", str(int(_DPI)), "--psm", "3"]
    try:
        done = subprocess.run(
            command,
            input=stream.getvalue(),
            capture_output=True,
            timeout=_TIMEOUT,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")
