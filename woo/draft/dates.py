"""Dates as authors write them."""

import re
from datetime import date

from woo.text.dates import MONTHS

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_NUMBERS = re.compile(r"^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$")
_WORDS = re.compile(r"^(\d{1,2})\s+([a-z]+)\s+(\d{4})$", re.IGNORECASE)


class DateError(Exception):
    """Not a date; the message is Dutch and ready to show."""


def read_date(written: str) -> date:
    """``2024-08-30``, ``30-08-2024`` or ``30 augustus 2024``. Raises DateError."""
    year, month, day = _parts(written.strip())
    try:
        return date(year, month, day)
    except ValueError:
        raise DateError("Deze datum bestaat niet.") from None


def _parts(written: str) -> tuple[int, int, int]:
    if match := _ISO.match(written):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.match(written):
        return int(match[3]), int(match[2]), int(match[1])
    if (match := _WORDS.match(written)) and match[2].lower() in MONTHS:
        return int(match[3]), MONTHS.index(match[2].lower()) + 1, int(match[1])
    raise DateError("Schrijf een datum als 30 augustus 2024 of 2024-08-30.")
