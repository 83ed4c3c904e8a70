"""Show that a redacted PDF is clean, with nothing that the redactor uses.

No MuPDF, no code of ``woo.redact``, no shared matching of text: an error there must show here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from woo.model.geometry import Area, Box
from woo.model.leak import Leak, Severity
from woo.pdf.examining.objectfacts import read_facts
from woo.pdf.examining.objectwalk import open_objects
from woo.pdf.examining.pdfium_pages import open_pages
from woo.verify.bookmarks import bookmarks
from woo.verify.boxes import images_under_boxes, read_boxes, text_under_boxes
from woo.verify.comparison import page_changes
from woo.verify.needles import Needles
from woo.verify.objects import secrets_in_objects
from woo.verify.outcome import once_each, outcome, read_file
from woo.verify.pagetext import secrets_in_text
from woo.verify.rawsearch import secrets_outside_objects
from woo.verify.revisions import old_versions, secrets_in_old_versions
from woo.verify.scans import secrets_in_pictures
from woo.verify.structure import (
    annotations,
    features,
    hidden_layers,
    keys_outside_list,
    loose_bytes,
    metadata,
    unreachable_objects,
)
from woo.verify.subject import Subject, open_subject


def verify(
    redacted: Path,
    secrets: Mapping[str, int],
    *,
    areas: Sequence[Area] = (),
    original: Path | None = None,
) -> tuple[Leak, ...]:
    """Every reason not to release ``redacted``; empty means clean.

    ``secrets`` maps each text that had to go to the number of occurrences that deliberately stay
    in the text of the pages. ``areas`` are the boxes of the redaction. With ``original`` what is
    outside the boxes is compared too. Never raises for a bad file: that is a leak.
    """
    return once_each(outcome(partial(_examine, redacted, secrets, areas, original)))


def _examine(
    redacted: Path, secrets: Mapping[str, int], areas: Sequence[Area], original: Path | None
) -> Iterator[Leak]:
    needles = Needles(secrets)
    if needles.unsearchable:
        yield Leak(rule="not-verifiable", place="een zoekterm zonder letters of cijfers")
    with open_subject(read_file(redacted)) as subject:
        checks = [
            partial(structure, subject, strict=True),
            partial(secret_places, subject, needles),
            partial(_boxes, subject, areas),
        ]
        if original is not None:
            checks.append(partial(_comparison, subject, areas, original))
        for check in checks:
            yield from (leak for leak in outcome(check) if leak.severity is Severity.LEAK)


def structure(subject: Subject, *, strict: bool) -> Iterator[Leak]:
    """The rules that need no secret and look at no page."""
    if strict:
        if subject.facts.is_encrypted:
            yield Leak(rule="not-verifiable", place="versleuteld bestand")
        yield from keys_outside_list(subject.facts)
        yield from bookmarks(subject.outline, _texts(subject))
        yield from unreachable_objects(subject.objects, subject.trailer)
    yield from features(subject.objects, strict=strict)
    yield from annotations(subject.facts, strict=strict)
    yield from metadata(subject.facts, subject.objects, strict=strict)
    yield from hidden_layers(subject.facts)
    yield from loose_bytes(subject.raw, strict=strict)
    yield from old_versions(subject, strict=strict)


def _texts(subject: Subject) -> Iterator[str]:
    """The text of every page as two engines read it."""
    for content, page in zip(subject.contents, subject.pages, strict=True):
        yield content.text
        yield page.text


def secret_places(subject: Subject, needles: Needles) -> Iterator[Leak]:
    """The rules that look for the secrets."""
    if not needles:
        return
    yield from secrets_in_objects(subject.objects, needles, subject.reader)
    yield from secrets_outside_objects(subject, needles)
    yield from secrets_in_old_versions(subject, needles)
    yield from secrets_in_text(subject.raw.data, needles, subject.contents, subject.pages)
    yield from secrets_in_pictures(subject.contents, subject.pages, needles)


def _boxes(subject: Subject, areas: Sequence[Area]) -> Iterator[Leak]:
    by_page = _by_page(areas)
    if any(number > len(subject.pages) for number in by_page):
        yield Leak(rule="pages-differ", place="een vak op een pagina die er niet is")
    for page, facts in zip(subject.pages, subject.facts.pages, strict=True):
        boxes = read_boxes(page, by_page.get(page.number, ()), facts.annotations)
        yield from text_under_boxes(boxes)
        yield from images_under_boxes(boxes, strict=True)


def _by_page(areas: Iterable[Area]) -> dict[int, list[Box]]:
    grouped: dict[int, list[Box]] = {}
    for area in areas:
        grouped.setdefault(area.page, []).append(area.box)
    return grouped


def _comparison(subject: Subject, areas: Sequence[Area], original: Path) -> Iterator[Leak]:
    by_page = _by_page(areas)
    data = read_file(original)
    with open_objects(data) as pdf:
        facts = read_facts(pdf)
    with open_pages(data) as pages:
        if len(pages) != len(subject.pages):
            yield Leak(rule="pages-differ", place="aantal pagina's")
            return
        for old, new, page in zip(pages, subject.pages, facts.pages, strict=True):
            yield from page_changes(old, new, page, by_page.get(new.number, []))
            old.close()
            new.close()
