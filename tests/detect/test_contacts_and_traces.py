"""Log-ins in logs, accounts, numbers and mailboxes of offices, and what a form tells of health."""

import pytest

from tests.golden.annotated import find_all, goes
from woo.model.finding import Category


def found_in(text: str, category: Category) -> list[str]:
    return [one.text for one in find_all(text) if one.category is category]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('31.21.144.8 - mvdsteen [12/Apr/2023:10:14:07] "GET /zaak"', ["mvdsteen"]),
        ("12-09-2023 09:14  LINDEN02  zaak aangemaakt", ["LINDEN02"]),
        ("15-09-2023 13:41  AMRANIF  in behandeling", ["AMRANIF"]),
        ("08:31  in  0628841970  dur 04:12  agent cvermeij\n", ["cvermeij"]),
        ("12-09-2023 09:14  ARCHIEF  zaak aangemaakt", []),
    ],
)
def test_who_did_it_in_a_log(text: str, expected: list[str]) -> None:
    assert found_in(text, Category.USERNAME) == expected


def test_an_account_broken_over_a_line_is_one() -> None:
    assert found_in("op NL71 \nKNAB 0341 3522 00 t.n.v.", Category.IBAN) == [
        "NL71 \nKNAB 0341 3522 00"
    ]


def test_the_direct_number_before_the_general_one_goes() -> None:
    found = find_all("T 070-340 72 46 (algemeen: 070-340 55 66)")
    assert [f.text for f in found if goes(f.category, f.role)] == ["070-340 72 46"]


@pytest.mark.parametrize(
    ("address", "goes_"),
    [
        ("rechtmatigheid@zorgkantoor-zuidrand.nl", False),
        ("woo@lindewaard.nl", False),
        ("clientenraad@lindewaard.nl", False),
        ("info@lindewaard.nl", True),
        ("k.owusu@lindewaard.nl", True),
        ("zonnebloem@gmail.com", True),
        ("pietersma@zorgkantoor-zuidrand.nl", True),
    ],
)
def test_a_long_word_is_an_office_outside_the_government_too(address: str, *, goes_: bool) -> None:
    (one,) = find_all(f"Stuur het aan {address} voor 1 juli.")
    assert goes(one.category, one.role) is goes_


def test_a_word_that_is_somebodys_surname_here_is_his_mailbox() -> None:
    found = find_all("Mr. Judith Zoetelief\nzoetelief@vreemdelingenadvocaten.nl")
    assert "zoetelief@vreemdelingenadvocaten.nl" in {
        f.text for f in found if goes(f.category, f.role)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reden: verlies na herseninfarct", ["verlies na herseninfarct"]),
        ("Medisch: hepatitis B-drager, 22 weken", ["hepatitis B-drager, 22 weken"]),
        ("Toelichting: zie het beleid voor diabetes", []),
        ("Reden: verhuizing", []),
        ("Volgens de arts slikt hij Depakine.", ["Depakine"]),
        ("Ik ben homoseksueel. Verder niets.", ["Ik ben homoseksueel"]),
        ("Depakine is weer leverbaar.", []),
    ],
)
def test_what_a_form_tells_of_health(text: str, expected: list[str]) -> None:
    assert found_in(text, Category.SPECIAL) == expected


def test_a_comma_parts_the_cells_of_a_row() -> None:
    text = "id,naam,telefoon,kamer\n1,Kuiper,0515489221,2.14\n2,Haddad,0515489237,2.16\n"
    found = [one.text for one in find_all(text) if one.category is Category.PHONE]
    assert found == ["0515489221", "0515489237"]
    amounts = "Het bedrag is 10,0515489221 of 0515489237,50 euro."
    assert not [one for one in find_all(amounts) if one.category is Category.PHONE]
