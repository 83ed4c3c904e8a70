"""What tells of health or a record goes as a phrase, also where no sentence is around it."""

import pytest

from tests.golden.annotated import find_all
from woo.model.finding import Category


def special(text: str) -> list[str]:
    return [one.text for one in find_all(text) if one.category is Category.SPECIAL]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Mevrouw Tak meldt dat zij is opgenomen met een psychose.", "met een psychose"),
        ("Mijn broer heeft vorig jaar een miskraam gehad van de schrik.", "een miskraam gehad"),
        ("U heeft COPD in stadium 3 en kunt niet ver lopen.", "COPD in stadium 3"),
        ("Ik heb een dwarslaesie na een val van een steiger.", "na een val van een steiger"),
        ("Dat wist de bestuurder, Frits Brinkhof, die was veroordeeld voor fraude.", "was veroor"),
        ("1. M. Smit: borstkanker, operatie gehad\n2. Vacature communicatie", "borstkanker"),
        ("Overleg 12 november. Gonda is er. Vikash ziek.\n1. Opening", "ziek"),
        ("Diagnose (door werknemer zelf gemeld): fibromyalgie en een depressie", "en een depres"),
        ("Besproken wordt Jayden S., die verdacht wordt van drie straatroven.", "drie straatroven"),
        ("Milan Bakker zat in 2019 vast voor een woningoverval.", "vast voor een woningoverval"),
    ],
)
def test_whole_phrase_goes(text: str, phrase: str) -> None:
    assert any(phrase in one for one in special(text)), special(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dialyse, chemotherapie en bestraling vallen onder artikel 2.14 van het besluit.",
        "Godsdienst: 41 meldingen, seksuele gerichtheid: 6 meldingen.",
        "Beperking: 3,5 ton, hoogte 4,0 m.",
        "De minister zit vast aan het akkoord. De brug zit vast in Grip.",
        "Mensen met dementie wonen langer thuis.",
    ],
)
def test_general_talk_stays(text: str) -> None:
    assert special(text) == []


def test_no_name_or_pronoun_is_drawn_in() -> None:
    assert special("Jan Bakker heeft een burn-out gehad.") == ["heeft een burn-out gehad"]
