"""Licence plates: Dutch ones by their sidecodes (RDW), others with a word that says so."""

import re
from collections.abc import Iterator

from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding

_L2, _L3, _L1 = "[A-Z]{2}", "[A-Z]{3}", "[A-Z]"
# Each sidecode as its three parts; letters and digits never mix within a part.
_SIDECODES = (
    (_L2, r"\d\d", r"\d\d"),
    (r"\d\d", r"\d\d", _L2),
    (r"\d\d", _L2, r"\d\d"),
    (_L2, r"\d\d", _L2),
    (_L2, _L2, r"\d\d"),
    (r"\d\d", _L2, _L2),
    (r"\d\d", _L3, r"\d"),
    (r"\d", _L3, r"\d\d"),
    (_L2, r"\d{3}", _L1),
    (_L1, r"\d{3}", _L2),
    (_L3, r"\d\d", _L1),
    (_L1, r"\d\d", _L3),
    (r"\d", _L2, r"\d{3}"),
    (r"\d{3}", _L2, r"\d"),
)
_HYPHENATED = re.compile(
    r"(?<![\w/.-])(?:" + "|".join("-".join(parts) for parts in _SIDECODES) + r")(?![\w/])(?!-\w)"
)
_LOOSE = "|".join(r"[ -]{0,3}".join(parts) for parts in _SIDECODES)
_LABELLED = re.compile(
    r"(?<![a-z])(?:kenteken\w*|kent\.|nummerbord\w*|licen[cs]e plate)[ \t:=(|;.]{0,12}"
    r"(?:is|was|met|nummer|van|nr\.?|het)?[ \t:(]{0,4}"
    rf"(?P<plate>{_LOOSE}|[A-Z]{{1,3}}[ -]?[A-Z0-9]{{1,5}}[ -]?[A-Z0-9]{{2,5}})(?![\w])",
    re.IGNORECASE,
)
# Not used on plates: they spell words or look like the insignia of a regime or party.
_NEVER = frozenset({"SS", "SD", "SA", "NSB"})
_SIX = re.compile(r"[A-Z0-9-]{8}")


def detect_licence_plates(document: Document) -> Iterator[Finding]:
    """Every plate with its hyphens, and after the word *kenteken* also without."""
    text = document.text
    for match in _HYPHENATED.finditer(text) if _SIX.search(text) else ():
        if not _NEVER.intersection(match.group().split("-")):
            yield finding(text, match.span(), Category.LICENCE_PLATE, "licence_plates", 0.9)
    for match in _LABELLED.finditer(text):
        if sum(map(str.isdigit, match["plate"])) > 1:
            span = match.span("plate")
            yield finding(text, span, Category.LICENCE_PLATE, "licence_plates", 0.95)
