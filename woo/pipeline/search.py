"""Personal data in any files, without a dossier: ``woo find``."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from woo.detect.detect import detect
from woo.detect.dossier.dossier_names import as_told, names_of
from woo.detect.dossier.people import gather
from woo.detect.dossier.propagate import propagate
from woo.detect.dossier.shared_numbers import shared_numbers, with_shared_numbers
from woo.errors import WooError
from woo.execute.executor import Executor, explain
from woo.ingest.read import read_text
from woo.ingest.staff import load_staff
from woo.model.decision import Decision
from woo.model.document import Attachment, Document
from woo.model.finding import Finding
from woo.model.geometry import Area
from woo.pdf.reading.places import areas_of
from woo.pipeline.intake import MAX_DEPTH, file_name, too_deep
from woo.pipeline.sources import list_files
from woo.review.decide import decide
from woo.review.policy_file import load_policy
from woo.review.rulings import with_policy_terms


@dataclass(frozen=True, slots=True)
class Found:
    """One file with what was found; or the error that explains why it could not be read.

    The ``path`` of an attachment is that of its e-mail or archive with its own name behind it.
    """

    path: Path
    document: Document | None = field(default=None, repr=False)
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    decisions: tuple[Decision, ...] = field(default=(), repr=False)
    error: WooError | None = None

    def areas(self) -> tuple[tuple[Area, ...], ...]:
        """Where each finding stands on the pages; nothing for plain text."""
        pdf = self.document.pdf if self.document else None
        if pdf is None:
            return ((),) * len(self.findings)
        return areas_of(pdf, [(finding.start, finding.end) for finding in self.findings])


def find(
    paths: Sequence[Path],
    executor: Executor,
    policy_file: Path | None = None,
    staff_file: Path | None = None,
) -> Iterator[Found]:
    """Personal data in any files and what is attached to them.

    Somebody found in one, or on the staff list, is sought in all. Renditions live in a temporary
    folder as long as the results are being consumed.
    """
    policy, staff = load_policy(policy_file), load_staff(staff_file)
    files = list(list_files(paths))
    with tempfile.TemporaryDirectory(prefix="woo-") as folder:
        search_one = partial(_search_file, Path(folder))
        found: dict[int, tuple[Found, ...]] = {}
        for outcome in executor.map(search_one, list(enumerate(files)), seconds=300):
            number, path = outcome.item
            found[number] = outcome.value or (Found(path, error=outcome.error),)
        seen = [one for number in sorted(found) for one in found[number]]
        names = names_of((one.document, one.findings) for one in seen if one.document)
        seen = [
            replace(one, findings=as_told(one.document, one.findings, names))
            if one.document
            else one
            for one in seen
        ]
        read = ((one.document, one.findings) for one in seen if one.document)
        people = gather(read, staff, names.things.places)
        numbers = shared_numbers(one.findings for one in seen)
        for one in seen:
            if one.document is None:
                yield one
                continue
            everything = propagate(one.document, one.findings, people)
            everything = with_shared_numbers(one.document, everything, numbers)
            suggested = decide(everything, people, policy, one.document.text)
            decisions = with_policy_terms(suggested, policy, one.document)
            yield Found(one.path, one.document, everything, decisions)


def _search_file(folder: Path, numbered: tuple[int, Path]) -> tuple[Found, ...]:
    """What one file holds, and each file inside it."""
    number, path = numbered
    return tuple(_search(path, path, folder / str(number), depth=0))


def _search(source: Path, shown: Path, stem: Path, depth: int) -> Iterator[Found]:
    """``source`` is read, ``shown`` is its path for the user, ``stem`` begins its renditions.

    Of a file inside another one the error is a result too.
    """
    try:
        document = read_text(source, stem.with_name(f"{stem.name}.pdf"))
    except Exception as error:
        if depth == 0:
            raise
        yield Found(shown, error=explain(error))
        return
    yield Found(shown, document, detect(document))
    for index, attachment in enumerate(document.attachments):
        inside = stem.with_name(f"{stem.name}-{index}")
        yield from _search_attachment(attachment, shown, inside, depth + 1)


def _search_attachment(
    attachment: Attachment, shown: Path, stem: Path, depth: int
) -> Iterator[Found]:
    suffix = Path(attachment.untrusted_name).suffix
    name = file_name(attachment.untrusted_name, suffix)
    if depth > MAX_DEPTH:
        yield Found(shown / name, error=too_deep())
        return
    stem.mkdir()
    (stem / name).write_bytes(attachment.untrusted_bytes)
    yield from _search(stem / name, shown / name, stem, depth)
