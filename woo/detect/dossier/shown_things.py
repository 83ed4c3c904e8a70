"""What the documents of a dossier show to be a firm, a school or a place, and who is called so."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from woo.detect.agreement import MODEL
from woo.detect.things.buildings import is_building
from woo.detect.things.called_places import called_places
from woo.detect.things.firms import THINGS, begins_with_form, without_form
from woo.detect.words.name_parts import NameParts, parse_name
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import (
    is_first_name,
    may_be_name,
)
from woo.reference.mailboxes import is_private_provider, split_address
from woo.text.folding import fold

SURELY = 3  # documents that show it
OUTWEIGHS = 10
_BELIEVED = 0.8  # the score of a finding that is more than a guess
# *Nieboer van Nieboer Infra*: the first is somebody.
_WORKS_AT = len(" van ")
# *mevrouw Lindhout*, *ouwe Woerdman*
_SOMEBODY = re.compile(
    r"\b(?:heer|mevrouw|meneer|juffrouw|mijnheer|dhr|mw|mevr|hr|fam|familie|(?:oude?|ouwe|jonge)|"
    r"dga|baas|boer|mr|dr|drs|ing|ir)[.]?[ \n]$",
    re.IGNORECASE,
)
# *eigenaar Rutgers* is somebody, *bestuurder Ter Linden* perhaps who leads that.
_LEADER = re.compile(r"\b[a-z]*(?:eigenaar|directeur|bestuurder)[ \n]$", re.IGNORECASE)
_REACH = 16
# *in de Beukenhof*: nobody lives in somebody.
_INSIDE = re.compile(
    r"\b(?:in|op|binnen|vanuit)[ \n]de[ ](?P<name>[A-ZÀ-Þ][a-zà-ÿ]{4,20})(?![\w-]|[ ][A-ZÀ-Þ])"
)
# *programma Saskia*, *Mijn Saskia*: a system may be called as people are.
_SYSTEM = re.compile(
    r"\b(?:(?:\w{0,20}(?:[Pp]rogramma|[Ss]ysteem|[Aa]pplicatie|[Pp]akket|[Pp]ortaal|[Pp]latform)|"
    r"[Pp]roject|[Tt]ool|[Aa]pp|[Ss]tuurgroep|[Pp]rojectorganisatie|[Ii]mplementatie|[Ii]nvoering|"
    r"[Ii]ngebruikname|[Ll]ivegang|[Uu]itrol)[ \n]|Mijn[ ])"
    r"['’‘\"“]?(?P<name>[A-ZÀ-Þ][\w-]{2,20})(?![\w-]|[ ][A-ZÀ-Þ])"
)
_BEFORE = re.compile(r"^(?:de|het|bij|van) (?=[A-ZÀ-Þ])")
# No name has other signs: *RM + Fibralab* is somebody and a firm.
_NAME_SIGNS = re.compile(r"[\w.,'’‘“”\"()\s-]+")
# *Rajesh V. (Fibralab)*: where somebody works; but *Jansen, P. (Piet)*.
_BRACKET = re.compile(r"^(?P<name>[^,()]+?)[ \n]+\([^(),]+\)$")
# *Florachem Nederland B.V.*, and below it *D. Kessler*
_COMPANY = re.compile(r"\b[BN]\.?V\b")
# *Tomasz Zieliński (Barka)*
_EMPLOYER = re.compile(r"[ \n]\((?P<name>[A-ZÀ-Þ][\w-]{3,20})\)")
_IN_CHATS = frozenset({MODEL, "meetings", "chats"})
_FROM = re.compile(r" van (?:de |het )?(?=[A-ZÀ-Þ])")
# Who these name is somebody, whatever a thing is called.
CERTAIN = frozenset({"contacts", "headers", "titled", "councils", "signatures"})
_SHORTEST_DOMAIN = 5


@dataclass(slots=True)
class Shown:
    """How often a thing is shown by its form, its place or its mail, and what speaks against it.

    Of the counters all but ``times`` count documents.
    """

    times: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    domains: Counter[str] = field(default_factory=Counter)
    formed: Counter[str] = field(default_factory=Counter)
    houses: Counter[str] = field(default_factory=Counter)
    systems: Counter[str] = field(default_factory=Counter)
    employers: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    somebody: list[tuple[str, NameParts]] = field(default_factory=list)
    certain: list[NameParts] = field(default_factory=list)
    works_at: list[tuple[str, NameParts, str]] = field(default_factory=list)
    unsure: Counter[str] = field(default_factory=Counter)
    read_so: list[tuple[str, NameParts]] = field(default_factory=list)
    believed: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, per_document: Iterable[tuple[Document, Sequence[Finding]]]) -> "Shown":
        """What every document shows, and then what that says of names and of who works where."""
        shown = cls()
        for document, findings in per_document:
            shown._read(document, findings)
        shown._add_houses_and_employers()
        shown._add_domains()
        shown._read_works_at()
        shown._read_unless_outweighed()
        return shown

    def _read(self, document: Document, findings: Sequence[Finding]) -> None:
        """Count one document."""
        places = Counter(map(plain_name, called_places(document.text)))
        self.places.update(set(places))
        here = places + _things_in(findings) + _partners_in(document.text, findings)
        self.employers.update(_employers_in(document.text, findings))
        self.times.update(here)
        self.formed.update(set(here))
        self.houses.update({match["name"] for match in _INSIDE.finditer(document.text)})
        self.systems.update({match["name"] for match in _SYSTEM.finditer(document.text)})
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
        read_so = dict[str, NameParts]()
        for one, following in zip_longest(names, names[1:]):
            if one.role is Role.EPONYM or not _NAME_SIGNS.fullmatch(one.text):
                continue
            of_two = one.detector == MODEL and " - " in one.text
            if of_two or _COMPANY.search(one.text):
                continue  # *Interview Saskia - Kooijmans* tells of a thing and of somebody
            name, parts = plain_name(one.text), parse_name(_BRACKET.sub(r"\g<name>", one.text))
            if one.score >= _BELIEVED:
                self.believed.add(name)
            certain = (
                _is_whole_name(one, parts)
                or one.detector in CERTAIN
                or _is_titled(text, one, following)
            )
            if at := _may_work_at(one, name, parts):
                self.works_at.append((name, parts, at))
            elif certain:
                self.certain.append(parts)
                self.somebody.append((name, parts))
            elif _is_led(text, one) or _may_be_whole(one, parts):
                read_so[name] = parts
            elif one.detector != MODEL:
                self.unsure[name] += 1
        self.read_so.extend(read_so.items())

    def _add_houses_and_employers(self) -> None:
        """What people are in, three documents say, is a house; where they work, a firm."""
        employers = ((n, times) for n, times in self.employers.items() if not may_be_called(n))
        for name, documents in (*self.houses.items(), *employers):
            if documents >= SURELY:
                self.times[name] += documents
                self.formed[name] += documents

    def _add_domains(self) -> None:
        """What mail comes from is shown by it, where it is no surname."""
        for name in self.names:
            if mails := self.mails(name):
                self.times[name] += mails

    def _read_works_at(self) -> None:
        """*Kevin van Nordhaven* works there, where many documents have a firm called so."""
        for name, parts, at in self.works_at:
            if self.formed[at] + self.mails(at) + self.employers[at] < SURELY:
                self.certain.append(parts)
                self.somebody.append((name, parts))

    def _read_unless_outweighed(self) -> None:
        """*bestuurder Ter Linden*: somebody, unless ten times as many documents show a firm."""
        often = Counter(name for name, _ in self.read_so)
        for name, parts in self.read_so:
            if max(self.formed[name], self.formed[parts.surname]) < OUTWEIGHS * often[name]:
                self.somebody.append((name, parts))

    def mails(self, name: str) -> int:
        """In how many documents mail comes from what has this name."""
        known = name in self.names and not may_be_called(name)
        return self.domains[fold(name).text] if known else 0


def _with_ends(name: str) -> Iterator[str]:
    """The name, and its last words: behind somebody's name may stand where he works."""
    yield plain_name(name)
    words = name.split()
    yield from (" ".join(words[-count:]) for count in (1, 2) if len(words) > count)


