"""Reads what is a picture: Tesseract's words are laid invisibly over scans and pictures."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from woo.errors import UnreadableError
from woo.model.geometry import Box
from woo.pdf.examining.eyesight import Eyesight
from woo.pdf.examining.objectwalk import TooLargeError, UnreadablePdfError, open_objects
from woo.pdf.examining.pagecontent import ContentReader, PageContent
from woo.pdf.examining.pdfium_pages import PdfiumPage, open_pages
from woo.pdf.reading.invisible import lay, layer_font
from woo.pdf.reading.letterforms import is_garbled, unread_place
from woo.pdf.reading.pagepicture import become_picture
from woo.pdf.reading.recognition import added, placed, recognise
from woo.pdf.reading.sheets import (
    Images,
    PageViews,
    Readable,
    may_show_a_word,
    sheets_of,
    whole_page,
)
from woo.pdf.reading.tesseract import Word, check_available, is_available
from woo.pdf.reading.textlayer import load_page, loaded_pages, open_pdf, read_drawing
from woo.text.files import atomic_path
from woo.text.machine import cores

__all__ = [
    "add_text_layer",
    "check_available",
    "is_available",
    "needs_ocr",
    "pages_to_read",
    "unread_pictures",
]

# With fewer visible characters a page has no text of its own: a page number, a scanner's stamp.
_FEW_CHARACTERS = 40
# The share of the page that pictures cover together before it counts as a scan.
_COVERED = 0.3
# The share from which pictures together may be strips of something that holds text.
_SIZEABLE = 0.01
# Letters drawn as outlines: a page without text and with this many shapes.
_MANY_SHAPES = 150


def needs_ocr(path: Path) -> tuple[int, ...]:
    """The pages, from 1, whose text is a picture or cannot be read from the file.

    Raises UnreadableError as ``open_pdf`` does.
    """
    with open_pdf(path) as document:
        return tuple(n + 1 for n, page in enumerate(loaded_pages(document)) if _needs_ocr(page))


def unread_pictures(path: Path) -> tuple[int, ...]:
    """The pages, from 1, with text of their own and something else that may show words.

    A scan that already has its (invisible) text layer is not among them. Raises UnreadableError.
    """
    return tuple(_pages(path, lambda needed, unread: unread and not needed))


def pages_to_read(path: Path) -> tuple[int, ...]:
    """Both: every page that ``add_text_layer`` may find words on. Raises UnreadableError."""
    return tuple(_pages(path, lambda needed, unread: needed or unread))


def _pages(path: Path, wanted: Callable[[bool, bool], bool]) -> Iterator[int]:
    with open_pdf(path) as document, _drawn_pages(path) as drawn:
        eyes = Eyesight()
        for page in loaded_pages(document):
            needed = _needs_ocr(page)
            other = drawn.page(page.number + 1)
            if wanted(needed, not needed and _has_unread(page, other, eyes)):
                yield int(page.number) + 1


@dataclass(slots=True)
class _OtherReaders:
    """The pages for pdfium, and what qpdf reads of them; none where these cannot open the file."""

    pages: list[PdfiumPage] = field(repr=False)
    contents: Iterator[PageContent] = field(repr=False)

    def page(self, number: int) -> PdfiumPage | None:
        """Page ``number`` for a look, to be asked for in order; None when nothing is to be seen."""
        try:
            content = next(self.contents, None)
        except (UnreadablePdfError, TooLargeError):
            content, self.contents = None, iter(())
        is_plain = content is not None and content.is_plain
        return None if is_plain or number > len(self.pages) else self.pages[number - 1]


@contextmanager
def _drawn_pages(path: Path) -> Iterator[_OtherReaders]:
    with ExitStack() as stack:
        readers, data = _OtherReaders([], iter(())), path.read_bytes()
        with suppress(UnreadablePdfError):
            readers.pages = stack.enter_context(open_pages(data))
        with suppress(UnreadablePdfError):
            readers.contents = ContentReader(stack.enter_context(open_objects(data))).pages()
        yield readers


def add_text_layer(path: Path, out: Path, pages: Sequence[int]) -> tuple[int, ...]:
    """Write a copy of ``path`` to ``out`` with a text layer on ``pages``; give those that got one.

    Of a page with text only the pictures are read, and letters that are drawn as outlines. What is
    drawn stays as it is, but a page with unreadable fonts becomes a picture. Pages count from 1.
    Raises MissingError without Tesseract or its Dutch data and UnreadableError when it fails, or
    when the file is too damaged to be written.
    """
    import pikepdf

    check_available()
    try:
        with open_pdf(path) as seen, pikepdf.open(path) as pdf, _drawn_pages(path) as drawn:
            if len(pdf.pages) != seen.page_count:
                raise pikepdf.PdfError
            views = {page.number: page for page in drawn.pages}
            layered = _read_all(_Opened(seen, pdf, views), pages)
            with atomic_path(out) as temporary:
                pdf.save(temporary)
    except (pikepdf.PdfError, RuntimeError, ValueError):
        raise UnreadableError(
            "Dit pdf-bestand is beschadigd: de afbeeldingen zijn niet te lezen.",
            "Druk het bestand af naar een nieuwe pdf.",
        ) from None
    return layered


@dataclass(frozen=True, slots=True)
class _Opened:
    """One file, open in MuPDF, qpdf and pdfium."""

    seen: Any
    pdf: Any
    drawn: Mapping[int, PdfiumPage]


def _read_all(opened: _Opened, pages: Iterable[int]) -> tuple[int, ...]:
    font, layered = None, []
    with ThreadPoolExecutor(cores()) as pool:
        for asked in _asked(opened, pages, _Reader(pool)):
            words = asked.words()
            if words:
                font = font or layer_font(opened.pdf)
                lay(opened.pdf, opened.pdf.pages[asked.number - 1], words, font)
                layered.append(asked.number)
    return tuple(layered)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One page with what is being read of it."""

    number: int
    reading: list[tuple[Readable, "Future[list[Word]]"]] = field(repr=False)

    def words(self) -> list[Word]:
        """The words in user space, from the top of the page down."""
        found: list[Word] = []
        reading = sorted(self.reading, key=lambda pair: -_top(pair[0]))
        for readable, future in sorted(reading, key=lambda pair: pair[0].sheet.is_mask):
            words = list(placed(future.result(), readable.sheet.matrix))
            fresh = [word for word in words if not readable.known(word.text, word.box)]
            found = added(found, fresh, anywhere=not readable.sheet.is_mask)
        return found


