"""A document as the stages see it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from woo.model.plain_signs import plain_signs

PAGE_BREAK = "\f"


class DocumentKind(StrEnum):
    """What came in. Dutch labels: ``reference/kinds.toml``."""

    EMAIL = "email"
    WORD = "word"
    SPREADSHEET = "spreadsheet"
    PRESENTATION = "presentation"
    PDF = "pdf"
    TEXT = "text"
    IMAGE = "image"
    UNREAD = "unread"  # could not be read, and a person judged it


@dataclass(frozen=True, slots=True)
class Contact:
    """A name and address from the header of an e-mail; either may be empty, not both."""

    name: str = field(repr=False)
    address: str = field(repr=False)

    def __post_init__(self) -> None:
        if not self.name and not self.address:
            raise ValueError("a contact has a name or an address")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file inside another file, not read yet. Its name comes from outside and is not trusted."""

    untrusted_name: str = field(repr=False)
    untrusted_bytes: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document: its text by page, and the PDF that will be redacted.

    ``pages`` is the text of each page in reading order as ``pdf.textlayer.read_pages`` gives it for
    ``pdf``, character for character; only line ends in tables are as ``pdf.tablerows`` has them.
    ``pdf`` is None only for text that was read without making a rendition (``woo find``).
    ``untrusted_title`` is the subject or file name. ``references`` are the ids of the messages that
    an e-mail answers, oldest first; like ``message_id`` without angle brackets.
    ``notes`` are Dutch remarks for the reviewer and hold no document text.
    """

    kind: DocumentKind
    untrusted_title: str = field(repr=False)
    pages: tuple[str, ...] = field(repr=False)
    pdf: Path | None = None
    dated: date | None = None
    contacts: tuple[Contact, ...] = field(default=(), repr=False)
    attachments: tuple[Attachment, ...] = field(default=(), repr=False)
    message_id: str = field(default="", repr=False)
    references: tuple[str, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All pages, in plain signs, joined by a form feed. Findings count their offsets here."""
        return plain_signs(PAGE_BREAK.join(self.pages))
