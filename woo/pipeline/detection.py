"""Find personal data in every document, gather the people, and find them everywhere else."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from sqlalchemy import Connection

from woo.detect.detect import detect
from woo.detect.dossier.dossier_names import DossierNames, as_told, names_of
from woo.detect.dossier.people import gather
from woo.detect.dossier.propagate import propagate
from woo.detect.dossier.shared_numbers import SharedNumber, shared_numbers, with_shared_numbers
from woo.dossier.documents import all_entries, load_document
from woo.dossier.findings import (
    findings_hash,
    load_findings,
    load_people,
    people_hash,
    store_findings,
    store_people,
)
from woo.dossier.layout import Layout
from woo.dossier.steps import Stage, StepOutcome, fingerprint, steps_of
from woo.ingest.staff import load_staff
from woo.model.document import Document
from woo.model.employee import Employee
from woo.model.finding import Finding
from woo.model.person import Person
from woo.pipeline.stage import Job, Tally, Work, run_stage
from woo.pipeline.versions import version_of

_PACKAGES = ("detect", "reference", "text")


@dataclass(frozen=True, slots=True)
class PropagateTask:
    """One document, what was found in it, and everyone and every number in the dossier."""

    document: Document
    findings: tuple[Finding, ...] = field(repr=False)
    people: tuple[Person, ...] = field(repr=False)
    numbers: tuple[SharedNumber, ...] = field(repr=False)


def detect_all(work: Work) -> Tally:
    """Detect, gather and propagate; a document whose text did not change is not read again.

    Raises InputError for a staff list that is not right, before any work is done.
    """
    layout = work.dossier.layout
    staff = load_staff(layout.staff if layout.staff.exists() else None)
    marks = done_marks(work, Stage.INGEST, "text", version_of(*_PACKAGES))
    tally = run_stage(
        work, Stage.DETECT, marks, partial(_load_document, layout), _detect, _save_detected
    )
    people, numbers, names = _gather(work, staff)
    known = fingerprint(
        *(f"{one.category} {one.role} {one.text}" for one in numbers),
        *names.marks(),
    )
    marks = done_marks(work, Stage.DETECT, "findings", people_hash(people), known)
    return tally + run_stage(
        work,
        Stage.PROPAGATE,
        marks,
        partial(_load_task, layout, people, numbers, names),
        _propagate,
        _save_propagated,
    )


def done_marks(work: Work, stage: Stage, key: str, *also: str) -> dict[str, str]:
    """The fingerprint of the next stage's input, for each document that this stage is done for.

    The input is the result that the stage kept under ``key``, and whatever is in ``also``.
    """
    with work.dossier.transaction() as connection:
        steps = steps_of(connection, stage)
    return {
        step.document: fingerprint(step.result[key], *also)
        for step in steps.values()
        if step.outcome is StepOutcome.DONE
    }


def _load_document(layout: Layout, connection: Connection, document: str) -> Document:
    return load_document(connection, document, layout.rendition(document))


def _detect(job: Job[Document]) -> tuple[Finding, ...]:
    return detect(job.task)


def _save_detected(
    connection: Connection, job: Job[Document], found: tuple[Finding, ...]
) -> dict[str, Any]:
    store_findings(connection, job.document, found, propagated=False)
    return {"findings": fingerprint(job.mark, findings_hash(found))}


def _gather(
    work: Work, staff: Sequence[Employee]
) -> tuple[tuple[Person, ...], tuple[SharedNumber, ...], DossierNames]:
    """The people of all documents and the staff list, their numbers, and what names they tell."""
    with work.dossier.transaction() as connection:
        done = steps_of(connection, Stage.DETECT)
        order = [item.id for item in all_entries(connection) if item.id in done]
        sightings = partial(_sightings, work.dossier.layout, connection, order)
        names = names_of(sightings())
        told = ((one, as_told(one, found, names)) for one, found in sightings())
        seen = gather(told, staff, names.things.places)
        people = keep_ids(load_people(connection), seen)
        store_people(connection, people)
        found = (load_findings(connection, one, propagated=False) for one in order)
        return people, shared_numbers(found), names


def keep_ids(before: Sequence[Person], now: Sequence[Person]) -> tuple[Person, ...]:
    """Give everyone who was known the id they had: rulings and approvals refer to it.

    Somebody is known when an e-mail address or the whole name is the same.
    """
    free = {person.id for person in before}
    known: dict[str, list[str]] = defaultdict(list)  # a staff list may hold thousands
    for old in before:
        for mark in _marks(old):
            known[mark].append(old.id)
    highest = max((int(person.id.removeprefix("p-")) for person in before), default=0)
    kept: list[Person] = []
    for person in now:
        ours = (one for mark in _marks(person) for one in known[mark] if one in free)
        same = min(ours, default=None)
        if same is None:
            highest += 1
            same = f"p-{highest:04d}"
        else:
            free.remove(same)
        kept.append(replace(person, id=same))
    return tuple(kept)


def _marks(person: Person) -> Iterator[str]:
    """What somebody is known by again."""
    yield f"name:{person.name}"
    for address in person.addresses:
        yield f"address:{address}"


def _sightings(
    layout: Layout, connection: Connection, documents: list[str]
) -> Iterator[tuple[Document, tuple[Finding, ...]]]:
    for document in documents:
        yield (
            _load_document(layout, connection, document),
            load_findings(connection, document, propagated=False),
        )


def _load_task(
    layout: Layout,
    people: tuple[Person, ...],
    numbers: tuple[SharedNumber, ...],
    names: DossierNames,
    connection: Connection,
    document: str,
) -> PropagateTask:
    read = _load_document(layout, connection, document)
    found = load_findings(connection, document, propagated=False)
    return PropagateTask(read, as_told(read, found, names), people, numbers)


def _propagate(job: Job[PropagateTask]) -> tuple[Finding, ...]:
    task = job.task
    found = propagate(task.document, task.findings, task.people)
    return with_shared_numbers(task.document, found, task.numbers)


def _save_propagated(
    connection: Connection, job: Job[PropagateTask], found: tuple[Finding, ...]
) -> dict[str, Any]:
    store_findings(connection, job.document, found, propagated=True)
    return {"findings": fingerprint(findings_hash(found))}
