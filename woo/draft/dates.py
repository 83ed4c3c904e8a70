"""Dates as authors write them."""

import re
from datetime import date

from woo.text.dates import MONTHS, WEEKDAYS, long_date
from woo.text.nearest import nearest

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_NUMBERS = re.compile(r"^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$")
_WORDS = re.compile(r"^(\d{1,2})\s+([a-z]+)\s+(\d{4})$", re.IGNORECASE)


class DateError(Exception):
    """Not a date; the message is Dutch and ready to show."""


def read_date(written: str) -> date:
    """``2024-08-30``, ``30-08-2024``, ``30 augustus 2024``, with or without its day of the week.

    Raises DateError.
    """
    weekday, bare = _split_weekday(written.strip())
    year, month, number = _parts(bare)
    try:
        day = date(year, month, number)
    except ValueError:
        raise DateError(f"Deze datum bestaat niet.{_day_first(year, month, number)}") from None
    if weekday and (message := wrong_weekday(day, weekday)):
        raise DateError(message)
    return day


def _day_first(year: int, month: int, number: int) -> str:
    """What to add when somebody put the month before the day: ``08/28/2026``."""
    try:
        meant = date(year, number, month)
    except ValueError:
        return ""
    return f" De dag komt eerst: bedoelt u {long_date(meant)}?"


def wrong_weekday(day: date, weekday: str) -> str:
    """What to say when a date does not fall on this day of the week; empty when it does."""
    right = WEEKDAYS[day.weekday()]
    if right == weekday:
        return ""
    return f"{long_date(day)} is een {right}. Verbeter de dag of de datum."


def read_date_or_none(written: str) -> date | None:
    """The same, with None for what is no date."""
    try:
        return read_date(written)
    except DateError:
        return None


def _split_weekday(written: str) -> tuple[str, str]:
    first, _, rest = written.partition(" ")
    word = first.lower().rstrip(",")
    return (word, rest.strip()) if word in WEEKDAYS else ("", written)


def _parts(written: str) -> tuple[int, int, int]:
    if match := _ISO.match(written):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.match(written):
        return int(match[3]), int(match[2]), int(match[1])
    if (match := _WORDS.match(written)) and match[2].lower() in MONTHS:
        return int(match[3]), MONTHS.index(match[2].lower()) + 1, int(match[1])
    near = nearest(match[2].lower(), MONTHS, least=75) if match else None
    meant = f" Bedoelt u de maand {near}?" if near else ""
    raise DateError(f"Schrijf een datum als 30 augustus 2024 of 2024-08-30.{meant}")
