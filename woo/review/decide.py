"""The policy's suggestion for every finding."""

from collections.abc import Sequence

from woo.model.decision import Decision, Origin
from woo.model.finding import Category, Finding
from woo.model.person import Person
from woo.model.policy import Policy
from woo.text.folding import fold


def decide(
    findings: Sequence[Finding], people: Sequence[Person], policy: Policy
) -> tuple[Decision, ...]:
    """One decision per finding, first rule that fits.

    A name in the policy's ``stay`` keeps every finding of that person; ``go`` wins over all.
    """
    staying = _staying(people, policy)
    return tuple(_decide_one(finding, policy, staying) for finding in findings)


def _staying(people: Sequence[Person], policy: Policy) -> frozenset[str]:
    """Ids and folded names of those whom the policy names as staying."""
    names = {fold(name).text for name in policy.stay}
    ids = {
        person.id
        for person in people
        if names & {fold(written).text for written in (person.name, *person.variants)}
    }
    return frozenset(names | ids)


def _decide_one(finding: Finding, policy: Policy, staying: frozenset[str]) -> Decision:
    rule = policy.rule_for(finding.category, finding.role)
    kept = finding.category in (Category.PERSON, Category.EMAIL) and (
        finding.person in staying or fold(finding.text).text in staying
    )
    redact = rule.redact and not kept
    return Decision(
        category=finding.category,
        start=finding.start,
        end=finding.end,
        text=finding.text,
        redact=redact,
        grounds=(rule.ground,) if redact and rule.ground else (),
        origin=Origin.POLICY,
        person=finding.person,
    )
