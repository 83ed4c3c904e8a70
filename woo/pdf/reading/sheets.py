"""What on a page must be read by eye: its pictures, and letters that are in no text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from woo.model.geometry import Box
from woo.pdf.examining.eyesight import Eyesight
from woo.pdf.examining.pdfium_pages import PdfiumPage
from woo.pdf.images.placement import images_on
from woo.pdf.images.shown import mask_shown, shown
from woo.pdf.matrices import Matrix
from woo.pdf.reading.letterforms import unread_place
from woo.pdf.reading.textlayer import TextPage, clip_of, placing, read_drawing
from woo.pdf.reading.tiles import Sheet, put_together
from woo.text.folding import fold

_DPI = 300
_MOST_PIXELS = 40_000_000
# Smaller than this holds no legible word: in pixels, and on the page (points).
_FEWEST_PIXELS = (24, 8)
_SMALLEST = (12.0, 4.0)
# From 0 to 100: what OCR reads of a word that a page has as text.
_SAME_WORD = 60


@dataclass(frozen=True, slots=True)
class Readable:
    """A sheet to read, its pixels as upright as the page shows it.

    ``known`` tells whether a page has a word (its letters; left, bottom, right, top in user space)
    as text of its own.
    """

    sheet: Sheet
    known: Callable[[str, tuple[float, float, float, float]], bool]


@dataclass(frozen=True, slots=True)
class PageViews:
    """One page by three libraries: MuPDF (unturned), qpdf and pdfium."""

    seen: Any
    stored: Any
    drawn: PdfiumPage | None


def sheets_of(
    views: PageViews, text: TextPage, images: "Images", eyes: Eyesight, *, read_again: bool
) -> Iterator[Readable]:
    """All there is to read on one page: its pictures, and letters that are in no text.

    A picture with invisible text over it was read before, unless it is to be ``read_again``.
    """
    turn = (4 - _rotation(views.stored) // 90) % 4
    own = _OwnText(text, views.seen)
    for sheet in put_together(images.on(views.stored)):
        if is_legible(sheet) and (read_again or not own.has_layer(sheet)):
            yield Readable(sheet.turned(turn), _never)
    pictures = [box for box in read_drawing(views.seen).pictures if may_show_a_word(box)]
    place = None
    if views.drawn is not None:
        place = unread_place(views.drawn, eyes, "".join(text.text.split()), pictures)
    if place is not None:
        sheet = _rendered(views.seen, place)
        if is_legible(sheet):
            yield Readable(sheet.turned(turn), own.says)


def whole_page(stored: Any, images: "Images") -> Iterator[Readable]:
    """The pictures of a page that became a picture itself."""
    turn = (4 - _rotation(stored) // 90) % 4
    for sheet in put_together(images.on(stored)):
        yield Readable(sheet.turned(turn), _never)


def may_show_a_word(box: Box) -> bool:
    """Whether a picture is large enough on the page for one word."""
    short, long = sorted((box.width, box.height))
    return short >= _SMALLEST[1] and long >= _SMALLEST[0]


def is_legible(sheet: Sheet) -> bool:
    """Whether a picture is large enough for one word."""
    pixels, size = sorted(sheet.pixels.size), sorted(sheet.size)
    return (
        pixels[1] >= _FEWEST_PIXELS[0]
        and pixels[0] >= _FEWEST_PIXELS[1]
        and size[1] >= _SMALLEST[0]
        and size[0] >= _SMALLEST[1]
    )


def _never(_: str, __: tuple[float, float, float, float]) -> bool:
    return False


class Images:
    """The images of one document as they are shown, each decoded once while it is in use."""

    def __init__(self) -> None:
        self._last: dict[tuple[int, int], list[Any]] = {}

    def on(self, page: Any) -> Iterator[Sheet]:
        """Every image that a pikepdf page draws, and every mask with a shape of its own."""
        decoded: dict[tuple[int, int], list[Any]] = {}
        for image, matrix in _all_images(page):
            key = image.objgen
            if key not in decoded:
                decoded[key] = self._last.get(key) or _decoded(image)
            for number, pixels in enumerate(decoded[key]):
                yield Sheet(pixels, matrix, is_mask=number > 0)
        self._last = decoded


def _decoded(image: Any) -> list[Any]:
    """The picture, and its mask if it has one; nothing when it is broken and shows nothing."""
    try:
        picture, mask = shown(image), mask_shown(image)
    except (RuntimeError, ValueError, OSError, MemoryError):
        return []
    return [picture] if mask is None else [picture, mask]


def _all_images(page: Any) -> Iterator[tuple[Any, Matrix]]:
    page.externalize_inline_images()
    yield from images_on(page.obj)


def _rotation(page: Any) -> int:
    node, steps = page.obj, 0
    while "/Rotate" not in node and "/Parent" in node and steps < 100:
        node, steps = node["/Parent"], steps + 1
    return int(node.get("/Rotate", 0)) % 360


def _rendered(seen: Any, box: Box) -> Sheet:
    """A part of a page as MuPDF draws it, and where that stands in user space."""
    import pymupdf
    from PIL import Image

    (scale, dx, dy), _ = placing(seen)
    area = clip_of(seen, box) & seen.rect
    dpi = min(_DPI, 72 * (_MOST_PIXELS / max(1.0, area.width * area.height)) ** 0.5)
    pixmap = seen.get_pixmap(dpi=max(int(dpi), 20), clip=area, colorspace=pymupdf.csRGB)
    pixels = Image.frombytes("RGB", (pixmap.width, pixmap.height), bytes(pixmap.samples))
    media = seen.mediabox
    left, top = media.x0 + area.x0 * scale + dx, media.y1 - (area.y0 * scale + dy)
    wide, high = area.width * scale, area.height * scale
    return Sheet(pixels, (wide, 0.0, 0.0, high, left, top - high))


class _OwnText:
    """The text that a page has already: its letters, and the invisible ones over its pictures."""

    def __init__(self, text: TextPage, seen: Any) -> None:
        media = seen.mediabox
        unseen = {i for start, end in text.unseen for i in range(start, end)}
        self._letters: list[tuple[float, float, str]] = []
        self._layer: list[tuple[float, float]] = []
        for index, character in enumerate(text.text):
            box = None if character.isspace() else text.box(index)
            if box is not None:
                x = media.x0 + (box.x0 + box.x1) / 2
                y = media.y1 - (box.y0 + box.y1) / 2
                if index in unseen:
                    self._layer.append((x, y))
                self._letters.append((x, y, character))

    def has_layer(self, sheet: Sheet) -> bool:
        """Whether invisible text lies over a picture: it was read before."""
        x0, y0, x1, y1 = sheet_box(sheet)
        return any(x0 <= x <= x1 and y0 <= y <= y1 for x, y in self._layer)

    def says(self, word: str, box: tuple[float, float, float, float]) -> bool:
        """Whether the text in a place reads much like a word."""
        from rapidfuzz.fuzz import ratio

        x0, y0, x1, y1 = box
        edge = 0.3 * (y1 - y0)
        here = "".join(
            sign
            for x, y, sign in self._letters
            if x0 - edge <= x <= x1 + edge and y0 - edge <= y <= y1 + edge
        )
        return bool(here) and ratio(fold(here).text, fold(word).text) >= _SAME_WORD


def sheet_box(sheet: Sheet) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a sheet in user space."""
    a, b, c, d, e, f = sheet.matrix
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return min(xs), min(ys), max(xs), max(ys)
