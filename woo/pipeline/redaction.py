"""Redact what was approved, verify what was redacted, report on both."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection

from woo.dossier.decisions import load_decisions
from woo.dossier.documents import Entry, all_entries, entry, load_document
from woo.dossier.steps import Stage, Step, StepOutcome, fingerprint, forget, is_current, steps_of
from woo.errors import RefusedError
from woo.model.boxstyle import BoxStyle
from woo.model.decision import Decision, Region
from woo.model.geometry import Area, Box
from woo.model.ground import Ground
from woo.model.leak import Leak, Severity
from woo.model.record import Judgement
from woo.model.report import RedactionReport
from woo.pdf.reading.handwriting import may_be_signed, signatures
from woo.pipeline.judging import approved_ids
from woo.pipeline.keeping import hash_file
from woo.pipeline.picturing import (
    MOST_PICTURES,
    Mending,
    blamed_by,
    redact_as_pictures,
    to_picture,
    with_signatures,
)
from woo.pipeline.stage import Job, Tally, Work, run_stage
from woo.pipeline.title_words import title_of
from woo.pipeline.versions import version_of
from woo.redact.redact import redact
from woo.reference.grounds import ground
from woo.review.secrets import secrets
from woo.text.files import write_atomically
from woo.verify.verify import verify

_REDACT_PACKAGES = ("redact", "pdf", "text")
_VERIFY_PACKAGES = ("verify", "pdf", "reference")
WHOLLY_WITHHELD = (Judgement.NOT_PUBLIC, Judgement.ALREADY_PUBLIC)


@dataclass(frozen=True, slots=True)
class RedactTask:
    """What a worker needs to redact one document.

    ``count`` is its number of pages, 0 when that is not known. ``signed`` are the pages where
    signatures are to be expected, which go on ``signature``.
    """

    rendition: Path
    decisions: tuple[Decision, ...] = field(repr=False)
    out: Path
    title: str = field(repr=False)
    style: BoxStyle
    mending: Mending
    count: int
    signed: frozenset[int]
    signature: Ground | None


@dataclass(frozen=True, slots=True)
class _Redacted:
    """What came of one document, and the pages that had to become pictures for it."""

    report: RedactionReport
    pictured: frozenset[int]


@dataclass(frozen=True, slots=True)
class VerifyTask:
    """What a worker needs to verify one document."""

    redacted: Path
    original: Path
    secrets: Mapping[str, int] = field(repr=False)
    areas: tuple[Area, ...]
    respaced: tuple[Area, ...]


def redact_all(work: Work, leaking: Mapping[str, Mending] = MappingProxyType({})) -> Tally:
    """Redact every approved document whose decisions or title changed, and the ``leaking``."""
    layout = work.dossier.layout
    with work.dossier.transaction() as connection:
        known = _redact_marks(connection)
        marks = {item.id: known[item.id] for item in releasable(connection)}
        # Somebody may have thrown an output away: then it is made again.
        lost = [n for n in marks if n in leaking or not layout.redacted(n).exists()]
        forget(connection, lost, Stage.REDACT)
        decided = steps_of(connection, Stage.DECIDE)

    def load(connection: Connection, document: str) -> RedactTask:
        rendition, result = layout.rendition(document), decided[document].result
        code = result.get("signature")
        pages = load_document(connection, document, rendition).pages if code else ()
        return RedactTask(
            rendition,
            load_decisions(connection, document),
            layout.redacted(document),
            result["title"],
            BoxStyle.from_facts(result["box"]),
            leaking.get(document, Mending()),
            entry(connection, document).page_count,
            may_be_signed(pages),
            ground(code) if code else None,
        )

    return run_stage(work, Stage.REDACT, marks, load, _redact, _save_redacted, seconds=600)


def releasable(connection: Connection) -> tuple[Entry, ...]:
    """Documents that go out, whole or in part, as things stand: read, decided and approved."""
    approved = approved_ids(connection)
    return tuple(
        item
        for item in all_entries(connection)
        if item.id in approved and item.judgement not in WHOLLY_WITHHELD
    )


def _redact_marks(connection: Connection) -> dict[str, str]:
    """The fingerprint of what each document's redacted file is to be made from."""
    read = steps_of(connection, Stage.INGEST)
    return {
        document: fingerprint(
            read[document].result["rendition"],
            step.result["decisions"],
            step.result["title"],
            json.dumps(step.result.get("box"), sort_keys=True),
            str(step.result.get("signature")),
            version_of(*_REDACT_PACKAGES),
        )
        for document, step in steps_of(connection, Stage.DECIDE).items()
        if document in read
    }


