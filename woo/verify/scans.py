"""Rule ``secret-in-picture``: pages with pictures are read by Tesseract."""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from woo.model.leak import Leak
from woo.pdf.examining.eyesight import Eyesight
from woo.pdf.examining.pagecontent import PageContent
from woo.pdf.examining.pdfium_objects import Picture
from woo.pdf.examining.pdfium_pages import PdfiumPage
from woo.verify.misread import misread
from woo.verify.needles import Needle, Needles
from woo.verify.subject import PageView

_DPI = 200.0
_TIMEOUT = 180
# Smaller than this is an icon or a logo: pixels either way, and part of the page.
_SMALLEST_PIXELS = 40
_SMALLEST_PART = 0.01
# A bullet or two of unknown meaning is no word.
_UNKNOWN_GLYPHS = 3


class PictureSearch:
    """Reads every page with a picture of some size, or with letters that its text does not explain.

    Without Tesseract such a page cannot be shown clean: a leak ``not-verifiable``.
    """

    def __init__(self, needles: Needles) -> None:
        self._needles = needles
        self._program = shutil.which("tesseract")
        self._eyes = Eyesight()
        self._counts: Counter[Needle] = Counter()
        self._where: dict[Needle, list[int]] = {}

    def see(self, view: PageView) -> Iterator[Leak]:
        """Read one page, when there is something on it that only the eye can read."""
        page = view.page
        unexplained = has_unknown_glyphs(view.content) or self._eyes.is_needed(page)
        if not unexplained and not shows_pictures(page):
            return
        text = None if self._program is None else recognise(self._program, page.render(_DPI))
        if text is None:
            yield Leak(rule="not-verifiable", place="tekst in afbeeldingen", page=page.number)
            return
        found = self._needles.count(text)
        found.update(misread(text, (view.content.text, page.text), self._needles))
        for needle, number in found.items():
            self._counts[needle] += number
            self._where.setdefault(needle, []).append(page.number)

    def leaks(self) -> Iterator[Leak]:
        """After the last page: the pages on which a secret stands more often than it may."""
        leaking = {
            page
            for needle, count in self._counts.items()
            if count > needle.allowed
            for page in self._where[needle]
        }
        for number in sorted(leaking):
            yield Leak(rule="secret-in-picture", place="tekst in een afbeelding", page=number)


def has_unknown_glyphs(content: PageContent) -> bool:
    """True when a font does not say which letters it shows: only the eye can read it."""
    return content.text.count("\ufffd") >= _UNKNOWN_GLYPHS


def shows_pictures(page: PdfiumPage) -> bool:
    """True when a picture on the page can hold legible words."""
    width, height = page.size
    _, pictures = page.drawn
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
