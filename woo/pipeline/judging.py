"""The policy suggests, a reviewer rules, and somebody approves what will happen."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection

from woo.dossier.decisions import decisions_hash, store_decisions
from woo.dossier.documents import Entry, all_entries, load_document
from woo.dossier.dossier import Dossier
from woo.dossier.findings import load_findings
from woo.dossier.steps import Stage, Step, fingerprint, is_current, record, steps_of
from woo.pipeline.basis import load_basis
from woo.pipeline.detection import done_marks
from woo.pipeline.stage import Work
from woo.pipeline.titles import clean_title
from woo.pipeline.versions import version_of

_PACKAGES = ("review", "reference", "text")


def decide_all(work: Work) -> int:
    """Bring every document's decisions up to date; give how many documents changed."""
    changed = 0
    layout = work.dossier.layout
    with work.dossier.transaction() as connection:
        basis = load_basis(work.dossier, connection)
        marks = done_marks(work, Stage.PROPAGATE, "findings", version_of(*_PACKAGES))
        known = steps_of(connection, Stage.DECIDE)
        for document, found_mark in marks.items():
            mark = fingerprint(found_mark, basis.hash_for(document))
            if is_current(known.get(document), mark):
                continue
            read = load_document(connection, document, layout.rendition(document))
            found = load_findings(connection, document, propagated=True)
            decided = basis.decide(document, read, found)
            store_decisions(connection, document, decided)
            title = clean_title(read.untrusted_title, basis, decided, read.text)
            box = asdict(basis.policy.box)
            signature = basis.policy.signature
            result = {
                "decisions": decisions_hash(decided),
                "title": title,
                "box": box,
                "signature": signature.code if signature else None,
            }
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
