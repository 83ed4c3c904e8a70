"""Findings and people of a dossier in the index."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from woo.dossier.schema import findings, people
from woo.model.finding import Category, Finding, Role
from woo.model.person import Person


def store_findings(
    connection: Connection, document: str, found: Sequence[Finding], *, propagated: bool
) -> None:
    """Replace the findings of a document."""
    connection.execute(
        delete(findings).where(findings.c.document == document, findings.c.propagated == propagated)
    )
    if found:
        connection.execute(
            insert(findings),
            [{**_values(item), "document": document, "propagated": propagated} for item in found],
        )


def load_findings(
    connection: Connection, document: str, *, propagated: bool
) -> tuple[Finding, ...]:
    """The findings of a document, in order of the text."""
    rows = connection.execute(
        select(findings)
        .where(findings.c.document == document, findings.c.propagated == propagated)
        .order_by(findings.c.start, findings.c.end)
    )
    return tuple(_finding(row) for row in rows)


def store_people(connection: Connection, everyone: Sequence[Person]) -> None:
    """Replace the people of the dossier."""
    connection.execute(delete(people))
    if everyone:
        connection.execute(
            insert(people),
            [
                {
                    "id": person.id,
                    "name": person.name,
                    "role": person.role.value,
                    "variants": list(person.variants),
                    "addresses": list(person.addresses),
                    "rank": person.rank,
                    "function": person.function,
                    "seen": person.seen,
                }
                for person in everyone
            ],
        )


def load_people(connection: Connection) -> tuple[Person, ...]:
    """Everyone in the dossier, by id."""
    rows = connection.execute(select(people).order_by(people.c.id))
    return tuple(
        Person(
            id=row.id,
            name=row.name,
            role=Role(row.role),
            variants=tuple(row.variants),
            addresses=tuple(row.addresses),
            rank=row.rank,
            function=row.function or "",
            seen=row.seen is not False,
        )
        for row in rows
    )


def findings_hash(found: Sequence[Finding]) -> str:
    """SHA-256 over findings: the input of deciding."""
    return _hash([_values(item) for item in found])


def people_hash(everyone: Sequence[Person]) -> str:
    """SHA-256 over people: an input of propagation."""
    return _hash(
        [
            [p.id, p.name, p.role.value, *p.variants, "", *p.addresses, p.rank, p.function, p.seen]
            for p in everyone
        ]
    )


def _hash(values: Any) -> str:
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()


def _values(finding: Finding) -> dict[str, Any]:
    return {
        "category": finding.category.value,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "detector": finding.detector,
        "score": finding.score,
        "role": finding.role.value,
        "person": finding.person,
    }


def _finding(row: Row[Any]) -> Finding:
    return Finding(
        category=Category(row.category),
        start=row.start,
        end=row.end,
        text=row.text,
        detector=row.detector,
        score=row.score,
        role=Role(row.role),
        person=row.person,
    )
