"""Pictures of pages for a reviewer, drawn by pdfium.

The whole media box is drawn, turned as the page asks, so that what lies outside the crop box is
seen as well: it is searched and redacted too.
"""

import io
from pathlib import Path
from typing import Any

from woo.errors import UnreadableError

MIN_SCALE, MAX_SCALE = 0.5, 4.0  # pixels per point
MAX_PIXELS = 16_000_000  # a larger page is drawn smaller


def picture_of(path: Path, number: int, scale: float) -> bytes:
    """Page ``number`` (from 1) as PNG, at ``scale`` pixels per point.

    Raises ValueError for a scale out of range, UnreadableError when the page cannot be drawn.
    """
    import pypdfium2

    if not MIN_SCALE <= scale <= MAX_SCALE:
        raise ValueError("a scale between 0.5 and 4")
    try:
        document = pypdfium2.PdfDocument(path)
        try:
            return _draw(_open(document, number), scale)
        finally:
            document.close()
    except (pypdfium2.PdfiumError, OSError, IndexError, ValueError):
        raise UnreadableError(
            f"Pagina {number} kan niet worden getoond.", "Bekijk het originele bestand."
        ) from None


def _open(document: Any, number: int) -> Any:
    """The page with its media box as crop box."""
    if not 1 <= number <= len(document):
        raise IndexError(number)
    page = document[number - 1]
    media = page.get_mediabox()
    if page.get_cropbox() != media:
        # pdfium fixes the visible part of a page when it loads it, so: change, and load again.
        page.set_cropbox(*media)
        page.close()
        page = document[number - 1]
    return page


def _draw(page: Any, scale: float) -> bytes:
    width, height = page.get_size()
    fitting = (MAX_PIXELS / max(width * height, 1)) ** 0.5
    image = page.render(scale=min(scale, fitting)).to_pil()
    written = io.BytesIO()
    image.save(written, "PNG", compress_level=3)  # local: speed counts more than size
    page.close()
    return written.getvalue()
