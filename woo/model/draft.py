"""What a draft is made from, and what comes out."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from woo.model.ground import Ground
from woo.model.record import Judgement


class Severity(StrEnum):
    """An error stops rendering; a hint does not."""

    ERROR = "error"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a source. Lines and columns count from 1; the message is Dutch."""

    line: int
    column: int
    message: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A finished document. ``marks_by_ground`` counts the blocks of a public version by code."""

    content: bytes = field(repr=False)
    title: str = field(repr=False)
    dated: date | None
    kind: str
    marks_by_ground: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitFacts:
    """What the dossier knows and the besluit on a Woo-verzoek must say.

    ``marks`` counts the redactions per ground; ``documents`` is the number of documents that were
    judged and equals the sum of ``counts``.
    """

    title: str = field(repr=False)
    case_number: str
    request_date: date | None
    received: date
    decided_on: date
    organisation: str
    signatory_office: str
    signatory_name: str = field(repr=False)
    counts: dict[Judgement, int]
    marks: tuple[tuple[Ground, int], ...]
    documents: int

    def __post_init__(self) -> None:
        if sum(self.counts.values()) != self.documents:
            raise ValueError("the counts per judgement add up to the number of documents")
        if self.decided_on < self.received:
            raise ValueError("a decision follows the receipt of the request")
