"""User names and monograms of people who are known."""

import pytest

from tests.golden.annotated import find_all

KNOWN = "Beste Floris-Jan van der Mispelblom,\n\n"


def texts(text: str) -> list[str]:
    return [one.text for one in find_all(KNOWN + text)][1:]


@pytest.mark.parametrize("written", ["mispelf2", "fmispel1", "mispelblomf12", "FJvdM"])
def test_short_forms_of_a_known_person(written: str) -> None:
    assert texts(f"zie {written} hier") == [written]


@pytest.mark.parametrize("written", ["mispelblomf", "fmispelblom", "FMi", "FMis"])
def test_a_whole_surname_and_the_cut_one_count_anywhere(written: str) -> None:
    assert texts(f"zie {written} hier") == [written]


@pytest.mark.parametrize("written", ["rapport1", "mispel2", "mispelf", "XFJ"])
def test_other_codes_are_left(written: str) -> None:
    assert texts(f"zie {written} hier") == []


def test_capitals_below_a_greeting_are_a_signature() -> None:
    assert texts("Tot maandag.\n\nGroet,\nFJ\n") == ["FJ"]


@pytest.mark.parametrize("written", ["(mispelf)", "door mispelf; daarna"])
def test_a_log_in_without_a_number_needs_its_place(written: str) -> None:
    assert texts(f"zie {written}") == ["mispelf"]