def _top(readable: Readable) -> float:
    _, b, _, d, _, f = readable.sheet.matrix
    return max(f, f + b, f + d, f + b + d)


def _asked(opened: _Opened, pages: Iterable[int], reader: "_Reader") -> Iterator[_Asked]:
    """The pages in order, a few ahead of what is being read, so that Tesseract has work."""
    waiting: list[_Asked] = []
    images, eyes = Images(), Eyesight()
    for number in pages:
        seen, stored = load_page(opened.seen, number - 1), opened.pdf.pages[number - 1]
        seen.set_rotation(0)
        if is_garbled(_text(seen)):
            become_picture(opened.pdf, stored, seen)
            sheets: Iterable[Readable] = whole_page(stored, images)
        else:
            sheets = sheets_of(PageViews(seen, stored, opened.drawn.get(number)), images, eyes)
        waiting.append(_Asked(number, [(one, reader.read(one)) for one in sheets]))
        if len(waiting) > cores():
            yield waiting.pop(0)
    yield from waiting


class _Reader:
    """Has pictures read side by side; what a file shows on every page is read once."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self._known: dict[bytes, Future[list[Word]]] = {}

    def read(self, readable: Readable) -> "Future[list[Word]]":
        """Start to read; wait first when many pictures are waiting, for they take memory."""
        pixels, dpi = readable.sheet.pixels, round(readable.sheet.dpi)
        head = f"{pixels.mode} {pixels.size} {dpi}".encode()
        key = blake2b(pixels.tobytes(), key=blake2b(head).digest()[:32]).digest()
        if key not in self._known:
            busy = [future for future in self._known.values() if not future.done()]
            if len(busy) >= 2 * cores():
                wait(busy, return_when=FIRST_COMPLETED)
            self._known[key] = self._pool.submit(recognise, pixels, dpi)
        return self._known[key]


def _needs_ocr(page: Any) -> bool:
    text = _text(page)
    return is_garbled(text) or (len(text) < _FEW_CHARACTERS and _is_drawn(page))


def _text(page: Any) -> str:
    import pymupdf

    # Without the flag that shows glyph numbers as if they were letters.
    return "".join(page.get_text(flags=pymupdf.TEXT_PRESERVE_WHITESPACE).split())


def _is_drawn(page: Any) -> bool:
    pictures: list[Any] = []
    shapes = 0
    for kind, box in page.get_bboxlog():
        if kind in {"fill-image", "fill-imgmask"}:
            pictures.append(box)
        shapes += kind in {"fill-path", "stroke-path"}
    return _covered(page, pictures) >= _COVERED or shapes >= _MANY_SHAPES


def _has_unread(page: Any, drawn: PdfiumPage | None, eyes: Eyesight) -> bool:
    log = page.get_bboxlog()
    layer = [_middle(box) for kind, box in log if kind == "ignore-text"]
    pictures = [box for kind, box in log if kind in {"fill-image", "fill-imgmask"}]
    unread = [
        (x0, y0, x1, y1)
        for x0, y0, x1, y1 in pictures
        if not any(x0 <= x <= x1 and y0 <= y <= y1 for x, y in layer)
    ]
    if _covered(page, unread) >= _SIZEABLE or any(map(_is_wide, unread)):
        return True
    if drawn is None:
        return False
    shown = [box for box in read_drawing(page).pictures if may_show_a_word(box)]
    return unread_place(drawn, eyes, _text(page), shown) is not None


def _middle(box: Any) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _is_wide(box: tuple[float, float, float, float]) -> bool:
    x0, y0, x1, y1 = box
    return x1 >= x0 and y1 >= y0 and may_show_a_word(Box(x0, y0, x1, y1))


def _covered(page: Any, boxes: Iterable[Any]) -> float:
    """The share of the page under the boxes; overlaps count twice, which errs on the safe side."""
    import pymupdf

    area = sum(abs((pymupdf.Rect(box) & page.rect).get_area()) for box in boxes)
    return float(area / max(1.0, abs(page.rect.get_area())))
