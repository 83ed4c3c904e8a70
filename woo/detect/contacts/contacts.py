"""Names from the header of an e-mail that the mail program itself stored."""

import re
from collections.abc import Iterator

from woo.detect.contacts.mailbox_owners import owner_role
from woo.detect.spans import finding
from woo.detect.words.name_parts import parse_name, without_unit
from woo.model.document import Contact, Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name
from woo.text.folding import fold
from woo.text.matcher import Matcher

# *Postbus Programma Tiesingerveen*
_GENERAL = re.compile(
    r"(?:_?(?:dienst)?postbus|programma|project(?:team)?|team|secretariaat|redactie|loket|meldpunt|"
    r"servicedesk|helpdesk|klantcontact\w*|mailbox|functionele mailbox|info|"
    r"(?:juridische|algemene|bestuurlijke|personele|financiële|publieks)[ ]?zaken|communicatie|"
    r"legal)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]*)\)\s*$")


def detect_contacts(document: Document) -> Iterator[Finding]:
    """Every place where a contact's name stands as the header wrote it."""
    people = (one for one in document.contacts if is_personal(one))
    roles = {_searched(name_of(one)): contact_role(one) for one in people}
    text = document.text
    for match in Matcher(roles).find(text):
        yield finding(
            text, (match.start, match.end), Category.PERSON, "contacts", 0.97, roles[match.term]
        )


def name_of(contact: Contact) -> str:
    """Who it is, without where: *K.J. Hoving | Vezelscan*; not of *Gemeente Elst | Jan Bos*."""
    name, _, where = contact.name.partition(" | ")
    parts = parse_name(name)
    sure = parts.initials or is_first_name(parts.first)
    return name if where and sure else contact.name


def _searched(name: str) -> str:
    """Without the unit behind it: in brackets, unless that is a call name, or behind a hyphen."""
    name = without_unit(name)
    bracket = _BRACKETS.search(name)
    if bracket is None or parse_name(name).first == bracket["inside"]:
        return name
    return name[: bracket.start()]


def is_personal(contact: Contact) -> bool:
    """True when the name is more than a letter and the mailbox is not a general one."""
    if not contact.name or "@" in contact.name:
        return False
    if contact.address and owner_role(contact.address) is Role.FUNCTIONAL:
        return False
    if _GENERAL.match(contact.name):
        return False
    letters = fold(contact.name).text
    return len(letters) > 2 and not letters.isdigit()


def contact_role(contact: Contact) -> Role:
    """OFFICIAL for an address of the government, CITIZEN for another, UNKNOWN without address."""
    return owner_role(contact.address) if contact.address else Role.UNKNOWN
