"""How a dossier stands: counts, deadlines, and what needs attention."""

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection

from woo.dossier.decisions import load_decisions
from woo.dossier.documents import Entry, all_entries, duplicates_of
from woo.dossier.dossier import Dossier
from woo.dossier.settings import Settings
from woo.dossier.steps import Stage, StepOutcome, steps_of
from woo.model.leak import Leak
from woo.pipeline.judging import unapproved
from woo.pipeline.redaction import WHOLLY_WITHHELD, freshly_redacted, leaks_of, releasable
from woo.reference.calendar import decision_due
from woo.text.dates import long_date
from woo.verify.explain import explain


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a document cannot go on, in Dutch; ``number`` as in the inventarislijst."""

    number: str
    stage: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A dossier at a glance."""

    title: str
    case_number: str
    counts: tuple[tuple[str, int], ...]
    marks_by_ground: dict[str, int]
    deadlines: tuple[str, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]  # what a reviewer should look at with the eye

    def as_json(self) -> dict[str, Any]:
        """The same for a script."""
        return {**asdict(self), "counts": dict(self.counts)}


def status_of(dossier: Dossier) -> Status:
    """How the dossier stands now."""
    settings = dossier.settings
    with dossier.transaction() as connection:
        counts = _counts(connection)
        marks = _marks(connection)
        notes = _notes(connection)
    return Status(
        title=settings.titel,
        case_number=settings.zaaknummer,
        counts=counts,
        marks_by_ground=marks,
        deadlines=_deadlines(settings),
        problems=problems(dossier),
        notes=notes,
    )


def problems(dossier: Dossier) -> tuple[Problem, ...]:
    """Every document that failed, was refused or leaks, and was not withheld by a person."""
    with dossier.transaction() as connection:
        entries = [item for item in all_entries(connection) if not _is_withheld(item)]
        numbers = {item.id: item.number or item.id for item in entries}
        found = [
            Problem(numbers[step.document], stage.value, step.message)
            for stage in (Stage.INGEST, Stage.DETECT, Stage.PROPAGATE, Stage.REDACT, Stage.VERIFY)
            for step in steps_of(connection, stage).values()
            if step.outcome is not StepOutcome.DONE and step.document in numbers
        ]
        found += [
            Problem(numbers[document], Stage.VERIFY.value, _explain_first(leaks))
            for document, leaks in leaks_of(connection).items()
            if leaks and document in numbers
        ]
    return tuple(sorted(found, key=lambda problem: problem.number))


def _notes(connection: Connection) -> tuple[Problem, ...]:
    """What the readers and the redactor noticed: comments, unread pictures, pages made pictures."""
    redacted = freshly_redacted(connection)
    found = []
    for item in all_entries(connection):
        if _is_withheld(item):
            continue
        number = item.number or item.id
        found += [Problem(number, Stage.INGEST.value, note) for note in item.notes]
        step = redacted.get(item.id)
        warnings = step.result["report"]["warnings"] if step else ()
        found += [
            Problem(number, Stage.REDACT.value, warning)
            for warning in warnings
            if warning.startswith("Pagina")
        ]
    return tuple(found)


def _explain_first(leaks: tuple[Leak, ...]) -> str:
    more = f" (en nog {len(leaks) - 1})" if len(leaks) > 1 else ""
    return f"{explain(leaks[0])}{more}"


def _is_withheld(item: Entry) -> bool:
    return item.judgement in WHOLLY_WITHHELD


def _counts(connection: Connection) -> tuple[tuple[str, int], ...]:
    entries = all_entries(connection)
    verified = leaks_of(connection)
    going_out = releasable(connection)
    return (
        ("documenten", len(entries)),
        ("dubbel aangetroffen", sum(duplicates_of(connection).values())),
        ("gelezen", sum(item.kind is not None for item in entries)),
        ("nog te beoordelen", len(unapproved(connection))),
        ("goedgekeurd", len(going_out)),
        ("geheel niet openbaar", sum(_is_withheld(item) for item in entries)),
        ("gelakt en gecontroleerd", sum(verified.get(item.id) == () for item in going_out)),
    )


def _marks(connection: Connection) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for item in all_entries(connection):
        for decision in load_decisions(connection, item.id):
            if decision.redact:
                counts.update(reason.code for reason in decision.grounds)
    return dict(sorted(counts.items()))


def _deadlines(settings: Settings) -> tuple[str, ...]:
    if settings.ontvangen is None:
        return ("Geen ontvangstdatum ingevuld in dossier.toml: de termijn is niet te berekenen.",)
    plain = long_date(decision_due(settings.ontvangen))
    extended = long_date(decision_due(settings.ontvangen, extended=True))
    return (f"Uiterlijk beslissen op {plain}; na verdaging op {extended}.",)
