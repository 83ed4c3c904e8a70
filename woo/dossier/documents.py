"""The documents of a dossier: how they came in, what was read, what number they got."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from woo.dossier import audit
from woo.dossier.layout import suffix_of
from woo.dossier.schema import arrivals, documents
from woo.errors import InputError
from woo.model.document import Contact, Document, DocumentKind
from woo.model.record import DocumentType, Judgement


class Arrival(StrEnum):
    """What a file that turned up is."""

    NEW = "new"
    KNOWN = "known"  # the same file again: no news
    DUPLICATE = "duplicate"  # the same bytes elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document as the index knows it; ``kind`` is None while it has not been read."""

    id: str
    number: str | None
    arrival: int
    parent: str | None
    refers_to: str | None
    sha256: str
    suffix: str
    untrusted_name: str = field(repr=False)
    depth: int
    kind: DocumentKind | None
    untrusted_title: str = field(repr=False)
    dated: date | None
    message_id: str = field(repr=False)
    references: tuple[str, ...] = field(repr=False)
    notes: tuple[str, ...]
    page_count: int
    document_type: DocumentType | None
    drafted_marks: dict[str, int]
    judgement: Judgement | None
    judgement_grounds: tuple[str, ...]
    link: str


def arrive(
    connection: Connection,
    *,
    origin: str,
    sha256: str,
    name: str,
    parent: Entry | None = None,
    refers_to: Entry | None = None,
) -> Arrival:
    """Note that a file turned up.

    ``parent`` is what it was attached to, ``refers_to`` the letter that it is about. The same
    origin and bytes again is no news. The same bytes from elsewhere are a duplicate, which is
    logged.
    """
    key = (arrivals.c.origin == origin) & (arrivals.c.sha256 == sha256)
    if connection.execute(select(arrivals.c.document).where(key)).first():
        return Arrival.KNOWN
    known = connection.execute(
        select(documents.c.id).where(documents.c.sha256 == sha256)
    ).scalar_one_or_none()
    document = known or f"d-{secrets.token_hex(4)}"
    if known is None:
        last = connection.execute(select(func.max(documents.c.arrival))).scalar() or 0
        connection.execute(
            insert(documents).values(
                id=document,
                arrival=last + 1,
                parent=parent.id if parent else None,
                refers_to=refers_to.id if refers_to else None,
                sha256=sha256,
                suffix=suffix_of(name),
                untrusted_name=name,
                depth=parent.depth + 1 if parent else 0,
            )
        )
    connection.execute(
        insert(arrivals).values(
            origin=origin, sha256=sha256, document=document, duplicate=known is not None
        )
    )
    audit.append(connection, "duplicate" if known else "add", document=document)
    return Arrival.DUPLICATE if known else Arrival.NEW


def store_reading(
    connection: Connection,
    document_id: str,
    document: Document,
    document_type: DocumentType | None = None,
    drafted_marks: dict[str, int] | None = None,
) -> None:
    """Keep what the reader found."""
    connection.execute(
        update(documents)
        .where(documents.c.id == document_id)
        .values(
            kind=document.kind.value,
            untrusted_title=document.untrusted_title,
            pages=list(document.pages),
            page_count=len(document.pages),
            dated=document.dated,
            contacts=[[contact.name, contact.address] for contact in document.contacts],
            message_id=document.message_id,
            references=list(document.references),
            notes=list(document.notes),
            document_type=document_type.value if document_type else None,
            drafted_marks=drafted_marks or {},
        )
    )


def all_entries(connection: Connection) -> tuple[Entry, ...]:
    """Every document, by number, and by arrival where there is no number yet."""
    rows = connection.execute(
        select(*_ENTRY_COLUMNS).order_by(documents.c.number.nulls_last(), documents.c.arrival)
    )
    return tuple(_entry(row) for row in rows)


def entry(connection: Connection, document_id: str) -> Entry:
    """One document by its id. Raises InputError when there is none."""
    return _one_entry(connection, documents.c.id == document_id)


def entry_by_number(connection: Connection, number: str) -> Entry:
    """One document by its number; ``7`` finds ``0007``. Raises InputError when there is none."""
    return _one_entry(connection, documents.c.number == number.strip().zfill(NUMBER_WIDTH))


