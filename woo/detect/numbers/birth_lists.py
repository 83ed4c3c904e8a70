"""Dates of birth that only their place tells: behind a name, beside a BSN, in a list of people."""

import re
from collections.abc import Iterator

from woo.detect.layout.reversed_names import read_reversed
from woo.detect.numbers.day_patterns import EXPECTED_DATE, FULL_DATE
from woo.detect.words.grammar import name_before, read_name
from woo.text.lines import lines

_CHILD = (
    r"zoon|dochter|kind|jeugdige|leerling|lln|pupil|minderjarige|kleinzoon|kleindochter|baby|"
    r"broertje|zusje"
)
_GROWN = (
    r"mevrouw|mevr|mw|dhr|de heer|heer|cli[eë]nte?|pati[eë]nte?|pat|betrokkene|verdachte|klager|"
    r"klaagster|aangever|aanvrager|verzoeker|appellante?|betr|moeder|vader|partner|werknemer|"
    r"huurder|slachtoffer|getuige|bewoner|vreemdeling|gedetineerde|dienstbode|weduwe|wed"
)
_RELATION = re.compile(
    rf"\b(?:(?P<child>{_CHILD})|(?:{_GROWN}))\b[.:]?[ \t]{{1,20}}", re.IGNORECASE
)
_TO_DATE = re.compile(r"[ ]?(?:[,;(|]|[ \t]{2})[ \t]{0,20}")
# *Gerbrand Sikkema, 1 november 1931,* and *Ruben Wynia (05-05-1977)*.
_BEHIND_NAME = re.compile(
    rf"(?:,[ \n]|[ ]\()(?P<date>{FULL_DATE.pattern})(?=[),;]|[ ]en\b)", re.IGNORECASE
)
_BRACKET = re.compile(r"[ \n]{0,3}\([a-z ]{3,20}\)$")
# *uw patiënt B. Kaplan (m), 23-08-1958*; *41 jr (8-8-83)*.
_BEHIND_SEX = re.compile(
    rf"(?:[ ,]\(?[mvMV]\)?,?[ ]|\b\d{{1,2}}[ ](?:jr|jaar|j)\.?[ ]\()(?P<date>{FULL_DATE.pattern})",
)
_NUMBERED = re.compile(
    r"[ \t>|*•-]{0,8}(?:[A-Z]?\d{1,4}[.)]?[ \t|;]{1,6})?(?:kind |zoon |dochter )?"
)
_BSN_AFTER = re.compile(
    r"[,;|/ \t]{1,6}(?:(?:bsn|burgerservicenummer|sofinr)\b\W{0,4})?\d{9}(?!\d)", re.IGNORECASE
)
_BSN_BEFORE = re.compile(r"\b(?:bsn|burgerservicenummer)\b\W{0,4}$", re.IGNORECASE)
# *uw besluit van 3 mei 2020, BSN …*: that date is the decision's.
_OF_LETTER = re.compile(
    r"\b(?:van|op|d\.d\.|dd\.?|datum:?|per|tot|met ingang van) $", re.IGNORECASE
)
_NINE_DIGITS = re.compile(r"\d{9}(?!\d)")
# What a line with a date has: a digit and a sign, or a digit and a month.
_HINT = re.compile(r"\d[ ]?[-./–]|\d\.?[ ](?:jan|feb|m|apr|ju|aug|sep|o|nov|d)", re.IGNORECASE)
_ADULT_YEAR, _SPREAD, _NO_YEAR, _LONGEST_ROW = 2006, 8, 9999, 300


def _name_before(text: str, end: int) -> bool:
    """Also *Rahmatullah (mononiem)*."""
    bracket = _BRACKET.search(text, max(0, end - 30), end)
    return name_before(text, bracket.start() if bracket else end) is not None


def dates_by_person(text: str) -> Iterator[tuple[int, int]]:
    """*zoon Deniz (02-02-2012)*; a date beside a BSN; the rows of a list of names and dates."""
    for number in _NINE_DIGITS.finditer(text):
        yield from _beside_bsn(text, *number.span())
    for behind in _BEHIND_NAME.finditer(text):
        if _year(behind["date"]) < _ADULT_YEAR and _name_before(text, behind.start()):
            yield behind.span("date")
    yield from (behind.span("date") for behind in _BEHIND_SEX.finditer(text))
    rows: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for offset, line in [*lines(text), (len(text), "")]:
        if not line.strip():
            yield from _spread(text, rows, others)
            rows, others = [], []
        elif _HINT.search(line):
            dates = [(offset + d.start(), offset + d.end()) for d in FULL_DATE.finditer(line)]
            for date in dates:
                yield from _of_relation(text, date)
            if dates and len(line) < _LONGEST_ROW:
                start = _NUMBERED.match(line)
                row = _dated(text, offset + start.end()) if start else None
                is_row = row == dates[0] and _year(text[slice(*dates[0])]) < _NO_YEAR
                (rows if is_row else others).append(dates[0])


def _of_relation(text: str, date: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The date, when a relation and a name stand directly before it."""
    window = max(0, date[0] - 70)
    for relation in _RELATION.finditer(text, window, date[0]):
        grown = not relation["child"]
        if grown and _year(text[slice(*date)]) >= _ADULT_YEAR:
            continue
        if _dated(text, relation.end()) == date:
            yield date


def _beside_bsn(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The date directly before nine digits, or behind them when they are called a BSN."""
    for date in EXPECTED_DATE.finditer(text, max(0, start - 45), start):
        before = text[max(0, date.start() - 40) : date.start()]
        if _BSN_AFTER.match(text, date.end()) and not _OF_LETTER.search(before):
            yield date.span()
    gap = _TO_DATE.match(text, end)
    after = EXPECTED_DATE.match(text, gap.end()) if gap else None
    if after and _BSN_BEFORE.search(text, max(0, start - 30), start):
        yield after.span()


def _dated(text: str, position: int) -> tuple[int, int] | None:
    """The date directly behind a name that begins at ``position``."""
    end = _name_end(text, position)
    gap = _TO_DATE.match(text, end) if end else None
    date = FULL_DATE.match(text, gap.end()) if gap else None
    return date.span() if date else None


def _name_end(text: str, position: int) -> int:
    reversed_name = read_reversed(text, position)
    if reversed_name:
        return reversed_name[1]
    name = read_name(text, position)
    return name.end if name else 0


def _year(written: str) -> int:
    """The year of a date; ``_NO_YEAR`` when it has no four digits."""
    years = re.findall(r"(?:1[89]|20)\d\d", written)
    return int(years[0]) if years else _NO_YEAR


def _spread(
    text: str, rows: list[tuple[int, int]], others: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The dates of a list of people, with those in its rows of which the name is not read."""
    years = [_year(text[slice(*row)]) for row in rows]
    if len(rows) > 1 and max(years) - min(years) >= _SPREAD:
        old = max(years) + 1
        return rows + [span for span in others if _year(text[slice(*span)]) < old]
    return []
