"""How sure the networks must be before somebody stays, by what he is and how he is named."""

import pytest

from woo.detect.networks.certainty import sure_enough
from woo.model.finding import Role


def sure(role: Role, name: str, *, titled: bool = False) -> float:
    return sure_enough(role, name, titled=titled)


def test_less_is_asked_of_a_surname_of_somebody_in_office() -> None:
    listed = sure(Role.OFFICE_HOLDER, "Yeşilgöz")
    assert listed < sure(Role.OFFICE_HOLDER, "Kokkelkoren")
    assert sure(Role.OFFICE_HOLDER, "Yeşilgöz", titled=True) > listed


def test_more_is_asked_of_a_whole_name_and_most_of_a_surname_that_thousands_have() -> None:
    alone = sure(Role.OFFICE_HOLDER, "Kokkelkoren")
    whole = sure(Role.OFFICE_HOLDER, "Berend Kokkelkoren")
    assert alone < whole < sure(Role.OFFICE_HOLDER, "De Vries") < 1


def test_an_author_is_told_better_than_an_office_holder() -> None:
    for name in ("Kokkelkoren", "Berend Kokkelkoren"):
        assert sure(Role.AUTHOR, name) < sure(Role.OFFICE_HOLDER, name)
    assert sure(Role.AUTHOR, "Kokkelkoren") < sure(Role.AUTHOR, "B. Kokkelkoren")


@pytest.mark.parametrize("name", ["De Vries", "Berend Kokkelkoren"])
def test_the_name_of_a_signatory_makes_no_difference(name: str) -> None:
    assert sure(Role.SIGNATORY, name) == sure(Role.SIGNATORY, "Kokkelkoren")
