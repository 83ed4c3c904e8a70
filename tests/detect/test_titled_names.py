"""Names that are words as well: behind a title they go, and elsewhere the words stay."""

import pytest

from tests.golden.annotated import going

# Surnames of which the lists hold the word back: *haar*, *mei*, *straat*, *raad*, *is*.
HELD_BACK = (
    *("Ter Haar", "Van der Haar", "Van der Mei", "Van der Straat", "Van der Valk", "Van der Wilt"),
    *("Van der Kamer", "Van der Raad", "De Koning", "De Goede", "Van Is", "Van Kan", "Van Zijn"),
    *("Wil", "Goed", "Vrijdag", "Maandag", "Zondag", "Morgen"),
)


@pytest.mark.parametrize("title", ["mevrouw", "de heer", "dhr.", "mw.", "familie"])
@pytest.mark.parametrize("name", HELD_BACK)
def test_a_word_behind_a_title_is_a_name(title: str, name: str) -> None:
    found = going(f"Vandaag belde {title} {name} over de aanvraag. Het antwoord is er al lang.")
    assert any(name.rsplit(maxsplit=1)[-1] in one for one in found), found


@pytest.mark.parametrize("name", ["Haar, J. van der", "Straat, J. van der", "Raad, J. van der"])
def test_in_directory_order_the_particle_makes_it_a_surname(name: str) -> None:
    surname = name.partition(",")[0]
    assert any(surname in one for one in going(f"Van: {name}\nAan: team\nOnderwerp: x"))


@pytest.mark.parametrize(
    "text",
    [
        "Dank u wel, mevrouw de Voorzitter, en dank aan meneer de Burgemeester.",
        "Dank u wel, meneer De Minister. De Kamer gaat akkoord.",
        "Dat zei die meneer. Maandag gaat het verder.",
        "Beste meneer of mevrouw van het CBR, ik wacht al lang.",
        "Het woord is aan de heer Van... u staat niet op de lijst?",
    ],
)
def test_an_office_or_a_word_behind_a_title_is_nobodys_name(text: str) -> None:
    assert going(text) == []
