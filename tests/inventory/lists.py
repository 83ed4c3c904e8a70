"""Made-up records to test with."""

from datetime import date
from typing import Any

from woo.inventory.inventarislijst import Inventarislijst, inventarislijst
from woo.model.document import DocumentKind
from woo.model.record import Judgement, Record
from woo.reference.grounds import ground


def record(number: str = "0001", **changes: Any) -> Record:
    facts: dict[str, Any] = {
        "number": number,
        "title": "Verslag overleg waterkwaliteit",
        "kind": DocumentKind.EMAIL,
        "dated": date(2025, 3, 14),
        "judgement": Judgement.PARTLY_PUBLIC,
        "grounds": (ground("5.1.2e"),),
        "marks": 3,
        "marks_by_ground": {"5.1.2e": 3},
        "pages": 2,
    }
    return Record(**{**facts, **changes})


def public(number: str, **changes: Any) -> Record:
    facts = {"judgement": Judgement.PUBLIC, "grounds": (), "marks": 0, "marks_by_ground": {}}
    return record(number, **{**facts, **changes})


def not_public(number: str, **changes: Any) -> Record:
    facts = {
        "judgement": Judgement.NOT_PUBLIC,
        "grounds": (ground("5.2.1"),),
        "marks": 0,
        "marks_by_ground": {},
    }
    return record(number, **{**facts, **changes})


def sample_records() -> tuple[Record, ...]:
    return (
        record("0001", thread="0001"),
        public("0002", family="0001", kind=DocumentKind.WORD, title="Bijlage 1: planning"),
        record(
            "0003",
            grounds=(ground("5.1.1e"), ground("5.1.2e")),
            marks=4,
            marks_by_ground={"5.1.2e": 4, "5.1.1e": 1},
            thread="0001",
        ),
        not_public("0004", dated=None, remarks="Concept van de nota"),
        public(
            "0005",
            judgement=Judgement.ALREADY_PUBLIC,
            link="https://voorbeeld.example/verslag.pdf",
        ),
    )


def listing(*records: Record) -> Inventarislijst:
    return inventarislijst(
        records or sample_records(),
        title="Inventarislijst Woo-verzoek waterkwaliteit",
        case_number="2025-0042",
        dated=date(2025, 6, 2),
    )
