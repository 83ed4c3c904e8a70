"""Firms, places and parties beside people who are called so; and letters, titles and offices."""

import pytest

from tests.detect.test_dossier_things import left_to_go
from tests.golden.annotated import going


@pytest.mark.parametrize(
    "thing",
    [
        "Knol Autobedrijf",
        "Van Vliet Brood",
        "Loodgietersbedrijf Van Gastel",
        "dierenwinkel Verspeek",
        "taalbureau Sadeghi",
        "rentmeesterskantoor Hofstee",
        "kantoor Böhlmann",
    ],
)
def test_a_firm_stays(thing: str) -> None:
    assert going(f"De factuur is van {thing} en al betaald.") == []


def test_a_word_before_a_firm_is_no_part_of_it() -> None:
    assert going("Doc 9. Factuur Hoogland Pompen, betaald.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Op kantoor Abe Wiersma aangetroffen, die niets wist.", "Abe Wiersma"),
        ("Geachte heer De Koning,\n\nUw brief is ontvangen.", "De Koning"),
        ("Geachte heer Ter Haar, geachte mevrouw Wolbers,\n\nOp 6 juli", "Ter Haar"),
        ("Mevrouw De Raad belde over haar aanvraag.", "De Raad"),
        (
            "| Nr | Partij | Contact | Status |\n| 1 | Nordprint | Kees-Jan Vermeulen | ja |",
            "Kees-Jan Vermeulen",
        ),
        (
            "Portefeuillehouder|A.J. Slomp\nSteller|M. Proefman (MPro), tst. 9123\n"
            "Paraaf|Naam|Datum|Opmerking\nMPro|steller|06-05|akkoord",
            "MPro",
        ),
        ("FEZ|Sanne Leistra (wnd. Hugo Brandt Corstius- Vink)|HBCV", "Hugo Brandt"),
        ("Beller: ja\nCentralist: Mijn collega Van Veldhoven is er bijna.", "Van Veldhoven"),
        (
            "Hoorzitting in kamer 2.08, wethouder afwezig\nbezwaarmaker: dhr. Van der Plas",
            "Van der Plas",
        ),
        ("Acties\nA71  NP  Omwonendenbrief, vóór de kerst\nA72  BR  Reactie claim", "BR"),
        ("Parafen MT: LB, HK\n\nSignalen van deze week", "HK"),
    ],
)
def test_somebody_goes(text: str, name: str) -> None:
    assert any(name in one for one in going(text))


def test_members_stay_where_a_party_is_one() -> None:
    text = "Nr | Partij | Contactpersoon | Status\n1 | VVD | Kees-Jan Vermeulen | ja"
    assert going(text) == []


def test_a_dossier_knows_a_wind_farm_without_its_article() -> None:
    shown = "Bezwaar tegen Windpark De Zeggelanden. Windpark De Zeggelanden komt er."
    assert left_to_go(shown, "Is er nieuws over de Zeggelanden?") == []


@pytest.mark.parametrize(
    "text",
    [
        "De burgemeester van Texelhoek, Ineke Blom, noemt de dam een levensader.",
        "Vraag 217 (Van den Hil, VVD): Wat is de stand van zaken?",
        "Statenzaal, aanwezig: Ter Haar (SGP), Oosterwijk (D66). De heer Ter Haar vraagt hoeveel.",
    ],
)
def test_who_holds_an_office_stays(text: str) -> None:
    assert going(text) == []
