"""The reader of e-mails (.eml)."""

from datetime import datetime
from pathlib import Path

from woo.errors import UnreadableError
from woo.ingest.message import Headers, header_text, parse_message, read_headers
from woo.ingest.parts import read_contents
from woo.ingest.rendition import Row, Sheet, write_rendition
from woo.model.document import Attachment, Document, DocumentKind
from woo.text.dates import long_date

NO_SUBJECT = "(geen onderwerp)"
# Base64 adds a third, and the parser holds the message several times.
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
_SIGNS_OF_MAIL = ("From", "To", "Subject", "Date", "Message-ID", "Received", "Content-Type")


def read_eml(path: Path, rendition: Path) -> Document:
    """An e-mail with its header, text and attachments.

    Raises UnreadableError when the file is not an e-mail, or is too large to take apart.
    """
    if path.stat().st_size > LARGEST_MESSAGE:
        raise UnreadableError(
            "Deze e-mail is groter dan 150 MB.",
            "Sla de tekst en de bijlagen los op en voeg die toe.",
        )
    message = parse_message(path.read_bytes())
    if not any(header_text(message, name) for name in _SIGNS_OF_MAIL):
        raise UnreadableError(
            "Dit bestand heet eml, maar is geen e-mailbericht.",
            "Open het in uw mailprogramma, sla het opnieuw op en voeg het opnieuw toe.",
        )
    headers = read_headers(message)
    contents = read_contents(message)
    subject = headers.fields["Subject"] or NO_SUBJECT
    written_date = header_text(message, "Date")
    rows = _rows(headers, subject, written_date, contents.attachments)
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
    headers: Headers, subject: str, written_date: str, attachments: list[Attachment]
) -> tuple[Row, ...]:
    """The header block: each label with its lines; empty ones are left out."""
    people = [(label, headers.fields[name]) for name, label in _LABELS.items()]
    rows: list[Row] = [(label, (value,)) for label, value in people if value]
    date = _dutch_date(headers.sent) if headers.sent else written_date
    if date:
        rows.append(("Datum", (date,)))
    rows.append(("Onderwerp", (subject,)))
    if attachments:
        rows.append(("Bijlagen", tuple(item.untrusted_name for item in attachments)))
    return tuple(rows)


def _dutch_date(sent: datetime) -> str:
    """As letters have it, with the sender's own zone: ``30 augustus 2024, 14:05 uur (+0200)``."""
    zone = sent.strftime("%z")
    written = f"{long_date(sent)}, {sent:%H:%M} uur"
    return f"{written} ({zone})" if zone else written
