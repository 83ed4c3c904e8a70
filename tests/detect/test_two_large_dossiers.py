"""What two dossiers of 90 files showed: a truck charge that failed, and a balcony that fell."""

import pytest

from tests.detect.test_dossier_things import told
from tests.detect.test_once_wrong import gone
from tests.golden.annotated import going
from woo.detect.words.name_parts import without_unit

FIRM = "De opdracht ging naar Nordhaven Systems B.V. te Enschede."
TOWN = "De gemeente Rijnveld stelt de bewoners van de flat op de hoogte. De zaak loopt."


def test_who_works_at_a_firm_is_not_called_so() -> None:
    """*Kevin van Nordhaven* made the firm a surname, and took it out of a whole dossier."""
    chat = "Kevin van Nordhaven vroeg om een token. Daarna belde Nordhaven nog een keer."
    assert told(FIRM, FIRM, FIRM, chat, "Het gesprek met Nordhaven is morgen.") == []


def test_he_is_where_nothing_shows_the_firm() -> None:
    chat = "Kevin van Nordhaven vroeg om een token. Daarna belde Nordhaven nog een keer."
    assert "Kevin van Nordhaven" in told(chat)


def test_a_town_that_many_documents_show_is_nobody() -> None:
    letters = [TOWN] * 5
    card = "Van: Gulsenkaya <gulsenkaya.rijnveld@voorbeeld.example>\nOnderwerp: balkon"
    press = "Staat in De Rijnvelder van vrijdag. Huurdersbelang Rijnveld is boos."
    assert told(*letters, card, press) == []


@pytest.mark.parametrize("somebody", ["De heer Rijnveld belde.", "Met groet,\nJan Rijnveld"])
def test_a_town_is_somebody_where_somebody_is_called_so(somebody: str) -> None:
    letters = [TOWN] * 5
    assert told(*letters, somebody, "Vraag het aan Rijnveld, hij weet het.") == ["Rijnveld"]


def test_a_firm_of_two_partners_stays_whoever_is_called_so() -> None:
    firm = "Het bureau Hageman & De Wit Adviseurs rekende de balkons na."
    mail = "Van: Gijs de Wit <g.dewit@voorbeeld.example>\nOnderwerp: flat\n\nMet groet, Gijs de Wit"
    last = "De rol van Hageman & De Wit is nog onduidelijk."
    assert told(firm, firm, mail, last) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A code, and the office of the King, where somebody has that letter or name.
        (
            "Van: C. Smit <c.smit@x.example>\n\nZie C/09/644812 en F-08.22.\nGroet, C.",
            ["C.", "C. S"],
        ),
        (
            "Bas de Koning belde. Bellen met  commissaris van de  Koning vanavond.",
            ["Bas de Koning"],
        ),
        # An office on a card, and behind a name in an address book.
        ("BEGIN:VCARD\nN:Servicedesk ICT;;;;\nFN:Servicedesk ICT\nEND:VCARD", []),
        # Several of one kind, and a stamp beside a number.
        ("Wie had toegang tot Acceptatie-2? Vier accounts.", []),
        ("Op de foto staat 0417-STEMPEL en 0417-PUIN.", []),
        # Burgemeester en wethouders of a town.
        ("Hoogachtend,\nburgemeester en wethouders van Rijnveld,\nde secretaris,", []),
        # Somebody, and where he works.
        ("Haar decaan, meneer Hakim van de Hogeschool, hielp haar.", ["Hakim"]),
        # Firms by what stands before the name.
        ("Uitgevoerd door Gebr. Kuipers, zie het rapport van Betonherstel Zijlstra.", []),
        ("Perceel van Gebr. Meindert en Tamme Rozema.", ["Meindert", "Tamme Rozema"]),
        # Who is known by letters alone.
        ("Jongere: K. (16), meisje. K. is sinds april bij ons en K. vertelde dat.", ["K."] * 3),
        ("HV 3/6: gebeld met de zus.\nHV 10/6: geen gehoor.\nAB 21/6 (inval): aan balie.", ["HV"]),
        ("Naam: BOUZAMBOU\nVoornamen: Abdelhafid\nGeslacht: M", ["BOUZAMBOU", "Abdelhafid"]),
    ],
)
def test_who_goes(text: str, names: list[str]) -> None:
    found = going(text)
    assert bool(found) == bool(names), found
    for name in names:
        assert any(one.startswith(name) for one in found), found


