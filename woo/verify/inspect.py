"""Look at any PDF, also one made elsewhere: bad redactions and what people forget to take out."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from woo.model.leak import Leak, Severity
from woo.verify.boxes import images_under_boxes, read_boxes, text_behind_white, text_under_boxes
from woo.verify.needles import Needles
from woo.verify.outcome import once_each, outcome, read_file
from woo.verify.subject import Subject, open_subject
from woo.verify.verify import secret_places, structure


def inspect(path: Path, terms: Sequence[str] = ()) -> tuple[Leak, ...]:
    """Leaks and warnings in a PDF; ``terms`` are texts that must not be in it.

    A clean file as Word, LibreOffice or Typst write it gives nothing, but for metadata that name
    people. A file that cannot be read is a leak.
    """
    return once_each(outcome(partial(_examine, path, terms)))


def _examine(path: Path, terms: Sequence[str]) -> Iterator[Leak]:
    needles = Needles(dict.fromkeys(terms, 0))
    if needles.unsearchable:
        yield Leak(rule="not-verifiable", place="een zoekterm zonder letters of cijfers")
    with open_subject(read_file(path)) as subject:
        if subject.facts.is_encrypted:
            place = "versleuteld bestand"
            yield Leak(rule="encrypted", place=place, severity=Severity.WARNING)
        yield from outcome(partial(structure, subject, strict=False))
        yield from outcome(partial(secret_places, subject, needles))
        yield from outcome(partial(_boxes, subject))


def _boxes(subject: Subject) -> Iterator[Leak]:
    for page, facts in zip(subject.pages, subject.facts.pages, strict=True):
        boxes = read_boxes(page, (), facts.annotations)
        yield from text_under_boxes(boxes)
        yield from text_behind_white(boxes)
        yield from images_under_boxes(boxes, strict=False)
        page.close()
