"""Find every other occurrence of every person, in every document."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from woo.detect.grammar import LETTER
from woo.detect.lexicon import (
    is_ambiguous,
    is_first_name,
    is_frequent,
    is_place,
    is_surname,
)
from woo.detect.merge import merge
from woo.detect.name_parts import parse_name
from woo.detect.spans import finding as make_finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.model.person import Person
from woo.text.matcher import Match, Matcher, fold, is_invisible

# These roles belong to the place, not to the person: the same name may go elsewhere.
_OF_THE_PLACE = frozenset({Role.EPONYM, Role.OFFICE_HOLDER, Role.SIGNATORY})
_LOWER_WORD = re.compile(r"(?<![\w.@])[^\W\d_A-Z]{2,40}(?![\w@])")
_FULL, _SINGLE = 0.9, 0.7
_INSIDE_NAMES = frozenset(" \u00a0\t\n.-\u2010\u2011'’‘")


@dataclass(frozen=True, slots=True)
class _Index:
    """A matcher over all variants, and whose each folded variant is."""

    matcher: Matcher
    owners: dict[str, tuple[Person, ...]] = field(repr=False)
    addresses: dict[str, Person] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Place:
    """A text, the words it has in lower case, and the ids of the people seen in it."""

    text: str = field(repr=False)
    words: frozenset[str] = field(repr=False)
    present: set[str | None]

    def is_ordinary(self, word: str) -> bool:
        """True for a word of the lists, and for one that this text uses in lower case too."""
        return is_ambiguous(word) or (not _is_listed(word) and word.casefold() in self.words)


def propagate(
    document: Document, findings: Sequence[Finding], people: Sequence[Person]
) -> tuple[Finding, ...]:
    """The findings with the ids of their people, and every other occurrence of a variant."""
    index = _index(tuple(people))
    text = document.text
    known = [_identified(f, index) for f in findings]
    present = {f.person for f in known if f.person}
    words = frozenset(_LOWER_WORD.findall(text))
    place = _Place(text, words, present)
    found = [o for m in index.matcher.find(text) if (o := _occurrence(place, m, index))]
    merged = merge(text, [*known, *found])
    return tuple(_identified(f, index) if f.person is None else f for f in merged)


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
    return _Index(Matcher(variants), {k: tuple(p) for k, p in owners.items()}, addresses)


def _identified(finding: Finding, index: _Index) -> Finding:
    """With the id of its person; the person's role too, unless the place decides the role."""
    if finding.category is Category.EMAIL:
        owner = index.addresses.get(finding.text.casefold())
        return replace(finding, person=owner.id) if owner else finding
    if finding.category is not Category.PERSON or finding.role is Role.EPONYM:
        return finding
    owners = index.owners.get(fold(finding.text).text) or index.owners.get(_plain_key(finding), ())
    public = finding.role is Role.OFFICE_HOLDER
    fitting = [p for p in owners if (p.role is Role.OFFICE_HOLDER) == public]
    if not fitting and _is_bare_surname(finding):
        fitting = list(owners)
    if len(fitting) != 1:
        return finding
    role = finding.role if finding.role in _OF_THE_PLACE else fitting[0].role
    return replace(finding, person=fitting[0].id, role=role)


def _is_bare_surname(finding: Finding) -> bool:
    """``mevrouw Leijten`` in a debate: the member who has that name, when nobody else has."""
    parts = parse_name(finding.text)
    return finding.role is Role.UNKNOWN and not (parts.first or parts.initials)


def _plain_key(finding: Finding) -> str:
    parts = parse_name(finding.text)
    return fold(f"{parts.first or parts.initials}{parts.full_surname}").text


def _occurrence(place: _Place, match: Match, index: _Index) -> Finding | None:
    """A finding for one place where a variant stands, or None when it is an ordinary word."""
    text, present = place.text, place.present
    owners = index.owners[fold(match.term).text]
    written = text[match.start : match.end]
    single = " " not in match.term.strip() and "." not in match.term
    if not _separators(written) <= _separators(match.term) | _INSIDE_NAMES:
        return None
    if single and not _is_name_here(place, match, owned_here=any(p.id in present for p in owners)):
        return None
    if not single and _is_lower_case_word(written, match.term):
        return None
    if not single and not _has_capital_or_is_long(written):
        return None
    owner = _owner(owners, present)
    return replace(
        make_finding(
            text, (match.start, match.end), Category.PERSON, "propagated",
            _SINGLE if single else _FULL, owner.role,
        ),
        person=owner.id if len(owners) == 1 or owner.id in present else None,
    )


def _is_lower_case_word(written: str, term: str) -> bool:
    """``de wit gekalkte muur``: tussenvoegsel and ordinary word, without the capital of the name."""
    last, name = written.split()[-1], term.split()[-1]
    return is_ambiguous(name) and last[:1].islower() and name[:1].isupper() and not _has_first_name(term)


def _has_first_name(term: str) -> bool:
    parts = parse_name(term)
    return bool(parts.first or parts.initials)


def _separators(written: str) -> set[str]:
    """The signs between the letters: ``Van: Wessem`` is not ``van Wessem``."""
    return {c for c in written if not c.isalnum() and not is_invisible(c)}


def _owner(owners: Sequence[Person], present: set[str | None]) -> Person:
    """Whose it is: somebody in this document before others, and not an office holder if it may be
    another, because then the name must go.
    """
    return min(owners, key=lambda p: (p.role is Role.OFFICE_HOLDER, p.id not in present, p.id))


def _is_name_here(place: _Place, match: Match, *, owned_here: bool) -> bool:
    """One word: it has its capital, is no part of another name, and is not an ordinary word."""
    text = place.text
    written, word = text[match.start : match.end], match.term
    is_user_name = word.islower()
    if is_user_name:
        return True
    if is_place(word) or "\n" in written.strip():
        return False
    if not written[0].isupper():
        # In chats and hasty mail a name has no capital; of a listed name that is no doubt.
        return owned_here and _is_listed(word) and not is_ambiguous(word) and len(word) > 3
    if _in_street(text, match.end):
        return False
    if is_frequent(word):
        return False
    if not place.is_ordinary(word):
        return True
    return owned_here and not _opens_sentence(text, match.start)


def _is_listed(word: str) -> bool:
    return (is_first_name(word) or is_surname(word)) and not is_ambiguous(word)


def _in_street(text: str, end: int) -> bool:
    """``Jan van Galenstraat``, ``Visser-Instituut``."""
    return bool(
        re.match(
            f"(?:-|[ ](?:(?:van|de|den|der|het|'t)[ ]){{0,2}})[{LETTER}]{{0,30}}"
            "(?:straat|laan|weg|plein|kade|gracht|instituut|museum|stichting)\\b",
            text[end : end + 60],
            re.IGNORECASE,
        )
    )


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start].rstrip(" \t")
    return not before or before[-1] in ".!?•" or before.endswith("\n\n")


def _has_capital_or_is_long(written: str) -> bool:
    """A full name may be written in lower case; two short words may not."""
    return any(c.isupper() for c in written) or len(written) > 8
