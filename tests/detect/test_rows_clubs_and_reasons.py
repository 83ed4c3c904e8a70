"""What stays because it is a club or a firm, and who goes beside it; reasons of absence."""

import pytest

from tests.golden.annotated import find_all, going
from woo.detect.words.name_parts import parse_name
from woo.model.finding import Category


@pytest.mark.parametrize(
    "text",
    [
        "Partijkeuring loopt via Van der Zanden Grond & Infra.",
        "Belanghebbenden zijn vv Wilhelmina '26 en Scouting Sint Joris.",
        "Er staat een ploeg van Omroep Brabant op het plein.",
        "De rit was van Taxi Bloemers uit de stad.",
        "De zaak tegen VOF Van Sambeek loopt nog.",
    ],
)
def test_a_firm_or_a_club_stays(text: str) -> None:
    assert not going(text)


def test_who_works_for_a_firm_in_the_next_cell_goes() -> None:
    text = "naam\tvia\turen\nVikram Bhagwandin\tVerschoor & Partners\t36\n"
    assert "Vikram Bhagwandin" in going(text)


def test_both_of_a_couple_go() -> None:
    text = "Mede ondertekend door:\nfam. Lansink\nH. en R. Çelik\nMw. Nijkamp\n"
    assert "H." in " ".join(going(text))
    assert any(one.endswith("R. Çelik") for one in going(text))


def test_a_common_surname_does_not_stay_because_a_minister_is_named_beside_it() -> None:
    assert "De Vries" in going("Op 3 maart belden Remkes en De Vries met de bewoner over de motie.")


def test_politicians_named_together_stay_without_a_word_of_their_office() -> None:
    text = "RE: verzoek Kuzu\n\nKuzu heeft nog niets. Hennis heeft gebeld. Maar Bijleveld komt ook."
    assert not going(text)


def test_a_unit_behind_a_first_name_is_no_surname() -> None:
    assert parse_name("Wes DTH").surname == ""
    assert parse_name("Ruud BOS").surname == "BOS"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Marek is donderdag niet aanwezig ivm rugklachten.", "rugklachten"),
        ("Liesbeth is wegens ziekte langere tijd afwezig.", "ziekte"),
        ("D. Koolen | Rietgors 15 | huiduitslag dochter\n", "huiduitslag dochter"),
        ("Tonnie heeft zijn rijbewijs ingeleverd na een ongeluk.", "rijbewijs ingeleverd"),
        ("Vader heeft nierstenen en komt later.", "nierstenen"),
    ],
)
def test_a_reason_is_told_of_somebody(text: str, told: str) -> None:
    special = [one.text for one in find_all(text) if one.category is Category.SPECIAL]
    assert any(told in one for one in special)


@pytest.mark.parametrize(
    "text",
    [
        "Hij is niet ziek en komt morgen.",
        "Het verzuim door griep was 5 procent.",
        "In het Hanzeziekenhuis is een nieuwe poli.",
    ],
)
def test_what_is_not_so_or_of_nobody_stays(text: str) -> None:
    assert not [one for one in find_all(text) if one.category is Category.SPECIAL]


def test_no_more_of_a_sentence_goes_than_tells() -> None:
    text = "Zelf heb ik de ziekte van Hashimoto, en nu lees ik in de krant dat er pfas is."
    assert "krant" not in " ".join(going(text))


def test_the_writer_of_an_article_with_a_dateline_stays() -> None:
    text = "RAADSLID STOPT\n\nDoor Gijsje van Oord\n\nZEEVENDAM – Wethouder Smit blijft.\n"
    assert not any("Gijsje" in one for one in going(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De medewerker Jumbo Karin Bosma heeft gebeld.", "Karin Bosma"),
        ("Gehoord: chauffeur taxi Samir Yilmaz uit de stad.", "Samir Yilmaz"),
    ],
)
def test_who_works_at_a_shop_goes(text: str, name: str) -> None:
    assert any(name in one for one in going(text))
