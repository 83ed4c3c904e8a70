"""A policy is read strictly: what is wrong is named, with what was meant."""

from pathlib import Path

import pytest

from woo.errors import InputError
from woo.model.finding import Category, Role
from woo.review.policy_file import load_policy

REST = "\n".join(
    f'[[rule]]\ncategory = "{category.value}"\nredact = true\nground = "5.1.2e"'
    for category in Category
)


def policy(folder: Path, text: str) -> Path:
    path = folder / "policy.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("category", "role", "ground"),
    [
        (Category.PERSON, Role.OFFICIAL, "5.1.2e"),
        (Category.PERSON, Role.UNKNOWN, "5.1.2e"),
        (Category.PERSON, Role.CITIZEN, "5.1.2e"),
        (Category.PERSON, Role.OFFICE_HOLDER, None),
        (Category.PERSON, Role.SIGNATORY, None),
        (Category.PERSON, Role.EPONYM, None),
        (Category.EMAIL, Role.OFFICIAL, "5.1.2e"),
        (Category.EMAIL, Role.FUNCTIONAL, None),
        (Category.PHONE, Role.UNKNOWN, "5.1.2e"),
        (Category.PHONE, Role.FUNCTIONAL, None),
        (Category.ADDRESS, Role.FUNCTIONAL, None),
        (Category.BSN, Role.UNKNOWN, "5.1.1e"),
        (Category.IBAN, Role.UNKNOWN, "5.1.2e"),
    ],
)
def test_the_default_policy(category: Category, role: Role, ground: str | None) -> None:
    rule = load_policy(None).rule_for(category, role)
    assert (rule.ground.code if rule.redact and rule.ground else None) == ground


def test_an_own_policy_with_names_and_terms(tmp_path: Path) -> None:
    text = (
        f'name = "Proef"\n[stay]\nnames = ["Wubbo Proefman"]\n[go]\nterms = ["Zilvermeeuw"]\n{REST}'
    )
    read = load_policy(policy(tmp_path, text))
    assert (read.name, read.stay, read.go) == ("Proef", ("Wubbo Proefman",), ("Zilvermeeuw",))
    assert "Wubbo" not in repr(read)


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ('category = "persoon"\nredact = false', "Bedoelt u 'person'"),
        ('category = "person"\nrole = "oficial"\nredact = false', "Bedoelt u 'official'"),
        ('category = "person"\nredact = true\nground = "5.1.9z"', "Onbekende weigeringsgrond"),
        ('category = "person"\nredact = true', "ontbreekt een grond"),
        ('category = "person"\nredakt = true', "Bedoelt u 'redact'"),
        ('category = "person"\nredact = "ja, alles"', "ongeldige waarde"),
        ('category = "person"', "ontbreekt"),
        ("category = person", "niet te lezen"),
    ],
)
def test_a_wrong_rule_is_named(tmp_path: Path, broken: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_policy(policy(tmp_path, f'name = "Proef"\n[[rule]]\n{broken}\n{REST}'))


def test_a_policy_that_leaves_something_open_is_refused(tmp_path: Path) -> None:
    text = 'name = "Proef"\n[[rule]]\ncategory = "person"\nredact = false\n'
    with pytest.raises(InputError, match="zegt niets over"):
        load_policy(policy(tmp_path, text))


def test_a_policy_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="niet te lezen"):
        load_policy(tmp_path / "geen.toml")


def test_a_name_without_letters_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="zonder letters"):
        load_policy(policy(tmp_path, f'name = "Proef"\n[stay]\nnames = ["--"]\n{REST}'))
