"""The text of a PDF with the place of every character, read by MuPDF.

This is the one reading that findings count their offsets in: detection, review and redaction
all use it, so an offset means the same thing everywhere.

What is read: everything that is drawn as a glyph on the page, its visible annotations and its form
fields, in the order in which it is drawn. Also text in layers that are off, outside the crop box or
the media box, and drawn invisibly. Replacement text (ActualText) is not read: a forger can put
anything there.

Coordinates are those of ``woo.model.geometry``, which any other engine can compute. A box can lie
outside the media box.
"""

import math
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from typing import Any

from woo.errors import UnreadableError
from woo.model.geometry import Box

_NO_BOX = (0.0, 0.0, 0.0, 0.0)
_PAINTED = 0b110000  # MuPDF: filled or stroked

# Scale, dx and dy from MuPDF's page coordinates to ours.
Placing = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class TextPage:
    """One page: its text in reading order, and four numbers (x0, y0, x1, y1) per character.

    A box runs from the ascender to the descender of the font, over the advance of the glyph. A
    line break, and a space that MuPDF inferred, has a box of zeroes. ``visible`` is the crop box.
    ``unseen`` are the ranges of characters that are drawn invisibly: the layer that OCR lays over
    a scan, of which the boxes only roughly fit the letters in the picture. ``sizes`` are the
    offsets from which the type has another size, with that size.
    """

    number: int
    text: str = field(repr=False)
    edges: Sequence[float] = field(repr=False)
    visible: Box | None = None
    unseen: tuple[tuple[int, int], ...] = ()
    sizes: tuple[tuple[int, float], ...] = ()

    def size_at(self, index: int) -> float | None:
        """The size of the type of character ``index`` in points; None when not known."""
        place = bisect_right(self.sizes, (index, inf)) - 1
        return self.sizes[place][1] if place >= 0 and self.sizes[place][1] > 0 else None

    def box(self, index: int) -> Box | None:
        """Where character ``index`` stands, or None when nothing is drawn for it."""
        x0, y0, x1, y1 = self.edges[4 * index : 4 * index + 4]
        return Box(x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line of ``TextPage.text``, ``start`` to ``end``, with its first and last glyph."""

    start: int
    end: int
    first: Box
    last: Box


def drawn_lines(page: TextPage) -> Iterator[DrawnLine]:
    """The lines of a page that draw something, in the order of its text."""
    start = 0
    while start < len(page.text):
        end = page.text.find("\n", start)
        end = len(page.text) if end < 0 else end
        first = next((b for i in range(start, end) if (b := page.box(i))), None)
        last = next((b for i in range(end - 1, start - 1, -1) if (b := page.box(i))), None)
        if first is not None and last is not None:
            yield DrawnLine(start, end, first, last)
        start = end + 1


def open_pdf(path: Path, password: str | None = None, *, layers_on: bool = True) -> Any:
    """Open a PDF with MuPDF, by default with all layers on.

    Raises UnreadableError when that cannot be done.
    """
    import pymupdf

    pymupdf.TOOLS.mupdf_display_errors(on=False)
    pymupdf.TOOLS.mupdf_display_warnings(on=False)
    try:
        document = pymupdf.open(path, filetype="pdf")
    except (pymupdf.FileDataError, pymupdf.EmptyFileError, RuntimeError):
        raise UnreadableError(
            "Dit pdf-bestand is beschadigd of leeg.", "Vraag de afzender om een nieuw exemplaar."
        ) from None
    if document.needs_pass and not document.authenticate(password or ""):
        document.close()
        raise UnreadableError(
            "Dit pdf-bestand is beveiligd met een wachtwoord.",
            "Sla het op zonder wachtwoord en voeg het opnieuw toe.",
        )
    if not document.is_pdf or not _count(document):
        document.close()
        raise UnreadableError(
            "Dit pdf-bestand heeft geen pagina's.", "Vraag de afzender om een nieuw exemplaar."
        )
    if layers_on:
        _turn_layers_on(document)
    return document


def _count(document: Any) -> int:
    """The number of pages; 0 when the file gives one that cannot be."""
    try:
        return int(document.page_count)
    except RuntimeError:
        return 0


def check_readable(path: Path) -> None:
    """Raises UnreadableError, which says why, when a PDF cannot be opened."""
    open_pdf(path).close()


def _turn_layers_on(document: Any) -> None:
    """Without this dictionary every layer is drawn. Only in memory: the file stays as it is."""
    catalog = document.pdf_catalog()
    if catalog and document.xref_get_key(catalog, "OCProperties")[0] != "null":
        document.xref_set_key(catalog, "OCProperties", "null")


def read_pages(path: Path, password: str | None = None) -> Iterator[TextPage]:
    """The pages of a PDF one by one, so that memory does not grow with their number.

    Raises UnreadableError when a page cannot be read.
    """
    with open_pdf(path, password) as document:
        for number in range(document.page_count):
            yield read_page(load_page(document, number))


def loaded_pages(document: Any) -> Iterator[Any]:
    """Every page of a MuPDF document. Raises UnreadableError."""
    for number in range(document.page_count):
        yield load_page(document, number)


def load_page(document: Any, number: int) -> Any:
    """Page ``number`` (from 0) of a MuPDF document. Raises UnreadableError."""
    import pymupdf

    try:
        return document.load_page(number)
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError):
        raise UnreadableError(
            f"Pagina {number + 1} van dit pdf-bestand is beschadigd.",
            "Vraag de afzender om een nieuw exemplaar.",
        ) from None


def read_page(page: Any) -> TextPage:
    """The text of one MuPDF page. Raises UnreadableError for a letter beyond Unicode."""
    import pymupdf

    flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_IGNORE_ACTUALTEXT
    to_place, visible = placing(page)
    try:
        raw = page.get_text("rawdict", flags=flags, clip=pymupdf.INFINITE_RECT())
    except SystemError:  # PyMuPDF makes a character of any number that a ToUnicode map gives
        raise UnreadableError(
            f"Pagina {page.number + 1} van dit pdf-bestand heeft letters die niet bestaan.",
            "Druk het bestand af naar een nieuwe pdf.",
        ) from None
    characters: list[str] = []
    edges = array("f")
    unseen: list[tuple[int, int]] = []
    sizes: list[tuple[int, float]] = []
    for block in raw["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                start = len(characters)
                sizes.append((start, span["size"] * to_place[0]))
                for glyph in span["chars"]:
                    characters.append(glyph["c"] if glyph["c"] not in "\f\n\r" else " ")
                    edges.extend(_NO_BOX if glyph["synthetic"] else glyph["bbox"])
                if not span["char_flags"] & _PAINTED:
                    unseen.append((start, len(characters)))
            characters.append("\n")
            edges.extend(_NO_BOX)
    text = "".join(characters)
    placed = _placed(edges, to_place)
    return TextPage(page.number + 1, text, placed, visible, tuple(unseen), tuple(sizes))


def placing(page: Any) -> tuple[Placing, Box]:
    """How MuPDF's page coordinates become ours, and the visible part.

    Raises UnreadableError for a page that has no size.
    """
    rotation = page.rotation
    if rotation:
        page.set_rotation(0)
    try:
        matrix, media, shown = page.transformation_matrix, page.mediabox, page.rect
    finally:
        if rotation:
            page.set_rotation(rotation)
    # MuPDF: x = a·u + e and y = d·v + f with d = -a; ours: u - media.x0 and media.y1 - v.
    if not (matrix.a > 0 and math.isfinite(matrix.a)):
        raise UnreadableError(
            f"Pagina {page.number + 1} van dit pdf-bestand heeft een onmogelijke afmeting.",
            "Druk het bestand af naar een nieuwe pdf.",
        )
    scale = 1 / matrix.a
    dx, dy = -matrix.e * scale - media.x0, media.y1 - matrix.f * scale
    x0, y0 = shown.x0 * scale + dx, shown.y0 * scale + dy
    return (scale, dx, dy), Box(x0, y0, x0 + shown.width * scale, y0 + shown.height * scale)


def clip_of(page: Any, box: Box) -> Any:
    """A box of ours in MuPDF's coordinates of the unturned page, as ``get_pixmap`` takes it."""
    import pymupdf

    (scale, dx, dy), _ = placing(page)
    edges = (box.x0 - dx, box.y0 - dy, box.x1 - dx, box.y1 - dy)
    return pymupdf.Rect(*(edge / scale for edge in edges))


def _placed(edges: Sequence[float], to_place: Placing) -> Sequence[float]:
    scale, dx, dy = to_place
    if (scale, dx, dy) == (1, 0, 0):
        return edges
    placed = array("f")
    for index in range(0, len(edges), 4):
        box = tuple(edges[index : index + 4])
        if box == _NO_BOX:
            placed.extend(box)
            continue
        x0, y0, x1, y1 = box
        placed.extend((x0 * scale + dx, y0 * scale + dy, x1 * scale + dx, y1 * scale + dy))
    return placed


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where a page draws images and lines, in the coordinates of its text."""

    pictures: tuple[Box, ...] = ()
    paths: tuple[Box, ...] = ()


def read_drawing(page: Any) -> Drawing:
    """The images and paths of one MuPDF page."""
    (scale, dx, dy), _ = placing(page)
    boxes = [
        (kind, Box(x0 * scale + dx, y0 * scale + dy, x1 * scale + dx, y1 * scale + dy))
        for kind, (x0, y0, x1, y1) in page.get_bboxlog()
        if x1 >= x0 and y1 >= y0
    ]
    return Drawing(
        tuple(box for kind, box in boxes if kind in {"fill-image", "fill-imgmask"}),
        tuple(box for kind, box in boxes if kind in {"fill-path", "stroke-path"}),
    )
