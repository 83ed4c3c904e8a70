"""The readers of text files (.txt, .json and more) and of saved web pages (.html)."""

from pathlib import Path

from woo.errors import UnreadableError
from woo.ingest.charsets import decode_file
from woo.ingest.html_text import html_to_text
from woo.ingest.rendition import Sheet, write_rendition
from woo.model.document import Document, DocumentKind

_TEXT_ALONE = "Van deze webpagina staat alleen de tekst in de pdf, zonder plaatjes en opmaak."
LARGEST_TEXT = 10 * 1024 * 1024
"""Bytes; some 2,500 pages, half a minute."""


def read_plain_text(path: Path, rendition: Path) -> Document:
    """A text file, typeset line by line under its name."""
    return typeset_text(path, plain_text(path), rendition)


def plain_text(path: Path) -> str:
    """The text of a file without the mark of its character set, with one kind of line end."""
    return decoded(path).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_web_page(path: Path, rendition: Path) -> Document:
    """The text of a saved page, hidden text too, typeset under its name; nothing is fetched."""
    return typeset_text(path, html_to_text(decoded(path)), rendition, _TEXT_ALONE)


def typeset_text(path: Path, text: str, rendition: Path, *notes: str) -> Document:
    """``text`` as the contents of the file at ``path``, under its name."""
    sheet = Sheet(template="text.typ.j2", title=path.name, text=text.replace("\f", "\n\n"))
    pages, more = write_rendition(sheet, rendition)
    return Document(
        kind=DocumentKind.TEXT,
        untrusted_title=path.stem,
        pages=pages,
        pdf=rendition,
        notes=(*notes, *more),
    )


def read_text_only(path: Path) -> Document:
    """A text file as it is, in one page without a rendition: offsets count in the file."""
    return Document(kind=DocumentKind.TEXT, untrusted_title=path.stem, pages=(decoded(path),))


def decoded(path: Path) -> str:
    """The text of a file, in whatever character set; UnreadableError when it is too large."""
    if path.stat().st_size > LARGEST_TEXT:
        raise UnreadableError(
            "Dit tekstbestand is groter dan 10 MB.", "Splits het en voeg de delen los toe."
        )
    return decode_file(path.read_bytes())
