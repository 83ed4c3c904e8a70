"""An address, telephone or mailbox is an organisation's where the model sees that, and not else."""

import pytest

from tests.golden.annotated import find_all
from woo.detect.contacts.whose_contact import with_owners
from woo.model.finding import Category, Finding, Role


def one(
    category: Category, text: str, *, by: str = "rule", role: Role = Role.UNKNOWN, at: int = 0
) -> Finding:
    return Finding(
        category=category,
        start=at,
        end=at + len(text),
        text=text,
        detector=by,
        score=1.0,
        role=role,
    )


def seen(text: str, at: int = 0) -> Finding:
    """What the model says of an organisation's contact."""
    return one(Category.ADDRESS, text, by="model", role=Role.FUNCTIONAL, at=at)


@pytest.mark.parametrize(
    ("category", "text"),
    [
        (Category.ADDRESS, "Rieteweg 4, 1234 AB Goes"),
        (Category.PHONE, "0113-221100"),
        (Category.EMAIL, "planbalie@deltawerk.example"),
        (Category.VAT_NUMBER, "NL123456789B01"),
    ],
)
def test_what_the_model_gives_an_organisation_is_its_own(category: Category, text: str) -> None:
    where = "Bibliotheek: "
    found = with_owners(
        [one(category, text, at=len(where)), seen(text, len(where))], "model", where + text
    )
    assert [(f.category, f.role) for f in found] == [(category, Role.FUNCTIONAL)]


@pytest.mark.parametrize(
    ("category", "text"),
    [
        (Category.PHONE, "06-12345678"),
        (Category.PHONE, "+31 (0)6 1234 5678"),
        (Category.EMAIL, "wietske.smal@deltawerk.example"),
        (Category.EMAIL, "balie4@gmail.com"),
        (Category.PERSON, "Rieteweg Vier"),
        (Category.BSN, "123456782"),
    ],
)
def test_what_is_somebodys_stays_somebodys(category: Category, text: str) -> None:
    (found,) = with_owners([one(category, text), seen(text)], "model", text)
    assert found.role is Role.UNKNOWN


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rechtstreeks: 024-7441186", Role.UNKNOWN),
        ("Wietske Smal\nadviseur, 024-7441186", Role.UNKNOWN),
        ("Wietske Smal\nadviseur\nafdeling Water\nDeltawerk B.V.\n024-7441186", Role.UNKNOWN),
        ("Wietske Smal, via de receptie, 024-7441186", Role.FUNCTIONAL),
        ("Deltawerk B.V., Goes, 024-7441186", Role.FUNCTIONAL),
        ("Bel 024-7441186 voor vragen.", Role.UNKNOWN),
    ],
)
def test_a_number_close_behind_a_name_is_direct(text: str, role: Role) -> None:
    number, at = "024-7441186", text.index("024")
    findings = [one(Category.PHONE, number, at=at), seen(number, at)]
    if text.startswith("Wietske"):
        findings.append(one(Category.PERSON, "Wietske Smal"))
    found = [f for f in with_owners(findings, "model", text) if f.category is Category.PHONE]
    assert [f.role for f in found] == [role]


def test_a_part_of_it_is_not_enough() -> None:
    (found,) = with_owners(
        [one(Category.ADDRESS, "Rieteweg 4, Goes"), seen("Goes", 12)], "model", "Rieteweg 4, Goes"
    )
    assert found.role is Role.UNKNOWN


def test_what_the_model_says_of_an_organisation_is_no_finding_by_itself() -> None:
    assert list(with_owners([seen("Rieteweg 4")], "model", "Rieteweg 4")) == []


def test_the_same_form_in_two_sentences() -> None:
    text = (
        "De bijeenkomst is in dorpshuis De Kraal, Rieteweg 4 in Goes, inloop half acht.\n\n"
        "Mevrouw Smalbrug woont aan de Korenweg 6 in Wolphaartsdijk en heeft last van de bouw."
    )
    roles = {f.text: f.role for f in find_all(text) if f.category is Category.ADDRESS}
    hall = [role for address, role in roles.items() if "Rieteweg" in address]
    home = [role for address, role in roles.items() if "Korenweg" in address]
    assert hall in ([], [Role.FUNCTIONAL])
    assert home == [Role.UNKNOWN]


@pytest.mark.parametrize("version", ["versie 10.4.2 van het zaaksysteem", "release 2.13.7"])
def test_a_version_is_no_address_on_the_internet(version: str) -> None:
    assert not [f for f in find_all(version) if f.category is Category.IP_ADDRESS]
