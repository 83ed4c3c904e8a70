"""Check references to papers of parliament: their form, their vergaderjaar, and what Idem means."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from woo.draft.checks.dates import WrittenDate, dates_in
from woo.draft.checks.kamerstuk_references import Reference, find_references, short_year
from woo.draft.checks.runs import Run
from woo.draft.dates import read_date_or_none
from woo.draft.reading.source import Source
from woo.draft.vergaderjaar import read_vergaderjaar, vergaderjaar
from woo.model.draft import Problem, Severity

# What may stand between a date and the reference to the paper of that day.
_BETWEEN = re.compile(r"\s*[,(]?\s*(?:zie\s+)?")
# The number of a dossier with that of a paper behind it.
_DOSSIER = re.compile(
    r"\b(?i:Kamerstuk(?:ken)?)[\s,]+(?:I{1,2}[\s,]+)?(?:\d{4}[-–/]\d{2,4}[\s,]+)?"
    r"(?P<dossier>\d(?:[\d .]{0,9}\d)?),\s*(?i:nrs?|nummers?)\b"
)
_DIGITS = 5
_FIVE_DIGITS = "Het nummer van een dossier heeft vijf cijfers, zoals 30 821."


def check_references(source: Source, runs: list[Run]) -> Iterator[Problem]:
    """A hint at each reference that is written otherwise than it should be."""
    dated = read_date_or_none(source.first("datum"))
    for run in runs:
        found = list(find_references(run.text))
        days = list(dates_in(run.text)) if any(one.year for one in found) else []
        for one in found:
            yield from _check_form(one, run)
            yield from _check_year(one, run, dated, days)
            yield from _check_order(one, run, source)
        for match in _DOSSIER.finditer(run.text):
            if sum(map(str.isdigit, match["dossier"])) != _DIGITS:
                yield Problem(*run.at(match.start("dossier")), _FIVE_DIGITS, Severity.HINT)


def _check_form(one: Reference, run: Run) -> Iterator[Problem]:
    if not one.is_right and not _is_right_but_year(one):
        message = f"Schrijf een verwijzing als: {one.right}."
        yield Problem(*run.at(one.start), message, Severity.HINT)
    elif one.falls:
        message = "Deze nummers lopen terug. Schrijf het laagste nummer eerst."
        yield Problem(*run.at(one.start), message, Severity.HINT)


def _is_right_but_year(one: Reference) -> bool:
    """Only the vergaderjaar is wrong, and that is said apart."""
    if not one.year or read_vergaderjaar(one.year):
        return False
    return " ".join(one.written.split()).replace(one.year, short_year(one.year)) == one.right


def _check_year(
    one: Reference, run: Run, dated: date | None, days: Sequence[WrittenDate]
) -> Iterator[Problem]:
    """The vergaderjaar exists, is not later than the document, and fits a date beside it.

    ``days`` are the dates in the run.
    """
    if not one.year:
        return
    place = run.at(one.year_start)
    years = read_vergaderjaar(one.year)
    if years is None:
        message = f"Een vergaderjaar telt twee jaren na elkaar: {short_year(one.year)}."
        yield Problem(*place, message, Severity.HINT)
        return
    if dated and years > vergaderjaar(dated):
        message = (
            "Dit vergaderjaar begint na de datum van het stuk. "
            f"Het vergaderjaar van die datum is {short_year(vergaderjaar(dated))}."
        )
        yield Problem(*place, message, Severity.HINT)
        return
    day = _date_before(one, run, days)
    if day and vergaderjaar(day) != years:
        message = f"Bij de datum hiervoor hoort vergaderjaar {short_year(vergaderjaar(day))}."
        yield Problem(*place, message, Severity.HINT)


def _date_before(one: Reference, run: Run, days: Sequence[WrittenDate]) -> date | None:
    """The date that stands right before: ``de brief van 27 september 2024 (Kamerstukken ...``."""
    for written in days:
        between = run.text[written.end : one.start]
        if written.end <= one.start and written.day and _BETWEEN.fullmatch(between):
            return written.day
    return None


def _check_order(one: Reference, run: Run, source: Source) -> Iterator[Problem]:
    """A paper cannot refer to itself or to a later one in its own dossier."""
    own = source.first("nummer")
    if not own.isdigit() or one.dossier != source.first("dossiernummer"):
        return
    if any(number >= int(own) for number in one.numbers):
        message = f"Dit stuk is nr. {own}: het kan alleen naar een eerder nummer verwijzen."
        yield Problem(*run.at(one.start), message, Severity.HINT)