def entry_of_file(connection: Connection, sha256: str) -> Entry:
    """The document with these bytes. Raises InputError when there is none."""
    return _one_entry(connection, documents.c.sha256 == sha256)


def has_other_version(connection: Connection, origin: str, sha256: str) -> bool:
    """Tell whether another file came from the same place before."""
    other = (arrivals.c.origin == origin) & (arrivals.c.sha256 != sha256)
    return connection.execute(select(arrivals.c.document).where(other)).first() is not None


def load_document(connection: Connection, document_id: str, rendition: Path) -> Document:
    """The document as the stages see it."""
    row = connection.execute(select(documents).where(documents.c.id == document_id)).one()
    return Document(
        kind=DocumentKind(row.kind),
        untrusted_title=row.untrusted_title,
        pages=tuple(row.pages),
        pdf=rendition,
        dated=row.dated,
        contacts=tuple(Contact(name, address) for name, address in row.contacts),
        message_id=row.message_id,
        references=tuple(row.references),
        notes=tuple(row.notes),
    )


def duplicates_of(connection: Connection) -> dict[str, int]:
    """How often each document turned up again elsewhere, by document id."""
    rows = connection.execute(
        select(arrivals.c.document, func.count())
        .where(arrivals.c.duplicate)
        .group_by(arrivals.c.document)
    )
    return {row.document: row[1] for row in rows}


NUMBER_WIDTH = 4


def assign_numbers(connection: Connection) -> int:
    """Number what has no number yet: families together, in order of date; give how many.

    A number once given never changes.
    """
    entries = all_entries(connection)
    fresh = [item for item in entries if item.number is None]
    families: dict[str, list[Entry]] = {}
    by_id = {item.id: item for item in entries}
    for item in fresh:
        families.setdefault(_root(item, by_id).id, []).append(item)
    ordered = sorted(families.items(), key=lambda family: _family_order(by_id[family[0]]))
    number = len(entries) - len(fresh)
    for _, members in ordered:
        for member in sorted(members, key=lambda item: item.arrival):
            number += 1
            connection.execute(
                update(documents)
                .where(documents.c.id == member.id)
                .values(number=str(number).zfill(NUMBER_WIDTH))
            )
    if fresh:
        audit.append(connection, "number", documents=len(fresh))
    return len(fresh)


def judge(
    connection: Connection,
    document_id: str,
    judgement: Judgement | None,
    grounds: Sequence[str] = (),
    link: str = "",
) -> None:
    """Keep a person's judgement of a whole document; None takes it back."""
    connection.execute(
        update(documents)
        .where(documents.c.id == document_id)
        .values(
            judgement=judgement.value if judgement else None,
            judgement_grounds=list(grounds),
            link=link,
        )
    )
    audit.append(
        connection,
        "judge",
        document=document_id,
        judgement=judgement.value if judgement else "withdrawn",
    )


_ENTRY_COLUMNS = tuple(column for column in documents.c if column.name not in {"pages", "contacts"})


def _one_entry(connection: Connection, condition: Any) -> Entry:
    row = connection.execute(select(*_ENTRY_COLUMNS).where(condition)).one_or_none()
    if row is None:
        raise InputError(
            "Dit document staat niet in het dossier.", "Bekijk de nummers met: woo status."
        )
    return _entry(row)


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        id=row.id,
        number=row.number,
        arrival=row.arrival,
        parent=row.parent,
        refers_to=row.refers_to,
        sha256=row.sha256,
        suffix=row.suffix,
        untrusted_name=row.untrusted_name,
        depth=row.depth,
        kind=DocumentKind(row.kind) if row.kind else None,
        untrusted_title=row.untrusted_title or row.untrusted_name,
        dated=row.dated,
        message_id=row.message_id or "",
        references=tuple(row.references or ()),
        notes=tuple(row.notes or ()),
        page_count=row.page_count or 0,
        document_type=DocumentType(row.document_type) if row.document_type else None,
        drafted_marks=row.drafted_marks or {},
        judgement=Judgement(row.judgement) if row.judgement else None,
        judgement_grounds=tuple(row.judgement_grounds or ()),
        link=row.link or "",
    )


def _root(item: Entry, by_id: dict[str, Entry]) -> Entry:
    while item.parent is not None:
        item = by_id[item.parent]
    return item


def _family_order(item: Entry) -> tuple[date, int]:
    return (item.dated or date.max, item.arrival)
