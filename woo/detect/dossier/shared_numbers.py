"""What one document calls somebody's number, log-in, home or birthday is that in the others too.

A telephone list says *Pers.nr. 104872*; the note about somebody's absence says *104872* alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from woo.detect.agreement import MODEL
from woo.detect.contacts.dialled import as_dialled, is_mobile
from woo.detect.merge import merge
from woo.detect.numbers.day_patterns import day_of
from woo.detect.spans import finding as make_finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_of_language
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
# So many documents must say that a line is an office's, and no more than so many times as many not.
_OFFICE_LEAST, _OFFICE_MOST = 2, 3
# The same of an address, and no fewer than say it is not: a farm is a firm and a home.
_SEAT_LEAST = 3


@dataclass(frozen=True, slots=True)
class SharedNumber:
    """A number or log-in of somebody, as one document writes it.

    ``settled``: a telephone number, in digits, or an address that has this ``role`` wherever it was
    found.
    """

    category: Category
    role: Role
    text: str = field(repr=False)
    settled: bool = False


def shared_numbers(per_document: Iterable[Sequence[Finding]]) -> tuple[SharedNumber, ...]:
    """Those that a rule found, and that no document knows as an organisation's own.

    An address is somebody's when more documents say so than not. On one that enough of them know
    as an office's, and no fewer than do not, they all agree.

    What the model alone takes for one goes where it stands, and nowhere else.
    """
    found: dict[str, SharedNumber] = {}
    general: set[str] = set()
    homes, seats = Counter[str](), Counter[str]()  # documents that say which of the two it is
    lines = _Lines()
    for findings in per_document:
        for role, addresses in _addresses(findings):
            (seats if role is Role.FUNCTIONAL else homes).update(addresses)
        lines.add(findings)
        for one in findings:
            text, key = _part_that_tells(one), _key(one)
            if one.role is Role.FUNCTIONAL:
                general.add(key)
            elif one.detector != MODEL and one.category is Category.BIRTH_DATE:
                for written in _writings(one.text):
                    found.setdefault(written, SharedNumber(one.category, one.role, written))
            elif one.detector != MODEL and _tells(one, key):
                found.setdefault(key, SharedNumber(one.category, one.role, text))
    # A farm is a firm in one document and a home in the others.
    kept = {key for key in general if homes[key] <= seats[key]}
    settled = (
        SharedNumber(Category.ADDRESS, Role.FUNCTIONAL, key, settled=True)
        for key in sorted(kept & homes.keys())
        if seats[key] >= _SEAT_LEAST
    )
    return (*(found[key] for key in sorted(found.keys() - kept)), *lines.settled(), *settled)


class _Lines:
    """In how many documents a telephone number is an office's, and in how many somebody's."""

    def __init__(self) -> None:
        self._office = Counter[str]()
        self._own = Counter[str]()

    def add(self, findings: Sequence[Finding]) -> None:
        """Count one document."""
        phones = [one for one in findings if one.category is Category.PHONE]
        self._office.update({as_dialled(f.text) for f in phones if f.role is Role.FUNCTIONAL})
        self._own.update({as_dialled(f.text) for f in phones if f.role is not Role.FUNCTIONAL})

    def settled(self) -> Iterator[SharedNumber]:
        """Those on which documents differ, and enough of them agree.

        Few documents say whose a line is, and the others only that it is one: two that know an
        office outweigh six that do not. A mobile telephone is somebody's.
        """
        for digits in sorted(self._office.keys() & self._own.keys()):
            office, own = self._office[digits], self._own[digits]
            enough = office >= _OFFICE_LEAST and own <= _OFFICE_MOST * office
            if enough and not is_mobile(digits):
                yield SharedNumber(Category.PHONE, Role.FUNCTIONAL, digits, settled=True)
            elif own > office:
                yield SharedNumber(Category.PHONE, Role.UNKNOWN, digits, settled=True)


def _addresses(findings: Iterable[Finding]) -> Iterator[tuple[Role, set[str]]]:
    """The addresses of a document, folded: an organisation's, and the others."""
    found = [one for one in findings if one.category is Category.ADDRESS]
    seats = {_key(one) for one in found if one.role is Role.FUNCTIONAL} - {""}
    yield Role.FUNCTIONAL, seats
    yield Role.UNKNOWN, {_key(one) for one in found} - seats - {""}


def _key(one: Finding) -> str:
    return fold(_part_that_tells(one)).text


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
    settled = {one.text: one.role for one in numbers if one.settled}
    others = tuple(one for one in numbers if not one.settled)
    homes = frozenset(fold(one.text).text for one in others if one.category is Category.ADDRESS)
    own = [_at_home(_by_most(one, settled), homes) for one in findings]
    new = tuple(_places(document.text, others))
    return merge(document.text, [*own, *new]) if new else tuple(own)


def _by_most(one: Finding, settled: Mapping[str, Role]) -> Finding:
    """The finding; a telephone number or an address in the role that enough documents give it."""
    role = None
    if one.category is Category.PHONE:
        role = settled.get(as_dialled(one.text))
    elif one.category is Category.ADDRESS:
        role = settled.get(_key(one))
    return replace(one, role=role) if role else one


def _at_home(one: Finding, homes: frozenset[str]) -> Finding:
    """*handhaving Bolhaarsweg 7*: an address that other documents give as somebody's home."""
    is_home = (
        one.category is Category.ADDRESS and one.role is Role.FUNCTIONAL and _key(one) in homes
    )
    return replace(one, role=Role.UNKNOWN) if is_home else one


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
