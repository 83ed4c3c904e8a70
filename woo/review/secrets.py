"""What must be gone from a document, and how often each text stays on purpose."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from woo.model.decision import Decision
from woo.model.document import Document
from woo.text.folding import fold
from woo.text.matcher import Match, Matcher

_SHORT = 2  # signs; the verifier looks for such a text exactly as it is written
_DIGIT_AND_POINT = re.compile(r"\d[.,]")


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
        if _is_short_number(match.term) and _in_other_number(document.text, match):
            continue
        before = bisect_left(starts, match.end)  # so many decisions begin before the match ends
        if not before or ends[before - 1] <= match.start:
            counts[match.term] += 1
    return {text: counts[first] for first, texts in spellings.items() for text in texts.values()}


def _is_short_number(text: str) -> bool:
    return text.isdigit() and len(text) <= _SHORT


def _in_other_number(text: str, match: Match) -> bool:
    """Whether a number is a part of another: 5 of 5.1.2e, which the verifier does not count."""
    before, after = text[max(0, match.start - 2) : match.start], text[match.end : match.end + 2]
    return bool(_DIGIT_AND_POINT.fullmatch(before) or _DIGIT_AND_POINT.fullmatch(after[::-1]))


def _letters(text: str) -> str:
    """The letters and digits without accents and case, each in its own alphabet."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if c.isalnum())
