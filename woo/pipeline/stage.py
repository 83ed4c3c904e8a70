"""Run one stage over many documents and keep what comes of it, one transaction a document."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection

from woo.dossier.dossier import Dossier
from woo.dossier.steps import Stage, StepOutcome, is_current, record, steps_of
from woo.errors import RefusedError
from woo.execute.executor import Executor, Outcome

Task = TypeVar("Task")
Value = TypeVar("Value")


class Progress(Protocol):
    """Told after every document how far a stage is."""

    def __call__(self, stage: str, done: int, total: int, /) -> None:
        """``stage`` is a Dutch word for the user."""
        ...


@dataclass(frozen=True, slots=True)
class Work:
    """What every stage needs: the dossier, an engine, and somebody to tell."""

    dossier: Dossier
    executor: Executor
    progress: Progress


@dataclass(frozen=True, slots=True)
class Job(Generic[Task]):
    """One document's turn in a stage; ``mark`` is the fingerprint of its input."""

    document: str
    mark: str
    task: Task = field(repr=False)


@dataclass(frozen=True, slots=True)
class Tally:
    """How a stage went: ``fresh`` were done now, ``ready`` were done before."""

    fresh: int = 0
    ready: int = 0
    failed: int = 0
    refused: int = 0
    exit_code: int = 0  # the gravest among the errors

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.fresh + other.fresh,
            self.ready + other.ready,
            self.failed + other.failed,
            self.refused + other.refused,
            max(self.exit_code, other.exit_code),
        )


# Gathers what a worker needs for one document, just before its turn, so that memory stays flat.
Load = Callable[[Connection, str], Task]
# Writes the value to the index and gives the small facts to keep with the step.
Save = Callable[[Connection, Job[Task], Value], dict[str, Any]]

_LABELS = {
    Stage.INGEST: "inlezen",
    Stage.DETECT: "zoeken",
    Stage.PROPAGATE: "verspreiden",
    Stage.REDACT: "lakken",
    Stage.VERIFY: "controleren",
}


def run_stage(
    work: Work,
    stage: Stage,
    marks: Mapping[str, str],
    load: Load[Task],
    function: Callable[[Job[Task]], Value],
    save: Save[Task, Value],
    *,
    seconds: float = 300,
) -> Tally:
    """Run ``function`` for the documents whose mark (fingerprint of the input) changed.

    A failure costs one document; ``seconds`` is the limit for one.
    """
    with work.dossier.transaction() as connection:
        known = steps_of(connection, stage)
    waiting = [name for name, mark in marks.items() if not is_current(known.get(name), mark)]
    jobs = _Jobs(work.dossier, [(name, marks[name]) for name in waiting], load)
    failed = refused = exit_code = 0
    for done, outcome in enumerate(work.executor.map(function, jobs, seconds=seconds), start=1):
        with work.dossier.transaction() as connection:
            ended = _keep(connection, stage, outcome, save)
        failed += ended is StepOutcome.FAILED
        refused += ended is StepOutcome.REFUSED
        exit_code = max(exit_code, outcome.error.exit_code if outcome.error else 0)
        work.progress(_LABELS[stage], done, len(waiting))
    fresh = len(waiting) - failed - refused
    return Tally(fresh, len(marks) - len(waiting), failed, refused, exit_code)


@dataclass(frozen=True, slots=True)
class _Jobs(Collection[Job[Task]]):
    """The jobs of a stage, each loaded when its turn comes."""

    dossier: Dossier
    turns: Sequence[tuple[str, str]]
    load: Load[Task]

    def __len__(self) -> int:
        return len(self.turns)

    def __contains__(self, job: object) -> bool:
        return isinstance(job, Job) and (job.document, job.mark) in self.turns

    def __iter__(self) -> Iterator[Job[Task]]:
        for document, mark in self.turns:
            with self.dossier.transaction() as connection:
                task = self.load(connection, document)
            yield Job(document, mark, task)


def _keep(
    connection: Connection,
    stage: Stage,
    outcome: Outcome[Job[Task], Value],
    save: Save[Task, Value],
) -> StepOutcome:
    job, error = outcome.item, outcome.error
    if error is not None:
        ended = StepOutcome.REFUSED if isinstance(error, RefusedError) else StepOutcome.FAILED
        record(connection, job.document, stage, job.mark, outcome=ended, message=str(error))
        return ended
    assert outcome.value is not None  # noqa: S101 - an Outcome has a value or an error
    record(connection, job.document, stage, job.mark, result=save(connection, job, outcome.value))
    return StepOutcome.DONE
