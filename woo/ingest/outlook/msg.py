"""The reader of Outlook messages (.msg), and of what else Outlook saves under that name."""

import re
from datetime import datetime
from email.message import Message
from pathlib import Path

from woo.errors import UnreadableError
from woo.ingest.clock import on_dutch_clock
from woo.ingest.mail import check_size, typeset_mail
from woo.ingest.message import Headers, is_plausible, message_ids, parse_message, read_headers
from woo.ingest.outlook.compound import open_compound
from woo.ingest.outlook.contents import read_msg_contents
from woo.ingest.outlook.items import item_facts
from woo.ingest.outlook.mapi import TABLE, Properties, Tag, message_properties
from woo.ingest.outlook.people import contacts_of, read_people, written
from woo.ingest.parts import Contents
from woo.ingest.rendition import Row
from woo.model.document import Document

_LONGEST_HEADERS = 1_000_000
# [MS-OXCMSG] 2.2.1.46: a sign below the space and the length of "RE: " may stand before a subject.
_SUBJECT_MARK = re.compile(r"^\x01.", re.DOTALL)
# Older Exchange puts this line, which is no header, on top of the headers.
_NO_HEADER = re.compile(r"^[^:\r\n]*[\r\n]+")


def read_msg(path: Path, rendition: Path) -> Document:
    """An Outlook message with its header, text and attachments.

    Raises UnreadableError when the file is no such message, is damaged or is too large.
    """
    headers, contents, facts = take_apart(path)
    return typeset_mail(headers, contents, rendition, facts=facts)


def take_apart(path: Path) -> tuple[Headers, Contents, tuple[Row, ...]]:
    """Header, contents and what an appointment, task or contact says beside them."""
    check_size(path)
    with open_compound(path) as root:
        if root.stream(TABLE) is None:
            raise UnreadableError(
                "Dit bestand heet msg, maar is geen Outlook-bericht.",
                "Open het in Outlook, sla het opnieuw op en voeg het opnieuw toe.",
            )
        message = message_properties(root)
        headers, contents = _headers(message), read_msg_contents(message)
        facts = item_facts(message)
    if facts:
        contents.notes.append(
            "Van een afspraak, taak of contact staan alleen de belangrijkste gegevens in de pdf."
        )
    return headers, contents, facts


def _headers(message: Properties) -> Headers:
    """As the message has them; what it does not say, the headers of its journey may."""
    transport = _transport(message)
    journey = read_headers(transport)
    people = read_people(message, transport)
    own = _ids(message.text(Tag.MESSAGE_ID)) or [journey.message_id]
    references = _ids(message.text(Tag.REFERENCES)) + _ids(message.text(Tag.IN_REPLY_TO))
    return Headers(
        fields={"Subject": _subject(message), **written(people)},
        contacts=contacts_of(people),
        sent=journey.sent or _sent(message),
        message_id=own[0],
        references=tuple(dict.fromkeys(references)) or journey.references,
    )


def _transport(message: Properties) -> Message:
    """The headers with which it came over the internet; without any for what never did."""
    text = message.text(Tag.TRANSPORT_HEADERS)[:_LONGEST_HEADERS]
    head = _NO_HEADER.sub("", text, count=1).split("\r\n\r\n", 1)[0]
    return parse_message(head.encode("utf-8", "surrogatepass"))


def _subject(message: Properties) -> str:
    whole = _SUBJECT_MARK.sub("", message.text(Tag.SUBJECT))
    if not whole.strip():
        whole = message.text(Tag.SUBJECT_PREFIX) + message.text(Tag.NORMALIZED_SUBJECT)
    return " ".join(whole.split())


def _ids(text: str) -> list[str]:
    """Message ids; one alone is sometimes written without its brackets."""
    bare = text.strip()
    is_bare = "@" in bare and not set(bare) & set("<> \t\r\n")
    return [bare] if is_bare else message_ids(text)


def _sent(message: Properties) -> datetime | None:
    """When it was sent, else when it came in, on the clock of the Netherlands."""
    for tag in (Tag.SUBMIT_TIME, Tag.DELIVERY_TIME):
        moment = message.time(tag)
        if moment and is_plausible(moment):
            return on_dutch_clock(moment)
    return None
