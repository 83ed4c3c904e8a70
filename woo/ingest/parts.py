"""Which parts of an e-mail are its text, and which are files that came with it."""

import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from woo.errors import UnreadableError
from woo.ingest.charsets import decode
from woo.ingest.html_text import html_to_text
from woo.ingest.message import decode_words, header_text, raw_headers
from woo.model.document import Attachment

SEALED = "Deze e-mail is versleuteld of digitaal verzegeld. Vraag een leesbaar exemplaar."
SEALED_KINDS = frozenset(
    {"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"}
)
_LONGEST_NAME = 200
_NOT_IN_A_NAME = re.compile(r"[\x00-\x1f/\\]+")
# A sender's plain text is sometimes only "your program cannot show this message".
_PLAIN_SHARE = 0.2
# Above this a message is taken apart by hand; typesetting it would take minutes.
_LONGEST_TEXT = 10_000_000


@dataclass(slots=True)
class Contents:
    """The text of an e-mail and its attachments; ``notes`` say what the reviewer must know."""

    texts: list[str] = field(default_factory=list, repr=False)
    attachments: list[Attachment] = field(default_factory=list, repr=False)
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text parts, in their order."""
        return "\n\n".join(text.strip("\n") for text in self.texts if text.strip())


def read_contents(message: Message) -> Contents:
    """Text and attachments of a message. Raises UnreadableError when the text is far too long."""
    contents = Contents()
    try:
        _collect(message, contents)
    except RecursionError:
        raise _too_long() from None
    check_contents(contents)
    return contents


def check_contents(contents: Contents) -> None:
    """Note what is missing. Raises UnreadableError when the text is far too long."""
    if sum(map(len, contents.texts)) > _LONGEST_TEXT:
        raise _too_long()
    empty = sum(not attachment.untrusted_bytes for attachment in contents.attachments)
    if empty:
        contents.notes.append(f"Aantal bijlagen dat leeg is (0 bytes): {empty}.")
    if not contents.text:
        contents.notes.append("Deze e-mail heeft geen tekst.")


def _too_long() -> UnreadableError:
    return UnreadableError(
        "De tekst van deze e-mail is te lang of te diep genest.",
        "Sla de e-mail in uw mailprogramma op als pdf en voeg die toe.",
    )


def _collect(part: Message, contents: Contents) -> None:
    kind = part.get_content_type()
    if kind == "message/rfc822":
        contents.attachments.append(_nested_message(part, contents))
    elif kind == "multipart/alternative" and part.is_multipart():
        _collect_alternative(_children(part), contents)
    elif part.is_multipart():
        # Also message/delivery-status: each of its blocks is a message of headers alone.
        if kind.startswith("message/"):
            contents.texts.append(_header_lines(part))
        else:
            _collect_all(_children(part), contents)
    elif _is_text(part, kind):
        contents.texts.append(_text(part, kind))
    else:
        contents.attachments.append(_attachment(part, kind, contents))


def _collect_all(parts: list[Message], contents: Contents) -> None:
    for part in parts:
        _collect(part, contents)


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)]


def _collect_alternative(parts: list[Message], contents: Contents) -> None:
    """One text in several forms: the plain one, unless it is a stub beside the HTML."""
    forms: list[Contents] = []
    for part in parts:
        form = Contents()
        _collect(part, form)
        contents.attachments.extend(form.attachments)
        contents.notes.extend(form.notes)
        forms.append(form)
    contents.texts.append(best_form([form.text for form in forms]))


def best_form(texts: list[str]) -> str:
    """Of one text in several forms, the plainest first: the first that is no stub."""
    longest = max(map(len, texts), default=0)
    return next((text for text in texts if text and len(text) >= _PLAIN_SHARE * longest), "")


def _is_text(part: Message, kind: str) -> bool:
    if kind not in {"text/plain", "text/html", "text/rfc822-headers"}:
        return False
    return part.get_content_disposition() != "attachment" and not _file_name(part)


def _text(part: Message, kind: str) -> str:
    text = decode(_bytes(part), part.get_content_charset() or "")
    if kind == "text/html":
        return html_to_text(text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError, TypeError):
        payload = None
    if isinstance(payload, bytes):
        return payload
    return str(part.get_payload()).encode("utf-8", "surrogateescape")


def _header_lines(part: Message) -> str:
    blocks = [
        "\n".join(f"{key}: {value}" for key, value in _all_headers(child))
        for child in _children(part)
    ]
    return "\n\n".join(blocks)


def _all_headers(part: Message) -> Iterator[tuple[str, str]]:
    for key in dict.fromkeys(key for key, _ in part.raw_items()):
        for raw in raw_headers(part, key):
            yield key, decode_words(raw)


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError, UnicodeError):
        return ""
    raw = str(name or "").encode("utf-8", "surrogateescape")
    return tidy_name(decode_words(decode(raw)))


def tidy_name(name: str) -> str:
    """A name without folders and control signs, its suffix kept when it is cut."""
    tidy = _NOT_IN_A_NAME.sub("_", name).strip(" .")
    stem, dot, suffix = tidy.rpartition(".")
    if len(tidy) <= _LONGEST_NAME:
        return tidy
    return stem[: _LONGEST_NAME - 20] + dot + suffix[:19] if dot else tidy[:_LONGEST_NAME]


def _attachment(part: Message, kind: str, contents: Contents) -> Attachment:
    name = _file_name(part)
    if not name:
        suffix = mimetypes.guess_extension(kind) or ".bin"
        name = f"bijlage-{len(contents.attachments) + 1}{suffix}"
    if kind in SEALED_KINDS:
        contents.notes.append(SEALED)
    return Attachment(untrusted_name=name, untrusted_bytes=_bytes(part))


def _nested_message(part: Message, contents: Contents) -> Attachment:
    children = _children(part)
    content = _nested_bytes(part, children)
    subject = header_text(children[0], "Subject") if children else ""
    name = _file_name(part) or tidy_name(subject) or f"bericht-{len(contents.attachments) + 1}"
    if not name.lower().endswith(".eml"):
        name += ".eml"
    return Attachment(untrusted_name=name, untrusted_bytes=content)


def _nested_bytes(part: Message, children: list[Message]) -> bytes:
    if not children:
        return _bytes(part)
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding in {"base64", "quoted-printable"} and not children[0].keys():
        # Forbidden by RFC 2046, 5.2.1, and seen all the same: the message itself is encoded.
        wrapper = Message()
        wrapper["Content-Transfer-Encoding"] = encoding
        wrapper.set_payload(children[0].get_payload())
        return _bytes(wrapper)
    try:
        return children[0].as_bytes()
    except (UnicodeError, ValueError, LookupError, TypeError, AttributeError, KeyError):
        return str(children[0]).encode("utf-8", "surrogateescape")
