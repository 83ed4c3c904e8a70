"""Where a page shows letters that are in no text and no picture, or in text that says nothing."""

import unicodedata
from collections.abc import Sequence

from woo.model.geometry import Box
from woo.pdf.examining.eyesight import Eyesight
from woo.pdf.examining.objectwalk import UnreadablePdfError
from woo.pdf.examining.pdfium_pages import PdfiumPage

# The share of characters without a meaning (fonts that do not say what their glyphs are) from which
# nothing on a page is trusted.
_GARBLED = 0.1
_ROW = 3  # so many in a row are a word; one is a bullet
_MARGIN = 8.0  # points around the shapes that may be letters: they need not all be found


def is_garbled(text: str) -> bool:
    """Whether too much of a text (without white space) has no meaning."""
    return sum(map(is_unknown, text)) > _GARBLED * len(text)


def is_unknown(character: str) -> bool:
    """U+FFFD, private use or unassigned: nobody knows what the glyph shows."""
    return character == "\ufffd" or unicodedata.category(character) in {"Co", "Cn"}


def unread_place(
    page: PdfiumPage, eyes: Eyesight, text: str, pictures: Sequence[Box]
) -> Box | None:
    """The part of a page with letters that neither its text nor its pictures explain.

    Outlines, patterns, glyphs of unknown meaning or that are called something else than they look.
    None when there are none, or when pdfium cannot draw the page.
    """
    try:
        width, height = page.size
        if _has_unknown_word(text):
            return Box(0, 0, width, height)
        found = eyes.unexplained(page, pictures)
    except UnreadablePdfError:
        return None
    finally:
        page.close()
    if found is None:
        return None
    x0, x1 = max(0.0, found.x0 - _MARGIN), min(width, found.x1 + _MARGIN)
    y0, y1 = max(0.0, found.y0 - _MARGIN), min(height, found.y1 + _MARGIN)
    # On a page without a size everything and nothing is on it.
    return Box(x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None


def _has_unknown_word(text: str) -> bool:
    row = 0
    for character in text:
        row = row + 1 if is_unknown(character) else 0
        if row == _ROW:
            return True
    return False
