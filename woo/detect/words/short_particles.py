"""The tussenvoegsel before a surname, where somebody types it in short: *v Zomeren*, *v/d Berg*."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from woo.model.finding import Category, Finding

# *van* only where a bracket opens before it: else it may be a preposition.
_SHORT = re.compile(
    r"(?<![\w.])(?:(?:v\.?[ ]?/?d\.?|v\.?)[ ]|v/|(?<=\()van[ ](?:de[nr]?[ ]|het[ ])?)$"
)
_REACH = 10


def with_short_particles(text: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those of a person with the short tussenvoegsel right before them."""
    for one in findings:
        before = None
        if one.category is Category.PERSON:
            before = _SHORT.search(text, max(0, one.start - _REACH), one.start)
        start = before.start() if before else one.start
        yield replace(one, start=start, text=text[start : one.end]) if before else one
