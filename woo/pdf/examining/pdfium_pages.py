"""Pages as pdfium sees them: text, characters in a box, filled shapes, pictures, renderings.

Boxes are points from the top left of the unrotated media box, like everywhere else here.
"""

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from woo.model.geometry import Box
from woo.pdf.examining.objectwalk import UnreadablePdfError
from woo.pdf.examining.pageboxes import Corner
from woo.pdf.examining.upright import MediaBoxes, open_upright

if TYPE_CHECKING:
    from woo.pdf.examining.pdfium_objects import Picture, Shape

# A larger rendering is refused: an A3 page at 200 dpi takes 8 million.
_MAX_RENDER_PIXELS = 25_000_000
_EVERYWHERE = (-1e9, -1e9, 1e9, 1e9)


@dataclass(frozen=True, slots=True)
class Character:
    """A drawn character. ``layer`` is the place of its text object in the drawing order."""

    text: str = field(repr=False)
    box: Box
    layer: int
    colour: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class GlyphFacts:
    """How a character is drawn: ``mode`` of ISO 32000-1, 9.3.6 (3 and 7 show nothing).

    ``size`` of the font in points on the page; ``layer`` its place in the drawing order.
    """

    layer: int
    colour: tuple[int, int, int, int]
    mode: int
    size: float

    @property
    def is_invisible(self) -> bool:
        """The text is there, but not drawn."""
        return self.mode in {3, 7}


