"""Dutch names of days and months, as mail programs write them."""

from datetime import datetime

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT_MONTHS = tuple(
    "jan feb mrt apr mei jun jul aug sep okt nov dec".split()  # noqa: SIM905 - reads as a list
)


def long_date(moment: datetime) -> str:
    """``dinsdag 6 februari 2024 09:14``, as Outlook writes it."""
    day = DAYS[moment.weekday()]
    return f"{day} {moment.day} {MONTHS[moment.month - 1]} {moment.year} {moment:%H:%M}"


def short_date(moment: datetime) -> str:
    """``di 6 feb 2024 om 09:14``, as other mail programs write it."""
    day = DAYS[moment.weekday()][:2]
    return f"{day} {moment.day} {SHORT_MONTHS[moment.month - 1]} {moment.year} om {moment:%H:%M}"
