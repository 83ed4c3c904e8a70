"""What the besluit on a Woo-verzoek is drafted from."""

from dataclasses import dataclass, field
from datetime import date

from woo.model.ground import Ground
from woo.model.record import Judgement


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
