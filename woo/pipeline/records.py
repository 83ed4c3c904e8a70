"""Every document as a line of the inventarislijst."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from woo.dossier.decisions import load_decisions
from woo.dossier.documents import Entry, all_entries, duplicates_of
from woo.dossier.dossier import Dossier
from woo.dossier.steps import Stage, steps_of
from woo.errors import InputError, RefusedError
from woo.model.document import DocumentKind
from woo.model.record import Judgement, Record
from woo.pipeline.basis import load_basis
from woo.pipeline.judging import unapproved
from woo.pipeline.redaction import WHOLLY_WITHHELD, leaks_of
from woo.pipeline.titles import clean_title
from woo.reference.grounds import all_grounds, ground


def build_records(dossier: Dossier, connection: Connection) -> tuple[Record, ...]:
    """One record per document, by number.

    Raises RefusedError when a document has no judgement yet: it could not be read and nobody
    judged it, or its decisions were not approved.
    """
    entries = all_entries(connection)
    _refuse_unjudged(connection, entries)
    decided = steps_of(connection, Stage.DECIDE)
    verified = verified_hashes(connection)
    threads = thread_starts(entries)
    numbers = {item.id: item.number or "" for item in entries}
    again = duplicates_of(connection)
    return tuple(
        _record(
            item,
            marks=count_marks(connection, item),
            title=decided[item.id].result["title"]
            if item.id in decided
            else _title_unread(dossier, connection, item),
            numbers=numbers,
            thread=threads.get(item.id),
            duplicates=again.get(item.id, 0),
            sha256=verified.get(item.id),
        )
        for item in entries
    )


def _refuse_unjudged(connection: Connection, entries: Sequence[Entry]) -> None:
    waiting = {item.id for item in unapproved(connection)}
    decided = steps_of(connection, Stage.DECIDE)
    open_ones = [
        item.number or item.id
        for item in entries
        if item.judgement not in WHOLLY_WITHHELD and (item.id not in decided or item.id in waiting)
    ]
    if open_ones:
        shown = ", ".join(open_ones[:10]) + (" …" if len(open_ones) > 10 else "")
        raise RefusedError(
            f"Nog niet beoordeeld: {shown}.",
            "Beoordeel ze met: woo review accept, of voor één document: woo review judge.",
        )


def verified_hashes(connection: Connection) -> dict[str, str]:
    """SHA-256 of every redacted file that was shown clean, by document id."""
    steps = steps_of(connection, Stage.VERIFY)
    return {
        document: steps[document].result["redacted"]
        for document, leaks in leaks_of(connection).items()
        if not leaks
    }


def _title_unread(dossier: Dossier, connection: Connection, item: Entry) -> str:
    """The cleaned file name of a document that could not be read and was judged by a person."""
    return clean_title(item.untrusted_name, load_basis(dossier, connection), ())


def count_marks(connection: Connection, item: Entry) -> dict[str, int]:
    """Marks per ground: what was redacted, and the blocks that were there since the draft."""
    counts = Counter(item.drafted_marks)
    for decision in load_decisions(connection, item.id):
        if decision.redact:
            counts.update(reason.code for reason in decision.grounds)
    order = list(all_grounds())
    return {code: counts[code] for code in sorted(counts, key=order.index)}


def _record(
    item: Entry,
    *,
    marks: Mapping[str, int],
    title: str,
    numbers: Mapping[str, str],
    thread: str | None,
    duplicates: int,
    sha256: str | None,
) -> Record:
    judgement = item.judgement or (Judgement.PARTLY_PUBLIC if marks else Judgement.PUBLIC)
    family, refers_to = numbers.get(item.parent or ""), numbers.get(item.refers_to or "")
    withheld = judgement in WHOLLY_WITHHELD
    return Record(
        number=item.number or "",
        title=title,
        kind=item.kind or DocumentKind.UNREAD,
        dated=item.dated,
        judgement=judgement,
        grounds=tuple(ground(code) for code in (item.judgement_grounds if withheld else marks)),
        marks=0 if withheld else sum(marks.values()),
        marks_by_ground={} if withheld else dict(marks),
        pages=item.page_count,
        family=family,
        thread=thread,
        refers_to=refers_to,
        remarks=_remarks(family, refers_to, duplicates),
        link=item.link,
        file_name=None if withheld else f"{item.number}.pdf",
        sha256=None if withheld else sha256,
        document_type=item.document_type,
    )


def _remarks(family: str | None, refers_to: str | None, duplicates: int) -> str:
    parts = []
    if family:
        parts.append(f"Bijlage bij {family}.")
    if refers_to:
        parts.append(f"Nota bij {refers_to}.")
    if duplicates == 1:
        parts.append("Ook op één andere plaats aangetroffen.")
    if duplicates > 1:
        parts.append(f"Ook op {duplicates} andere plaatsen aangetroffen.")
    return " ".join(parts)


def decided_on(dossier: Dossier) -> date:
    """The date of the besluit. Raises InputError when it was not filled in."""
    decided = dossier.settings.besluitdatum
    if decided is None:
        raise InputError(
            "De datum van het besluit ontbreekt.", "Vul 'besluitdatum' in dossier.toml in."
        )
    return decided


def thread_starts(entries: Sequence[Entry]) -> dict[str, str]:
    """The number of the first message of each e-mail's conversation, by document id.

    Messages belong together when one refers to the other, or both to a third (RFC 5322, 3.6.4).
    """
    group: dict[str, str] = {}

    def root(message: str) -> str:
        while group.setdefault(message, message) != message:
            message = group[message]
        return message

    mails = [item for item in entries if item.message_id]
    for item in mails:
        for other in item.references:
            group[root(other)] = root(item.message_id)
    first: dict[str, str] = {}
    for item in sorted(mails, key=lambda mail: mail.number or ""):
        first.setdefault(root(item.message_id), item.number or "")
    return {item.id: first[root(item.message_id)] for item in mails}
