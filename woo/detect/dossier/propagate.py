"""Find every other occurrence of every person, in every document."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from woo.detect.agreement import MODEL
from woo.detect.dossier.mentions import gave_motion_its_name
from woo.detect.dossier.misspelt import Misspelt
from woo.detect.dossier.occurrences import Owner, Place, is_name_here
from woo.detect.dossier.short_forms import ShortForms
from woo.detect.merge import merge
from woo.detect.offices.known_holders import BY_SURNAME
from woo.detect.spans import finding as make_finding
from woo.detect.things.firms import THINGS
from woo.detect.words.name_parts import first_half, parse_name
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.model.person import Person
from woo.reference.abbreviations import units
from woo.reference.lexicon import is_first_name
from woo.text.folding import fold
from woo.text.matcher import Match, Matcher
from woo.text.visible import visible

# These roles belong to the place, not to the person: the same name may go elsewhere.
_OF_THE_PLACE = frozenset({Role.EPONYM, Role.OFFICE_HOLDER, Role.SIGNATORY, Role.AUTHOR})
_BY_LAYOUT = frozenset({Role.OFFICIAL, Role.CITIZEN})
_FULL, _SINGLE = 0.9, 0.7
_SURE_THING = 0.8  # the score of a thing that the model does not guess at
_OFFICE_BEFORE = re.compile(
    r"\b(?:minister|staatssecretaris|burgemeester|wethouder|kamerlid|raadslid|gedeputeerde|statenlid|"
    r"dijkgraaf)[ \n](?:[a-z]+[ ])?$",
    re.IGNORECASE,
)
_OFFICE_REACH = 40


@dataclass(frozen=True, slots=True)
class _Index:
    """A matcher over all variants, and whose each folded variant is."""

    matcher: Matcher
    owners: dict[str, tuple[Person, ...]] = field(repr=False)
    addresses: dict[str, Person] = field(repr=False)
    short_forms: ShortForms = field(repr=False)
    misspelt: Misspelt = field(repr=False)
    mailed: frozenset[str] = field(repr=False)
    given: frozenset[str] = field(repr=False)
    whole: frozenset[str] = field(repr=False)


def propagate(
    document: Document, findings: Sequence[Finding], people: Sequence[Person]
) -> tuple[Finding, ...]:
    """The findings with the ids of their people, and every other occurrence of a variant."""
    index = _index(tuple(people))
    text = document.text
    known = [_identified(f, index, text) for f in findings]
    place = Place.of(text, frozenset(f.person for f in known if f.person))
    matches = list(_where_somebody(text, index.matcher, findings))
    found = [o for m in matches if (o := _occurrence(place, m, index))]
    short = index.short_forms.find(text, place.present)
    misspelt = index.misspelt.find(place, matches)
    merged = merge(text, [*known, *found, *short, *misspelt])
    return tuple(_identified(f, index, text) if f.person is None else f for f in merged)


def _where_somebody(text: str, matcher: Matcher, findings: Sequence[Finding]) -> Iterator[Match]:
    """*FG* of a row of initials is somebody in that document, and an office in all others."""
    here = {one.text for one in findings}
    for match in matcher.find(text):
        written = text[match.start : match.end]
        if written not in units() or written in here:
            yield match


@lru_cache(maxsize=4)
def _index(people: tuple[Person, ...]) -> _Index:
    """Built once for a dossier: the next document finds it ready."""
    owners: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for variant in person.variants:
            key = fold(variant).text
            if person not in owners[key]:
                owners[key].append(person)
    variants = [variant for person in people for variant in person.variants]
    addresses = {address: person for person in people for address in person.addresses}
    by_variant = {key: tuple(those) for key, those in owners.items()}
    going = [person for person in people if person.role is not Role.OFFICE_HOLDER]
    holders = [person for person in people if person.role is Role.OFFICE_HOLDER]
    return _Index(
        Matcher(variants),
        by_variant,
        addresses,
        ShortForms.of(going),
        Misspelt.of(going, holders),
        frozenset(_mailed(people)),
        frozenset(key for key, those in by_variant.items() if _is_first_name_of_all(key, those)),
        frozenset(fold(name).text for person in going for name in _surnames_of(person)),
    )


def _surnames_of(person: Person) -> tuple[str, ...]:
    """Of *Ricardo Stavast*, whose first name the lists know: the surname, and half a double one."""
    parts = parse_name(person.name)
    names = (parts.surname, first_half(parts.surname))
    return tuple(filter(None, names)) if is_first_name(parts.first) else ()


def _is_first_name_of_all(key: str, owners: Iterable[Person]) -> bool:
    return all(fold(parse_name(person.name).first).text == key for person in owners)


def _mailed(people: Iterable[Person]) -> Iterator[str]:
    """The names, folded, that stand in an address of who has them: they are no words there."""
    for person in people:
        parts = parse_name(person.name)
        locals_ = [fold(address.partition("@")[0]).text for address in person.addresses]
        for name in {fold(parts.surname).text, fold(parts.first).text} - {""}:
            if any(name in one for one in locals_):
                yield name


def _identified(finding: Finding, index: _Index, text: str) -> Finding:
    """With the id of its person; the person's role too, unless the place decides the role."""
    if finding.category is Category.EMAIL:
        owner = index.addresses.get(visible(finding.text).text.casefold())
        return replace(finding, person=owner.id) if owner else finding
    if finding.category is not Category.PERSON:
        return finding
    owners = index.owners.get(fold(finding.text).text) or index.owners.get(_plain_key(finding), ())
    is_whole = parse_name(finding.text).is_whole
    if not is_whole:
        owners = tuple(person for person in owners if person.seen) or owners
    of_thing = (
        finding.role is Role.EPONYM
        and finding.detector != THINGS
        and not gave_motion_its_name(text, finding)
    )
    if of_thing and _hides_somebody(finding, index):
        return replace(finding, role=Role.UNKNOWN)
    of_office = finding.role is Role.OFFICE_HOLDER and _names_office(text, finding.start)
    doubted = (finding.detector in {MODEL, BY_SURNAME} and not of_office) or of_thing
    if doubted and any(_may_be_meant(person, is_whole=is_whole) for person in owners):
        finding = replace(finding, role=Role.UNKNOWN)
    if finding.role is Role.EPONYM:
        return finding
    public = finding.role is Role.OFFICE_HOLDER
    fitting = [p for p in owners if (p.role is Role.OFFICE_HOLDER) == public]
    if not fitting and (finding.role is Role.UNKNOWN or finding.role in _BY_LAYOUT):
        # ``mevrouw Leijten`` in a debate: the member who has that name, when nobody else has.
        fitting = list(owners)
    if len(fitting) != 1:
        return finding
    role = finding.role if finding.role in _OF_THE_PLACE else fitting[0].role
    return replace(finding, person=fitting[0].id, role=role)


