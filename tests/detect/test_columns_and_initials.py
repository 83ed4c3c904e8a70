"""Who is named in a column, a list, a calendar or by letters; and what looks so and is nobody."""

import pytest

from tests.golden.annotated import find_all, going, roles
from woo.model.finding import Role

_REPORTS = (
    "zaaknr;naam_melder;email;straat;huisnr;behandelaar\n"
    "M-33020;M. Tesfamariam;m.tesfa91@voorbeeld.example;Kornoeljestraat;14;pdb\n"
    "M-33021;De Groot;;Lindelaan;7 bis;boa\n"
    "M-33026;VvE Zonnehoek;zonnehoek@voorbeeld.example;Dreef;;aannemer\n"
)
_COURSE = (
    "Nr Naam Afdeling Dag 1\n"
    "1 Aerts, Wim Handhaving x\n"
    "2 Belhaj, Soukaina KCC x\n"
    "3 Groen, Rosalie Burgerzaken x\n"
    "4 Hoek, Cor van der Buitendienst x\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_REPORTS, ["M. Tesfamariam", "De Groot", "Kornoeljestraat", "14", "Lindelaan", "7 bis"]),
        (_COURSE, ["Aerts, Wim", "Groen, Rosalie", "Hoek, Cor van der"]),
        ("id,tijdstip,agent,opmerking\n1,08:31,kcc14,x\n2,08:44,kcc09,y\n", ["kcc14", "kcc09"]),
        ("ORGANIZER;CN=Kim van Dalfsen:mailto:k@voorbeeld.example", ["Kim van Dalfsen"]),
        ("DESCRIPTION:Bespreken beschikking G. Noorzai\\, kamer 3", ["G. Noorzai"]),
        ("Uw naam: hans\nOnderwerp: klacht", ["hans"]),
        ("Betr: SMlT, Gerardus Johannes\ngeb. te Hoogezand", ["SMlT, Gerardus Johannes"]),
        ("Ik sprak collega Ben over de zaak.", ["Ben"]),
        ("Dat heeft plv. IG Bakker gezegd.", ["Bakker"]),
        ("I apply for my wife Leila and daughter Ava (born 2018).", ["Leila", "Ava"]),
        ("Betrokkene is R.P. van den Akker, hoofdagent, 151209.", ["151209"]),
        ("Ik, arbeidsinspecteur, genummerd A-20918, rapporteer het volgende.", ["A-20918"]),
        ("Parafen: MdH 3/10, ky 4/10", ["MdH", "ky"]),
        ("Beoordeling (intern): uitnodigen – lvdh 14-6", ["lvdh"]),
        ("Medeparaaf: FEZ (L.S., 2/12), WJZ (–)", ["L.S."]),
        ("Akkoord ASb / LK  /  bezwaar mogelijk", ["ASb", "LK"]),
        ("Stempel: Ingek. 02 JUN 2020 / beh.: vdP / afd. publieksvoorl.", ["vdP"]),
        ("t. 14 0518 (algemeen) of (0518) 462 190", ["(0518) 462 190"]),
        ("Hylke Santema, medewerker griffie, 0518-462 120", ["0518-462 120"]),
        ("Het geval van de heer Rademaker (2013), die alleen woonde.", ["Rademaker"]),
        ("Routing: WA 4-7 / NJ 4-7 / MT-lid", ["WA", "NJ"]),
        ("Acties\nA1 lijst – Tess – 9/6\nA2 memo – KP – 14/6\nA3 brief, MS, vrijdag", ["KP", "MS"]),
    ],
)
def test_it_goes(text: str, expected: list[str]) -> None:
    found = going(text)
    for written in expected:
        assert any(written in one for one in found), (written, found)


@pytest.mark.parametrize(
    "text",
    [
        "zaaknr;datum;locatie\n2023-11880;05-01-2023;A12 Veenendaal",
        "“Bel ik de boa”\n22-06-2023 20:31 – wie is dit?",
        "Afschrift aan: B. en W. van Enschede; het archief",
        "De Minister v. VROM heeft dat besloten.",
        "Antw. 10:44 – het staat er niet meer op.",
        "VZ: Dag.\nBZM: Nee!\nVZ: Dank u.\nBZM: Ja.\nGEM: Goed.\nVZ: Mooi.\nGEM: Prima.",
        "Pikettelefoon en ac.schiphol@ind.nl",
        "Klantnummer: 4455018",
        "Aan: Hotel De Gouden Karper\nOnderwerp: factuur",
        "Bij VV Merwesteyn wist iedereen het.",
        "De inspecteur-generaal, Gerard Bakker, heeft dit besloten.",
        "In het commissiedebat heb ik de heer Six Dijkstra een brief toegezegd.",
        "Het rapport van Berenschot en Follow the Money is gelezen.",
    ],
)
def test_it_stays(text: str) -> None:
    assert going(text) == []


def test_a_row_that_ends_in_a_word_for_staff_names_no_number_on_the_next() -> None:
    assert "M-33026" not in going(_REPORTS)
    assert "4417331" in going("Verbalisant:\n4417331")


def test_where_somebody_lives_is_no_surname() -> None:
    assert going("Meneer W. uit de Lindehof belde.") == ["W."]


def test_a_handle_is_no_mailbox() -> None:
    assert "email" not in {one.category for one in find_all("insta @q.de.koning_010")}


def test_a_minister_is_named_in_brackets() -> None:
    text = "tenzij de Minister (thans de heer Westerterp) daartoe machtigt."
    assert roles(text)["Westerterp"] is Role.OFFICE_HOLDER


@pytest.mark.parametrize(
    ("below", "role"),
    [
        ("Y. Postma\nmanager Klantcontact", Role.SIGNATORY),
        ("drs. A. van Waesberghe\nvoorzitter Raad van Bestuur", Role.SIGNATORY),
        ("Y. Postma\nklantmanager", Role.UNKNOWN),
    ],
)
def test_who_leads_signs_a_formal_letter(below: str, role: Role) -> None:
    letter = f"Geachte mevrouw,\n\nIn mei belde u ons.\n\nHoogachtend,\n\n{below}"
    name = below.partition("\n")[0].removeprefix("drs. ")
    assert roles(letter)[name] is role


def test_of_several_in_a_cell_only_the_minister_stays() -> None:
    text = (
        "Tijd|Wat|Wie|Contact\n"
        "09.15|vertrek|minister Wopke Hoekstra,  Roos Tammenga,  chauffeur Wesley|070 123\n"
        "11.00|ontvangst|burgemeester Alida Boerstra, Iris van Beek|071 123\n"
    )
    found = going(text)
    for name in ("Roos Tammenga", "Wesley", "Iris van Beek"):
        assert any(name in one for one in found), (name, found)
    assert not any(holder in one for one in found for holder in ("Hoekstra", "Boerstra"))


def test_below_who_signs_stands_where_she_works() -> None:
    assert going("Groeten, Karin\nSlachthuis De Lage Kamp B.V.\nKwaliteit") == ["Karin"]
