"""Titles as they may be published: subjects and file names hold names too."""

from woo.detect.detect import detect
from woo.detect.propagate import propagate
from woo.model.document import Document, DocumentKind
from woo.pipeline.judging import Basis

MAX_TITLE = 400  # characters; open.minvws takes 500, a label takes the place of a name


def clean_title(document_id: str, untrusted_title: str, basis: Basis) -> str:
    """The title with ``[5.1.2e]`` in the place of whatever goes."""
    title = " ".join(untrusted_title.split())[:MAX_TITLE] or "Zonder titel"
    document = Document(kind=DocumentKind.TEXT, untrusted_title=title, pages=(title,))
    found = propagate(document, detect(document), basis.people)
    clean = title
    for decision in sorted(basis.decide(document_id, document, found), key=lambda d: -d.start):
        if decision.redact:
            clean = f"{clean[: decision.start]}[{decision.label}]{clean[decision.end :]}"
    return clean
