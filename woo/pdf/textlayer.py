"""The text of a PDF with the place of every character, read by MuPDF.

This is the one reading that findings count their offsets in: detection, review and redaction
all use it, so an offset means the same thing everywhere.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from woo.errors import UnreadableError
from woo.model.document import PAGE_BREAK
from woo.model.geometry import Box

_NO_BOX = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class TextPage:
    """One page: its text in reading order, and four numbers (x0, y0, x1, y1) per character.

    A line break, and a space that MuPDF inferred, has a box of zeroes. Points, from the top left
    of the unrotated page.
    """

    number: int
    text: str = field(repr=False)
    edges: Sequence[float] = field(repr=False)

    def box(self, index: int) -> Box | None:
        """Where character ``index`` stands, or None when nothing is drawn for it."""
        x0, y0, x1, y1 = self.edges[4 * index : 4 * index + 4]
        return Box(x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None


def open_pdf(path: Path, password: str | None = None) -> Any:
    """Open a PDF with MuPDF. Raises UnreadableError, in Dutch, when that cannot be done."""
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
    if document.page_count == 0:
        document.close()
        raise UnreadableError(
            "Dit pdf-bestand heeft geen pagina's.", "Vraag de afzender om een nieuw exemplaar."
        )
    return document


def read_pages(path: Path, password: str | None = None) -> Iterator[TextPage]:
    """The pages of a PDF one by one, so that memory does not grow with their number."""
    with open_pdf(path, password) as document:
        for page in document:
            yield read_page(page)


def read_page(page: Any) -> TextPage:
    """The text of one MuPDF page, also what stands outside its crop box or is drawn invisibly."""
    import pymupdf

    flags = (
        pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_ACCURATE_BBOXES
    ) & ~pymupdf.TEXT_MEDIABOX_CLIP
    characters: list[str] = []
    edges = array("f")
    raw = page.get_text("rawdict", flags=flags, clip=pymupdf.INFINITE_RECT())
    for block in raw["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for glyph in span["chars"]:
                    characters.append(glyph["c"] if glyph["c"] != PAGE_BREAK else " ")
                    edges.extend(glyph["bbox"])
            characters.append("\n")
            edges.extend(_NO_BOX)
    return TextPage(page.number + 1, "".join(characters), edges)
