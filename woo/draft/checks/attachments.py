"""Compare what the text says about attachments with the field that lists them."""

import re
from collections.abc import Iterator

from woo.draft.checks.runs import Run
from woo.draft.complete import ATTACHMENTS
from woo.draft.kinds import Kind
from woo.draft.reading.source import Source
from woo.model.draft import Problem, Severity
from woo.text.enumeration import read_numbers

_NUMBER = r"\d{1,2}(?![\d.,]*\d)"
_MENTION = re.compile(
    rf"\bbijlagen?\s+(?:nrs?\.?\s*|nummer\s+)?(?P<numbers>{_NUMBER}"
    rf"(?:\s*(?:,|\ben\b|-|–|t/m|tot\s+en\s+met)\s*{_NUMBER})*)"
    # "bijlage 2 bij het verdrag" is an attachment to something else; "bij deze brief" is our own.
    r"(?!\s+(?:(?:bij|van)(?!\s+(?:deze|dit|onze|mijn)\b)|uit|behorend)\b)",
    re.IGNORECASE,
)
# *Kamerstukken II 2023/24, 30 821, nr. 216, bijlage 1*.
_OF_KAMERSTUK = re.compile(r"\bnrs?\.?\s*[\d\s,-]{1,12},?\s*$", re.IGNORECASE)


def check_attachments(source: Source, kind: Kind, runs: list[Run]) -> Iterator[Problem]:
    """A hint at each attachment that is mentioned and not listed, or listed and not mentioned."""
    if kind.field(ATTACHMENTS) is None:
        return
    entry = source.entries.get(ATTACHMENTS)
    rows = entry.values if entry else ()
    mentioned: set[int] = set()
    for run in runs:
        for match in _MENTION.finditer(run.text):
            if _OF_KAMERSTUK.search(run.text, max(0, match.start() - 20), match.start()):
                continue
            numbers = {one.number for one in read_numbers(match["numbers"])}
            mentioned |= numbers
            if beyond := sorted(one for one in numbers if one > len(rows)):
                place = run.at(match.start())
                yield Problem(*place, _beyond(beyond[0], len(rows)), Severity.HINT)
    # Who mentions one attachment by its number does so with all of them.
    if any(one <= len(rows) for one in mentioned):
        for number, row in enumerate(rows, 1):
            if number not in mentioned:
                message = f"De tekst noemt bijlage {number} niet. Verwijs ernaar of haal haar weg."
                yield Problem(row.line, row.column, message, Severity.HINT)


def _beyond(number: int, listed: int) -> str:
    if not listed:
        return f"Het veld '{ATTACHMENTS}' is leeg. Zet bijlage {number} daarin."
    are = "staat 1 bijlage" if listed == 1 else f"staan {listed} bijlagen"
    return f"In het veld '{ATTACHMENTS}' {are}. Voeg bijlage {number} toe of verbeter het nummer."
