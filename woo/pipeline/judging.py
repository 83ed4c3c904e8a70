"""The policy suggests, a reviewer rules, and somebody approves what will happen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from woo.dossier.decisions import decisions_hash, store_decisions
from woo.dossier.documents import Entry, all_entries, load_document
from woo.dossier.dossier import Dossier
from woo.dossier.findings import load_findings, load_people
from woo.dossier.rulings import load_rulings
from woo.dossier.steps import Stage, Step, fingerprint, is_current, record, steps_of
from woo.model.decision import Decision
from woo.model.document import Document
from woo.model.finding import Finding
from woo.model.person import Person
from woo.model.policy import Policy
from woo.model.ruling import Ruling
from woo.pipeline.detection import done_marks
from woo.pipeline.stage import Work
from woo.review.decide import decide
from woo.review.policy_file import load_policy
from woo.review.rulings import apply, with_policy_terms

DECIDE_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Basis:
    """What decisions rest on: the people, the policy, and what the reviewer said."""

    people: tuple[Person, ...] = field(repr=False)
    policy: Policy
    rulings: tuple[Ruling, ...] = field(repr=False)

    def decide(
        self, document_id: str, document: Document, found: Sequence[Finding]
    ) -> tuple[Decision, ...]:
        """The decisions on one document."""
        mine = [ruling for ruling in self.rulings if ruling.document in (None, document_id)]
        suggested = decide(found, self.people, self.policy)
        return apply(with_policy_terms(suggested, self.policy, document), mine, document)


def load_basis(dossier: Dossier, connection: Connection) -> Basis:
    """What the decisions in this dossier rest on now."""
    return Basis(
        load_people(connection), load_policy(dossier.layout.policy), load_rulings(connection)
    )


def decide_all(work: Work) -> int:
    """Bring every document's decisions up to date; give how many documents changed."""
    changed = 0
    layout = work.dossier.layout
    with work.dossier.transaction() as connection:
        basis = load_basis(work.dossier, connection)
        marks = done_marks(work, Stage.PROPAGATE, "findings", _basis_hash(layout.policy, basis))
        known = steps_of(connection, Stage.DECIDE)
        for document, mark in marks.items():
            if is_current(known.get(document), mark):
                continue
            decided = basis.decide(
                document,
                load_document(connection, document, layout.rendition(document)),
                load_findings(connection, document, propagated=True),
            )
            store_decisions(connection, document, decided)
            result = {"decisions": decisions_hash(decided)}
            record(connection, document, Stage.DECIDE, mark, result=result)
            changed += 1
    return changed


def approve(dossier: Dossier, documents: Sequence[Entry]) -> int:
    """Say that the present decisions on these documents are right; give how many were open."""
    with dossier.transaction() as connection:
        decided = steps_of(connection, Stage.DECIDE)
        open_ones = {item.id for item in unapproved(connection)}
        waiting = [item.id for item in documents if item.id in open_ones]
        for document in waiting:
            record(connection, document, Stage.APPROVE, _approval(decided[document]))
    return len(waiting)


def unapproved(connection: Connection) -> tuple[Entry, ...]:
    """Documents with decisions that nobody approved as they are now."""
    decided = steps_of(connection, Stage.DECIDE)
    approved = approved_ids(connection)
    return tuple(
        item for item in all_entries(connection) if item.id in decided and item.id not in approved
    )


def approved_ids(connection: Connection) -> set[str]:
    """The documents whose present decisions somebody approved."""
    approved = steps_of(connection, Stage.APPROVE)
    return {
        document
        for document, step in steps_of(connection, Stage.DECIDE).items()
        if is_current(approved.get(document), _approval(step))
    }


def _approval(decided: Step) -> str:
    return fingerprint(decided.result["decisions"])


def _basis_hash(policy: Path, basis: Basis) -> str:
    rulings = "\x00".join(f"{ruling!r}{ruling.text}" for ruling in basis.rulings)
    people = "\x00".join(f"{person.id}{person.name}" for person in basis.people)
    return fingerprint(policy.read_text("utf-8"), rulings, people, DECIDE_VERSION)
