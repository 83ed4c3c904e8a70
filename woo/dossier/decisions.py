"""Decisions in the index."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, case, delete, func, insert, select

from woo.dossier.schema import decisions
from woo.model.decision import Decision, Origin
from woo.model.finding import Category
from woo.reference.grounds import ground


def store_decisions(connection: Connection, document: str, decided: Sequence[Decision]) -> None:
    """Replace the decisions of a document."""
    connection.execute(delete(decisions).where(decisions.c.document == document))
    if decided:
        connection.execute(
            insert(decisions), [{**_values(item), "document": document} for item in decided]
        )


def load_decisions(connection: Connection, document: str) -> tuple[Decision, ...]:
    """The decisions of a document, in order of the text."""
    rows = connection.execute(
        select(decisions)
        .where(decisions.c.document == document)
        .order_by(decisions.c.start, decisions.c.end)
    )
    return tuple(_decision(row) for row in rows)


def count_decisions(connection: Connection) -> dict[str, tuple[int, int]]:
    """How many spans go and how many stay, by document id."""
    going = func.sum(case((decisions.c.redact, 1), else_=0))
    rows = connection.execute(
        select(decisions.c.document, going, func.count()).group_by(decisions.c.document)
    )
    return {row[0]: (row[1], row[2] - row[1]) for row in rows}


def decisions_hash(decided: Sequence[Decision]) -> str:
    """SHA-256 over decisions: what a reviewer approves, and an input of redaction."""
    return hashlib.sha256(json.dumps([_values(item) for item in decided]).encode()).hexdigest()


def _values(decision: Decision) -> dict[str, Any]:
    return {
        "category": decision.category.value,
        "start": decision.start,
        "end": decision.end,
        "text": decision.text,
        "redact": decision.redact,
        "grounds": [item.code for item in decision.grounds],
        "origin": decision.origin.value,
        "person": decision.person,
    }


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        category=Category(row.category),
        start=row.start,
        end=row.end,
        text=row.text,
        redact=row.redact,
        grounds=tuple(ground(code) for code in row.grounds),
        origin=Origin(row.origin),
        person=row.person,
    )
