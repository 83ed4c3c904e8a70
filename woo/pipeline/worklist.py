"""The documents of a dossier in the order of work, each with what still has to happen to it."""

from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection

from woo.dossier.decisions import count_decisions
from woo.dossier.documents import Entry, all_entries, load_document
from woo.dossier.dossier import Dossier
from woo.dossier.steps import Stage, steps_of
from woo.pipeline.judging import approved_ids
from woo.pipeline.keeping import hash_file
from woo.pipeline.overview import problems
from woo.pipeline.redaction import WHOLLY_WITHHELD, freshly_redacted, leaks_of
from woo.text.matcher import Matcher


class State(StrEnum):
    """How far a document is."""

    WITHHELD = "withheld"  # a person judged that the whole document stays in
    PROBLEM = "problem"
    UNDECIDED = "undecided"  # nothing was searched in it yet
    TO_REVIEW = "to_review"
    APPROVED = "approved"
    REDACTED = "redacted"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class Row:
    """One document; ``redacted`` and ``kept`` count its decisions, ``problems`` are Dutch."""

    entry: Entry
    state: State
    redacted: int
    kept: int
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermHits:
    """How often a term stands in one document."""

    entry: Entry
    count: int


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the states rest on."""

    problems: dict[str, tuple[str, ...]] = field(repr=False)
    decided: frozenset[str]
    approved: frozenset[str]
    redacted: frozenset[str]
    clean: frozenset[str]


def worklist(dossier: Dossier) -> tuple[Row, ...]:
    """Every document by number, with its state."""
    facts = _facts(dossier)
    with dossier.transaction() as connection:
        counts = count_decisions(connection)
        return tuple(
            Row(
                item,
                _state(item, facts),
                *counts.get(item.id, (0, 0)),
                facts.problems.get(item.number or item.id, ()),
            )
            for item in all_entries(connection)
        )


def is_shown_clean(dossier: Dossier, document: str) -> bool:
    """Tell whether the redacted file, as it lies there now, may be shown to anybody.

    It was made from the present, approved decisions, it was verified, and its bytes are the same.
    """
    path = dossier.layout.redacted(document)
    with dossier.transaction() as connection:
        if document not in approved_ids(connection) or document not in _clean(connection):
            return False
        verified = steps_of(connection, Stage.VERIFY)[document].result["redacted"]
    return path.is_file() and hash_file(path) == verified


def hits_of(dossier: Dossier, term: str) -> tuple[TermHits, ...]:
    """Where a term stands, before anybody rules on it; only documents that have it.

    Raises ValueError for a term without a letter or digit.
    """
    matcher = Matcher([term])
    found = []
    with dossier.transaction() as connection:
        for item in all_entries(connection):
            if item.kind is None:
                continue
            rendition = dossier.layout.rendition(item.id)
            text = load_document(connection, item.id, rendition).text
            if count := sum(1 for _ in matcher.find(text)):
                found.append(TermHits(item, count))
    return tuple(found)


def _facts(dossier: Dossier) -> _Facts:
    trouble: dict[str, tuple[str, ...]] = {}
    for problem in problems(dossier):
        trouble[problem.number] = (*trouble.get(problem.number, ()), problem.message)
    with dossier.transaction() as connection:
        return _Facts(
            problems=trouble,
            decided=frozenset(steps_of(connection, Stage.DECIDE)),
            approved=frozenset(approved_ids(connection)),
            redacted=frozenset(freshly_redacted(connection)),
            clean=_clean(connection),
        )


def _state(item: Entry, facts: _Facts) -> State:
    if item.judgement in WHOLLY_WITHHELD:
        return State.WITHHELD
    if item.id in facts.decided and item.id not in facts.approved:
        return State.TO_REVIEW  # also when an earlier redaction failed: a person must act first
    if (item.number or item.id) in facts.problems:
        return State.PROBLEM
    if item.id not in facts.decided:
        return State.UNDECIDED
    if item.id in facts.clean:
        return State.VERIFIED
    return State.REDACTED if item.id in facts.redacted else State.APPROVED


def _clean(connection: Connection) -> frozenset[str]:
    """Documents of which the present redacted file was verified without a leak."""
    return frozenset(document for document, leaks in leaks_of(connection).items() if not leaks)
