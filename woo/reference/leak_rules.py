"""What the codes of the verifier mean, in Dutch."""

from dataclasses import dataclass
from functools import cache

from woo.reference.tables import load_table


@dataclass(frozen=True, slots=True)
class LeakRule:
    """A rule of the verifier: a title, what it means, and what to do."""

    code: str
    title: str
    explanation: str
    advice: str


@cache
def all_leak_rules() -> dict[str, LeakRule]:
    """Every rule by its code."""
    return {code: LeakRule(code=code, **facts) for code, facts in load_table("leak_rules").items()}


def leak_rule(code: str) -> LeakRule:
    """The rule with this code. Raises KeyError for one that does not exist: a fault in the code."""
    return all_leak_rules()[code]
