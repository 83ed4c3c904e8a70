"""The reader of PDF files."""

import shutil
from pathlib import Path

from woo.model.document import Attachment, Document, DocumentKind
from woo.pdf.reading.intake import Intake, damage_explained, examine
from woo.pdf.reading.ocr import add_text_layer, needs_ocr, unread_pictures
from woo.pdf.reading.textlayer import read_pages
from woo.text.files import atomic_path


def read_pdf(path: Path, rendition: Path) -> Document:
    """A PDF as it is; pages that are pictures get a text layer in the rendition.

    Raises UnreadableError when the file is locked or damaged, MissingError when it is a scan and
    Tesseract is not there.
    """
    intake = examine(path)
    with damage_explained():
        scans = needs_ocr(path)
    if scans:
        add_text_layer(path, rendition, scans)
    else:
        with atomic_path(rendition) as temporary:
            shutil.copyfile(path, temporary)
    with damage_explained():
        pages = tuple(page.text for page in read_pages(rendition))
        pictures = picture_notes(rendition)
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
        notes=(*_notes(intake, scans), *pictures),
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


def picture_notes(rendition: Path) -> tuple[str, ...]:
    """A warning when pages hold pictures whose text nobody has read."""
    pages = unread_pictures(rendition)
    if not pages:
        return ()
    return (f"Aantal pagina's met een afbeelding waarvan de tekst niet is gelezen: {len(pages)}.",)
