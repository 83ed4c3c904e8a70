"""Look at any PDF, also one made elsewhere: bad redactions and what people forget to take out."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from woo.model.leak import Leak, Severity
from woo.pdf.examining.structurefacts import read_descriptions
from woo.verify.boxes import images_under_boxes, read_boxes, shows_as_box
from woo.verify.descriptions import Descriptions
from woo.verify.hidden import hidden_text
from woo.verify.leftovers import exact_widths, leftover_letters
from woo.verify.names import BookmarkSearch, file_paths, file_title
from woo.verify.needles import Needles
from woo.verify.outcome import once_each, outcome, read_file
from woo.verify.passes import PageRule, over_objects, over_pages
from woo.verify.revisions import old_versions, secrets_in_old_versions
from woo.verify.structure import annotations, hidden_layers, info_metadata, loose_bytes
from woo.verify.subject import PageView, Subject, open_subject


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
        yield from outcome(partial(_structure, subject))
        yield from outcome(partial(_pages, subject, needles))
        yield from outcome(partial(leftover_letters, subject))
        yield from outcome(partial(over_objects, subject, needles, [file_paths], strict=False))
        yield from outcome(partial(secrets_in_old_versions, subject, needles))


def _pages(subject: Subject, needles: Needles) -> Iterator[Leak]:
    titles = BookmarkSearch(subject.outline)
    said = Descriptions(read_descriptions(subject.pdf))
    rules: list[PageRule] = [
        hidden_text,
        _boxes,
        partial(exact_widths, subject.facts),
        said.see,
        titles.see,
    ]
    yield from over_pages(subject, needles, rules)
    yield from titles.leaks()
    yield from said.leaks()


def _structure(subject: Subject) -> Iterator[Leak]:
    if subject.facts.is_encrypted:
        place = "versleuteld bestand"
        yield Leak(rule="encrypted", place=place, severity=Severity.WARNING)
    yield from annotations(subject.facts, strict=False)
    yield from info_metadata(subject.facts)
    yield from file_title(subject.facts)
    yield from hidden_layers(subject.facts)
    yield from loose_bytes(subject.raw, strict=False)
    yield from old_versions(subject, strict=False)


def _boxes(view: PageView) -> Iterator[Leak]:
    boxes = read_boxes(view.page, (), view.facts)
    for leak in images_under_boxes(boxes, strict=False):
        if leak.box is None or shows_as_box(view.page, leak.box):
            yield leak
