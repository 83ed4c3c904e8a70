"""Make findings from places in a text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from woo.detect.words.grammar import Name
from woo.model.finding import Category, Finding, Role
from woo.text.matcher import Match

_OTHER_HALF = re.compile("-[A-ZÀ-Þ]")
_HALF_BEFORE = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w'’]*-$")


def finding(
    text: str,
    span: tuple[int, int],
    category: Category,
    detector: str,
    score: float,
    role: Role = Role.UNKNOWN,
) -> Finding:
    """A finding whose text is what stands at ``span``."""
    start, end = span
    return Finding(
        category=category,
        start=start,
        end=end,
        text=text[start:end],
        detector=detector,
        score=score,
        role=role,
    )


def person(
    text: str, name: Name, detector: str, score: float, role: Role = Role.UNKNOWN
) -> Finding:
    """A finding of a person at the place of ``name``."""
    return finding(text, (name.start, name.end), Category.PERSON, detector, score, role)


def repeated(matches: Iterable[re.Match[str]], group: str) -> list[re.Match[str]]:
    """Those of which the ``group`` has the same text as that of another."""
    found = list(matches)
    times = Counter(match[group] for match in found)
    return [match for match in found if times[match[group]] > 1]


def line_start(text: str, position: int) -> int:
    """Where the line of ``position`` begins."""
    return text.rfind("\n", 0, position) + 1


def line_end(text: str, position: int) -> int:
    """Where the line of ``position`` ends."""
    end = text.find("\n", position)
    return end if end >= 0 else len(text)


def ends_row(text: str, position: int) -> bool:
    """Whether the line up to ``position`` is a row of a table: what follows begins the next."""
    return any(sign in text[line_start(text, position) : position] for sign in "|;\t")


def listed(
    text: str, places: Iterable[Match], detector: str, score: float, role: Role
) -> Iterator[Finding]:
    """Of the places where a name of a list stands, those where it is written as a whole name."""
    for found in places:
        if _is_whole(text, found):
            yield finding(text, (found.start, found.end), Category.PERSON, detector, score, role)


def _is_whole(text: str, found: Match) -> bool:
    """With a capital, and no half of a double name: not the *Van Gogh* of *Van Gogh-Pinto*."""
    if _OTHER_HALF.match(text, found.end):
        return False
    if _HALF_BEFORE.search(text, max(0, found.start - 30), found.start):
        return False
    return any(map(str.isupper, text[found.start : found.end]))
