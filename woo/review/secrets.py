"""What must be gone from a document, and how often each text stays on purpose."""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from woo.model.decision import Decision
from woo.model.document import Document
from woo.text.folding import fold
from woo.text.matcher import Matcher


def secrets(document: Document, decisions: Sequence[Decision]) -> dict[str, int]:
    """Each redacted text with the number of its occurrences that stay.

    An occurrence stays when no decision to redact touches it: *de Wit* the official goes, *wit* the
    colour stays. The verifier accepts exactly so many. Texts that fold to the same are counted
    once, under the way they were written first; but one in letters of another alphabet, which the
    verifier takes for another text, has an entry of its own.
    """
    going = sorted(
        (decision for decision in decisions if decision.redact), key=lambda one: one.start
    )
    written: dict[str, dict[str, str]] = {}
    for text in dict.fromkeys(decision.text for decision in going):
        if folded := fold(text).text:
            written.setdefault(folded, {}).setdefault(_letters(text), text)
    spellings = {next(iter(texts.values())): texts for texts in written.values()}
    counts = dict.fromkeys(spellings, 0)
    starts = [decision.start for decision in going]
    ends = list(accumulate((decision.end for decision in going), max))
    for match in Matcher(spellings).find(document.text):
        before = bisect_left(starts, match.end)  # so many decisions begin before the match ends
        if not before or ends[before - 1] <= match.start:
            counts[match.term] += 1
    return {text: counts[first] for first, texts in spellings.items() for text in texts.values()}


def _letters(text: str) -> str:
    """The letters and digits without accents and case, each in its own alphabet."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if c.isalnum())
