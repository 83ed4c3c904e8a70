"""What must be gone from a document, and how often each text stays on purpose."""

import unicodedata
from collections.abc import Sequence

from woo.model.decision import Decision
from woo.model.document import Document
from woo.text.matcher import Matcher, fold


def secrets(document: Document, decisions: Sequence[Decision]) -> dict[str, int]:
    """Each redacted text with the number of its occurrences that stay.

    An occurrence stays when no decision to redact touches it: *de Wit* the official goes, *wit* the
    colour stays. The verifier accepts exactly so many. Texts that fold to the same are counted
    once, under the way they were written first; but one in letters of another alphabet, which the
    verifier takes for another text, has an entry of its own.
    """
    going = [decision for decision in decisions if decision.redact]
    written: dict[str, dict[str, str]] = {}
    for decision in going:
        if folded := fold(decision.text).text:
            written.setdefault(folded, {}).setdefault(_letters(decision.text), decision.text)
    spellings = {next(iter(texts.values())): texts for texts in written.values()}
    counts = dict.fromkeys(spellings, 0)
    for match in Matcher(spellings).find(document.text):
        if not any(one.start < match.end and match.start < one.end for one in going):
            counts[match.term] += 1
    return {text: counts[first] for first, texts in spellings.items() for text in texts.values()}


def _letters(text: str) -> str:
    """The letters and digits without accents and case, each in its own alphabet."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if c.isalnum())
