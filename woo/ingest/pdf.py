"""The reader of PDF files."""

import shutil
from collections.abc import Collection
from pathlib import Path

from woo.model.document import Attachment, Document, DocumentKind
from woo.pdf.reading.intake import Intake, damage_explained, examine
from woo.pdf.reading.ocr import Layered, add_text_layer
from woo.pdf.reading.poorpages import is_poor, poor_note
from woo.pdf.reading.tablerows import text_in_rows
from woo.pdf.reading.tesseract import is_available
from woo.pdf.reading.textlayer import read_pages
from woo.pdf.reading.unread import needs_ocr, unread_pictures
from woo.text.files import atomic_path


def read_pdf(path: Path, rendition: Path) -> Document:
    """A PDF as it is; pages and pictures that hold words get a text layer in the rendition.

    Raises UnreadableError when the file is locked or damaged, MissingError when it is a scan and
    Tesseract is not there.
    """
    intake = examine(path)
    with damage_explained():
        scans = needs_ocr(path)
    pages, notes = _read(path, rendition, scans)
    return Document(
        kind=DocumentKind.PDF,
        untrusted_title=path.stem,
        pages=pages,
        pdf=rendition,
        dated=intake.created,
        attachments=tuple(
            Attachment(untrusted_name=name, untrusted_bytes=content)
            for name, content in intake.embedded
        ),
        notes=(*_notes(intake, scans), *notes),
    )


def _notes(intake: Intake, scans: tuple[int, ...]) -> tuple[str, ...]:
    notes: list[str] = []
    if scans:
        notes.append(f"Aantal gescande pagina's, door tekstherkenning gelezen: {len(scans)}.")
    if intake.repaired:
        notes.append("Dit pdf-bestand was beschadigd en is hersteld. Vergelijk het origineel.")
    if intake.annotations:
        notes.append(f"Aantal aantekeningen in de pdf: {intake.annotations}.")
    return tuple(notes)


def with_pictures_read(rendition: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lay the words in the pictures of a PDF that we made ourselves over them.

    Gives the text of its pages, and notes.
    """
    return _read(rendition, rendition, ())


def _read(
    path: Path, rendition: Path, scans: tuple[int, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write ``path`` to ``rendition`` with its scans and pictures read; give its text, and notes.

    Without Tesseract a file with only pictures comes through unread, a scan does not.
    """
    with damage_explained():
        pictures = unread_pictures(path)
    is_unread = bool(pictures) and not scans and not is_available()
    layered = Layered()
    if (scans or pictures) and not is_unread:
        layered = add_text_layer(path, rendition, sorted({*scans, *pictures}))
        read = len(set(layered.pages) & set(pictures))
        notes = _picture_notes(read, "door tekstherkenning is gelezen")
    else:
        if path != rendition:
            with atomic_path(rendition) as temporary:
                shutil.copyfile(path, temporary)
        notes = _picture_notes(len(pictures) if is_unread else 0, "niet is gelezen")
    with damage_explained():
        pages, poor = _pages(rendition, layered.unsure)
    return pages, (*notes, *poor_note(poor))


def _pages(rendition: Path, unsure: Collection[int]) -> tuple[tuple[str, ...], set[int]]:
    """The text of the pages, and which of them were read badly."""
    pages, poor = [], set(unsure)
    for page in read_pages(rendition):
        pages.append(text_in_rows(page))
        if is_poor(page):
            poor.add(page.number)
    return tuple(pages), poor


def _picture_notes(pages: int, what: str) -> tuple[str, ...]:
    return (f"Aantal pagina's met een afbeelding waarvan de tekst {what}: {pages}.",) * (pages > 0)
