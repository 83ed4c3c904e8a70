"""Firms and buildings that are called as people are, and people who are called nearly so."""

import pytest

from tests.detect.test_dossier_things import left_to_go
from tests.golden.annotated import going


@pytest.mark.parametrize(
    "thing",
    [
        "Jansma Polymeren",
        "Van Leeuwen Tankopslag",
        "Hofstee Advocatuur",
        "Johan de Witt-kazerne",
        "Dr. Lelyhal",
        "de Aletta Jacobshof",
        "de Aletta Jacobskamer",
        "het Marga Klompégebouw",
        "woningcorporatie De Terp",
        "Brinkhorst & Tak Adviseurs",
        "chatbot Fleur",
    ],
)
def test_a_thing_stays(thing: str) -> None:
    assert going(f"Er was overleg met {thing} over de opvang.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De factuur is van M.S. Kooistra Interim.", "M.S. Kooistra"),
        ("De factuur is van Marloes Hakvoort Catering.", "Marloes Hakvoort"),
        ("De heer Sikkema van de vliegschool stemde daarmee in.", "Sikkema"),
        ("Wij spraken Petra Oldenhof en mevrouw Marshal.", "Petra Oldenhof"),
    ],
)
def test_somebody_goes(text: str, name: str) -> None:
    assert any(name in one for one in going(text))


def test_a_dossier_knows_a_building_without_its_article() -> None:
    shown = "Brand in de Aletta Jacobshof. Bewoners van de Aletta Jacobshof zijn opgevangen."
    assert left_to_go(shown, "Ontruimen Aletta Jacobshof, nu.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Inschrijver Fresenius Kabi (Mark de Koning) viel af.",
        "Bij Peeters Reefer Terminal en Hamstra Stevedores stond een container van Koopman Cargo.",
        "Smederij Hendriks is verhuisd; zij haalde het diploma van het Prins Maurits-college.",
        "Zij werkt bij Roelvink De Swart advocaten, in Deventer.",
        "Een mail van Annika Bergström van Lindqvist Infusion AB.",
        "UMC IJsselland, Etty Hillesumlaan 10, 7416 BX Deventer",
        "De teamleider IC-B belt. Zomer- en herfstvakantie tellen mee.",
    ],
)
def test_things_of_a_hospital_and_its_suppliers_stay(text: str) -> None:
    assert set(going(text)) <= {"Mark de Koning", "Annika Bergström"}
