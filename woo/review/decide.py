"""The policy's suggestion for every finding."""

from collections.abc import Sequence

from woo.model.decision import Decision, Origin
from woo.model.finding import Category, Finding
from woo.model.person import Person
from woo.model.policy import Policy, Standing
from woo.review.functions import Functions
from woo.text.folding import fold


def decide(
    findings: Sequence[Finding], people: Sequence[Person], policy: Policy, text: str = ""
) -> tuple[Decision, ...]:
    """One decision per finding, first rule that fits.

    A name in the policy's ``stay`` keeps every finding of that person; ``go`` wins over all.
    ``text`` is the document's: without it no function stands beside a name.
    """
    staying = _staying(people, policy)
    by_id = {person.id: person for person in people}
    named = Functions(policy.functions).beside(text, findings) if text else {}
    return tuple(
        _decide_one(
            finding,
            policy,
            staying,
            _standing(by_id.get(finding.person or ""), named.get(finding.start, frozenset())),
        )
        for finding in findings
    )


def _standing(person: Person | None, named_as: frozenset[str]) -> Standing:
    if person is None:
        return Standing(named_as=named_as)
    return Standing(rank=person.rank, function=person.function, named_as=named_as)


def _staying(people: Sequence[Person], policy: Policy) -> frozenset[str]:
    """Ids and folded names of those whom the policy names as staying."""
    names = {fold(name).text for name in policy.stay}
    ids = {
        person.id
        for person in people
        if names & {fold(written).text for written in (person.name, *person.variants)}
    }
    return frozenset(names | ids)


def _decide_one(
    finding: Finding, policy: Policy, staying: frozenset[str], standing: Standing
) -> Decision:
    rule = policy.rule_for(finding.category, finding.role, standing)
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
