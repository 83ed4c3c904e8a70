"""Terms: those of the Woo, counted as the Algemene termijnenwet says, and of Kamervragen."""

from datetime import date, timedelta

from dateutil.easter import easter

DECISION_TERM = timedelta(weeks=4)  # Woo art. 4.4 lid 1
EXTENSION = timedelta(weeks=2)  # Woo art. 4.4 lid 2


ANSWER_TERM = timedelta(weeks=3)  # written questions of members of the Tweede Kamer
ANSWER_TERM_POSTPONED = timedelta(weeks=6)  # when the Kamer was told of a delay


def answer_due(sent: date, *, postponed: bool = False) -> date:
    """The last day to answer written questions: no statute, so weekends do not move it."""
    return sent + (ANSWER_TERM_POSTPONED if postponed else ANSWER_TERM)


def decision_due(received: date, *, extended: bool = False, days_suspended: int = 0) -> date:
    """The last day to decide: four weeks from the day after receipt, and two more if extended.

    Each day that the term was suspended is added (Woo art. 4.4 lid 3, Awb art. 4:15).
    """
    weeks = DECISION_TERM + EXTENSION if extended else DECISION_TERM
    return working_day(received + weeks + timedelta(days=days_suspended))


def working_day(day: date) -> date:
    """The day itself, or the next that is no Saturday, Sunday or public holiday (Atw art. 1)."""
    while day.weekday() >= 5 or is_holiday(day):
        day += timedelta(days=1)
    return day


def is_holiday(day: date) -> bool:
    """Tell whether the Algemene termijnenwet, art. 3, counts the day as a public holiday."""
    around_easter = {easter(day.year) + timedelta(days=shift) for shift in (-2, 0, 1, 39, 49, 50)}
    fixed = {(1, 1), (5, 5), (12, 25), (12, 26)}
    return day in around_easter or (day.month, day.day) in fixed or day == kings_day(day.year)


def kings_day(year: int) -> date:
    """27 April, or the day before when that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == 6 else day
