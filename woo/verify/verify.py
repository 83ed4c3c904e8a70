"""Show that a redacted PDF is clean, with nothing that the redactor uses.

No MuPDF, no code of ``woo.redact``, no shared matching of text: an error there must show here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from woo.model.geometry import Area, Box
from woo.model.leak import Leak, Severity
from woo.pdf.examining.objectfacts import PageFacts, read_facts
from woo.pdf.examining.objectwalk import open_objects
from woo.pdf.examining.pdfium_pages import PdfiumPage, open_pages
from woo.verify.bookmarks import bookmarks
from woo.verify.boxes import images_under_boxes, read_boxes, text_under_boxes
from woo.verify.comparison import page_changes
from woo.verify.needles import Needles
from woo.verify.outcome import once_each, outcome, read_file
from woo.verify.passes import over_objects, over_pages
from woo.verify.respaced import Strips
from woo.verify.revisions import old_versions, secrets_in_old_versions
from woo.verify.structure import annotations, keys_outside_list, loose_bytes
from woo.verify.subject import PageView, Subject, open_subject

# What every redacted file is held against; ``leak_rules.toml`` explains them.
CHECKED = (
    *("secret-in-text", "secret-in-object", "secret-in-file", "secret-in-picture"),
    *("text-under-box", "image-under-box", "neighbour-lost", "picture-changed", "pages-differ"),
    *("unknown-key", "unreachable-object", "old-version", "loose-bytes", "metadata", "outline"),
    *("annotation", "attachment", "form", "layer", "active-content", "thumbnail", "private-data"),
)


def verify(
    redacted: Path,
    secrets: Mapping[str, int],
    *,
    areas: Sequence[Area] = (),
    original: Path | None = None,
    respaced: Sequence[Area] = (),
) -> tuple[Leak, ...]:
    """Every reason not to release ``redacted``; empty means clean.

    ``secrets`` maps each text that had to go to the number of occurrences that deliberately stay
    in the text of the pages. ``areas`` are the boxes of the redaction. With ``original`` what is
    outside the boxes is compared too: by letters on the lines that were ``respaced``, by letters
    and picture elsewhere. Never raises for a bad file: that is a leak.
    """
    places = Places(_by_page(areas), _by_page(respaced))
    return once_each(outcome(partial(_examine, redacted, secrets, places, original)))


@dataclass(frozen=True, slots=True)
class Places:
    """What the redactor said of each page: where boxes stand, and which lines it moved."""

    boxes: dict[int, list[Box]]
    respaced: dict[int, list[Box]]


def _examine(
    redacted: Path, secrets: Mapping[str, int], places: Places, original: Path | None
) -> Iterator[Leak]:
    needles = Needles(secrets)
    if needles.unsearchable:
        yield Leak(rule="not-verifiable", place="een zoekterm zonder letters of cijfers")
    with open_subject(read_file(redacted)) as subject:
        checks = [
            partial(_structure, subject),
            partial(_pages, subject, needles, places, original),
            partial(over_objects, subject, needles, strict=True),
            partial(secrets_in_old_versions, subject, needles),
        ]
        for check in checks:
            yield from (leak for leak in outcome(check) if leak.severity is Severity.LEAK)


def _structure(subject: Subject) -> Iterator[Leak]:
    """The rules that need no secret and look at the file as a whole."""
    if subject.facts.is_encrypted:
        yield Leak(rule="not-verifiable", place="versleuteld bestand")
    yield from keys_outside_list(subject.facts)
    yield from bookmarks(subject.outline, _texts(subject))
    yield from annotations(subject.facts, strict=True)
    yield from loose_bytes(subject.raw, strict=True)
    yield from old_versions(subject, strict=True)


def _texts(subject: Subject) -> Iterator[str]:
    """The text of every page as two engines read it."""
    for view in subject.views():
        yield view.content.text
        yield view.page.text


def _pages(
    subject: Subject, needles: Needles, places: Places, original: Path | None
) -> Iterator[Leak]:
    if any(number > len(subject.pages) for number in (*places.boxes, *places.respaced)):
        yield Leak(rule="pages-differ", place="een vak op een pagina die er niet is")
    rules = [partial(_boxes, places.boxes)]
    if original is None:
        yield from over_pages(subject, needles, rules)
        return
    with ExitStack() as stack:
        comparison = Comparison(places, needles)
        yield from outcome(partial(comparison.open, stack, original, len(subject.pages)))
        yield from over_pages(subject, needles, [*rules, comparison.see])


def _boxes(areas: dict[int, list[Box]], view: PageView) -> Iterator[Leak]:
    boxes = read_boxes(view.page, areas.get(view.number, ()), view.facts)
    yield from text_under_boxes(boxes)
    yield from images_under_boxes(boxes, strict=True)


def _by_page(areas: Iterable[Area]) -> dict[int, list[Box]]:
    grouped: dict[int, list[Box]] = {}
    for area in areas:
        grouped.setdefault(area.page, []).append(area.box)
    return grouped


class Comparison:
    """Compares each page with that of the original. Without an open original it sees nothing."""

    def __init__(self, places: Places, needles: Needles) -> None:
        self._places = places
        self._secrets = tuple(needle.letters for needle in needles.all)
        self._pages: list[tuple[PdfiumPage, PageFacts]] = []

    def open(self, stack: ExitStack, original: Path, count: int) -> Iterator[Leak]:
        """Open the original until ``stack`` closes; a leak when it has not ``count`` pages."""
        data = read_file(original)
        with open_objects(data) as pdf:
            facts = read_facts(pdf)
        pages = stack.enter_context(open_pages(data))
        if len(pages) != count:
            yield Leak(rule="pages-differ", place="aantal pagina's")
            return
        self._pages = list(zip(pages, facts.pages, strict=True))

    def see(self, view: PageView) -> Iterator[Leak]:
        """What changed on one page outside its areas."""
        if not self._pages:
            return
        old, facts = self._pages[view.number - 1]
        try:
            areas = self._places.boxes.get(view.number, [])
            strips = Strips(tuple(self._places.respaced.get(view.number, ())), self._secrets)
            yield from page_changes(old, view.page, facts, areas, strips)
        finally:
            old.close()
