"""All detectors over one document."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from woo.detect.agreement import agreed
from woo.detect.called_places import without_places
from woo.detect.detectors import DETECTORS
from woo.detect.merge import merge
from woo.model.document import Document, DocumentKind
from woo.model.finding import Finding, Role


def detect(document: Document) -> tuple[Finding, ...]:
    """Every finding, sorted, without overlaps; none begins or ends inside a word."""
    found = agreed([one for detector in DETECTORS.values() for one in detector(document)])
    if document.kind is DocumentKind.EMAIL:
        found = list(_only_written(found))
    return merge(document.text, without_places(document.text, found))


def _only_written(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Who writes an e-mail signs no decision, also below *namens de minister*."""
    for one in findings:
        yield replace(one, role=Role.UNKNOWN) if one.role is Role.SIGNATORY else one
