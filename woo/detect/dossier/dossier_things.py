"""Firms, schools and places in a dossier: *Lindhout Jeugdhulp* is *Lindhout* in the next mail.

Where nobody in the dossier is called so, the bare name is the thing's, and stays. So is what mail
comes from: *rapportage@fibralab.nl* makes *Fibralab* no person.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from woo.detect.agreement import MODEL
from woo.detect.things.buildings import is_building
from woo.detect.things.called_places import called_places
from woo.detect.things.firms import THINGS, without_form
from woo.detect.words.grammar import is_titled
from woo.detect.words.name_parts import NameParts, key_of, parse_name
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import (
    is_common_surname,
    is_first_name,
    is_ordinary,
    may_be_name,
)
from woo.reference.mailboxes import is_private_provider, split_address
from woo.text.folding import fold

_ENOUGH = 2  # times that the dossier shows it
_SURELY = 3  # documents that show it
_BELIEVED = 0.8  # the score of a finding that is more than a guess
# *Nieboer van Nieboer Infra*: the first is somebody.
_WORKS_AT = len(" van ")
# *mevrouw Lindhout*, *ouwe Woerdman*, *eigenaar Rutgers*
_SOMEBODY = re.compile(
    r"\b(?:heer|mevrouw|meneer|juffrouw|mijnheer|dhr|mw|mevr|hr|fam|familie|(?:oude?|ouwe|jonge)|"
    r"[a-z]*(?:eigenaar|directeur|bestuurder)|dga|baas|boer|mr|dr|drs|ing|ir)[.]?[ \n]$",
    re.IGNORECASE,
)
_REACH = 16
_BEFORE = re.compile(r"(?:de|het|bij|van) (?=[A-ZÀ-Þ])")
# No name has other signs: *RM + Fibralab* is somebody and a firm.
_NAME_SIGNS = re.compile(r"[\w.,'’‘“”\"()\s-]+")
# Who these name is somebody, whatever a thing is called.
_CERTAIN = frozenset({"contacts", "headers", "titled", "councils", "signatures"})
_SHORTEST_DOMAIN = 5
# What stands between somebody and where he works: *S. Ramcharan, Fibralab*.
_TAIL = r"(?:[ \n]*[,+|/–][ \n]*|[ \n]+(?:van|bij)[ \n]+(?:de |het )?|[ \n]+)"


@dataclass(frozen=True, slots=True)
class NamedThings:
    """Names of things that are nobody's here; of which many documents say so; and of places.

    Those of places are folded, since *OOSTERVEEN* is one too.
    """

    names: frozenset[str] = field(repr=False)
    sure: frozenset[str] = field(repr=False)
    places: frozenset[str] = field(repr=False)


@dataclass(slots=True)
class _Shown:
    """How often a thing is shown by its form, its place or its mail, and what speaks against it.

    ``formed``, ``places``, ``domains`` and ``unsure`` count documents.
    """

    times: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    domains: Counter[str] = field(default_factory=Counter)
    formed: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    somebody: list[tuple[str, NameParts]] = field(default_factory=list)
    certain: list[NameParts] = field(default_factory=list)
    unsure: Counter[str] = field(default_factory=Counter)
    believed: set[str] = field(default_factory=set)

    def read(self, document: Document, findings: Sequence[Finding]) -> None:
        """Count one document."""
        places = Counter(map(_written, called_places(document.text)))
        self.places.update(set(places))
        here = places + _things_in(findings)
        self.times.update(here)
        self.formed.update(set(here))
        self.domains.update(_domains(document, findings))
        people = [
            one
            for one in findings
            if one.category is Category.PERSON and one.role is not Role.EPONYM
        ]
        self.names.update(name for one in people for name in _with_ends(one.text))
        self._read_people(document.text, findings)

    def _read_people(self, text: str, findings: Sequence[Finding]) -> None:
        names = [one for one in findings if one.category is Category.PERSON]
        for one, following in zip_longest(names, names[1:]):
            if one.role is Role.EPONYM or not _NAME_SIGNS.fullmatch(one.text):
                continue
            name, parts = _written(one.text), parse_name(one.text)
            if one.score >= _BELIEVED:
                self.believed.add(name)
            certain = parts.is_whole or one.detector in _CERTAIN or _is_titled(text, one, following)
            if certain:
                self.certain.append(parts)
            if certain or (one.detector != MODEL and _may_be_called(name)):
                self.somebody.append((name, parts))
            elif one.detector != MODEL:
                self.unsure[name] += 1

    def add_domains(self) -> None:
        """What mail comes from is shown by it, where it is no surname."""
        for name in self.names:
            if mails := self.mails(name):
                self.times[name] += mails

    def mails(self, name: str) -> int:
        """In how many documents mail comes from what has this name."""
        known = name in self.names and not _may_be_called(name)
        return self.domains[fold(name).text] if known else 0


def named_things(
    per_document: Iterable[tuple[Document, Sequence[Finding]]],
) -> NamedThings:
    """The names of things that are nobody's here, as ``as_things`` takes them.

    A form shows a thing (a firm, a school). Somebody is called so when a document has the surname
    with a first name, initials or a title, or when the layout or the words around it say that it is
    somebody's. What the model alone takes for somebody by the bare surname does not count: that is
    what is doubted. Nor does a rule that read *De Waterlelie* as a name, where ten documents show a
    pool and no list has such a surname.
    """
    shown = _Shown()
    for document, findings in per_document:
        shown.read(document, findings)
    shown.add_domains()
    called = (parts for name, parts in shown.somebody if not _is_formed(name, shown.times))
    people = {key for parts in called for key in (parts.surname_key, parts.first_key)}
    names = frozenset(
        name
        for name, times in shown.times.items()
        if _is_formed(name, shown.times)
        or (_is_things(name, times, people) and _is_shown_most(name, shown))
    )
    sure = frozenset(
        name
        for name in names
        if shown.formed[name] + shown.mails(name) >= _SURELY and not _may_be_called(name)
    )
    places = frozenset(
        fold(name).text
        for name, times in shown.places.items()
        if times >= _SURELY and " " not in name and not is_first_name(name)
    )
    with_particle, bare = _surnames(shown.certain)
    places = (places & with_particle) - bare
    return NamedThings(names, sure, places)


def _with_ends(name: str) -> Iterator[str]:
    """The name, and its last words: behind somebody's name may stand where he works."""
    yield _written(name)
    words = name.split()
    yield from (" ".join(words[-count:]) for count in (1, 2) if len(words) > count)


