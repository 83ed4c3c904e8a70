"""Surnames that are words or offices, letters in lists, and who signs: found, and no more."""

import pytest

from tests.detect.test_dossier_things import left_to_go, told
from tests.detect.test_people import document
from tests.golden.annotated import going
from woo.detect.dossier.shared_numbers import shared_numbers, with_shared_numbers
from woo.detect.words.name_parts import first_half, parse_name
from woo.model.finding import Category, Finding, Role

NOTE = "Over Stavast. Ik zet het hier kort neer, want Stavast heeft een reputatie."


def test_a_word_that_nobody_uses_is_the_surname_of_who_has_it_in_the_dossier() -> None:
    assert left_to_go(NOTE).count("Stavast") < 2
    assert left_to_go("De spreker was Ricardo Stavast uit Assen.", NOTE).count("Stavast") == 2


def test_a_word_in_use_is_not() -> None:
    texts = ("De spreker was Ricardo Dagvoorzitter uit Assen.", "De Dagvoorzitter komt later.")
    assert left_to_go(*texts) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Aanwezig: Koen Drijfhout, Marloes Dijkgraaf, Tjeerd Kuiken, later meer.",
            "Tjeerd Kuiken",
        ),
        ("Deelnemers: M. Dijkgraaf, T. Wubben, later meer.", "T. Wubben"),
        ("- geen oordeel over de burgemeester\nPim zet het klaar in het systeem.", "Pim"),
        (
            "naam\nnamens\nRobbert Dijkgraaf\nminister van OCW\nTjalling Postma\ndirecteur HO&S\n",
            "Tjalling Postma",
        ),
        ("Actielijst\n16-03  kostenoverzicht stuw   WT   voor 1 maart\n", "WT"),
        ("Actie:\n- netten\nBL - bedankbrief\nGH - lijst 14\n", "BL"),
        ("Acties\n- standaardbrief schade: RWS (LK), voor 1 dec\n", "LK"),
        ("Paraaf MT: AH – Paraaf DG Agro: mjs\n", "AH"),
        ("Paraaf MT: AH – Paraaf DG Agro: mjs\n", "mjs"),
        ("aanw: Terpstra, AV, KD, MD, ik. De rest later.", "KD"),
        (
            "| 15 | Olthof, H. | hol | 12 |\n| 15 | Nauta, B. | bna | 4 |\n\n| hol | 20 |\n",
            "bna",
        ),
        ('ORGANIZER;CN="Sloot, Danique van der":mailto:x', "Sloot, Danique van der"),
        ("Verplicht: Ghazi, L. el (Loubna); Tak, P.C. (Petra) van der\n", "(Petra) van der"),
        ("Stichting Vrienden van het Gemaal\np/a Zuideinde 14, 1463 PV Beemster\n", "Zuideinde 14"),
        ("Rapport. Toezichthouder: nr. 71244 was ter plaatse.", "71244"),
        ("Ik, toezichthouder met nummer 71934, bevond mij daar.", "71934"),
    ],
)
def test_it_goes(text: str, name: str) -> None:
    assert name in "\n".join(going(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "U kunt in beroep gaan.\n\nMet vriendelijke groet,\n\nC.M. Buitendijk\n"
            "Medewerker bezwaar en beroep\nnamens de minister van Defensie\n",
            "C.M. Buitendijk",
        ),
        (
            "Besluit van 3 mei.\n\nburgemeester en wethouders\n    (w.g.)\n    K. Bijlsma\n"
            "    Hoofd Burgerzaken\n",
            "K. Bijlsma",
        ),
        ("Aanwezig bij schouw Nieuwstraat 28-3-2018\n- de gemeente", "28-3-2018"),
        ("naam;plaats\nHema B.V.;Goes\nBakx J.P.;Ede\nBos A.;Epe\nKok C.;Oss\n", "Hema"),
        ("Onze household goods are held at your terminal.", "goods"),
        ("ln antwoord op uw brlef van 6 januarl j.l. delen wlj u mede", "januarl"),
        ("Het ligt bij MFC De Roos, naast de sporthal.", "De Roos"),
        ("De monteur van De Haan Techniek komt morgen.", "De Haan"),
    ],
)
def test_it_stays(text: str, name: str) -> None:
    assert name not in "\n".join(going(text))


