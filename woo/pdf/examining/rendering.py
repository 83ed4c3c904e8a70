"""A part of a page in colour, as pdfium draws it."""

from typing import Any

from woo.model.geometry import Box
from woo.pdf.examining.objectwalk import UnreadablePdfError
from woo.pdf.examining.pdfium_pages import PdfiumPage

# An A4 page at 400 dpi has 15 million.
_MOST_PIXELS = 25_000_000


def render_part(page: PdfiumPage, box: Box, dpi: float) -> Any:
    """The part of a page in ``box`` as a numpy array of height x width x red, green, blue.

    Raises UnreadablePdfError when it is empty or too large to render, or when pdfium fails.
    """
    width, height = page.size
    x0, y0 = max(0.0, box.x0), max(0.0, box.y0)
    x1, y1 = min(width, box.x1), min(height, box.y1)
    scale = dpi / 72
    if x1 <= x0 or y1 <= y0 or (x1 - x0) * (y1 - y0) * scale * scale > _MOST_PIXELS:
        raise UnreadablePdfError
    try:
        cut = (x0, height - y1, width - x1, y0)
        bitmap = page.raw.render(scale=scale, crop=cut, rev_byteorder=True)
        return bitmap.to_numpy()[:, :, :3].copy()
    except Exception:  # noqa: BLE001 - fails closed
        raise UnreadablePdfError from None
