"""Who stands in one row with known office holders: *Vijlbrief en Snel*, *Jetten/De Jonge*."""

import re
from collections.abc import Collection
from functools import cache

from woo.reference.lexicon import is_common_surname
from woo.reference.office_holders import surnames
from woo.text.matcher import Match, Matcher

_TITLE = r"(?:de heer |mevrouw |mw\. |dhr\. )?"
_AND = re.compile(rf",?[ ](?:en|of|and|&)[ ]{_TITLE}|[ ]?/[ ]?")
# *Jetten, Van Zanen* may be a politician and an official: a comma joins where several are known.
_AND_OR_COMMA = re.compile(rf"(?:{_AND.pattern}|[,;][ ]?{_TITLE})")


def beside(text: str, known: Collection[Match]) -> list[Match]:
    """Surnames of other office holders that a comma or a conjunction joins to one of ``known``.

    Many are called *Snel* or *De Jonge*; in a row with *Vijlbrief* the politician is meant.
    """
    if not known:
        return []
    several = len({one.term for one in known}) > 1
    between = _AND_OR_COMMA if several else _AND
    row = {(one.start, one.end) for one in known}
    others = [one for one in _surnames().find(text) if (one.start, one.end) not in row]
    found: list[Match] = []
    while joined := [one for one in others if _is_joined(text, one, row, between)]:
        found += joined
        row |= {(one.start, one.end) for one in joined}
        others = [one for one in others if one not in joined]
    return found


def _is_joined(
    text: str, one: Match, row: Collection[tuple[int, int]], between: re.Pattern[str]
) -> bool:
    return any(
        (end <= one.start and between.fullmatch(text, end, one.start))
        or (one.end <= start and between.fullmatch(text, one.end, start))
        for start, end in row
    )


@cache
def _surnames() -> Matcher:
    """Without the commonest: *Remkes en De Vries* may be a minister and a clerk."""
    return Matcher(name for name in surnames() if not is_common_surname(name.split()[-1]))