def _things_in(findings: Iterable[Finding]) -> Counter[str]:
    things = (one.text for one in findings if one.role is Role.EPONYM and one.detector == THINGS)
    return Counter(name for text in things for name in _called(text))


def _called(thing: str) -> set[str]:
    """*Maasmond Flexkracht B.V.*, *Maasmond Flexkracht* and *Maasmond*."""
    bare = plain_name(without_form(thing))
    short = bare.rpartition(" ")[0]
    telling = " " in short or (short and not may_be_called(short))
    return {plain_name(thing), bare, short if telling else bare}


def _employers_in(text: str, findings: Iterable[Finding]) -> set[str]:
    """``Barka`` of *Tomasz Zieliński (Barka)*, behind somebody's whole name."""
    behind = (
        _EMPLOYER.match(text, one.end)
        for one in findings
        if one.category is Category.PERSON and parse_name(one.text).is_whole
    )
    return {match["name"] for match in behind if match}


def _partners_in(text: str, findings: Iterable[Finding]) -> Counter[str]:
    """*Hageman & De Wit*, of whom the rules made two names of one firm."""
    things = [one for one in findings if one.role is Role.EPONYM and one.detector == THINGS]
    return Counter(
        f"{plain_name(one.text)} & {plain_name(two.text)}"
        for one, two in pairwise(things)
        if text[one.end : two.start].split() == ["&"]
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


def _is_whole_name(one: Finding, parts: NameParts) -> bool:
    """The model alone takes *Hofland Forensisch* for somebody: there a list must know the first.

    And a rule *door Driehoek Cyber, projectleider*: of that a list must know one of the two.
    """
    known = "." in parts.initials or is_first_name(parts.first)
    may_be = one.detector != MODEL and may_be_called(one.text)
    return parts.is_whole and (known or may_be)


def _may_be_whole(one: Finding, parts: NameParts) -> bool:
    """*GML Vlierkamp*, of which the model alone thinks that GML are initials; or a rule's word."""
    return (parts.is_whole and bool(parts.initials)) or (
        one.detector != MODEL and may_be_called(one.text)
    )


def _may_work_at(one: Finding, name: str, parts: NameParts) -> str:
    """Where *Kevin van Nordhaven* or *Frank Oosterwijk van Ter Linden* may work; or nothing.

    Or *Liv FairWork*, as a telephone calls her. Of these nobody whom the lists know is called so.
    """
    for match in _FROM.finditer(name):
        head = name[: match.start()]
        # *Anna Maria van Dijk* has two first names.
        if parse_name(head).is_whole and not is_first_name(head.rpartition(" ")[2]):
            return plain_name(name[match.end() :])
    if parts.initials or may_be_called(parts.surname or parts.first):
        return ""
    if not parts.first or not parts.surname:  # *Mevrouw van FairWork*
        return plain_name(name) if one.text.startswith("van ") else ""
    in_chat = one.detector in _IN_CHATS and not parts.particles and is_first_name(parts.first)
    return parts.surname if in_chat or parts.particles in {"van", "van de"} else ""


def may_be_called(name: str) -> bool:
    """Whether anybody may have it as a surname or a first name."""
    return may_be_name(name.rpartition(" ")[2])


def has_form(name: str) -> bool:
    """Whether the words themselves tell: *Jansma Polymeren*, *Aletta Jacobshof*, *Café Zuid*."""
    return without_form(name) != name or is_building(name) or begins_with_form(name)


def _is_titled(text: str, one: Finding, following: Finding | None) -> bool:
    works_at = (
        following is not None
        and following.detector == THINGS
        and following.start - one.end == _WORKS_AT
    )
    before = max(0, one.start - _REACH)
    return works_at or _SOMEBODY.search(text, before, one.start) is not None


def _is_led(text: str, one: Finding) -> bool:
    return _LEADER.search(text, max(0, one.start - _REACH), one.start) is not None


def plain_name(name: str) -> str:
    """On one line, without what may stand before it."""
    return _BEFORE.sub("", " ".join(name.split()))
