"""Pages as a reader sees them, as pictures in which places are blotted out and outlined."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from woo.model.geometry import Box
from woo.pdf.examining.objectwalk import UnreadablePdfError

_DPI = 120.0
_MAX_PIXELS = 6_000_000
_COLOURS = 48  # of the PNG: enough for letters and lines
_GREY = (128, 128, 128)
_RED, _WHITE = (200, 20, 20), (255, 255, 255)


@contextmanager
def open_displayed(data: bytes) -> Iterator[Callable[[int], "DisplayedPage"]]:
    """Gives pages by number, from 1. Raises UnreadablePdfError."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except Exception:  # noqa: BLE001 - fails closed
        raise UnreadablePdfError from None
    try:
        yield lambda number: DisplayedPage(document, number)
    finally:
        document.close()


class DisplayedPage:
    """One page, drawn cropped and turned as a reader shows it.

    Boxes are in points from the top left of what is displayed; ``whole`` is all of it.
    """

    def __init__(self, document: Any, number: int) -> None:
        try:
            page = document[number - 1]
            width, height = page.get_size()
            scale = min(_DPI / 72, (_MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
            self._picture = page.render(scale=scale).to_pil().convert("RGB")
            page.close()
        except Exception:  # noqa: BLE001 - fails closed
            raise UnreadablePdfError from None

    def even_out(self, box: Box, whole: Box) -> None:
        """Give a place the shade that most of it has: what hides in it cannot be brought up."""
        edges = self._pixels(box, whole)
        if edges is not None:
            part = self._picture.crop(edges)
            colours = part.getcolors(part.width * part.height) or [(1, _GREY)]
            self._picture.paste(max(colours)[1], edges)

    def blot_out(self, box: Box, whole: Box) -> None:
        """Paint a place grey."""
        edges = self._pixels(box, whole)
        if edges is not None:
            self._picture.paste(_GREY, edges)

    def cut(self, window: Box, whole: Box, spots: Sequence[Box]) -> tuple[bytes, tuple[int, int]]:
        """A PNG of a part of the page with the spots outlined, and its size in dots."""
        from PIL import ImageDraw

        edges = self._pixels(window, whole) or (0, 0, 1, 1)
        part = self._picture.crop(edges)
        pen = ImageDraw.Draw(part)
        for spot in spots:
            inner = self._pixels(spot, whole)
            if inner is not None:
                x0, y0 = inner[0] - edges[0], inner[1] - edges[1]
                x1, y1 = inner[2] - edges[0], inner[3] - edges[1]
                pen.rectangle((x0 - 5, y0 - 5, x1 + 5, y1 + 5), outline=_WHITE, width=6)
                pen.rectangle((x0 - 4, y0 - 4, x1 + 4, y1 + 4), outline=_RED, width=3)
        stream = BytesIO()
        part.quantize(_COLOURS).save(stream, "PNG", optimize=True)
        return stream.getvalue(), part.size

    def _pixels(self, box: Box, whole: Box) -> tuple[int, int, int, int] | None:
        """A box in dots, at least one; None outside the picture."""
        across = self._picture.width / max(whole.width, 1.0)
        down = self._picture.height / max(whole.height, 1.0)
        x0, x1 = ((x - whole.x0) * across for x in (box.x0, box.x1))
        y0, y1 = ((y - whole.y0) * down for y in (box.y0, box.y1))
        left, top = max(int(x0), 0), max(int(y0), 0)
        right = min(max(int(x1) + 1, left + 1), self._picture.width)
        bottom = min(max(int(y1) + 1, top + 1), self._picture.height)
        return (left, top, right, bottom) if left < right and top < bottom else None
