"""Names and addresses in exports for machines: ``"achternaam": "Hemelrijk"``, ``<straat>``.

The key says what the value is. A street or town counts only where somebody is named close by: an
export of buildings has streets too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from woo.detect.rare import mentions
from woo.detect.spans import finding
from woo.detect.words.grammar import read_name
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name, is_not_name, is_surname

_JSON = re.compile(
    r"[\"'](?P<key>[A-Za-z][\w -]{1,24})[\"'][ ]?:[ ]?[\"'](?P<value>[^\"'\n]{1,80})[\"']"
)
# The name of a tag may have a space of names before it, and attributes: *<vrz:Vl soort="1">*.
_XML = re.compile(
    r"<(?P<space>[\w.-]{1,12}:)?(?P<key>[A-Za-z][\w-]{1,24})(?:[ ][^<>\n]{1,80})?>"
    r"(?P<value>[^<>\n]{1,80})</(?(space)(?P=space))(?P=key)>"
)
# *achternaam=Yalçın*, a line for each.
_LINE = re.compile(
    r"^(?P<key>(?:achter|roep|geslachts|familie)naam|voor(?:na(?:am|men)|letters)|geboortedatum)="
    r"(?P<value>[^\n=&;]{1,60})$",
    re.MULTILINE,
)
_NAMES = frozenset(
    (
        *("achternaam", "voornaam", "voornamen", "roepnaam", "geslachtsnaam", "familienaam"),
        *("voorletters", "voorl", "vl", "initialen", "initials", "init", "achter"),
        *("surname", "lastname", "firstname", "givenname", "familyname"),
        *("fullname", "volledigenaam"),
    )
)
# Who does or asks something: a value may also be an office or a firm.
_PEOPLE = frozenset(
    (
        *("behandelaar", "medewerker", "melder", "aanvrager", "indiener", "contactpersoon"),
        *("opsteller", "steller", "eigenaar", "toegewezenaan", "assignee", "reporter", "author"),
        *("auteur", "owner", "createdby", "organizer", "organisator", "verzoeker", "klager"),
        *("bezwaarmaker", "betrokkene", "beller", "afzender", "ontvanger", "sender", "recipient"),
        *("getuige", "huurder", "notulist", "reviewer", "approver", "displayname", "trekker"),
    )
)
_ADDRESSES = frozenset(
    (
        *("straat", "straatnaam", "huisnummer", "huisnr", "nr", "huisletter", "toevoeging", "toev"),
        *("postcode", "pc", "plaats", "woonplaats", "adres", "street", "city", "zipcode"),
    )
)
_BIRTH = frozenset({"geboortedatum", "gebdatum", "birthdate", "dateofbirth", "gebdat"})
_SIGNS = ('":', '" :', "':", "' :", "</", "naam=")
# The address in a card of RFC 6350: box, extension, street, town, region, postcode and country.
_CARD = re.compile(
    r"^(?:item\d\.)?ADR(?P<kind>[^:\n]{0,60}):[; ]*(?P<value>[^;\n][^\n]{5,120}?)"
    r"(?:;[^\d;\n]*)?[;\r]*$",
    re.MULTILINE,
)
_NEAR = 400  # characters between a name and the address of the same record
_NOTHING = frozenset({"", "null", "none", "nvt", "n.v.t.", "onbekend", "-", "x"})


def detect_keyed(document: Document) -> Iterator[Finding]:
    """Every value of which the key says that it is somebody's name, address or day of birth."""
    text = document.text
    for match in _CARD.finditer(text) if "ADR" in text else ():
        role = Role.FUNCTIONAL if "WORK" in match["kind"].upper() else Role.UNKNOWN
        yield finding(text, match.span("value"), Category.ADDRESS, "keyed", 0.95, role)
    if not mentions(text, _SIGNS):
        return
    values = [match for pattern in (_JSON, _XML, _LINE) for match in pattern.finditer(text)]
    values = [match for match in values if match["value"].strip().casefold() not in _NOTHING]
    values.sort(key=re.Match.start)
    people = [match for match in values if _key(match) in _NAMES | _BIRTH]
    starts = [match.start() for match in people]
    for match in people:
        category = Category.PERSON if _key(match) in _NAMES else Category.BIRTH_DATE
        yield finding(text, match.span("value"), category, "keyed", 0.9)
    for match in values:
        if _key(match) in _PEOPLE and _is_name(text, match):
            yield finding(text, match.span("value"), Category.PERSON, "keyed", 0.85)
        if _key(match) in _ADDRESSES and _is_near(match, starts):
            yield finding(text, match.span("value"), Category.ADDRESS, "keyed", 0.85)


def _key(match: re.Match[str]) -> str:
    return re.sub("[ _-]", "", match["key"]).casefold()


def _is_name(text: str, match: re.Match[str]) -> bool:
    """*Roos* and *R. Koning*, but not *Gemeente Utrecht*."""
    name = read_name(text, match.start("value"))
    if name is None or name.end != match.end("value") or any(map(is_not_name, name.words)):
        return False
    return name.is_sure or is_first_name(name.words[0]) or is_surname(name.words[-1])


def _is_near(address: re.Match[str], people: list[int]) -> bool:
    """``people``: where somebody is named, in order."""
    place = bisect_left(people, address.start() - _NEAR)
    return place < len(people) and people[place] <= address.start() + _NEAR
