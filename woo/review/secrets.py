"""What must be gone from a document, and how often each text stays on purpose."""

from collections.abc import Sequence

from woo.model.decision import Decision
from woo.model.document import Document
from woo.text.matcher import Matcher, fold


def secrets(document: Document, decisions: Sequence[Decision]) -> dict[str, int]:
    """Each redacted text with the number of its occurrences that stay.

    An occurrence stays when no decision to redact touches it: *de Wit* the official goes, *wit* the
    colour stays. The verifier accepts exactly so many. Texts that fold to the same are counted
    once, under the way they were written first.
    """
    going = [decision for decision in decisions if decision.redact]
    written: dict[str, str] = {}
    for decision in going:
        folded = fold(decision.text).text
        if folded:
            written.setdefault(folded, decision.text)
    counts = dict.fromkeys(written.values(), 0)
    for match in Matcher(written.values()).find(document.text):
        if not any(one.start < match.end and match.start < one.end for one in going):
            counts[match.term] += 1
    return counts
