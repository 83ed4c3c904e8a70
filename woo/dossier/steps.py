"""Which stage is done for which document, so that a crash resumes and nothing is done twice.

A step is done when the fingerprint of its present input equals the one kept with it. The output
file is written first, the row second: killed in between, the step is simply done again.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from woo.dossier import audit
from woo.dossier.schema import steps


class Stage(StrEnum):
    """The stages that work on one document."""

    INGEST = "ingest"
    DETECT = "detect"
    PROPAGATE = "propagate"
    DECIDE = "decide"
    APPROVE = "approve"
    REDACT = "redact"
    VERIFY = "verify"


class StepOutcome(StrEnum):
    """How a step ended."""

    DONE = "done"
    FAILED = "failed"  # bad input or a crash: kept, marked and explained
    REFUSED = "refused"  # could not be shown clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The last run of a stage on a document."""

    document: str
    stage: Stage
    fingerprint: str
    outcome: StepOutcome
    message: str
    result: dict[str, Any]


def fingerprint(*parts: str) -> str:
    """One hash over the inputs of a step."""
    return hashlib.sha256("\x00".join(parts).encode("utf-8")).hexdigest()


def record(
    connection: Connection,
    document: str,
    stage: Stage,
    mark: str,
    *,
    outcome: StepOutcome = StepOutcome.DONE,
    message: str = "",
    result: dict[str, Any] | None = None,
) -> None:
    """Keep how a step ended, and log it."""
    connection.execute(
        delete(steps).where(steps.c.document == document, steps.c.stage == stage.value)
    )
    connection.execute(
        insert(steps).values(
            document=document,
            stage=stage.value,
            fingerprint=mark,
            outcome=outcome.value,
            message=message,
            result=result or {},
        )
    )
    audit.append(connection, stage.value, document=document, outcome=outcome.value)


def steps_of(connection: Connection, stage: Stage) -> dict[str, Step]:
    """The last run of a stage, by document id."""
    rows = connection.execute(select(steps).where(steps.c.stage == stage.value))
    return {
        row.document: Step(
            document=row.document,
            stage=Stage(row.stage),
            fingerprint=row.fingerprint,
            outcome=StepOutcome(row.outcome),
            message=row.message,
            result=row.result or {},
        )
        for row in rows
    }


def is_current(step: Step | None, mark: str) -> bool:
    """Tell whether a step was done on exactly this input. What was not, is tried again."""
    return step is not None and step.fingerprint == mark and step.outcome is StepOutcome.DONE


def forget(connection: Connection, documents: Iterable[str], stage: Stage) -> None:
    """Make a stage that was done run again for these documents."""
    wanted = list(documents)
    connection.execute(
        delete(steps).where(
            steps.c.document.in_(wanted),
            steps.c.stage == stage.value,
            steps.c.outcome == StepOutcome.DONE.value,
        )
    )
