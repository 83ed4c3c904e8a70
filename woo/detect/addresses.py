"""Addresses: street with house number, with or without postcode and place."""

import re
from collections.abc import Iterator

from woo.detect.grammar import CAPITALISED, LETTER, PARTICLES
from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.tables import load_table

# What a street name ends in. ``hof`` and ``park`` need no house number elsewhere, here they do.
_ENDING = (
    "straat|straatje|laan|weg|plein|gracht|kade|singel|dijk|steeg|dreef|plantsoen|boulevard|"
    "burgwal|str\\.|pad|markt|hof|baan|oever|brink|poort|kamp|meent|donk|wal|hoek|erf|park|haven"
)
_SUFFIX = (
    r"(?:[ ]?(?:bis|hs|huis)\b|[ ]?[a-zA-Z](?![\w])|[ ]?[-/][ ]?(?:[IVX]{1,4}|\d{1,4}|[a-zA-Z]|hs|"
    r"bis)"
    r"(?![\w])|[ ][IVX]{1,3}(?![\w]))"
)
_NUMBER = rf"\d{{1,5}}(?!\d){_SUFFIX}{{0,2}}"
_LEADING = (
    f"(?:(?:['’‘]s-)?(?:{CAPITALISED}|{PARTICLES}|[1-9]\\d?e|[A-Z]\\.|achter|bij|aan|op|het|de)[ ])"
)
_JOIN = r"(?:[ ]{0,2}[,|•·;]?[ ]{0,2}\n?[ \t>]{0,4}){1,2}"
_PLACE = (
    f"(?:['’]s-)?{CAPITALISED}(?:[ ](?:aan[ ]den?|en|op|bij|a/d|den)[ ]{CAPITALISED}"
    f"|[ ](?:Haag|Bosch|Helder|Burg|Rijn|aan Zee|HAAG|BOSCH))?"
)
_POSTCODE = re.compile(r"(?<![\w€-])[1-9]\d{3}[ \u00a0]{0,2}(?!SA|SD|SS)[A-Z]{2}(?![\w-])")
_BEFORE_POSTCODE = re.compile(
    f"(?<![\\w.]){_LEADING}{{0,5}}(?:['’‘]s-)?{CAPITALISED}"
    f"(?:[ ]19\\d\\d)?[ ](?:nr\\.? ?)?{_NUMBER}{_JOIN}$"
)
_AFTER_POSTCODE = re.compile(f"{_JOIN}{_PLACE}")
_STREET = re.compile(
    f"(?<![\\w-]){_LEADING}{{0,4}}(?P<street>(?:['’‘]s-)?{CAPITALISED})[ ]"
    f"(?:nr\\.? ?)?{_NUMBER}(?![.,]?\\d)"
    f"(?![ ]?(?:%|km|meter|m²|miljoen|euro))(?:[ ](?:te|in)[ ]{_PLACE}|,[ ]{_PLACE})?"
)
_STREET_ENDING = re.compile(f"[{LETTER}'’‘-]{{2,}}(?:{_ENDING})$", re.IGNORECASE)
_POST_BOX = re.compile(r"(?:Postbus|Antwoordnummer|POSTBUS|P\.?O\.? ?Box|PB)[ ]\d{1,6}(?!\d)")
# Two letters that are a word or a unit as well; alone they make no postcode.
_WORDS = frozenset(
    [
        "EN",
        "OF",
        "IN",
        "OP",
        "TE",
        "DE",
        "KM",
        "CM",
        "MM",
        "MB",
        "GB",
        "KB",
        "KG",
        "EU",
        "OM",
        "OV",
        "JA",
        "NA",
        "BC",
        "AD",
        "MW",
        "KW",
        "AAN",
        "UUR",
    ]
)
_REACH = 160


def detect_address(document: Document) -> Iterator[Finding]:
    """Every address; post office boxes and the government's own buildings are FUNCTIONAL."""
    text = document.text
    for match in _POST_BOX.finditer(text):
        end = _end_of_place(text, match.end())
        span = (match.start(), end)
        yield finding(text, span, Category.ADDRESS, "address", 0.95, Role.FUNCTIONAL)
    yield from _with_postcode(text)
    for match in _STREET.finditer(text):
        if _STREET_ENDING.match(match["street"]):
            role = _role(match.group())
            yield finding(text, match.span(), Category.ADDRESS, "address", 0.7, role)


def _with_postcode(text: str) -> Iterator[Finding]:
    for match in _POSTCODE.finditer(text):
        window = max(0, match.start() - _REACH)
        street = _BEFORE_POSTCODE.search(text[window : match.start()])
        start = window + street.start() if street else match.start()
        after = _AFTER_POSTCODE.match(text, match.end())
        if not street and _is_no_postcode(match.group(), placed=after is not None):
            continue
        end = after.end() if after else match.end()
        score = 0.97 if street else 0.85
        role = _role(text[max(0, start - 40) : end])
        yield finding(text, (start, end), Category.ADDRESS, "address", score, role)


def _is_no_postcode(written: str, *, placed: bool) -> bool:
    """``2024 EN`` and ``1000 KM``: a word or unit after a number, in a text in capitals."""
    return written[-2:] in _WORDS and (not placed or written[:2] in {"19", "20"})


def _end_of_place(text: str, end: int) -> int:
    """Where the postcode and place after a post office box end, if they are there."""
    joined = re.compile(_JOIN).match(text, end)
    postcode = _POSTCODE.match(text, joined.end()) if joined else None
    if postcode is None:
        return end
    place = _AFTER_POSTCODE.match(text, postcode.end())
    return place.end() if place else postcode.end()


def _role(address: str) -> Role:
    """FUNCTIONAL for a building of the government and for a post office box."""
    plain = " ".join(address.replace("|", " ").split()).casefold()
    known = load_table("offices")["visiting_addresses"]
    if any(re.search(rf"\b{re.escape(place.casefold())}\b", plain) for place in known):
        return Role.FUNCTIONAL
    return Role.FUNCTIONAL if "postbus" in plain else Role.UNKNOWN
