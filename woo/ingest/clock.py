"""Moments on the clock of the Netherlands, for files that keep them in UTC."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from woo.text.dates import long_date


def on_dutch_clock(moment: datetime) -> datetime:
    """The same moment; in UTC on a computer that has no list of time zones."""
    try:
        return moment.astimezone(ZoneInfo("Europe/Amsterdam"))
    except (ZoneInfoNotFoundError, OverflowError, ValueError):
        return moment.astimezone(UTC)


def written_moment(moment: datetime) -> str:
    """As letters have it, with its own zone: ``30 augustus 2024, 14:05 uur (+0200)``."""
    zone = moment.strftime("%z")
    written = f"{long_date(moment)}, {moment:%H:%M} uur"
    return f"{written} ({zone})" if zone else written
