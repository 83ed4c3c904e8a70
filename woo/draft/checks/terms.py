"""Compare the dates in a letter with the terms of the Woo and of the Tweede Kamer."""

from collections.abc import Iterator
from datetime import date

from woo.draft.dates import read_date_or_none
from woo.draft.kinds import Kind, KindTerm
from woo.draft.reading.source import Source
from woo.model.draft import Problem, Severity
from woo.reference.calendar import answer_due, decision_due
from woo.text.dates import long_date

_BY = {"woo": "volgens de Woo", "kamervragen": "volgens de regels van de Tweede Kamer"}


def check_terms(source: Source, kind: Kind) -> Iterator[Problem]:
    """A hint at each date that is later than Woo art. 4.4, or the Kamer, allows.

    Not an error: a decision or an answer that is late must still be given (Awb art. 4:13).
    """
    for term in kind.terms:
        entry = source.entries.get(term.field)
        received = read_date_or_none(source.first(term.start))
        written = read_date_or_none(source.first(term.field))
        if entry is None or received is None or written is None:
            continue
        last = _last_day(received, source, term)
        if written > last:
            message = f"De laatste dag is {_BY[term.rule]} {long_date(last)}. {term.advice}"
            yield Problem(entry.line, entry.column, message, Severity.HINT)


def _last_day(start: date, source: Source, term: KindTerm) -> date:
    extended = term.extended or bool(source.first(term.extended_by))
    if term.rule == "kamervragen":
        return answer_due(start, postponed=extended)
    return decision_due(start, extended=extended, days_suspended=_days_suspended(source, term))


def _days_suspended(source: Source, term: KindTerm) -> int:
    """What is no number is told of the field itself; so is a number of four digits."""
    written = source.first(term.suspended)
    return int(written) if written.isdecimal() and len(written) <= 3 else 0
