"""The ground truth says what is in the documents, no more and no less."""

import re
import tomllib
from email.utils import getaddresses
from functools import cache
from typing import Any

import pytest
from stdnum import iban
from stdnum.nl import bsn

from tests.samples.inbox_text import DOSSIER, flat, inbox_text, mails
from woo.model.finding import Role

PEOPLE: dict[str, Any] = tomllib.loads((DOSSIER / "people.toml").read_text("utf-8"))
PERSONS: list[dict[str, Any]] = PEOPLE["person"]
KINDS_OF_FORM = {
    "full",
    "surname",
    "first_name",
    "initials",
    "reversed",
    "directory",
    "unaccented",
    "upper",
    "monogram",
    "email",
    "user_name",
    "phone",
    "address",
    "bsn",
    "iban",
}
# Ministers and others of the period, whose names nobody invented may carry.
REAL_OFFICE_HOLDERS = {
    "uitermark szabó schoof jonge rutte wilders yesilgöz omtzigt plas timmermans jetten bontenbal "
    "faber agema keijzer hermans madlener wiersma brekelmans veldkamp heinen klever bergkamp "
    "bikker dijk ouwehand dassen stoffer baudet kaag ollongren bruins halsema aboutaleb zanen "
    "weel struycken beljaarts coenradie achahbar nobel karremans remkes thorbecke"
}.pop().split()


@cache
def everything() -> str:
    sources = [(DOSSIER / name).read_text("utf-8") for name in ("nota.md", "kamerstuk.md")]
    return inbox_text() + " " + flat("\n".join(sources))


def standing_alone(form: str) -> re.Pattern[str]:
    return re.compile(r"(?<![^\W_])" + re.escape(form) + r"(?![^\W_])")


@pytest.mark.slow
@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person["name"])
def test_every_form_occurs(person: dict[str, Any]) -> None:
    assert set(person["forms"]) <= KINDS_OF_FORM
    forms = [form for forms in person["forms"].values() for form in forms]
    assert [form for form in forms if not standing_alone(form).search(everything())] == []


def test_everything_functional_occurs() -> None:
    values = [value for group in PEOPLE["functional"] for value in group["values"]]
    assert [value for value in values if value not in everything()] == []


def test_the_cast_is_large_and_varied() -> None:
    roles = [person["role"] for person in PERSONS]
    assert roles.count("official") >= 18
    assert roles.count("citizen") >= 4
    assert {Role(role) for role in roles} >= {Role.OFFICE_HOLDER, Role.SIGNATORY, Role.EPONYM}
    assert {kind for person in PERSONS for kind in person["forms"]} == KINDS_OF_FORM


@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person["name"])
def test_who_goes_has_a_ground_and_who_stays_a_reason(person: dict[str, Any]) -> None:
    assert person["goes"] == (person["role"] in ("official", "citizen"))
    assert ("ground" if person["goes"] else "why") in person


def test_every_address_in_a_header_is_somebodys() -> None:
    known = {address for person in PERSONS for address in person["forms"].get("email", ())}
    known |= {address for group in PEOPLE["functional"] for address in group["values"]}
    seen = set()
    for message in mails().values():
        for part in message.walk():
            headers = [str(part[name]) for name in ("From", "To", "Cc") if part[name]]
            seen |= {address for _, address in getaddresses(headers)}
    assert seen - known == set()


def test_every_address_in_the_text_is_somebodys() -> None:
    known = {address for person in PERSONS for address in person["forms"].get("email", ())}
    known |= {address for group in PEOPLE["functional"] for address in group["values"]}
    found = re.findall(r"[\w.+-]+@(?:minbzk\.nl|minjenv\.nl|\w+\.example)\b", everything())
    # A Message-ID begins with the time in 14 digits.
    assert {one for one in found if not re.match(r"\d{14}\.", one)} - known == set()


@pytest.mark.parametrize("word", ["mei", "bakker", "wit"])
def test_an_ordinary_word_is_listed_wherever_it_stands(word: str) -> None:
    person = next(p for p in PERSONS if p.get("ordinary") and word in p["name"].lower().split())
    text = re.sub(r"[\w.+-]+@[\w.-]+", "", everything())
    assert [phrase for phrase in person["ordinary"] if phrase not in text] == []
    # The longest first: "17 mei" before "7 mei".
    for phrase in sorted(person["ordinary"], key=len, reverse=True):
        text = text.replace(phrase, "")
    assert re.findall(rf".{{20}}\b{word}\b.{{10}}", text) == []


def test_numbers_pass_their_own_check() -> None:
    numbers = [(kind, one) for p in PERSONS for kind, forms in p["forms"].items() for one in forms]
    assert all(bsn.is_valid(one) for kind, one in numbers if kind == "bsn")
    assert all(iban.is_valid(one) for kind, one in numbers if kind == "iban")


def test_nobody_invented_carries_the_name_of_a_real_office_holder() -> None:
    for person in PERSONS:
        if person["role"] not in ("office_holder", "eponym"):
            words = set(re.findall(r"\w+", person["name"].lower()))
            assert words.isdisjoint(REAL_OFFICE_HOLDERS), person["name"]


def test_no_form_that_goes_is_a_form_that_stays() -> None:
    goes = {f for p in PERSONS if p["goes"] for forms in p["forms"].values() for f in forms}
    stays = {f for p in PERSONS if not p["goes"] for forms in p["forms"].values() for f in forms}
    stays |= {value for group in PEOPLE["functional"] for value in group["values"]}
    assert [(a, b) for a in goes for b in stays if standing_alone(a).search(b)] == []
