"""The half of a name that is written otherwise goes with the other, and a number goes whole."""

import pytest

from tests.golden.annotated import going
from woo.detect.networks.model_numbers import end_of_number
from woo.detect.words.small_names import with_capitals
from woo.model.finding import Category


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gelezen de aanvraag van S Ramkisoensing, ontvangen op 3 mei.", ["S Ramkisoensing"]),
        ("Naam en voorletters ... Hoang, TM\nAdres ... Dorpsstraat", ["Hoang, TM"]),
        ("PS toezichthouder q. Zandstra staat op de foto's.", ["q. Zandstra"]),
        ("Gisteren sprak ik met ruth Manusama over haar rapport.", ["ruth Manusama"]),
        # An office, and a word.
        ("Gisteren sprak de NVWA Zandstra over zijn rapport.", ["Zandstra"]),
        ("Ik zag met Jansma hoe Henk lachte om het verslag.", ["Jansma", "Henk"]),
    ],
)
def test_who_goes(text: str, names: list[str]) -> None:
    assert going(text) == names


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("met ruth Manusama en Henk jansma", "met Ruth Manusama en Henk Jansma"),
        ("van tamara van dijkstra een map", "van Tamara van Dijkstra een map"),
        ("de wil van Jan de lange weg te gaan", "de wil van Jan de lange weg te gaan"),
    ],
)
def test_small_letters_are_read_as_capitals(written: str, read: str) -> None:
    assert with_capitals(written) == read


def test_letters_of_two_are_two() -> None:
    text = "Beste Floris-Jan Mispel en Anneke Bol,\n\n2|Brief|FJ, AB|12-12\n"
    assert "FJ, AB" not in going(text)


def test_a_user_name_is_whole() -> None:
    text = "Ik kocht het van verkoper gamer_dylan88. Hij gaf als naam Dylan Verhoef op."
    assert "gamer_dylan88" in going(text)


def test_a_number_in_groups_is_whole() -> None:
    text = "nr. 620 114 8837, sinds 3 mei"
    assert end_of_number(text, 4, 11, Category.CARE_NUMBER) == len("nr. 620 114 8837")
    assert end_of_number(text, 4, 11, Category.PHONE) == len("nr. 620 114")
