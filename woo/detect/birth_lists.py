"""Dates of birth that only their place tells: behind a name, beside a BSN, in a list of people."""

import re
from collections.abc import Iterator

from woo.detect.day_patterns import EXPECTED_DATE, FULL_DATE
from woo.detect.grammar import read_name
from woo.detect.reversed_names import read_reversed
from woo.detect.spans import lines

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
_NUMBERED = re.compile(
    r"[ \t>|*•-]{0,8}(?:[A-Z]?\d{1,4}[.)]?[ \t|;]{1,6})?(?:kind |zoon |dochter )?"
)
_BSN_AFTER = re.compile(
    r"[,;|/ \t]{1,6}(?:(?:bsn|burgerservicenummer|sofinr)\b\W{0,4})?\d{9}(?!\d)", re.IGNORECASE
)
_BSN_BEFORE = re.compile(
    r"\b(?:bsn|burgerservicenummer)\b\W{0,4}\d[\d .]{7,10}[,;|/( \t]{1,6}$", re.IGNORECASE
)
# *uw besluit van 3 mei 2020, BSN …*: that date is the decision's.
_OF_LETTER = re.compile(
    r"\b(?:van|op|d\.d\.|dd\.?|datum:?|per|tot|met ingang van) $", re.IGNORECASE
)
_NINE_DIGITS = re.compile(r"\d{9}")
_ADULT_YEAR, _SPREAD = 2006, 8


def dates_by_person(text: str, dates: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """*zoon Deniz (02-02-2012)*; a date beside a BSN; the rows of a list of names and dates."""
    if dates:
        for relation in _RELATION.finditer(text):
            found = _dated(text, relation.end())
            if found and (relation["child"] or _year(text[slice(*found)]) < _ADULT_YEAR):
                yield found
        yield from _listed(text)
    if _NINE_DIGITS.search(text):
        for date in EXPECTED_DATE.finditer(text):
            before = text[max(0, date.start() - 40) : date.start()]
            if _BSN_BEFORE.search(before) or (
                _BSN_AFTER.match(text, date.end()) and not _OF_LETTER.search(before)
            ):
                yield date.span()


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
    """The year of a date; 9999 when it has no four digits."""
    years = re.findall(r"(?:1[89]|20)\d\d", written)
    return int(years[0]) if years else 9999


def _listed(text: str) -> Iterator[tuple[int, int]]:
    """Rows of a name and a date, when the dates are many years apart: those are birth dates."""
    rows: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for offset, line in [*lines(text), (len(text), "")]:
        date = FULL_DATE.search(line) if 8 < len(line) < 300 else None
        if date:
            start = _NUMBERED.match(line)
            row = _dated(text, offset + start.end()) if start else None
            span = offset + date.start(), offset + date.end()
            (rows if row == span and _year(date.group()) < 9999 else others).append(span)
        elif not line.strip():
            yield from _spread(text, rows, others)
            rows, others = [], []


def _spread(
    text: str, rows: list[tuple[int, int]], others: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The dates of a list of people, with those in its rows of which the name is not read."""
    years = [_year(text[slice(*row)]) for row in rows]
    if len(rows) > 1 and max(years) - min(years) >= _SPREAD:
        old = max(years) + 1
        return rows + [span for span in others if _year(text[slice(*span)]) < old]
    return []
