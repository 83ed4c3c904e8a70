"""Whose an address, telephone or mailbox is, where only the sentence around it tells.

The rules know a contact by its form and make much of it: a mailbox by its words, a number beside
*centrale*. Of the rest the model says which is an organisation's. A mailbox with a name in it, a
mobile telephone and a number close behind a name are somebody's, whatever the model makes of them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from woo.detect.contacts.dialled import is_mobile
from woo.detect.contacts.mailbox_owners import is_named
from woo.detect.contacts.whose_phone import DIRECT_BEHIND, OTHER_THAN_GENERAL
from woo.detect.words.grammar import is_titled, name_before, read_name, skip_titles
from woo.model.finding import Category, Finding, Role
from woo.reference.mailboxes import is_private_provider

_CONTACTS = frozenset(
    {Category.ADDRESS, Category.EMAIL, Category.PHONE, Category.IBAN, Category.VAT_NUMBER}
)
# Of its letters.
_MOST = 0.6
# Also on a card (RFC 6350), whatever firm stands above it.
_OWN = re.compile(
    r"\b(?:mij|me|ik|hem|haar|hij|zij|mijn|m'n|zijn|uw|jouw|p/a|c/o)\b|\bTYPE=HOME\b", re.I
)
_DIRECT = re.compile(
    r"\b(?:direct|rechtstreeks|doorkies|mobiel|priv[eé]|thuis|toestel|tst)|"
    r"\n[ \t>|]{0,8}[DM][ .:]+$",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(?:algemeen|centrale|kantoor|secretariaat|receptie|balie|meldkamer|loket|helpdesk|"
    r"servicedesk|klantcontact|afdeling|bureau)",
    re.IGNORECASE,
)
# Without a word for whose it is, a number that is said in passing may be anybody's.
_ORGANISATION = re.compile(
    rf"{_GENERAL.pattern}|\b(?:gemeente|provincie|ministerie|stichting|vereniging|b\.?v\.?\b|school|college|"
    r"praktijk|apotheek|politie|hotel|restaurant|caf[eé]|dorpshuis|buurthuis|bibliotheek|museum|kerk|"
    r"ziekenhuis|instituut|dienst|telefoon|lijn\b|servicepunt|klantenservice|storing|hoofdkantoor|raad\b)"
    r"|(?:centrum|dienst|huis|lijn|punt|bedrijf|kantoor|groep)\b",
    re.IGNORECASE,
)
_ORGANISATION_REACH = 70
# *NL91 ABNA … t.n.v. J. Ruesink*
_ON_NAME = re.compile(r"[ ,(]{1,3}(?:t\.?[ ]?n\.?[ ]?v\.?|ten name van)[ :]{1,2}", re.IGNORECASE)
_LABEL_REACH, _NAME_REACH = 24, 240  # characters
_ROW = 6  # characters between two numbers that are summed up
_OR = re.compile(r"(?:[ ](?:of|en|/|\||-)|,)[ ]")
_LINES = 7  # name, function, office, address, mailbox, number
_BESIDE = re.compile(r"[ ]?[,;|\t][ ]?")
_OF_FAMILY = re.compile(r"[ ]\((?:fam(?:ilie)?|dhr|mw|mevr|bewon)[. ]")
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.")
_IN_NAMES = frozenset({Role.EPONYM, Role.AUTHOR})


def with_owners(findings: Sequence[Finding], model: str, text: str) -> Iterator[Finding]:
    """The findings in a text; a contact on which ``model`` found an organisation's is FUNCTIONAL.

    What the detector ``model`` says of organisations is no finding by itself and is left out.
    """
    general: list[Finding] = []
    others: list[Finding] = []
    for one in sorted(findings, key=attrgetter("start")):
        of_model = one.role is Role.FUNCTIONAL and one.detector == model
        (general if of_model else others).append(one)
    names = [f.end for f in others if f.category is Category.PERSON and f.role not in _IN_NAMES]
    own: dict[Category, int] = {}  # where the last of somebody's ends
    for one in others:
        theirs = (
            one.category in _CONTACTS
            and _lies_in(one, general)
            and not _is_somebodys(one, names, text)
            and not (one.category is Category.PHONE and _goes_on(one, own, text))
        )
        if not theirs and one.role is not Role.FUNCTIONAL:
            own[one.category] = one.end
        yield replace(one, role=Role.FUNCTIONAL) if theirs else one


def _goes_on(number: Finding, own: Mapping[Category, int], text: str) -> bool:
    """Close behind somebody's number, or right behind his mailbox: *menkveld@bureau.nl of 020-…*.

    ``own``: where the last of somebody's ends.
    """
    if number.start - own.get(Category.PHONE, -_ROW) < _ROW:
        return True
    mailbox = own.get(Category.EMAIL)
    return mailbox is not None and _OR.fullmatch(text, mailbox, number.start) is not None


def _is_somebodys(one: Finding, names: Sequence[int], text: str) -> bool:
    """By its form or by the words before it; ``names``: where the names in the text end."""
    if _OWN.search(text, max(0, one.start - _LABEL_REACH), one.start):
        return True
    if one.category is Category.IBAN:
        return _is_on_name(one, text)
    if one.category is Category.ADDRESS:
        return _is_beside_name(one, names, text) or _OF_FAMILY.match(text, one.end) is not None
    if one.category is Category.EMAIL:
        named = is_private_provider(one.text) or is_named(one.text)
        return named or _is_of_name(one, names, text)
    return one.category is Category.PHONE and _is_somebodys_phone(one, names, text)


def _is_somebodys_phone(one: Finding, names: Sequence[int], text: str) -> bool:
    other = OTHER_THAN_GENERAL.search(text, max(0, one.start - _LABEL_REACH), one.start)
    return is_mobile(one.text) or other is not None or _is_direct(one, names, text)


def _is_on_name(account: Finding, text: str) -> bool:
    """In the name of somebody with initials or a title, and not of a firm."""
    behind = _ON_NAME.match(text, account.end)
    start = skip_titles(text, behind.end()) if behind else 0
    name = read_name(text, start) if behind else None
    return name is not None and (bool(name.initials) or is_titled(text, start))


def _is_beside_name(address: Finding, names: Sequence[int], text: str) -> bool:
    """*J. de Vries, Parallelweg Zuid 12*, *mevrouw De Wit, Kerkweg 12*.

    Without initials or title it may be a house, as *St. Jozef*.
    """
    beside = (end for end in names if _BESIDE.fullmatch(text, end, address.start))
    name = next((name_before(text, end) for end in beside), None)
    if name is None:
        return False
    by_initials = name.is_sure and _INITIAL.match(text, name.start) is not None
    return by_initials or is_titled(text, name.start)


def _is_direct(number: Finding, names: Sequence[int], text: str) -> bool:
    """*Rechtstreeks: 024-7441186*, in the lines below a name, or beside no organisation."""
    if _DIRECT.search(text, max(0, number.start - _LABEL_REACH), number.start):
        return True
    if DIRECT_BEHIND.match(text, number.end):
        return True
    if not _ORGANISATION.search(text, max(0, number.start - _ORGANISATION_REACH), number.start):
        return True
    behind = (end for end in names if number.start - _NAME_REACH < end <= number.start)
    between = text[max(behind, default=number.start) : number.start]
    own_line = between.rpartition("\n")[2]
    return bool(between) and between.count("\n") < _LINES and not _GENERAL.search(own_line)


def _is_of_name(mailbox: Finding, names: Sequence[int], text: str) -> bool:
    """*Wietske Smal <griffier@gemeente.example>*."""
    return any(text[end : mailbox.start] in {" <", " (", " [", ' "<', "<"} for end in names)


def _lies_in(one: Finding, general: Sequence[Finding]) -> bool:
    """For the most part, in one of ``general``."""
    least = _MOST * (one.end - one.start)
    return any(min(one.end, other.end) - max(one.start, other.start) >= least for other in general)
