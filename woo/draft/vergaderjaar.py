"""The parliamentary year: from the third Tuesday of September to the next (Grondwet art. 65)."""

import re
from datetime import date, timedelta

_SEPTEMBER = 9
_TUESDAY = 1
_WRITTEN = r"^(\d{4})\s*[-–/]\s*(\d{4}|\d{2})$"


def prinsjesdag(year: int) -> date:
    """The third Tuesday of September."""
    first = date(year, _SEPTEMBER, 1)
    return first + timedelta(days=(_TUESDAY - first.weekday()) % 7 + 14)


def vergaderjaar(day: date) -> str:
    """The vergaderjaar that holds this day: 27 September 2024 gives ``2024–2025``."""
    start = day.year if day >= prinsjesdag(day.year) else day.year - 1
    return f"{start}–{start + 1}"


def read_vergaderjaar(written: str) -> str | None:
    """``2024-2025`` or ``2024/25`` as ``2024–2025``; None when it is no such year."""
    match = re.match(_WRITTEN, written.strip())
    if match is None:
        return None
    start = int(match[1])
    if str(start + 1)[-len(match[2]) :] != match[2]:
        return None
    return f"{start}–{start + 1}"
