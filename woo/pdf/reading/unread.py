"""Which pages show words that their text does not hold, or holds badly: what is to be read."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from woo.model.geometry import Box
from woo.pdf.examining.eyesight import Eyesight
from woo.pdf.examining.objectwalk import TooLargeError, UnreadablePdfError, open_objects
from woo.pdf.examining.pagecontent import ContentReader, PageContent
from woo.pdf.examining.pdfium_pages import PdfiumPage, open_pages
from woo.pdf.reading.letterforms import is_garbled, unread_place
from woo.pdf.reading.oldlayer import FEW_CHARACTERS
from woo.pdf.reading.poorpages import is_poor
from woo.pdf.reading.sheets import may_show_a_word
from woo.pdf.reading.textlayer import loaded_pages, open_pdf, read_drawing, read_page

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

    A scan that already has its (invisible) text layer is not among them when that makes sense.
    Raises UnreadableError.
    """
    return tuple(_pages(path, lambda needed, unread: unread and not needed))


def pages_to_read(path: Path) -> tuple[int, ...]:
    """Both: every page that ``add_text_layer`` may find words on. Raises UnreadableError."""
    return tuple(_pages(path, lambda needed, unread: needed or unread))


def _pages(path: Path, wanted: Callable[[bool, bool], bool]) -> Iterator[int]:
    with open_pdf(path) as document, drawn_pages(path) as drawn:
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
def drawn_pages(path: Path) -> Iterator[_OtherReaders]:
    """A PDF as pdfium and qpdf have it."""
    with ExitStack() as stack:
        readers, data = _OtherReaders([], iter(())), path.read_bytes()
        with suppress(UnreadablePdfError):
            readers.pages = stack.enter_context(open_pages(data))
        with suppress(UnreadablePdfError):
            readers.contents = ContentReader(stack.enter_context(open_objects(data))).pages()
        yield readers


def _needs_ocr(page: Any) -> bool:
    text = text_of(page)
    return is_garbled(text) or (len(text) < FEW_CHARACTERS and _is_drawn(page))


def text_of(page: Any) -> str:
    """The text of a MuPDF page without white space."""
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
    if layer and is_poor(read_page(page)):
        layer = []
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
    return unread_place(drawn, eyes, text_of(page), shown) is not None


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
