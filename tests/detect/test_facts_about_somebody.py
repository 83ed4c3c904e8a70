"""What is told of one person goes with the clause around it; what is said in general stays."""

import pytest

from tests.golden.annotated import find_all
from woo.model.finding import Category


def special(text: str) -> list[str]:
    return [one.text for one in find_all(text) if one.category is Category.SPECIAL]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        # From the one it is said of to the end of what is said.
        (
            "De moeder gebruikt sinds het overlijden van haar zus dagelijks cocaïne en zwijgt.",
            "gebruikt sinds het overlijden van haar zus dagelijks cocaïne",
        ),
        (
            "Mijn vrouw heeft MS en zit het grootste deel van de dag in een rolstoel.",
            "heeft MS en zit het grootste deel van de dag in een rolstoel",
        ),
        ("Ik schreef dat ik suikerziekte heb en een voet mis. Daarna ging ik.", "en een voet mis"),
        ("Klager zit een straf uit van twaalf jaar wegens doodslag.", "wegens doodslag"),
        ("Ik hoorde dat Sjef al eens veroordeeld is voor heling.", "al eens veroordeeld is"),
        # The verb comes behind, or is in what is said.
        ("Ik zag dat hij dronken was en dat hij wegreed.", "dronken was"),
        ("Zij belde. Hij slaapt slecht sinds de brand.", "slaapt slecht sinds de brand"),
        # Who it is of comes behind, or stood before.
        ("Na een periode van overspannenheid is hij weer aan het werk.", "overspannenheid"),
        ("Cl. kan sinds mei niet tillen. Hernia L5-S1. Slikt tramadol.", "Slikt tramadol"),
        ("Let wel: een van de vrouwen is hoogzwanger.", "hoogzwanger"),
        # A compound of which only the end is in a list.
        ("Mijn zoon heeft een latexallergie.", "latexallergie"),
        ("De rol gaat naar Fer, want Cor heeft hartrevalidatie tot mei.", "hartrevalidatie"),
        # A cell in the row of somebody, to its end.
        (
            "Lianne Kwee | Subsidies | 2022 | zwanger, geen reanimatie\nHans Dorst | Wegen",
            "reanimatie",
        ),
        ('"501104","De Groot, Ina","6","WIA 80-100 na burn-out"', "WIA 80-100 na burn-out"),
        # A line of a form.
        ("Kind: Mikail Demir\nZorg: blauwe plekken op bovenarm\nSchool: De Ark", "op bovenarm"),
        ("Aandoening: vernauwing (PAV), 2x gedotterd", "vernauwing (PAV), 2x gedotterd"),
        ("De matroos was Budi Santoso, van Indonesische afkomst.", "Indonesische afkomst"),
    ],
)
def test_the_clause_goes(text: str, clause: str) -> None:
    assert any(clause in one for one in special(text)), special(text)


@pytest.mark.parametrize(
    "text",
    [
        "De coöperatie meldde een inbreuk en een dijkbreuk bij Tiel.",
        "Bent u zwanger of heeft u een latexallergie? Meld het bij de balie.",
        "De reddingsoperatie duurde twee uur.",
        "Therapie en revalidatie vallen onder het basispakket.",
        "Onderwerp | Stand\nDepressie bij jongeren | nota in juni",
    ],
)
def test_general_talk_stays(text: str) -> None:
    assert special(text) == []


def test_a_name_in_the_clause_stays_a_name() -> None:
    found = find_all("Mevrouw Tak heeft een burn-out door haar chef Karel de Wit.")
    names = [one.text for one in found if one.category is Category.PERSON]
    assert names == ["Tak", "Karel de Wit"]


def test_a_phrase_ends_in_no_preposition() -> None:
    assert special("Klachten: mw. Van den Berg.\nNiet noemen: COPD van Truus.") == ["COPD"]
