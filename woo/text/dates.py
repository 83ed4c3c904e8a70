"""Dutch dates the way a letter writes them."""

from datetime import date

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli",
    "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

# In the order of date.weekday().
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def long_date(day: date) -> str:
    """``30 augustus 2024``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
