"""When a text that was redacted in one document keeps a bundle in: not for what tells nobody."""

from datetime import date

import pytest

from tests.pipeline.decisions import goes
from woo.model.finding import Category
from woo.pipeline.consistency import _is_forgotten, _is_recent


@pytest.mark.parametrize(
    ("category", "text", "written"),
    [
        (Category.PERSON, "Noor Verzonnen", "Noor Verzonnen"),
        (Category.EMAIL, "n.verzonnen@minbzk.nl", "n.verzonnen@minbzk.nl"),
        (Category.USERNAME, "vrzn04", "VRZN04"),
        (Category.PERSONNEL_NUMBER, "00118274", "00118274"),
    ],
)
def test_what_tells_somebody_keeps_the_bundle_in(
    category: Category, text: str, written: str
) -> None:
    assert _is_forgotten(goes(text, category), written)


@pytest.mark.parametrize(
    ("category", "text", "written"),
    [
        (Category.SPECIAL, "het ziekenhuis", "het ziekenhuis"),
        (Category.USERNAME, "@communicatie", "Communicatie"),
        (Category.USERNAME, "WVD21", "WVD 21"),
        (Category.PERSONNEL_NUMBER, "TVS-20417", "TVS-20417"),
        (Category.PERSON, "Bakker", "Bakker"),
    ],
)
def test_what_tells_nobody_does_not(category: Category, text: str, written: str) -> None:
    assert not _is_forgotten(goes(text, category), written)


def test_a_day_of_these_years_is_no_secret_by_itself() -> None:
    received = date(2025, 3, 1)
    assert _is_recent("10 januari 2025", received)
    assert _is_recent("06-11-2023", received)
    assert not _is_recent("12-05-1984", received)
    assert not _is_recent("Fenna, 10 januari 2025", received)
