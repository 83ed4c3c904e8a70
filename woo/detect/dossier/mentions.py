"""The places where somebody is named: what findings, headers, addresses and staff lists say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from woo.detect.agreement import MODEL
from woo.detect.contacts.contacts import contact_role, is_personal, name_of
from woo.detect.offices.known_holders import BY_SURNAME
from woo.detect.offices.office_words import OFFICE
from woo.detect.words.name_parts import NameParts, parse_local_part, parse_name
from woo.model.document import Document
from woo.model.employee import Employee
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name, is_ordinary
from woo.reference.mailboxes import split_address
from woo.text.visible import visible

# An address names the person just before it when nothing else lies between.
_ADDRESS_REACH = 120
# The words before a member's name in that of a motion.
_MOTION = re.compile(r"\b(?:motie|amendement|initiatief(?:wet|nota|voorstel))[- ]", re.IGNORECASE)
_MOTION_REACH = 18
_OTHER_SUBMITTERS = re.compile(rf"{_MOTION.pattern}(?:[\w'’ -]{{2,30}}(?:/| en |, )){{0,4}}$", re.I)
_SUBMITTERS_REACH = 90
# The model was not sure, and the form is not that of a name either: *Noodloket Zwanendiep*. That
# goes where it stands, and nowhere else.
_UNSURE = 0.6
_OF_OFFICE = re.compile(rf"{OFFICE}[._-](?=[a-z]{{3}}[a-z-]*$)")
_ON_NO_PAGE = -1  # instead of the number of a document: a staff list


@dataclass(slots=True)
class Mention:
    """One written name, where it stands, and the address that goes with it."""

    parts: NameParts
    written: str = field(repr=False)
    role: Role
    document: int
    by_rule: bool = False  # the words around it say the role, not the model or a list of surnames
    address: str = field(default="", repr=False)
    employee: Employee | None = field(default=None, repr=False)


def mentions_in(number: int, document: Document, findings: Sequence[Finding]) -> Iterator[Mention]:
    """The names among the findings, in the contacts, and in addresses that stand alone."""
    for contact in document.contacts:
        if is_personal(contact):
            name, address = name_of(contact), contact.address.casefold()
            role = contact_role(contact)
            yield Mention(parse_name(name), name, role, number, address=address)
    for index, finding in enumerate(findings):
        if _is_vague(finding):
            continue
        if finding.category is Category.PERSON and finding.role is not Role.EPONYM:
            address = _address_after(document.text, findings, index)
            by_rule = finding.detector not in (MODEL, BY_SURNAME)
            written = _without_word(visible(finding.text).text)
            yield Mention(parse_name(written), written, finding.role, number, by_rule, address)
        elif finding.role is Role.EPONYM:
            yield from _submitters(number, document.text, finding)
        elif finding.category is Category.EMAIL and finding.role is not Role.FUNCTIONAL:
            yield from _in_address(number, finding)


def _in_address(number: int, finding: Finding) -> Iterator[Mention]:
    """``fenna.postmus@``; ``wethouder.postma@`` is nobody whose first name that is."""
    local, domain = split_address(visible(finding.text).text)
    parts, role = parse_local_part(local), finding.role
    if of_office := _OF_OFFICE.match(local):
        parts, role = NameParts(surname=local[of_office.end() :].title()), Role.OFFICE_HOLDER
    if parts:
        yield Mention(parts, "", role, number, address=f"{local}@{domain}")


def _without_word(written: str) -> str:
    """*Saskia* of *Saskia klooster is een goed idee*: it goes along there, and is no surname.

    A surname in small letters is sought wherever it stands, as a user name is.
    """
    parts = parse_name(written)
    mixed = parts.first[:1].isupper() and parts.surname.islower() and not parts.particles
    return parts.first if mixed and is_ordinary(parts.surname) else written


def _is_vague(finding: Finding) -> bool:
    if finding.detector != MODEL or finding.score >= _UNSURE:
        return False
    parts = parse_name(finding.text)
    # *Den Velde* is a place more often than somebody.
    particles = parts.particles and not finding.text.startswith("Den ")
    told = parts.initials or particles or is_first_name(parts.first)
    return not (parts.surname and told)


def gave_motion_its_name(text: str, finding: Finding) -> bool:
    """Whether a name is that of a motion, as its first or a later submitter."""
    before = text[max(0, finding.start - _SUBMITTERS_REACH) : finding.start]
    return bool(_MOTION.match(finding.text) or _OTHER_SUBMITTERS.search(before))


def _submitters(number: int, text: str, finding: Finding) -> Iterator[Mention]:
    """Who gave a motion its name is a member, also where the name stands alone."""
    motion = _MOTION.search(text, max(0, finding.start - _MOTION_REACH), finding.end)
    if motion and motion.end() >= finding.start:
        name = text[motion.end() : finding.end]
        yield Mention(parse_name(name), "", Role.OFFICE_HOLDER, number, by_rule=True)


def listed(employee: Employee) -> Iterator[Mention]:
    """The name on a staff list, written whole, in its parts, or both."""
    separate = NameParts(
        first=employee.first,
        initials=employee.initials,
        particles=employee.particles,
        surname=employee.surname,
    )
    if employee.surname:
        yield _listed_as(employee, separate, composed(separate))
    if employee.name:
        yield _listed_as(employee, parse_name(employee.name), employee.name)


def _listed_as(employee: Employee, parts: NameParts, written: str) -> Mention:
    role, address = employee.role, employee.address
    return Mention(parts, written, role, _ON_NO_PAGE, address=address, employee=employee)


def _address_after(text: str, findings: Sequence[Finding], index: int) -> str:
    """The address that follows a name in a header: ``Jan Jansen <j.jansen@…>``."""
    if index + 1 == len(findings):
        return ""
    name, following = findings[index], findings[index + 1]
    between = text[name.end : following.start]
    if following.category is not Category.EMAIL or following.role is Role.FUNCTIONAL:
        return ""
    if len(between) > _ADDRESS_REACH or between.strip(" \t\n\"'") not in {
        "<",
        "(",
        "[",
        "[mailto:",
    }:
        return ""
    return "@".join(split_address(visible(following.text).text))


def composed(parts: NameParts) -> str:
    """A name written from its parts."""
    return f"{parts.first or parts.initials} {parts.full_surname}".strip()
