"""A rule by rank or function; the name of an SG or DG stays where the function stands beside it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.review.making import finding
from woo.errors import InputError
from woo.model.finding import Category, Role
from woo.model.person import Person
from woo.model.policy import Policy, Rule, Standing
from woo.review.decide import decide
from woo.review.policy_file import load_policy

NAME = "Jan Proefman"
KEPT = [
    "De secretaris-generaal Jan Proefman zei dat.",
    "De Secretaris Generaal, mevrouw Jan Proefman".replace(",", ""),
    "SG Jan Proefman zei",
    "excuusgesprek met DG  Jan Proefman",
    "Gehoord de SG, mevrouw Jan Proefman",
    "de directeur-generaal van de Belastingdienst Jan Proefman",
    "Jan Proefman, secretaris-generaal van BZK, zei",
    "Jan Proefman (SG) zei",
    "Jan Proefman, DG Milieu en Water",
    "Groet,\n\nJan Proefman\nDirecteur-generaal Milieu\n",
    "DE SECRETARIS-GENERAAL,\n\n\nJan Proefman\n",
    "De secretaris-generaal van het ministerie van Zorg,\n\n\ndrs. Jan Proefman\n",
    "Via: DG Curatieve Zorg (Jan Proefman)",
    "functie;naam;mobiel\nSG;Jan Proefman;via secretariaat\n",
    "DG CZ | Jan Proefman | 20-3",
    "De secretaris-generaal van Zorg,\nJan Proefman\n",
    "Dat is op verzoek van SG \nJan Proefman gedaan.",
    "DGM|Jan Proefman, directeur- generaal Migratie|4/10",
    "naam | functie | lakken?\nPetra Testers | adviseur | ja\nJan Proefman | DG Agro | nee",
    "De namen van de minister en de directeur-generaal, Jan Proefman, zijn niet gelakt.",
]
GOING = [
    "Jan Proefman zei dat de secretaris-generaal er was.",
    "De plaatsvervangend secretaris-generaal Jan Proefman zei",
    "De plv. SG Jan Proefman zei",
    "loco-secretaris-generaal Jan Proefman",
    "Jan Proefman, plv. secretaris-generaal, zei",
    "Jan Proefman, adviseur van de secretaris-generaal",
    "Jan Proefman, secretaris-generaal Petra Testers en anderen",
    "secretaris-generaal Petra Testers en Jan Proefman",
    "Petra Testers\nSecretaris-generaal\nJan Proefman\nSecretaresse\n",
    "Namens de secretaris-generaal,\n\nJan Proefman\n",
    "sg Jan Proefman",
    "de DGA Jan Proefman",
    "plv.\n19-3\nJan Proefman\nDG CZ\nPetra Testers\n20-3\n",
    "Petra Testers | SG | Jan Proefman | adviseur",
    "FEZ|Jan Proefman|20-3\nPetra Testers|Jan Proefman\nDirecteur-generaal|M. Testers|20-3",
    "van | aan\nPetra Testers | DG Agro\nJan Proefman | SG",
    "dat gaat naar SG\nJan Proefman: ik ook",
    "akkoord van SG\nJan Proefman\n20-3\n",
    "Dag Kim en Jan Proefman,\nSecretaris-generaal Petra Testers wil drie varianten",
]


def is_kept(text: str, policy: Policy, *people: Person) -> bool:
    person = people[0].id if people else None
    found = [finding(text, NAME, person=person)]
    if "Petra Testers" in text:
        found.append(finding(text, "Petra Testers"))
    decided = {one.text: one for one in decide(found, people, policy, text)}
    return not decided[NAME].redact


@pytest.mark.parametrize("text", KEPT)
def test_a_name_with_the_function_beside_it_stays(text: str) -> None:
    assert is_kept(text, load_policy(None))


@pytest.mark.parametrize("text", GOING)
def test_a_name_without_it_goes(text: str) -> None:
    assert not is_kept(text, load_policy(None))


def test_an_address_goes_also_beside_the_function() -> None:
    text = "SG Jan Proefman j.proefman@minvws.nl"
    found = [finding(text, "j.proefman@minvws.nl", Category.EMAIL, Role.OFFICIAL)]
    assert decide(found, (), load_policy(None), text)[0].redact


def person(rank: int | None = None, function: str = "") -> Person:
    return Person(
        id="p-0001", name=NAME, role=Role.OFFICIAL, variants=(NAME,), rank=rank, function=function
    )


def with_rule(tmp_path: Path, rule: str) -> Policy:
    """The default policy with a rule before all others."""
    default = Path("woo/reference/policy.toml").read_text("utf-8")
    head, first, rest = default.partition("\n[[rule]]")
    path = tmp_path / "policy.toml"
    path.write_text(f'{head}\n[[rule]]\ncategory = "person"\n{rule}\n{first}{rest}', "utf-8")
    return load_policy(path)


@pytest.mark.parametrize(
    ("rule", "rank", "kept"),
    [
        ("rank_from = 16", 15, False),
        ("rank_from = 16", 16, True),
        ("rank_from = 16", None, False),
        ("rank_to = 9", 9, True),
        ("rank_to = 9", 10, False),
        ("rank_from = 14\nrank_to = 16", 15, True),
        ("rank_from = 14\nrank_to = 16", 17, False),
    ],
)
def test_a_rule_by_rank(tmp_path: Path, rule: str, rank: int | None, *, kept: bool) -> None:
    policy = with_rule(tmp_path, f"{rule}\nredact = false")
    assert is_kept("Jan Proefman zei", policy, person(rank)) is kept


@pytest.mark.parametrize(
    ("function", "kept"),
    [
        ("Directeur-Generaal Milieu", True),
        ("directeur generaal", True),
        ("Plaatsvervangend directeur-generaal", False),
        ("Directeur", False),
        ("", False),
    ],
)
def test_a_rule_by_function_counts_for_the_whole_person(
    tmp_path: Path, function: str, *, kept: bool
) -> None:
    policy = with_rule(tmp_path, 'function = ["directeur-generaal"]\nredact = false')
    assert is_kept("Jan Proefman zei", policy, person(18, function)) is kept
    assert is_kept("Directeur-generaal Jan Proefman zei", policy, person(18, function))


def test_by_default_a_known_function_must_also_be_named() -> None:
    known = person(19, "Secretaris-generaal")
    assert not is_kept("Jan Proefman zei", load_policy(None), known)
    assert is_kept("SG Jan Proefman zei", load_policy(None), known)


def test_the_first_rule_that_fits_counts(tmp_path: Path) -> None:
    policy = with_rule(tmp_path, 'rank_from = 10\nredact = true\nground = "5.1.2e"')
    assert not is_kept("SG Jan Proefman zei", policy, person(12))
    assert is_kept("SG Jan Proefman zei", policy, person(9))


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("rank_from = 0\nredact = false", "ongeldige waarde"),
        ("rank_from = 31\nredact = false", "ongeldige waarde"),
        ('rank_from = "hoog"\nredact = false', "ongeldige waarde"),
        ("rank_from = 12\nrank_to = 10\nredact = false", "hoger dan rank_to"),
        ("function = []\nredact = false", "noemt geen functie"),
        ('function = ["-"]\nredact = false', "zonder letters"),
        ("named_with_function = true\nredact = false", "zonder functie"),
        ('functie = ["SG"]\nredact = false', "Bedoelt u 'function'"),
    ],
)
def test_a_wrong_rule_is_explained(tmp_path: Path, rule: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        with_rule(tmp_path, rule)


def test_a_policy_with_rules_by_rank_alone_is_not_complete(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(
        'name = "Proef"\n[[rule]]\ncategory = "person"\nrank_from = 1\nredact = false\n', "utf-8"
    )
    with pytest.raises(InputError, match="zonder rol, schaal en functie"):
        load_policy(path)


def test_a_rule_cannot_ask_for_a_named_function_without_one() -> None:
    with pytest.raises(ValueError, match="names them"):
        Rule(category=Category.PERSON, redact=False, named_with_function=True)


def test_what_is_not_known_does_not_fit() -> None:
    policy = load_policy(None)
    low = replace(policy.rules[0], role=None, rank_to=9)
    both = replace(policy, rules=(low, *policy.rules))
    assert both.rule_for(Category.PERSON, Role.OFFICIAL).redact
    assert not both.rule_for(Category.PERSON, Role.OFFICIAL, Standing(rank=9)).redact
