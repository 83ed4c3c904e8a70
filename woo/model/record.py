"""A document as it stands in the inventarislijst."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from woo.model.document import DocumentKind
from woo.model.ground import Ground


class Judgement(StrEnum):
    """De beoordeling. Labels as open.minvws reads them: ``reference/judgements.toml``."""

    PUBLIC = "public"
    PARTLY_PUBLIC = "partly_public"
    NOT_PUBLIC = "not_public"
    ALREADY_PUBLIC = "already_public"


class DocumentType(StrEnum):
    """The documentsoort of DiWoo, where one fits. URIs: ``reference/diwoo.toml``."""

    NOTA = "beslisnota"
    KAMERBRIEF = "kamerbrief"
    KAMERSTUK = "kamerstuk"
    BESLUIT = "besluit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line of the inventarislijst.

    ``title`` is already cleaned of personal data. ``file_name`` is None when the document itself
    is not released. ``family`` is the number of the e-mail or letter it was attached to, ``thread``
    that of the first message of the conversation, ``refers_to`` that of the letter a nota is about.
    """

    number: str
    title: str = field(repr=False)
    kind: DocumentKind
    dated: date | None
    judgement: Judgement
    grounds: tuple[Ground, ...]
    marks: int
    marks_by_ground: dict[str, int]
    pages: int
    family: str | None = None
    thread: str | None = None
    refers_to: str | None = None
    remarks: str = ""
    link: str = ""
    file_name: str | None = None
    sha256: str | None = None
    document_type: DocumentType | None = None

    def __post_init__(self) -> None:
        if self.judgement is Judgement.PUBLIC and self.grounds:
            raise ValueError("a public document has no grounds")
        if self.judgement is Judgement.PARTLY_PUBLIC and not self.grounds:
            raise ValueError("a partly public document has grounds")
