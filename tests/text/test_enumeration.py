"""Numbers after one another, read as people write them and written as people read them."""

import pytest

from woo.text.enumeration import NumberAt, join_dutch, read_numbers, write_numbers


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("3", [3]),
        ("3 en 4", [3, 4]),
        ("3, 4 en 5", [3, 4, 5]),
        ("3, 4, en 6", [3, 4, 6]),
        ("3 & 4/7", [3, 4, 7]),
        ("3 t/m 6", [3, 4, 5, 6]),
        ("3-5 en 8 tot en met 10", [3, 4, 5, 8, 9, 10]),
        ("3–4", [3, 4]),
        ("5 t/m 3", [5, 3]),
        ("1 t/m 999", [1, 999]),
        ("4, 3 en 3", [4, 3, 3]),
    ],
)
def test_numbers_are_read_in_their_order(written: str, numbers: list[int]) -> None:
    assert [one.number for one in read_numbers(written)] == numbers


def test_a_number_knows_where_it_stands() -> None:
    assert read_numbers("3, 5 t/m 7") == (
        NumberAt(3, 0),
        NumberAt(5, 3),
        NumberAt(6, 9),
        NumberAt(7, 9),
    )


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        ([3], "3"),
        ([3, 4], "3 en 4"),
        ([3, 4, 5], "3, 4 en 5"),
        ([3, 4, 5, 6], "3 t/m 6"),
        ([1, 3, 4, 5, 6, 9], "1, 3 t/m 6 en 9"),
    ],
)
def test_numbers_are_written_short(numbers: list[int], written: str) -> None:
    assert write_numbers(numbers) == written
    assert [one.number for one in read_numbers(written)] == numbers


def test_words_are_joined_as_in_a_sentence() -> None:
    assert [join_dutch(["a"]), join_dutch(["a", "b", "c"])] == ["a", "a, b en c"]