def test_a_unit_behind_a_name_is_not_searched_for() -> None:
    assert without_unit("Pronk, A.F. (Anne-Fleur) - DGMo") == "Pronk, A.F. (Anne-Fleur)"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # A firm of two, also where the network is sure of one of them; and two people.
        ("Het kantoor Ten Dam & Smit schreef dat.", []),
        ("Jan Smit & Piet Bakker kwamen langs.", ["Jan Smit", "Piet Bakker"]),
        # His bakery, and a baker who speaks at a council.
        ("In de bakkerij van Berry Wissink liggen handtekeningen.", ["Berry Wissink"]),
        (
            "Voorzitter: Het woord is aan de insprekers.\n"
            "De heer Wissink (actiegroep): Voorzitter, ik heb een winkel.",
            ["Wissink"],
        ),
        ("Er stond iets in De Graafschapbode van vrijdag.", []),
    ],
)
def test_firms_and_speakers(text: str, names: list[str]) -> None:
    assert going(text) == names


def test_a_clause_ends_at_its_verb() -> None:
    found = going("U weet dat ik een keizersnede had wil het Hanzeziekenhuis mij pas zien.")
    assert found == ["ik een keizersnede had"]


def test_a_home_on_a_card_is_somebodys() -> None:
    card = (
        "BEGIN:VCARD\nORG:Transport en Logistiek\nADR;TYPE=HOME:;;Esdoornlaan 12;Bunnik;;3981 GL\n"
    )
    assert "Esdoornlaan 12" in gone(card)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "In de zaak van uw oud-directeur (Van Hasselt, 2017, golfweekend) is volstaan.",
            "Hasselt",
        ),
        ("Namens de minister,\n\nSybren", "Sybren"),
    ],
)
def test_no_author_and_no_signatory(text: str, name: str) -> None:
    assert name in gone(text)


def test_an_author_with_his_page_stays() -> None:
    assert gone("Dat is eerder betoogd (Van Hasselt, 2017, p. 12), ook door Jansen (2020).") == ""


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Mevrouw Bakker woont op 7149 BL 104.", "7149 BL 104"),
        ("De bewoner van 2076CK 16-3 klaagt over stank.", "2076CK 16-3"),
        ("Stuur de brief naar mevrouw De Wit, Vogelkers 9 hs.", "Vogelkers 9 hs"),
        ("Stuur de brief naar mevrouw De Wit, Kerkweg 12.", "Kerkweg 12"),
        ("Bezwaar van de heer Kok (Buizerd 5-2) tegen de vergunning.", "Buizerd 5-2"),
        ("P. Visser\nVogelkers 104\n", "Vogelkers 104"),
    ],
)
def test_a_home_in_few_words_goes(text: str, home: str) -> None:
    assert home in gone(text)


@pytest.mark.parametrize(
    "text",
    [
        "Message-size: 2211 KB, 3 attachments",
        "De bestelling 1400 EN 12 stuks kwam in 2024 EN 3 dagen later.",
        "Stuur het naar mevrouw De Wit, Kamer 12.",
    ],
)
def test_no_home(text: str) -> None:
    assert not any(sign.isdigit() for sign in gone(text)), gone(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Parkeervergunning voor rz-86-ph op naam van P. Visser.", "rz-86-ph"),
        ("Ontheffing 29 BJS 8, zie bijlage.", "29 BJS 8"),
        ("Naam: Joke Postma, 7-10-1978\nAdres: onbekend", "7-10-1978"),
    ],
)
def test_a_number_beside_its_owner_goes(text: str, number: str) -> None:
    assert number in gone(text).split("\n")
