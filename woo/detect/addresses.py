"""Addresses: street with house number, with or without postcode and place."""

import re
from collections.abc import Iterator

from woo.detect.grammar import CAPITALISED, LETTER, PARTICLES
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.tables import load_table

_ENDING = (
    "straat|straatje|laan|weg|plein|gracht|kade|singel|dijk|hof|steeg|pad|dreef|plantsoen|park|ring|baan|wal|"
    "markt|oever|burg|burgwal|haven|kamp|veld|erf|hoek|horst|meent|donk|akker|boulevard|allee|promenade|steiger|"
    "brink|kwartier|poort|vliet|waard|berg|zoom|heide|bos|tuin|tuinen|rade|weide|es|plaats|str\\.|drift|sloot|lei|wei"
)
# Endings that are no other word: a street without a postcode must have one.
_SURE_ENDING = (
    "straat|straatje|laan|weg|plein|gracht|kade|singel|dijk|steeg|dreef|plantsoen|boulevard|burgwal|str\\.|"
    "pad|markt|hof|baan|oever|brink"
)
_NUMBER = r"\d{1,5}(?:[ ]?(?:bis|hs|huis|[a-zA-Z](?![\w])|(?:[-/][ ]?)(?:[IVX]{1,4}|\d{1,4}|[a-zA-Z]|hs|bis)(?![\w-])|[IVX]{1,3}(?![\w]))){0,2}"
_WORD = f"[{LETTER}'’.\u2010-]{{1,40}}"
_STREET = (
    f"(?:(?:{CAPITALISED}|{PARTICLES}|[1-9]\\d?e|[Gg]enerall?|[A-Z]\\.|aan|op|bij|achter|het|de|den|der)[ ]){{0,5}}"
    f"(?:{CAPITALISED})"
)
_POSTCODE = r"[1-9]\d{3}[ \u00a0]{0,2}(?!SA|SD|SS)[A-Z]{2}(?![\w])"
_PLACE = f"(?:['’]s-)?{CAPITALISED}(?:[ ](?:aan[ ]den?|en|op|bij|a/d|den)[ ]{CAPITALISED}|[ ](?![A-Z]{{2}})(?:Haag|Bosch|Helder|Burg|Hoorn|Rijn|{CAPITALISED}(?=\\n|$))){{0,2}}"
_JOIN = r"(?:[ ]?[,|•·;][ ]?|[ ]{1,3}|[ ]?,?[ ]?\n[ \t>]{0,4}){1,3}"
_WITH_POSTCODE = re.compile(
    f"(?:(?<![\\w]){_STREET}[ ]{_NUMBER}{_JOIN})?(?<![\\w-]){_POSTCODE}(?:{_JOIN.replace('{1,3}', '{1,2}', 0)}{_PLACE})?"
)
_POSTCODE_ALONE = re.compile(f"(?<![\\w-]){_POSTCODE}")
_STREET_ALONE = re.compile(
    f"(?<![\\w-])(?:(?:{CAPITALISED}|{PARTICLES}|[1-9]\\d?e)[ ]){{0,4}}"
    f"(?=[{LETTER}'’-]{{3,40}}[ ]\\d)[{LETTER}'’-]{{0,36}}(?:{_SURE_ENDING})[ ]{_NUMBER}(?![\\d.,]\\d)(?![ ]?(?:%|km|meter|m²))"
    f"(?:[ ](?:te|in)[ ]{CAPITALISED}|,[ ]?{CAPITALISED})?"
)
_POST_BOX = re.compile(
    f"(?:Postbus|Antwoordnummer|P\\.?O\\.? ?Box|PB)[ ]\\d{{1,6}}(?:{_JOIN}{_POSTCODE}(?:{_JOIN}{_PLACE})?)?"
)


def detect_address(document: Document) -> Iterator[Finding]:
    """Every address; post office boxes and the government's own buildings are FUNCTIONAL."""
    text = document.text
    for match in _POST_BOX.finditer(text):
        yield finding(text, match.span(), Category.ADDRESS, "address", 0.95, Role.FUNCTIONAL)
    for pattern, score in ((_WITH_POSTCODE, 0.95), (_STREET_ALONE, 0.7)):
        for match in pattern.finditer(text):
            yield finding(
                text, match.span(), Category.ADDRESS, "address", score, _role(match.group())
            )


def _role(address: str) -> Role:
    plain = " ".join(address.replace("|", " ").split()).casefold()
    known = load_table("organisations")["visiting_addresses"]
    return Role.FUNCTIONAL if any(a.casefold() in plain for a in known) else Role.UNKNOWN
