"""Which glyphs of a page a reader can see: the page is drawn with and without its text.

What differs between the two pictures is the text that shows. It does not matter why a glyph does
not show (a shape over it, its own colour, a clip, a layer, a picture): it leaves no difference.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from woo.model.geometry import Box
from woo.pdf.examining.objectwalk import UnreadablePdfError
from woo.pdf.examining.pdfium_objects import texts_and_others
from woo.pdf.examining.pdfium_pages import PdfiumPage

_DPI = 100.0
_MAX_PIXELS = 6_000_000
# A glyph of which less than this part of its box differs may be hidden: letters have more ink.
_DOUBTFUL = 0.2
# Beside a dark shape also a glyph of which half may be covered.
_DOUBTFUL_BESIDE_BOXES = 0.5
_LIGHT_CHANGE, _DARK_CHANGE = 14, 40  # of 255, on a light and on a dark ground
_DARK_GROUND = 90


@dataclass(slots=True)
class Glyphs:
    """The characters of a page in pdfium's order, as numpy arrays of one row each.

    ``codes`` are Unicode; ``corners`` left, bottom, right, top in PDF coordinates; ``seen`` the
    part of each glyph's ink that shows, 0 to 1 (1 where that was not worth measuring); ``ink``
    how many dots it would have on white paper. ``picture`` is the page as it shows (height x width
    x 3, from the top), ``scale`` dots a point.
    """

    codes: Any = field(repr=False)
    corners: Any = field(repr=False)
    seen: Any = field(repr=False)
    ink: Any = field(repr=False)
    picture: Any = field(repr=False)
    scale: float

    def pixels(self, box: Box) -> Any:
        """The picture inside a box: rows x columns x 3; empty where the box is off the page."""
        height, width = self.picture.shape[:2]
        x0, x1 = (min(max(round(x * self.scale), 0), width) for x in (box.x0, box.x1))
        y0, y1 = (min(max(round(y * self.scale), 0), height) for y in (box.y0, box.y1))
        return self.picture[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]


def read_glyphs(page: PdfiumPage) -> Glyphs | None:
    """Look at every glyph of a page; None when it has none.

    Raises UnreadablePdfError when pdfium cannot draw the page.
    """
    import numpy as np

    codes, corners = _characters(page)
    if not len(codes):
        return None
    width, height = page.size
    scale = min(_DPI / 72, (_MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
    shown = _draw(page, scale)
    with _hidden(page, text=True):
        without = _draw(page, scale)
    if shown.shape != without.shape:
        raise UnreadablePdfError
    edges = _edges(page, corners, scale, shown.shape)
    area = np.maximum((edges[2] - edges[0]) * (edges[3] - edges[1]), 1)
    changed = _sums(_changes(shown, without), edges)
    seen, ink = np.ones(len(codes)), np.zeros(len(codes))
    has_boxes = any(shape.is_dark and shape.is_full for shape in page.drawn[0])
    doubtful = changed < (_DOUBTFUL_BESIDE_BOXES if has_boxes else _DOUBTFUL) * area
    if doubtful.any():
        with _hidden(page, text=False):
            alone = _draw(page, scale, annotations=False)
        full = _sums(_changes(alone, np.full_like(alone, 255)), edges)
        ink[doubtful] = full[doubtful]
        seen[doubtful] = np.where(full > 0, changed / np.maximum(full, 1), 0.0)[doubtful]
    return Glyphs(codes, corners, seen, ink, shown, scale)


def _characters(page: PdfiumPage) -> tuple[Any, Any]:
    import numpy as np
    import pypdfium2.raw as pdfium

    text = page.text_page
    count = max(text.count_chars(), 0)
    code_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharBox
    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges
    codes: list[int] = []
    corners: list[tuple[float, float, float, float]] = []
    nowhere = (0.0, 0.0, 0.0, 0.0)
    for index in range(count):
        codes.append(code_of(text, index))
        found = box_of(text, index, *edges)
        corners.append((left.value, bottom.value, right.value, top.value) if found else nowhere)
    return np.array(codes, "int64"), np.array(corners).reshape(count, 4)


def _draw(page: PdfiumPage, scale: float, *, annotations: bool = True) -> Any:
    """The page as it shows, height x width x 3."""
    try:
        bitmap = page.raw.render(scale=scale, draw_annots=annotations)
        return bitmap.to_numpy()[:, :, :3].copy()
    except Exception:  # noqa: BLE001 - fails closed
        raise UnreadablePdfError from None


@contextmanager
def _hidden(page: PdfiumPage, *, text: bool) -> Iterator[None]:
    """Leave the text out of the drawing, or everything but the text; and put it back."""
    import pypdfium2.raw as pdfium

    texts, others = texts_and_others(page.raw)
    away = texts if text else others
    try:
        for handle in away:
            pdfium.FPDFPageObj_SetIsActive(handle, 0)
        if not text:
            for handle in texts:
                pdfium.FPDFPageObj_SetFillColor(handle, 0, 0, 0, 255)
        yield
    finally:
        if text:
            for handle in away:
                pdfium.FPDFPageObj_SetIsActive(handle, 1)
        else:
            page.close()  # read again, as the file has it


def _changes(one: Any, other: Any) -> Any:
    """Which dots differ so much that an eye sees it, height x width."""
    import numpy as np

    difference = _highest(np.maximum(one, other) - np.minimum(one, other))
    is_light = _highest(other) > _DARK_GROUND
    return difference > np.where(is_light, np.uint8(_LIGHT_CHANGE), np.uint8(_DARK_CHANGE))


def _highest(picture: Any) -> Any:
    """The highest of the three colours of each dot: ten times as fast as ``max`` over an axis."""
    import numpy as np

    return np.maximum(np.maximum(picture[:, :, 0], picture[:, :, 1]), picture[:, :, 2])


def _edges(page: PdfiumPage, corners: Any, scale: float, shape: tuple[int, ...]) -> Any:
    """Each glyph's box in dots: left, top, right, bottom."""
    import numpy as np

    left, _, _, top = page.media
    height, width = shape[:2]
    x0 = np.floor((corners[:, 0] - left) * scale)
    x1 = np.ceil((corners[:, 2] - left) * scale)
    y0 = np.floor((top - corners[:, 3]) * scale)
    y1 = np.ceil((top - corners[:, 1]) * scale)
    across, down = np.clip([x0, x1], 0, width), np.clip([y0, y1], 0, height)
    return np.array([across[0], down[0], across[1], down[1]]).astype("int64")


def _sums(mask: Any, edges: Any) -> Any:
    """How many dots of a mask lie in each box: by the sums of all dots left of and above a dot."""
    import numpy as np

    total = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), "int32")
    np.cumsum(mask, axis=0, dtype="int32", out=total[1:, 1:])
    np.cumsum(total, axis=1, out=total)
    x0, y0, x1, y1 = edges
    return total[y1, x1] - total[y0, x1] - total[y1, x0] + total[y0, x0]
