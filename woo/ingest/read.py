"""Which reader reads which file."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from woo.errors import UnreadableError
from woo.ingest.archive import read_archive
from woo.ingest.cards import read_card
from woo.ingest.content import check_content
from woo.ingest.eml import read_eml
from woo.ingest.image import read_image
from woo.ingest.office import read_office
from woo.ingest.outlook.msg import read_msg
from woo.ingest.pdf import read_pdf
from woo.ingest.plain_text import read_plain_text, read_text_only, read_web_page
from woo.ingest.slides import read_slides
from woo.ingest.workbook.lists import read_list
from woo.ingest.workbook.reader import read_other_workbook, read_workbook
from woo.model.document import Document

Reader = Callable[[Path, Path], Document]
"""Reads a file and writes its rendition, a PDF, to the second path."""

READERS: dict[str, Reader] = {
    ".csv": read_list,
    ".doc": read_office,
    ".docx": read_office,
    ".eml": read_eml,
    ".htm": read_web_page,
    ".html": read_web_page,
    ".ics": read_card,
    ".jpeg": read_image,
    ".jpg": read_image,
    ".json": read_plain_text,
    ".log": read_plain_text,
    ".md": read_plain_text,
    ".msg": read_msg,
    ".ods": read_other_workbook,
    ".odp": read_slides,
    ".odt": read_office,
    ".pdf": read_pdf,
    ".png": read_image,
    ".ppt": read_slides,
    ".pptx": read_slides,
    ".rtf": read_office,
    ".tif": read_image,
    ".tiff": read_image,
    ".tsv": read_list,
    ".txt": read_plain_text,
    ".vcf": read_card,
    ".xls": read_other_workbook,
    ".xlsm": read_workbook,
    ".xlsx": read_workbook,
    ".xml": read_plain_text,
    ".zip": read_archive,
}


def read(path: Path, rendition: Path) -> Document:
    """Read the file at ``path`` and write the PDF that will be redacted to ``rendition``.

    Raises UnreadableError when the file cannot be read, MissingError when a program is needed
    that is not there, CrashError when a program takes too long.
    """
    reader = _reader(path)
    check_content(path)
    return _read_whole(reader, path, rendition)


def _read_whole(reader: Reader, path: Path, rendition: Path) -> Document:
    """Leave no rendition behind when reading fails half-way."""
    try:
        return reader(path, rendition)
    except BaseException:
        rendition.unlink(missing_ok=True)
        raise


def read_text(path: Path, rendition: Path | None = None) -> Document:
    """Read the file at ``path`` for its text alone.

    A text file is given as it is, so that offsets count in the file. Of other files a rendition
    is made and, without a place to keep it, thrown away: ``Document.pdf`` is then None.
    """
    reader = _reader(path)
    check_content(path)
    if reader in (read_plain_text, read_list):
        return read_text_only(path)
    if rendition is not None:
        return _read_whole(reader, path, rendition)
    with tempfile.TemporaryDirectory(prefix="woo-read-") as folder:
        return replace(reader(path, Path(folder) / "rendition.pdf"), pdf=None)


def _reader(path: Path) -> Reader:
    try:
        return READERS[path.suffix.lower()]
    except KeyError:
        suffixes = ", ".join(suffix[1:] for suffix in READERS)
        raise UnreadableError(
            "Dit type bestand kan niet worden gelezen.",
            f"Sla het op in een van deze formaten: {suffixes}.",
        ) from None
