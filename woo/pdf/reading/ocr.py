"""Reads what is a picture: Tesseract's words are laid invisibly over scans and pictures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from woo.errors import UnreadableError
from woo.pdf.examining.eyesight import Eyesight
from woo.pdf.examining.pdfium_pages import PdfiumPage
from woo.pdf.reading.invisible import lay, layer_font
from woo.pdf.reading.letterforms import is_garbled
from woo.pdf.reading.oldlayer import apart_from, is_untrusted, layer_words, makes_more_sense
from woo.pdf.reading.pagepicture import become_picture
from woo.pdf.reading.poorpages import are_unsure
from woo.pdf.reading.recognition import added, placed, recognise
from woo.pdf.reading.sheets import Images, PageViews, Readable, sheets_of, whole_page
from woo.pdf.reading.tesseract import Word, check_available
from woo.pdf.reading.textlayer import TextPage, load_page, open_pdf, read_page
from woo.pdf.reading.unlaying import take_out
from woo.pdf.reading.unread import drawn_pages, text_of
from woo.text.files import atomic_path
from woo.text.machine import cores


@dataclass(frozen=True, slots=True)
class Layered:
    """The pages, from 1, that got a text layer, and those of which Tesseract was unsure."""

    pages: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()


def add_text_layer(path: Path, out: Path, pages: Sequence[int]) -> Layered:
    """Write a copy of ``path`` to ``out`` with a text layer on ``pages``.

    Of a page with text only the pictures are read, and letters that are drawn as outlines. What is
    drawn stays as it is, but a page with unreadable fonts becomes a picture. Invisible text that a
    scanner laid over its picture goes where it makes less sense than what is read here. Pages
    count from 1.
    Raises MissingError without Tesseract or its Dutch data and UnreadableError when it fails, or
    when the file is too damaged to be written.
    """
    import pikepdf

    check_available()
    try:
        with open_pdf(path) as seen, pikepdf.open(path) as pdf, drawn_pages(path) as drawn:
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


def _read_all(opened: _Opened, pages: Iterable[int]) -> Layered:
    font, layered, unsure = None, [], []
    with ThreadPoolExecutor(cores()) as pool:
        for asked in _asked(opened, pages, _Reader(pool)):
            words = asked.words()
            if are_unsure(words):
                unsure.append(asked.number)
            words = _beside_old_layer(opened, asked, words)
            if words:
                font = font or layer_font(opened.pdf)
                lay(opened.pdf, opened.pdf.pages[asked.number - 1], words, font)
                layered.append(asked.number)
    return Layered(tuple(layered), tuple(unsure))


def _beside_old_layer(opened: _Opened, asked: "_Asked", words: list[Word]) -> list[Word]:
    """What is to be laid over a page that had a text layer already, which may be taken out.

    Of the worse reading stays what it saw where the better one saw nothing.
    """
    if asked.old is None:
        return words
    media = opened.seen[asked.number - 1].mediabox
    old = list(layer_words(asked.old, media))
    page = opened.pdf.pages[asked.number - 1]
    if makes_more_sense(words, asked.old) and take_out(opened.pdf, page):
        return added(words, apart_from(words, old))
    return list(apart_from(old, words))


@dataclass(frozen=True, slots=True)
class _Asked:
    """One page with what is being read of it; ``old`` is its text when that is not trusted."""

    number: int
    reading: list[tuple[Readable, "Future[list[Word]]"]] = field(repr=False)
    old: TextPage | None = field(default=None, repr=False)

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
        old = None
        if is_garbled(text_of(seen)):
            become_picture(opened.pdf, stored, seen)
            sheets: Iterable[Readable] = whole_page(stored, images)
        else:
            text = read_page(seen)
            old = text if text.unseen and is_untrusted(text) else None
            views = PageViews(seen, stored, opened.drawn.get(number))
            sheets = sheets_of(views, text, images, eyes, read_again=old is not None)
        waiting.append(_Asked(number, [(one, reader.read(one)) for one in sheets], old))
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
