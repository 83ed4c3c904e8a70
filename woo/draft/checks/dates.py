"""Check dates: those that do not exist, lie far away, or fall on another day of the week."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from woo.draft.checks.runs import Run
from woo.draft.dates import read_date_or_none, wrong_weekday
from woo.draft.kinds import Kind
from woo.draft.reading.source import Source
from woo.model.draft import Problem, Severity
from woo.text.dates import MONTHS, WEEKDAYS
from woo.text.nearest import nearest

_DAY = "|".join(WEEKDAYS)
_MONTH = "|".join(MONTHS)
_WORDS = re.compile(
    rf"(?:\b(?P<weekday>{_DAY})\s+)?(?<![\d.,-])\b(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\b"
    r"(?:\s+(?P<year>\d{4})\b)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    rf"(?:\b(?P<weekday>{_DAY})\s+)?(?<![\w./-])(?:(?P<day>[0-3]?\d)[-/](?P<month>[01]?\d)[-/]"
    r"(?P<year>(?:19|20)\d\d)"
    r"|(?P<isoyear>(?:19|20)\d\d)-(?P<isomonth>[01]\d)-(?P<isoday>[0-3]\d))(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
_MISSPELT = re.compile(r"\b\d{1,2}\s+(?P<month>[A-Za-z]{4,10})\s+(?:19|20)\d\d\b")
_LEAP_YEAR = 2024

# How far a date in a field may lie from today, in years, before it looks like a slip of the pen.
_MOST_YEARS_BACK = 25
_MOST_YEARS_AHEAD = 5
# Fields of which the first is never later than the second.
_ORDER = (
    ("datum_verzoek", "datum_ontvangst"),
    ("datum_ontvangst", "datum"),
    ("datum_ontvangst", "datum_verdaging"),
    ("datum_verdaging", "datum"),
    ("datum", "beslistermijn"),
    ("ingezonden", "datum"),
    ("ingezonden", "datum_uitstel"),
    ("datum_uitstel", "datum"),
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text, from ``start`` to ``end``. ``day`` is None when there is no such date.

    ``without_year`` dates have the day in a leap year.
    """

    start: int
    end: int
    day: date | None
    weekday: str
    without_year: bool


def dates_in(text: str) -> Iterator[WrittenDate]:
    """Every date in words or digits, in the order of the text."""
    found = [_read(one) for form in (_WORDS, _NUMBERS) for one in form.finditer(text)]
    yield from sorted(found, key=lambda one: one.start)


def _read(match: re.Match[str]) -> WrittenDate:
    parts = match.groupdict()
    written = parts["month"] or parts["isomonth"]
    year = parts["year"] or parts.get("isoyear")
    month = int(written) if written.isdigit() else MONTHS.index(written.lower()) + 1
    number = int(parts["day"] or parts["isoday"])
    try:
        day: date | None = date(int(year or _LEAP_YEAR), month, number)
    except ValueError:
        day = None
    weekday = (parts["weekday"] or "").lower()
    return WrittenDate(match.start(), match.end(), day, weekday, year is None)


def check_text_dates(source: Source, runs: list[Run]) -> Iterator[Problem]:
    """A hint at each date in the text that cannot be right."""
    dated = read_date_or_none(source.first("datum"))
    for run in runs:
        for written in dates_in(run.text):
            if message := _wrong(written, dated):
                yield Problem(*run.at(written.start), message, Severity.HINT)
        for match in _MISSPELT.finditer(run.text):
            month = match["month"].lower()
            near = nearest(month, MONTHS, least=80)
            if near and month != near:
                message = f"Bedoelt u de maand {near}?"
                yield Problem(*run.at(match.start("month")), message, Severity.HINT)


def _wrong(written: WrittenDate, dated: date | None) -> str:
    if written.day is None:
        return "Deze datum bestaat niet."
    if not written.weekday:
        return ""
    if not written.without_year:
        return wrong_weekday(written.day, written.weekday)
    if dated is None:
        return ""
    # Without a year the date is of this year or of one beside it.
    days = [_in_year(written.day, dated.year + step) for step in (0, 1, -1)]
    if any(day and WEEKDAYS[day.weekday()] == written.weekday for day in days):
        return ""
    return wrong_weekday(days[0], written.weekday) if days[0] else ""


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def check_field_dates(source: Source, kind: Kind, today: date) -> Iterator[Problem]:
    """A hint at each field with a date far from today, or in the wrong order."""
    for kind_field in kind.fields:
        entry = source.entries.get(kind_field.name)
        if kind_field.type != "date" or entry is None:
            continue
        for value in entry.values:
            day = read_date_or_none(value.text)
            if day and not -_MOST_YEARS_BACK <= day.year - today.year <= _MOST_YEARS_AHEAD:
                message = f"Deze datum ligt ver van vandaag. Klopt het jaar {day.year}?"
                yield Problem(value.line, value.column, message, Severity.HINT)
    for first, second in _ORDER:
        before, after = (read_date_or_none(source.first(name)) for name in (first, second))
        if before and after and before > after:
            entry = source.entries[second]
            message = f"Deze datum ligt voor die in het veld '{first}'. Verbeter een van de twee."
            yield Problem(entry.values[0].line, entry.values[0].column, message, Severity.HINT)
