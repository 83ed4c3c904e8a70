"""The text of a page as pdfium reads it, with places: a second opinion beside ``textlayer``."""

import ctypes
from typing import Any

from woo.model.geometry import Box
from woo.pdf.examining.pdfium_pages import PdfiumPage


def characters(page: PdfiumPage) -> tuple[str, list[Box | None]]:
    """The text of a page, and the box of each character's ink; None when nothing is drawn."""
    import pypdfium2.raw as pdfium

    reading: Any = page.text_page
    letters: list[str] = []
    boxes: list[Box | None] = []
    edges = [ctypes.c_double() for _ in range(4)]
    for index in range(max(reading.count_chars(), 0)):
        code = pdfium.FPDFText_GetUnicode(reading, index)
        letters.append(chr(code) if 0 < code <= 0x10FFFF else " ")
        drawn = pdfium.FPDFText_GetCharBox(reading, index, *edges)
        x0, x1, y0, y1 = (edge.value for edge in edges)
        boxes.append(page.from_pdf((x0, y0, x1, y1)) if drawn and x1 > x0 and y1 > y0 else None)
    return "".join(letters), boxes
