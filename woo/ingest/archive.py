"""The reader of zip archives: a page lists what is in it, and each file is an attachment."""

import zipfile
from pathlib import Path, PurePosixPath

from woo.errors import UnreadableError
from woo.ingest.parts import tidy_name
from woo.ingest.rendition import Sheet, write_rendition
from woo.model.document import Attachment, Document, DocumentKind
from woo.text.unpacking import DAMAGED, TooLargeError, UnpackLimits, check_limits

# All files are in memory at once, until they are kept.
_LIMITS = UnpackLimits(entries=2_000, total=300 * 1024 * 1024)
_ENCRYPTED = 0x1  # general purpose bit flag (APPNOTE.TXT, 4.4.4)
# What file managers leave behind: nobody wrote it.
_LEFT_BEHIND = frozenset([".ds_store", "thumbs.db", "desktop.ini"])
_FOLDER_LEFT_BEHIND = "__MACOSX/"


def read_archive(path: Path, rendition: Path) -> Document:
    """The names of the files in a zip, typeset; the files themselves are its attachments.

    Raises UnreadableError when it is damaged, locked, empty or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if any(entry.flag_bits & _ENCRYPTED for entry in entries):
                raise _locked()
            check_limits(archive, _LIMITS)
            files = [entry for entry in entries if not _is_left_behind(entry.filename)]
            attachments = tuple(_attachment(archive, entry) for entry in files)
    except TooLargeError:
        raise _too_large() from None
    except DAMAGED:
        raise _damaged() from None
    if not attachments:
        raise _empty()
    names = "\n".join(entry.filename for entry in files)
    sheet = Sheet(template="text.typ.j2", title=path.name, text=f"Inhoud:\n\n{names}")
    pages, notes = write_rendition(sheet, rendition)
    return Document(
        kind=DocumentKind.TEXT,
        untrusted_title=path.stem,
        pages=pages,
        pdf=rendition,
        attachments=attachments,
        notes=(*_notes(len(entries) - len(files)), *notes),
    )


def _is_left_behind(name: str) -> bool:
    return name.startswith(_FOLDER_LEFT_BEHIND) or (
        PurePosixPath(name).name.casefold() in _LEFT_BEHIND
    )


def _attachment(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Attachment:
    name = tidy_name(PurePosixPath(entry.filename).name) or "naamloos"
    return Attachment(untrusted_name=name, untrusted_bytes=archive.read(entry))


def _notes(left_behind: int) -> tuple[str, ...]:
    note = "Aantal bestanden van het besturingssysteem, dat niet is gelezen"
    return (f"{note}: {left_behind}.",) if left_behind else ()


def _locked() -> UnreadableError:
    return UnreadableError(
        "Dit zip-bestand is beveiligd met een wachtwoord.",
        "Pak het uit met het wachtwoord en voeg de bestanden toe.",
    )


def _too_large() -> UnreadableError:
    return UnreadableError(
        "Dit zip-bestand wordt bij het uitpakken te groot.",
        "Pak het zelf uit en voeg de bestanden toe, of voeg de map toe.",
    )


def _damaged() -> UnreadableError:
    return UnreadableError(
        "Dit zip-bestand is beschadigd.", "Vraag de afzender om een nieuw exemplaar."
    )


def _empty() -> UnreadableError:
    return UnreadableError(
        "In dit zip-bestand zitten geen bestanden.", "Vraag de afzender om een nieuw exemplaar."
    )