def _surnames(people: Iterable[NameParts]) -> tuple[set[str], set[str]]:
    """Folded, those that have a tussenvoegsel (Van Oosterveen) and those that have none."""
    with_particle, bare = set[str](), set[str]()
    for parts in people:
        name = fold(parts.surname or parts.first).text
        (with_particle if parts.particles else bare).add(name)
    return with_particle, bare


def _things_in(findings: Iterable[Finding]) -> Counter[str]:
    things = (one.text for one in findings if one.role is Role.EPONYM and one.detector == THINGS)
    return Counter(
        name for text in things for name in {_written(text), _written(without_form(text))}
    )


def _domains(document: Document, findings: Iterable[Finding]) -> set[str]:
    """``fibralab`` of ``rapportage@fibralab.nl``."""
    addresses = [one.text for one in findings if one.category is Category.EMAIL]
    addresses += [contact.address for contact in document.contacts if contact.address]
    labels = (
        fold(label).text
        for address in addresses
        if not is_private_provider(address)
        for label in split_address(address)[1].split(".")[:-1]
    )
    return {label for label in labels if len(label) >= _SHORTEST_DOMAIN}


def _may_be_called(name: str) -> bool:
    """Whether anybody may have it as a surname or a first name."""
    return may_be_name(name.rpartition(" ")[2])


def _is_shown_most(name: str, shown: _Shown) -> bool:
    """Not when rules read it as somebody's in a third of the documents that show it, or more.

    Where mail alone shows it nobody may have believed it a name, not even the model: *Groet,
    Tjaberings* writes from his own domain.
    """
    if shown.formed[name] == 0:
        return name not in shown.believed
    return shown.formed[name] >= _SURELY * shown.unsure[name]


def _is_formed(name: str, shown: Counter[str]) -> bool:
    """*Aletta Jacobshof*, *Jansma Polymeren*: the words themselves tell, and it is shown twice."""
    return shown[name] >= _ENOUGH and _has_form(name)


def _has_form(name: str) -> bool:
    return without_form(name) != name or is_building(name)


def _is_titled(text: str, one: Finding, following: Finding | None) -> bool:
    works_at = (
        following is not None
        and following.detector == THINGS
        and following.start - one.end == _WORKS_AT
    )
    before = max(0, one.start - _REACH)
    return works_at or _SOMEBODY.search(text, before, one.start) is not None


def _is_things(name: str, times: int, people: set[str]) -> bool:
    parts = parse_name(name)
    surname = parts.surname or parts.first
    if not surname or key_of(surname) in people or key_of(name) in people:
        return False
    last = surname.rpartition(" ")[2]
    telling = not (is_common_surname(last) or is_first_name(last) or is_ordinary(name))
    return telling and times >= _ENOUGH


def as_things(text: str, findings: Sequence[Finding], things: NamedThings) -> tuple[Finding, ...]:
    """The findings in a text, with what was taken for somebody and is a thing here as such.

    Behind somebody's name a thing is where he works: that is cut off.
    """
    return tuple(_as_thing(text, _without_tail(one, things), things) for one in findings)


def _as_thing(text: str, one: Finding, things: NamedThings) -> Finding:
    if one.category is not Category.PERSON or not _is_doubted(text, one, things):
        return one
    return replace(one, role=Role.EPONYM, detector=THINGS)


def _is_doubted(text: str, one: Finding, things: NamedThings) -> bool:
    name = _written(one.text)
    if name in things.names:
        weak = one.detector == MODEL or (one.detector == "names" and _has_form(name))
        if weak or (name in things.sure and one.detector not in _CERTAIN):
            return True
    # *Oosterveen*, where somebody is called Van Oosterveen.
    bare = fold(one.text).text in things.places and one.detector == MODEL
    return bare and not is_titled(text, one.start)


def _without_tail(one: Finding, things: NamedThings) -> Finding:
    if one.category is not Category.PERSON or one.role is Role.EPONYM:
        return one
    for tail in re.finditer(_TAIL, one.text):
        name, head = _written(one.text[tail.end() :]), one.text[: tail.start()]
        parted = not tail.group().isspace() or parse_name(head).is_whole
        if head and parted and name in things.names and not _may_be_called(name):
            return replace(one, end=one.start + tail.start(), text=one.text[: tail.start()])
    return one


def _written(name: str) -> str:
    """On one line, without what may stand before it."""
    return _BEFORE.sub("", " ".join(name.split()), count=1)
