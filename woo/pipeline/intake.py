"""Take files in: keep the original, read it, take in what is attached, number everything."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from woo.dossier.documents import (
    Arrival,
    all_entries,
    arrive,
    assign_numbers,
    entry,
    store_reading,
)
from woo.dossier.dossier import Dossier
from woo.dossier.layout import Layout
from woo.dossier.steps import Stage, fingerprint, forget
from woo.draft.reading.source import is_source
from woo.draft.render import render
from woo.errors import InputError, UnreadableError
from woo.ingest.read import read
from woo.model.document import Document, DocumentKind
from woo.model.record import DocumentType
from woo.pdf.reading.textlayer import read_pages
from woo.pipeline.draft_pictures import (
    DRAFT,
    keep_pictures,
    pictures_among,
    refuse_other_pictures,
    with_pictures,
)
from woo.pipeline.keeping import hash_file, keep_bytes, keep_file
from woo.pipeline.sets import keep_set, sets_among, without_sets
from woo.pipeline.sources import list_files
from woo.pipeline.stage import Job, Tally, Work, run_stage
from woo.pipeline.versions import version_of
from woo.text.files import temporary_folder, write_atomically

_PACKAGES = ("ingest", "draft", "pdf", "text")
MAX_DEPTH = 8  # an e-mail in an e-mail in an e-mail …


@dataclass(frozen=True, slots=True)
class ReadTask:
    """What a worker needs to read one file."""

    original: Path
    rendition: Path
    pictures: Path  # which ones belong to it, when it is a draft
    untrusted_name: str
    depth: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a worker read; the last two only for a draft of our own."""

    document: Document
    document_type: DocumentType | None = None
    drafted_marks: dict[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """What adding files came to."""

    arrivals: Counter[Arrival]
    numbered: int
    reading: Tally
    left_out: tuple[UnreadableError, ...] = ()  # files that could not be copied
    pictures: int = 0  # files that stand in a draft, and so are no document of their own


def add(work: Work, paths: Sequence[Path]) -> Intake:
    """Take in files and folders, with everything attached to them.

    Adding the same again changes nothing. A file that cannot be copied does not stop the rest.
    Raises InputError, before anything is taken in, when a path does not exist or is a part of the
    dossier itself, when a set has errors, or when a draft is here already with other pictures.
    """
    layout = work.dossier.layout
    files = list(list_files(paths))
    _refuse_own(layout, files)
    sets = sets_among(work.dossier, files)
    loose = list(without_sets(files))
    drafts = [path for path in loose if path.suffix.lower() == DRAFT]
    refuse_other_pictures(layout, [*drafts, *(path for one in sets for path in one.sources)])
    shown = pictures_among(drafts)
    arrivals: Counter[Arrival] = Counter()
    left_out: list[UnreadableError] = []
    for one in sets:
        arrivals += keep_set(work.dossier, one)
    documents = [path for path in loose if path.resolve() not in shown]
    for path in documents:
        try:
            if path in drafts:
                keep_pictures(layout, path)
            arrival, _ = keep_file(work.dossier, path)
            arrivals[arrival] += 1
        except UnreadableError as error:
            left_out.append(error)
    reading = read_all(work)
    with work.dossier.transaction() as connection:
        numbered = assign_numbers(connection)
    return Intake(arrivals, numbered, reading, tuple(left_out), len(loose) - len(documents))


def _refuse_own(layout: Layout, files: Sequence[Path]) -> None:
    if any(layout.is_own(path) for path in files):
        raise InputError(
            "In deze map staan bestanden van het dossier zelf.",
            "Voeg alleen toe wat u heeft verzameld.",
        )


def read_all(work: Work) -> Tally:
    """Read every document that has not been read, and what turns out to be attached to it."""
    total = Tally()
    tried: set[str] = set()
    layout = work.dossier.layout
    while marks := {name: mark for name, mark in _marks(work.dossier) if name not in tried}:
        total += run_stage(
            work, Stage.INGEST, marks, partial(_load, layout), _read, partial(_save, layout)
        )
        tried.update(marks)
    return total


def _marks(dossier: Dossier) -> list[tuple[str, str]]:
    with dossier.transaction() as connection:
        # Somebody may have thrown a rendition away: then it is made again.
        lost = [
            item.id
            for item in all_entries(connection)
            if not dossier.layout.rendition(item.id).exists()
        ]
        forget(connection, lost, Stage.INGEST)
        return [
            (item.id, fingerprint(item.sha256, version_of(*_PACKAGES)))
            for item in all_entries(connection)
        ]


def _load(layout: Layout, connection: Connection, document: str) -> ReadTask:
    item = entry(connection, document)
    return ReadTask(
        layout.original(item.sha256, item.suffix),
        layout.rendition(item.id),
        layout.pictures(item.sha256),
        item.untrusted_name,
        item.depth,
    )


def _read(job: Job[ReadTask]) -> Reading:
    task = job.task
    if task.original.suffix == DRAFT and _is_draft(task.original):
        return _read_draft(task)
    # Originals are named by their hash; a reader sees the name that the file came with.
    with temporary_folder(task.rendition.parent) as folder:
        named = folder / file_name(task.untrusted_name, task.original.suffix)
        named.symlink_to(task.original.resolve())
        document = read(named, task.rendition)
    if document.attachments and task.depth >= MAX_DEPTH:
        raise too_deep()
    return Reading(document)


def too_deep() -> UnreadableError:
    """The error for a file in a file in a file …, more than ``MAX_DEPTH``."""
    return UnreadableError(
        "Hier zitten te veel e-mails in elkaar.",
        "Sla de binnenste bijlagen los op en voeg ze apart toe.",
    )


def file_name(untrusted_name: str, suffix: str) -> str:
    """A name from outside as the name of a file: no path, no control signs, not too long."""
    plain = "".join(c if c.isprintable() and c not in "/\\:" else " " for c in untrusted_name)
    stem = " ".join(plain.removesuffix(suffix).split()).strip(". ")
    return f"{stem[:60] or 'naamloos'}{suffix}"


def _is_draft(original: Path) -> bool:
    """Whether Markdown is a draft of our own; other Markdown is read as text."""
    return is_source(original.read_text("utf-8", errors="replace"))


def _read_draft(task: ReadTask) -> Reading:
    """Typeset the public version of a draft: what is marked never gets into the rendition."""
    try:
        text = task.original.read_text("utf-8")
    except UnicodeDecodeError:
        raise UnreadableError(
            "Dit bestand is geen tekst in UTF-8.", "Sla het op als UTF-8 en voeg het opnieuw toe."
        ) from None
    with with_pictures(task.pictures, task.rendition.parent) as folder:
        drafted = render(text, public=True, to="pdf", folder=folder, templates=None)
    write_atomically(task.rendition, drafted.content)
    document = Document(
        kind=DocumentKind.TEXT,
        untrusted_title=drafted.title,
        pages=tuple(page.text for page in read_pages(task.rendition)),
        pdf=task.rendition,
        dated=drafted.dated,
    )
    return Reading(document, _DOCUMENT_TYPES.get(drafted.kind), drafted.marks_by_ground)


_DOCUMENT_TYPES = {
    "nota": DocumentType.NOTA,
    "kamerbrief": DocumentType.KAMERBRIEF,
    "aanbiedingsbrief": DocumentType.KAMERBRIEF,
    "kamervragen": DocumentType.KAMERBRIEF,
    "kamerstuk": DocumentType.KAMERSTUK,
    "woo-besluit": DocumentType.BESLUIT,
}


def _save(
    layout: Layout, connection: Connection, job: Job[ReadTask], reading: Reading
) -> dict[str, Any]:
    """Keep a reading, and take in what was attached."""
    document = reading.document
    store_reading(connection, job.document, document, reading.document_type, reading.drafted_marks)
    parent = entry(connection, job.document)
    for index, attachment in enumerate(document.attachments):
        name = attachment.untrusted_name
        arrive(
            connection,
            origin=f"{parent.id}#{index}",
            sha256=keep_bytes(layout, attachment.untrusted_bytes, name),
            name=name,
            parent=parent,
        )
    contacts = [f"{contact.name}\x00{contact.address}" for contact in document.contacts]
    return {
        "text": fingerprint(document.untrusted_title, *document.pages, *contacts),
        "rendition": hash_file(job.task.rendition),
    }