def _hides_somebody(finding: Finding, index: _Index) -> bool:
    """*Gevel Weggemans* in a table, where *B. Weggemans* lives: the model guesses at a thing."""
    guessed = finding.detector == MODEL and finding.score < _SURE_THING
    return guessed and any(fold(word).text in index.whole for word in finding.text.split())


def _names_office(text: str, start: int) -> bool:
    """*minister Hermans*: the word before the name says it, whoever else is called so."""
    return _OFFICE_BEFORE.search(text, max(0, start - _OFFICE_REACH), start) is not None


def _may_be_meant(person: Person, *, is_whole: bool) -> bool:
    """That somebody stays, the model or a surname alone does not say of who sends mail here.

    Nor of a surname that is, in this dossier, also somebody's who holds no office.
    """
    if not person.seen or person.role is Role.OFFICE_HOLDER:
        return False
    return person.role in _BY_LAYOUT or (not is_whole and parse_name(person.name).is_whole)


def _plain_key(finding: Finding) -> str:
    parts = parse_name(finding.text)
    return fold(f"{parts.first or parts.initials}{parts.full_surname}").text


def _occurrence(place: Place, match: Match, index: _Index) -> Finding | None:
    """A finding for one place where a variant stands, or None when it is an ordinary word."""
    key = fold(match.term).text
    owners = index.owners[key]
    known = Owner(
        here=any(person.id in place.present for person in owners),
        mailed=key in index.mailed,
        given=key in index.given,
        whole=key in index.whole,
    )
    if not is_name_here(place, match, known):
        return None
    owner = _owner(owners, place.present)
    score = _FULL if " " in match.term else _SINGLE
    span = (match.start, match.end)
    made = make_finding(place.text, span, Category.PERSON, "propagated", score, owner.role)
    certain = len(owners) == 1 or owner.id in place.present
    return replace(made, person=owner.id) if certain else made


def _owner(owners: Sequence[Person], present: frozenset[str]) -> Person:
    """Whose it is: somebody in this document before others.

    Not an office holder's when it may be another's, because then the name must go. But a name of
    an office holder in this document is not another's because a staff list has it too.
    """
    seen = [person for person in owners if person.seen]
    if seen and all(p.role is Role.OFFICE_HOLDER and p.id in present for p in seen):
        return seen[0]
    return min(owners, key=lambda p: (p.role is Role.OFFICE_HOLDER, p.id not in present, p.id))
