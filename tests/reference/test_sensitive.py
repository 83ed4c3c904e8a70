"""Words that may tell of somebody's health, record, belief, origin or sexual life."""

import pytest

from woo.reference.sensitive import is_telling, tells_of


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Nierstenen", "health"),
        ("middenrifontsteking", "health"),  # only its end is in a list
        ("knie", "body"),
        ("taakstraf", "crime"),
        ("koosjer", "belief"),
        ("Eritrese", "origin"),
        ("lesbisch", "sexual"),
    ],
)
def test_a_word_tells_of_its_kind(word: str, kind: str) -> None:
    assert kind in tells_of(word)


@pytest.mark.parametrize("word", ["vergadering", "besluit", "Rijkswaterstaat", "bezwaar"])
def test_an_ordinary_word_tells_nothing(word: str) -> None:
    assert not set(tells_of(word))


def test_what_texts_say_in_general_does_not_tell_by_itself() -> None:
    assert is_telling("nierstenen")
    assert not is_telling("huisarts")
    assert not is_telling("knie")
