"""Titles as they may be published: subjects and file names hold names too."""

from collections.abc import Sequence

from woo.detect.detect import detect
from woo.detect.dossier.propagate import propagate
from woo.model.decision import Decision
from woo.model.document import Document, DocumentKind
from woo.pipeline.basis import Basis
from woo.pipeline.title_words import title_of_text
from woo.redact.secrets import Secrets
from woo.text.matcher import longest_apart
from woo.text.plain import one_line

MAX_TITLE = 400  # characters; open.minvws takes 500
_SEARCHED = 10 * MAX_TITLE  # a title is shortened after the search: half a name is not found


def clean_title(untrusted_title: str, basis: Basis, own: Sequence[Decision], text: str = "") -> str:
    """The title with ``[5.1.2e]`` in the place of whatever goes.

    What goes is what is found in the title itself, and whatever goes in the document (``own``),
    of which this is the ``text``.
    """
    title = one_line(untrusted_title)[:_SEARCHED].strip() or "Zonder titel"
    document = Document(kind=DocumentKind.TEXT, untrusted_title=title, pages=(title,))
    found = propagate(document, detect(document), basis.people)
    labels = {
        (decision.start, decision.end): decision.label
        for decision in basis.decide_on_title(document, found)
        if decision.redact
    }
    labels |= Secrets(own).in_title(title_of_text(title, text, own))
    clean = title
    for start, end in reversed(longest_apart(labels)):
        clean = f"{clean[:start]}[{labels[start, end]}]{clean[end:]}"
    return _shortened(clean)


def _shortened(title: str) -> str:
    """At most ``MAX_TITLE`` characters, cut between words where there is more than one."""
    if len(title) <= MAX_TITLE:
        return title
    cut = title[: MAX_TITLE - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
