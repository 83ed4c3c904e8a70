"""What one document calls somebody's number, log-in, home or birthday is that in the others too.

A telephone list says *Pers.nr. 104872*; the note about somebody's absence says *104872* alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from woo.detect.agreement import MODEL
from woo.detect.merge import merge
from woo.detect.numbers.day_patterns import day_of
from woo.detect.spans import finding as make_finding
from woo.detect.words.lexicon import is_of_language
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.text.dates import long_date
from woo.text.folding import fold
from woo.text.matcher import Matcher

# So many letters and digits are hardly anything else by chance.
_SHORTEST = {
    Category.BSN: 8,
    Category.IBAN: 15,
    Category.IDENTITY_DOCUMENT: 8,
    Category.V_NUMBER: 8,
    Category.VAT_NUMBER: 10,
    Category.PHONE: 9,
    Category.CARE_NUMBER: 6,
    Category.LICENCE_PLATE: 6,
    Category.PERSONNEL_NUMBER: 5,
    Category.USERNAME: 5,
    Category.SOCIAL_PROFILE: 6,
    Category.ADDRESS: 8,
}
# Of *aan de Loodsmansstraat 3-II in Goes* the street and the house: the rest differs by document.
_HOUSE = re.compile(
    r"[A-ZÀ-Þ][^\n,;|\d]{3,40}[ \n]\d{1,4}(?:[ -]?(?:[A-Za-z]|[IVX]{1,4}|\d{1,3}|bis|hs))?(?!\w)"
)
_SCORE = 0.8


@dataclass(frozen=True, slots=True)
class SharedNumber:
    """A number or log-in of somebody, as one document writes it."""

    category: Category
    role: Role
    text: str = field(repr=False)


def shared_numbers(per_document: Iterable[Sequence[Finding]]) -> tuple[SharedNumber, ...]:
    """Those that a rule found, and that no document knows as an organisation's own.

    An address is somebody's when more documents say so than not.

    What the model alone takes for one goes where it stands, and nowhere else.
    """
    found: dict[str, SharedNumber] = {}
    general: set[str] = set()
    homes = Counter[str]()  # documents that say it is somebody's, less those that say it is not
    for findings in per_document:
        homes.update(_homes(findings))
        for one in findings:
            text = _part_that_tells(one)
            key = fold(text).text
            if one.role is Role.FUNCTIONAL:
                general.add(key)
            elif one.detector != MODEL and one.category is Category.BIRTH_DATE:
                for written in _writings(one.text):
                    found.setdefault(written, SharedNumber(one.category, one.role, written))
            elif one.detector != MODEL and _tells(one, key):
                found.setdefault(key, SharedNumber(one.category, one.role, text))
    # A farm is a firm in one document and a home in the others.
    kept = {key for key in general if homes[key] <= 0}
    return tuple(found[key] for key in sorted(found.keys() - kept))


def _homes(findings: Sequence[Finding]) -> dict[str, int]:
    """For each address of a document 1, or -1 where it is an organisation's."""
    return {
        fold(_part_that_tells(one)).text: -1 if one.role is Role.FUNCTIONAL else 1
        for one in findings
        if one.category is Category.ADDRESS
    }


def _writings(birth_date: str) -> tuple[str, ...]:
    """A date as others write it; none of the first of January, on which rules begin.

    It is also put down for who does not know the day.
    """
    day = day_of(birth_date)
    if day is None or (day.day, day.month) == (1, 1):
        return ()
    numbers = ((f"{day.day:02}", f"{day.month:02}"), (str(day.day), str(day.month)))
    digits = (f"{d}{sign}{m}{sign}{day.year}" for d, m in numbers for sign in "-/.")
    return (*digits, long_date(day))


def _part_that_tells(one: Finding) -> str:
    if one.category is not Category.ADDRESS:
        return one.text
    house = _HOUSE.search(one.text)
    return " ".join(house.group().split()) if house else ""


def _tells(one: Finding, key: str) -> bool:
    shortest = _SHORTEST.get(one.category)
    if shortest is None or len(key) < shortest:
        return False
    return any(map(str.isdigit, key)) or not is_of_language(key)


def with_shared_numbers(
    document: Document, findings: Sequence[Finding], numbers: Sequence[SharedNumber]
) -> tuple[Finding, ...]:
    """The findings, and every other place of a number in the document."""
    new = tuple(_places(document.text, tuple(numbers)))
    return merge(document.text, [*findings, *new]) if new else tuple(findings)


def _places(text: str, numbers: tuple[SharedNumber, ...]) -> Iterator[Finding]:
    matcher, known = _search(numbers)
    for match in matcher.find(text):
        one = known[match.term]
        span = (match.start, match.end)
        yield make_finding(text, span, one.category, "propagated", _SCORE, one.role)


@lru_cache(maxsize=4)
def _search(numbers: tuple[SharedNumber, ...]) -> tuple[Matcher, dict[str, SharedNumber]]:
    """Built once for a dossier: the next document finds it ready."""
    known = {one.text: one for one in numbers}
    return Matcher(known), known
