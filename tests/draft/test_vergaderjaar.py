"""The vergaderjaar begins on the third Tuesday of September."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woo.draft.vergaderjaar import prinsjesdag, read_vergaderjaar, vergaderjaar

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2024, 9, 27), "2024–2025"),
        (date(2024, 9, 16), "2023–2024"),
        (date(2024, 9, 17), "2024–2025"),
        (date(2025, 9, 15), "2024–2025"),
        (date(2026, 1, 1), "2025–2026"),
    ],
)
def test_known_days(day: date, year: str) -> None:
    assert vergaderjaar(day) == year


@given(st.integers(1900, 2200))
def test_prinsjesdag_is_the_third_tuesday(year: int) -> None:
    day = prinsjesdag(year)
    assert (day.month, day.weekday()) == (9, 1)
    assert 15 <= day.day <= 21


@given(DAYS)
def test_the_year_changes_on_prinsjesdag_and_on_no_other_day(day: date) -> None:
    changes = vergaderjaar(day) != vergaderjaar(day - timedelta(days=1))
    assert changes == (day == prinsjesdag(day.year))


@given(DAYS)
def test_every_written_form_is_read_back(day: date) -> None:
    start, end = vergaderjaar(day).split("–")
    for written in (f"{start}-{end}", f"{start}–{end}", f"{start}/{end[2:]}"):
        assert read_vergaderjaar(written) == vergaderjaar(day)
    assert read_vergaderjaar(f"{start}-{start}") is None