@contextmanager
def open_pages(data: bytes) -> Iterator[list["PdfiumPage"]]:
    """The pages of a PDF. Raises UnreadablePdfError when pdfium cannot open it."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except Exception:  # noqa: BLE001 - fails closed: whatever pdfium trips over
        raise UnreadablePdfError from None
    boxes = MediaBoxes(data)
    pages = [PdfiumPage(document, number, boxes) for number in range(1, count + 1)]
    try:
        yield pages
    finally:
        for page in pages:
            page.close()
        document.close()


class PdfiumPage:
    """One page, read when asked. Close it when done: pdfium keeps everything it read."""

    def __init__(self, document: Any, number: int, boxes: MediaBoxes) -> None:
        self.number = number
        self.document = document
        self._boxes = boxes
        self._page: Any = None
        self._text_page: Any = None
        self._media: Corner | None = None
        self._text: str | None = None
        self._parts: dict[Box, str] = {}
        self._buffer = (ctypes.c_ushort * 256)()
        self._drawn: tuple[list[Shape], list[Picture]] | None = None
        self._layers: dict[int, int] | None = None

    @property
    def raw(self) -> Any:
        """The pypdfium2 page, opened with its media box as crop box and without rotation."""
        if self._page is None:
            try:
                self._page = open_upright(self.document, self.number, self._boxes)
            except Exception:  # noqa: BLE001 - fails closed
                raise UnreadablePdfError from None
        return self._page

    def close(self) -> None:
        """Free what pdfium holds for this page."""
        if self._text_page is not None:
            self._text_page.close()
        if self._page is not None:
            self._page.close()
        self._parts = {}
        self._text_page = self._page = self._text = self._drawn = self._layers = None

    @property
    def media(self) -> Corner:
        """The media box in PDF coordinates: left, bottom, right, top."""
        if self._media is None:
            left, bottom, right, top = self.raw.get_mediabox()
            self._media = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
        return self._media

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the media box, in points."""
        left, bottom, right, top = self.media
        return (right - left, top - bottom)

    @property
    def text_page(self) -> Any:
        """The pypdfium2 text page."""
        if self._text_page is None:
            self._text_page = self.raw.get_textpage()
        return self._text_page

    @property
    def text(self) -> str:
        """All text of the page, also outside the crop box, in pdfium's order."""
        if self._text is None:
            try:
                self._text = str(self.text_page.get_text_range(errors="replace"))
            except Exception:  # noqa: BLE001 - fails closed
                raise UnreadablePdfError from None
        return self._text

    @property
    def drawn(self) -> "tuple[list[Shape], list[Picture]]":
        """The filled shapes, thick lines and pictures on the page, read once."""
        from woo.pdf.examining.pdfium_objects import shapes_and_pictures

        if self._drawn is None:
            self._drawn = shapes_and_pictures(self)
        return self._drawn

    def text_in(self, box: Box) -> str:
        """The text that touches a box."""
        if box not in self._parts:
            self._parts[box] = self._text_in(*self.to_pdf(box))
        return self._parts[box]

    def _text_in(self, left: float, bottom: float, right: float, top: float) -> str:
        import pypdfium2.raw as pdfium

        buffer, page = self._buffer, self.text_page
        size = len(buffer)
        count = pdfium.FPDFText_GetBoundedText(page, left, top, right, bottom, buffer, size)
        if count < size:  # one call, where pypdfium2 asks for the length first
            return bytes(buffer)[: 2 * count].decode("utf-16-le", "replace").rstrip("\0")
        return str(page.get_text_bounded(left, bottom, right, top, errors="replace"))

    def text_apart(self, boxes: Sequence[Box], within: Box | None = None) -> str:
        """The characters that touch none of the boxes, with their centre in ``within``."""
        apart = [self.to_pdf(box) for box in boxes]
        left, bottom, right, top = self.to_pdf(within) if within else _EVERYWHERE
        found: list[str] = []
        for index, (x0, y0, x1, y1) in self._character_boxes():
            if not (left <= (x0 + x1) / 2 <= right and bottom <= (y0 + y1) / 2 <= top):
                continue
            if not any(x0 < x3 and x2 < x1 and y0 < y3 and y2 < y1 for x2, y2, x3, y3 in apart):
                found.append(self._sign(index))
        return "".join(found)

    def characters_in(self, box: Box) -> list[Character]:
        """Every drawn character whose centre lies in a box, spaces left out."""
        import pypdfium2.raw as pdfium

        layers = self._layers_of_text
        found: list[Character] = []
        left, bottom, right, top = self.to_pdf(box)
        for index, (x0, y0, x1, y1) in self._character_boxes():
            if not (left < (x0 + x1) / 2 < right and bottom < (y0 + y1) / 2 < top):
                continue
            if sign := self._sign(index):
                key = _address(pdfium.FPDFText_GetTextObject(self.text_page, index))
                place = self.from_pdf((x0, y0, x1, y1))
                found.append(Character(sign, place, layers.get(key, -1), self._colour(index)))
        return found

    def _character_boxes(self) -> Iterator[tuple[int, Corner]]:
        """The number of every character in pdfium's order, and where its ink stands."""
        import pypdfium2.raw as pdfium

        edges = [ctypes.c_double() for _ in range(4)]
        for index in range(max(self.text_page.count_chars(), 0)):
            if pdfium.FPDFText_GetCharBox(self.text_page, index, *edges):
                x0, x1, y0, y1 = (edge.value for edge in edges)
                yield index, (x0, y0, x1, y1)

    def _sign(self, index: int) -> str:
        """A character that is drawn; nothing for a space, or for what pdfium added itself."""
        import pypdfium2.raw as pdfium

        code = pdfium.FPDFText_GetUnicode(self.text_page, index)
        if code <= 0x20 or pdfium.FPDFText_IsGenerated(self.text_page, index):
            return ""
        return _character(code)

    def characters(self) -> tuple[list[int], list[Box | None]]:
        """The code of every character in pdfium's order, and its box when it has one."""
        import pypdfium2.raw as pdfium

        text, edges = self.text_page, [ctypes.c_double() for _ in range(4)]
        codes: list[int] = []
        boxes: list[Box | None] = []
        for index in range(max(text.count_chars(), 0)):
            code = int(pdfium.FPDFText_GetUnicode(text, index))
            codes.append(code if 0 < code <= 0x10FFFF else 0xFFFD)
            if pdfium.FPDFText_GetCharBox(text, index, *edges):
                left, right, bottom, top = (edge.value for edge in edges)
                boxes.append(self.from_pdf((left, bottom, right, top)))
            else:
                boxes.append(None)
        return codes, boxes

    def glyph_facts(self, index: int) -> GlyphFacts:
        """How the character with this index (from 0, of ``text_page``) is drawn."""
        import pypdfium2.raw as pdfium

        handle = pdfium.FPDFText_GetTextObject(self.text_page, index)
        matrix = pdfium.FS_MATRIX()
        size = float(pdfium.FPDFText_GetFontSize(self.text_page, index))
        if pdfium.FPDFText_GetMatrix(self.text_page, index, matrix):
            size *= abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
        return GlyphFacts(
            layer=self._layers_of_text.get(_address(handle), -1),
            colour=self._colour(index),
            mode=int(pdfium.FPDFTextObj_GetTextRenderMode(handle)) if handle else 0,
            size=size,
        )

    def _colour(self, index: int) -> tuple[int, int, int, int]:
        import pypdfium2.raw as pdfium

        parts = [ctypes.c_uint() for _ in range(4)]
        if not pdfium.FPDFText_GetFillColor(self.text_page, index, *parts):
            return (0, 0, 0, 255)
        red, green, blue, alpha = (part.value for part in parts)
        return (red, green, blue, alpha)

    @property
    def _layers_of_text(self) -> dict[int, int]:
        from woo.pdf.examining.pdfium_objects import text_layers

        if self._layers is None:
            self._layers = text_layers(self.raw)
        return self._layers

    def to_pdf(self, box: Box) -> Corner:
        """A box as left, bottom, right, top in PDF coordinates."""
        left, _, _, top = self.media
        return (left + box.x0, top - box.y1, left + box.x1, top - box.y0)

    def from_pdf(self, corners: Corner) -> Box:
        """Left, bottom, right, top in PDF coordinates as a box."""
        left, _, _, top = self.media
        x0, y0, x1, y1 = corners
        return Box(min(x0, x1) - left, top - max(y0, y1), max(x0, x1) - left, top - min(y0, y1))

    def centre(self, box: Box) -> tuple[float, float]:
        """The middle of a box in PDF coordinates."""
        left, bottom, right, top = self.to_pdf(box)
        return ((left + right) / 2, (bottom + top) / 2)

    def render(self, dpi: float) -> Any:
        """The page as a grey numpy array of height x width, 0 black to 255 white.

        Raises UnreadablePdfError when the page is too large to render or pdfium fails.
        """
        width, height = self.size
        scale = dpi / 72
        if width * height * scale * scale > _MAX_RENDER_PIXELS:
            raise UnreadablePdfError
        try:
            bitmap = self.raw.render(scale=scale, grayscale=True)
            return bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()
        except Exception:  # noqa: BLE001 - fails closed
            raise UnreadablePdfError from None


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\ufffd"
