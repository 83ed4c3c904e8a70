"""All detectors over one document."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from woo.detect.agreement import agreed
from woo.detect.contacts.place_rows import of_places
from woo.detect.detectors import DETECTORS
from woo.detect.layout.alike import with_alike_cells
from woo.detect.layout.cells import within_cells
from woo.detect.merge import merge
from woo.detect.numbers.case_numbers import without_case_numbers
from woo.detect.prose.beside_names import with_pairs
from woo.detect.special.special_phrases import whole_phrases
from woo.detect.things.acronyms import without_acronyms
from woo.detect.things.called_places import without_places
from woo.detect.things.employers import without_employers
from woo.detect.words.short_particles import with_short_particles
from woo.model.document import Document, DocumentKind
from woo.model.finding import Finding, Role
from woo.text.grids import join_rows


def detect(document: Document) -> tuple[Finding, ...]:
    """Every finding, sorted, without overlaps; none begins or ends inside a word."""
    joined = replace(document, pages=tuple(map(join_rows, document.pages)))
    everything = (one for detector in DETECTORS.values() for one in detector(joined))
    seen = with_alike_cells(joined.text, list(within_cells(joined.text, everything)))
    found = without_case_numbers(joined.text, agreed(seen, joined.text))
    if document.kind is DocumentKind.EMAIL:
        found = list(_only_written(found))
    found = with_pairs(
        joined.text, list(with_short_particles(joined.text, without_employers(found)))
    )
    found = without_acronyms(joined.text, without_places(joined.text, found))
    found = whole_phrases(joined.text, of_places(joined.text, found))
    merged = merge(joined.text, found)
    return merged if joined.pages == document.pages else tuple(_as_written(document, merged))


def _only_written(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Who writes an e-mail signs no decision, also below *namens de minister*."""
    for one in findings:
        yield replace(one, role=Role.UNKNOWN) if one.role is Role.SIGNATORY else one


def _as_written(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """With the line ends that a cell of a table has."""
    text = document.text
    for one in found:
        yield replace(one, text=text[one.start : one.end])
