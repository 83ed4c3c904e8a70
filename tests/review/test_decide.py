"""The policy's suggestion for every finding."""

from dataclasses import replace

from tests.review.making import finding
from woo.model.decision import Origin
from woo.model.finding import Category, Role
from woo.model.person import Person
from woo.review.decide import decide
from woo.review.policy_file import load_policy

TEXT = "Jan Proefman en minister Testers, bsn 111222333, info@x.nl"
PROEFMAN = Person(id="p-0001", name="Jan Proefman", role=Role.OFFICIAL, variants=("Proefman",))


def test_each_finding_gets_one_decision_with_its_ground() -> None:
    findings = [
        finding(TEXT, "Jan Proefman", person="p-0001"),
        finding(TEXT, "Testers", role=Role.OFFICE_HOLDER),
        finding(TEXT, "111222333", Category.BSN),
        finding(TEXT, "info@x.nl", Category.EMAIL, Role.FUNCTIONAL),
    ]
    decisions = decide(findings, [PROEFMAN], load_policy(None))
    assert [(one.redact, one.label) for one in decisions] == [
        (True, "5.1.2e"),
        (False, ""),
        (True, "5.1.1e"),
        (False, ""),
    ]
    assert {one.origin for one in decisions} == {Origin.POLICY}
    assert decisions[0].person == "p-0001"


def test_a_name_that_stays_keeps_every_finding_of_that_person() -> None:
    policy = replace(load_policy(None), stay=("JAN PROEFMAN",))
    (one,) = decide([finding("zie Proefman", "Proefman", person="p-0001")], [PROEFMAN], policy)
    assert not one.redact


def test_a_name_that_stays_does_not_keep_a_number() -> None:
    policy = replace(load_policy(None), stay=("Jan Proefman",))
    bsn = finding(TEXT, "111222333", Category.BSN, person="p-0001")
    (one,) = decide([bsn], [PROEFMAN], policy)
    assert one.redact