def freshly_redacted(connection: Connection) -> dict[str, Step]:
    """The redactions that were made from the rendition, decisions and title as they are now."""
    marks = _redact_marks(connection)
    return {
        document: step
        for document, step in steps_of(connection, Stage.REDACT).items()
        if document in marks and is_current(step, marks[document])
    }


def _redact(job: Job[RedactTask]) -> _Redacted:
    """Redact; pages that cannot be redacted piece by piece, or all, become pictures."""
    task, pictured = job.task, job.task.mending.pictured
    signed = _signatures(task)
    while True:
        try:
            report = _attempt(task, replace(task.mending, pictured=pictured), signed)
            return _Redacted(with_signatures(report, signed), pictured)
        except RefusedError as error:
            fresh = to_picture(blamed_by(error), task.count) - pictured
            if not fresh or len(pictured | fresh) > MOST_PICTURES:
                raise
            pictured |= fresh


def _signatures(task: RedactTask) -> tuple[Region, ...]:
    if task.signature is None:
        return ()
    areas = signatures(task.rendition, task.signed)
    return tuple(Region(area=area, grounds=(task.signature,)) for area in areas)


def _attempt(task: RedactTask, mending: Mending, signed: Sequence[Region]) -> RedactionReport:
    title = title_of(task.title)
    if not mending.pictured:
        what: list[Decision | Region] = [*task.decisions, *signed]
        return redact(task.rendition, what, task.out, title=title, style=task.style)
    return redact_as_pictures(
        task.rendition,
        task.decisions,
        task.out,
        mending,
        title=title,
        style=task.style,
        regions=signed,
    )


def _save_redacted(
    _connection: Connection, job: Job[RedactTask], made: _Redacted
) -> dict[str, Any]:
    return {
        "redacted": hash_file(job.task.out),
        "title": job.task.title,
        "pictured": sorted(made.pictured),
        "legible": [asdict(area) for area in job.task.mending.legible],
        "report": asdict(made.report),
    }


def verify_all(work: Work) -> Tally:
    """Verify every redacted document that changed, and write its report."""
    layout = work.dossier.layout
    with work.dossier.transaction() as connection:
        wanted = {item.id for item in releasable(connection)}
        redacted = {
            document: step
            for document, step in freshly_redacted(connection).items()
            if document in wanted
        }
    marks = {document: _verify_mark(step) for document, step in redacted.items()}

    def load(connection: Connection, document: str) -> VerifyTask:
        rendition = layout.rendition(document)
        read = load_document(connection, document, rendition)
        report = redacted[document].result["report"]
        return VerifyTask(
            layout.redacted(document),
            rendition,
            secrets(read, load_decisions(connection, document)),
            areas_from(report["areas"]),
            areas_from(report["respaced"]),
        )

    def save(
        connection: Connection, job: Job[VerifyTask], leaks: tuple[Leak, ...]
    ) -> dict[str, Any]:
        result = {
            "redacted": hash_file(job.task.redacted),
            "leaks": [asdict(leak) for leak in leaks],
        }
        facts = {
            "document": entry(connection, job.document).number,
            "redaction": redacted[job.document].result["report"],
            "verification": result,
        }
        report = json.dumps(facts, ensure_ascii=False, indent=2).encode("utf-8")
        write_atomically(layout.report(job.document), report)
        return result

    return run_stage(work, Stage.VERIFY, marks, load, _verify, save, seconds=900)


def areas_from(facts: list[dict[str, Any]]) -> tuple[Area, ...]:
    """Areas as they were written in the facts of a step or a report."""
    return tuple(Area(area["page"], Box(**area["box"])) for area in facts)


def _verify(job: Job[VerifyTask]) -> tuple[Leak, ...]:
    task = job.task
    return verify(
        task.redacted,
        task.secrets,
        areas=task.areas,
        original=task.original,
        respaced=task.respaced,
    )


def leaks_of(connection: Connection) -> dict[str, tuple[Leak, ...]]:
    """What the verifier found, by document id; empty means shown clean as it is now.

    A document whose decisions changed since it was redacted, or that was redacted anew since it
    was verified, is not in here.
    """
    redacted = freshly_redacted(connection)
    return {
        document: tuple(_leak(facts) for facts in step.result["leaks"])
        for document, step in steps_of(connection, Stage.VERIFY).items()
        if step.outcome is StepOutcome.DONE
        and document in redacted
        and step.fingerprint == _verify_mark(redacted[document])
    }


def _verify_mark(redacted: Step) -> str:
    version = version_of(*_VERIFY_PACKAGES)
    return fingerprint(redacted.fingerprint, redacted.result["redacted"], version)


def _leak(facts: dict[str, Any]) -> Leak:
    box = facts["box"]
    return Leak(
        **{**facts, "box": Box(**box) if box else None, "severity": Severity(facts["severity"])}
    )
