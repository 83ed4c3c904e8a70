from datetime import date

import pytest

from woo.reference.calendar import decision_due, is_holiday, kings_day, working_day


@pytest.mark.parametrize(
    "day",
    [
        date(2024, 3, 29),  # Goede Vrijdag
        date(2024, 4, 1),  # tweede paasdag
        date(2024, 5, 9),  # Hemelvaart
        date(2024, 5, 20),  # tweede pinksterdag
        date(2024, 12, 26),
        date(2025, 4, 26),  # Koningsdag on a Saturday, 27 April being a Sunday
    ],
)
def test_public_holidays(day: date) -> None:
    assert is_holiday(day)


def test_kings_day_moves_from_a_sunday() -> None:
    assert kings_day(2025) == date(2025, 4, 26)
    assert kings_day(2024) == date(2024, 4, 27)


def test_a_term_that_ends_on_a_holiday_moves_to_the_next_working_day() -> None:
    assert working_day(date(2024, 12, 25)) == date(2024, 12, 27)
    assert working_day(date(2024, 3, 29)) == date(2024, 4, 2)


def test_four_weeks_and_two_more() -> None:
    assert decision_due(date(2024, 9, 2)) == date(2024, 9, 30)
    assert decision_due(date(2024, 9, 2), extended=True) == date(2024, 10, 14)


def test_the_days_that_a_term_was_suspended_are_added() -> None:
    assert decision_due(date(2024, 9, 2), days_suspended=14) == date(2024, 10, 14)
    assert decision_due(date(2024, 9, 2), extended=True, days_suspended=5) == date(2024, 10, 21)
