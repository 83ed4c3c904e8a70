"""All detectors over one document."""

from woo.detect.agreement import agreed
from woo.detect.called_places import without_places
from woo.detect.detectors import DETECTORS
from woo.detect.merge import merge
from woo.model.document import Document
from woo.model.finding import Finding


def detect(document: Document) -> tuple[Finding, ...]:
    """Every finding, sorted, without overlaps; none begins or ends inside a word."""
    found = [finding for detector in DETECTORS.values() for finding in detector(document)]
    return merge(document.text, without_places(document.text, agreed(found)))
