"""What is hard to read gets a hint; what is not, does not."""

import pytest

from tests.draft.sources import KAMERSTUK
from woo.draft.check import check
from woo.reference.plain_dutch import plain_dutch

SENTENCE = "Het gaat dan over rust."


def hints(text: str) -> list[str]:
    return [one.message for one in check(KAMERSTUK.replace(SENTENCE, text))]


@pytest.mark.parametrize(
    "text",
    [
        "Het besluit wordt morgen genomen.",
        "Ik vind dat de brief verstuurd wordt.",
        "De plannen werden door de raad goedgekeurd.",
    ],
)
def test_a_passive_sentence_is_pointed_out(text: str) -> None:
    assert ["lijdend" in one for one in hints(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Het wordt warmer en de gemeente heeft besloten.",
        "Het gebied wordt groter.",
        "De verantwoordelijkheid wordt zwaarder.",
        "Dat wordt leuk.",
        "De begroting van het ministerie en de stichting van mijn buurman groeien.",
        "Dat staat in art. 3 van de wet, o.a. bij mr. A.B. Bedacht, blz. 4 en nr. 5 d.d. 3 mei.",
        "De Nederlandse Zorgautoriteit (NZa) en het CBS helpen.",
        "TER BESLUITVORMING. Zie lid II en 2500 ZZ.",
    ],
)
def test_a_plain_sentence_is_left_alone(text: str) -> None:
    assert hints(text) == []


def test_a_sentence_is_long_above_the_limit_and_not_at_it() -> None:
    most = plain_dutch().longest_sentence
    assert hints("Woord" + " woord" * (most - 1) + ".") == []
    assert [f"{most + 1} woorden" in one for one in hints("Woord" + " woord" * most + ".")] == [
        True
    ]


@pytest.mark.parametrize("word", plain_dutch().instead)
def test_every_hard_word_is_found_and_its_alternative_is_not_hard(word: str) -> None:
    lists = plain_dutch()
    found = lists.jargon.search(f"Zij {word} dat.")
    assert found
    assert found[0] == word
    assert not lists.jargon.search(lists.instead[word])


def test_an_abbreviation_is_asked_for_once() -> None:
    assert sum("'FWP'" in one for one in hints("De FWP komt. De FWP gaat.")) == 1


def test_a_quotation_and_a_table_are_not_the_author_s_own_words() -> None:
    assert hints("\n\n> Teneinde te leven.\n\n| Wat |\n|---|\n| Het wordt besproken. |") == []
