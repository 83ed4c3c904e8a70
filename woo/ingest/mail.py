"""An e-mail as a document, whatever file it came in: a header block, text and attachments."""

from pathlib import Path

from woo.errors import UnreadableError
from woo.ingest.clock import written_moment
from woo.ingest.message import Headers
from woo.ingest.parts import Contents
from woo.ingest.rendition import Row, Sheet, write_rendition
from woo.model.document import Attachment, Document, DocumentKind

NO_SUBJECT = "(geen onderwerp)"
# Base64 adds a third, and the parsers hold the message several times.
LARGEST_MESSAGE = 150 * 1024 * 1024
"""Bytes."""

_LABELS = {
    "From": "Van",
    "Sender": "Verzonden door",
    "Reply-To": "Antwoord aan",
    "To": "Aan",
    "Cc": "Cc",
    "Bcc": "Bcc",
}


def check_size(path: Path) -> None:
    """Raise UnreadableError for an e-mail that is too large to take apart."""
    if path.stat().st_size > LARGEST_MESSAGE:
        raise UnreadableError(
            "Deze e-mail is groter dan 150 MB.",
            "Sla de tekst en de bijlagen los op en voeg die toe.",
        )


def typeset_mail(
    headers: Headers,
    contents: Contents,
    rendition: Path,
    written_date: str = "",
    facts: tuple[Row, ...] = (),
) -> Document:
    """The document, its pages typeset to ``rendition``.

    ``written_date`` is shown when the date cannot be read; ``facts`` are more rows for the header.
    """
    subject = headers.fields["Subject"] or NO_SUBJECT
    rows = _rows(headers, subject, written_date, facts, contents.attachments)
    sheet = Sheet(template="email.typ.j2", title=subject, text=contents.text, rows=rows)
    pages, notes = write_rendition(sheet, rendition)
    return Document(
        kind=DocumentKind.EMAIL,
        untrusted_title=subject,
        pages=pages,
        pdf=rendition,
        dated=headers.sent.date() if headers.sent else None,
        contacts=headers.contacts,
        attachments=tuple(contents.attachments),
        message_id=headers.message_id,
        references=headers.references,
        notes=(*contents.notes, *notes),
    )


def _rows(
    headers: Headers,
    subject: str,
    written_date: str,
    facts: tuple[Row, ...],
    attachments: list[Attachment],
) -> tuple[Row, ...]:
    """The header block: each label with its lines; empty ones are left out."""
    people = [(label, headers.fields[name]) for name, label in _LABELS.items()]
    rows: list[Row] = [(label, (value,)) for label, value in people if value]
    date = written_moment(headers.sent) if headers.sent else written_date
    if date:
        rows.append(("Datum", (date,)))
    rows.append(("Onderwerp", (subject,)))
    rows.extend(facts)
    if attachments:
        rows.append(("Bijlagen", tuple(item.untrusted_name for item in attachments)))
    return tuple(rows)
