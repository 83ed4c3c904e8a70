"""Read an e-mail (RFC 5322, MIME): headers, body text and attachments.

The standard library parses the structure with its ``compat32`` policy: the newer policy raises on
many broken headers, at parsing and at every look, and real dossiers are full of those. Nothing
here raises on bad input except for limits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from woo.errors import UnreadableError
from woo.ingest.charsets import decode
from woo.model.document import Contact

ADDRESS_HEADERS = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc")
_MESSAGE_ID = re.compile(r"<([^<>\s]+)>")
# Longer headers occur only in attacks and broken files; the parsers of the library are slow there.
_LONGEST_HEADER = 200_000
_MOST_PARTS = 5_000


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers that a reader sees, decoded. A missing one is empty."""

    fields: dict[str, str] = field(repr=False)
    contacts: tuple[Contact, ...] = field(repr=False)
    sent: datetime | None
    message_id: str = field(repr=False)
    references: tuple[str, ...] = field(repr=False)


def parse_message(content: bytes) -> Message:
    """The structure of an e-mail. Raises UnreadableError when it is nested too deeply."""
    try:
        message = message_from_bytes(content)
        parts = sum(1 for _ in message.walk())
    except (RecursionError, MessageError):
        raise _too_complex() from None
    if parts > _MOST_PARTS:
        raise _too_complex()
    return message


def _too_complex() -> UnreadableError:
    return UnreadableError(
        "Dit e-mailbestand is te ingewikkeld opgebouwd of beschadigd.",
        "Open het in uw mailprogramma, sla het opnieuw op en voeg het opnieuw toe.",
    )


def read_headers(message: Message) -> Headers:
    """Everything the header says about who, when and which message is answered."""
    ids = [*_ids(message, "References"), *_ids(message, "In-Reply-To")]
    own = _ids(message, "Message-ID")
    return Headers(
        fields={name: header_text(message, name) for name in (*ADDRESS_HEADERS, "Subject")},
        contacts=tuple(
            dict.fromkeys(
                contact for name in ADDRESS_HEADERS for contact in header_contacts(message, name)
            )
        ),
        sent=_sent(message),
        message_id=own[0] if own else "",
        references=tuple(dict.fromkeys(ids)),
    )


def header_text(message: Message, name: str) -> str:
    """All headers with this name, unfolded and decoded, joined by a comma."""
    texts = (decode_words(raw) for raw in raw_headers(message, name))
    return ", ".join(text for text in texts if text)


def raw_headers(message: Message, name: str) -> Iterator[str]:
    """The headers with this name as they stand in the file, bytes outside ASCII decoded."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            raw = str(value)[:_LONGEST_HEADER].encode("utf-8", "surrogateescape")
            yield " ".join(decode(raw).split())


def decode_words(raw: str) -> str:
    """Encoded words (RFC 2047) as text; broken ones stay as they are written."""
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        return raw
    text = "".join(
        decode(piece, charset or "") if isinstance(piece, bytes) else piece
        for piece, charset in pieces
    )
    return " ".join(text.split())


def header_contacts(message: Message, name: str) -> Iterator[Contact]:
    """The people in all headers with this name."""
    for display, address in _addresses(list(raw_headers(message, name))):
        if display or address:
            yield Contact(display, address)


def _addresses(raw: list[str]) -> Iterator[tuple[str, str]]:
    """Names and addresses; the names are decoded after splitting, as they may hold commas."""
    try:
        pairs = getaddresses(raw)
    except (ValueError, IndexError, RecursionError):
        return
    for display, address in pairs:
        yield decode_words(display), decode_words(address)


def _ids(message: Message, name: str) -> list[str]:
    return [found for raw in raw_headers(message, name) for found in message_ids(raw)]


def message_ids(text: str) -> list[str]:
    """The ids in a text, without their brackets."""
    return _MESSAGE_ID.findall(text)


def _sent(message: Message) -> datetime | None:
    """The first date that can be read and is not absurd."""
    for raw in raw_headers(message, "Date"):
        try:
            sent = parsedate_to_datetime(raw)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if is_plausible(sent):
            return sent
    return None


def is_plausible(sent: datetime) -> bool:
    """No e-mail is older than its programs, or from the future."""
    return 1980 <= sent.year <= datetime.now(tz=sent.tzinfo).year + 1