def test_where_somebody_works_is_no_part_of_who_has_that_name() -> None:
    texts = (
        "Corvantis Nederland B.V. levert het systeem, Corvantis Nederland B.V. beheert het.",
        "Rajesh V. (Corvantis) was er ook, met Corvantis Nederland B.V.",
    )
    assert "Corvantis" not in told(*texts, texts[0], "Corvantis heeft het systeem geleverd.")


@pytest.mark.parametrize(
    ("written", "first", "surname"),
    [
        ("Marja Klinkhamer-de Wit", "Marja", "Klinkhamer-de Wit"),
        ("M. Klinkhamer-de Wit", "", "Klinkhamer-de Wit"),
        ("Klinkhamer-van der Veen", "", "Klinkhamer-van der Veen"),
        ("Anna-Maria de Wit", "Anna-Maria", "Wit"),
    ],
)
def test_a_double_surname_is_one(written: str, first: str, surname: str) -> None:
    parts = parse_name(written)
    assert (parts.first, parts.surname) == (first, surname)


def test_who_has_a_double_surname_is_called_by_the_first_of_the_two() -> None:
    texts = ("De spreker was Marja Klinkhamer-de Wit uit Assen.", "Over Klinkhamer nog dit.")
    assert left_to_go(*texts) == ["Klinkhamer"]


@pytest.mark.parametrize("surname", ["Bakker-de Wit", "Assen-Visser", "Klinkhamer", "Al-Masri"])
def test_the_first_of_the_two_is_no_word_place_or_particle(surname: str) -> None:
    assert first_half(surname) == ""


@pytest.mark.parametrize("log_in", ["Braakmt", "mtbraak"])
def test_a_log_in_has_the_letters_of_a_tussenvoegsel(log_in: str) -> None:
    texts = ("De spreker was Marloes ter Braak uit Assen.", f"Concept 0.7 van {log_in} is af.")
    assert left_to_go(*texts) == [log_in]


def test_a_whole_name_in_a_cell_is_nobodys_thing() -> None:
    row = "C|Beatrixlaan|Pieternel Zuur|P. Wolters|303\nD|station|Achmed Bouazza|Pieternel|304"
    assert "Pieternel Zuur" in going(row)


ROSTER = """\
Weekrooster piket

           ma 11    di 12    wo 13    do 14    vr 15
vroeg      Bakx     Bakx     Naipal   Naipal   Kok
laat       Visser   Kok      Kok      Dek      Dek
nacht      Dek      Visser   Visser   Bakx     Bakx
"""


def test_who_takes_turns_in_a_roster_goes_whatever_he_is_called() -> None:
    found = going(ROSTER)
    assert (found.count("Visser"), found.count("Dek")) == (3, 3)


def test_whoever_has_the_name_of_a_minister_takes_turns_too() -> None:
    roster = (
        "Rooster piketdienst juridische zaken, politie-eenheid Zeeland\n\n"
        "Wk | Ma-do | Vr-zo | Achterwacht\n30 | Verdonk | Lahlou | De Wit\n"
        "31 | Lahlou | De Wit | Verdonk\n32 | De Wit | (ruilen?) | Lahlou\n"
        "33 | Mei | Verdonk | Sprong\n34 | Sprong | Mei | De Wit\n"
    )
    found = going(roster)
    assert (found.count("Verdonk"), found.count("Sprong")) == (3, 2)


def test_a_word_in_a_table_of_other_words_stays() -> None:
    rows = "\n".join(f"{n}  Karel Bakx  Visser  Open" for n in range(1, 5))
    assert "Open" not in going(f"nr  naam  vak  stand\n{rows}\n")


def seat(*roles: Role) -> list[Role]:
    """What becomes of an address that documents give these roles."""
    text = "Raadhuislaan 2"
    found = [
        [
            Finding(
                category=Category.ADDRESS,
                start=0,
                end=14,
                text=text,
                detector="address",
                score=0.9,
                role=r,
            )
        ]
        for r in roles
    ]
    numbers = shared_numbers(found)
    return [
        one.role
        for findings in found
        for one in with_shared_numbers(document(text), findings, numbers)
    ]


def test_three_documents_that_know_an_office_outweigh_as_many_that_do_not() -> None:
    office, unknown = [Role.FUNCTIONAL] * 3, [Role.UNKNOWN]
    assert set(seat(*office, *unknown * 3)) == {Role.FUNCTIONAL}
    assert set(seat(*office, *unknown * 4)) == {Role.UNKNOWN}
    assert set(seat(*office[:2], *unknown * 2)) == {Role.FUNCTIONAL, Role.UNKNOWN}
