"""What is called as somebody in the dossier is: a system, a newspaper, the King's commissioner."""

import re

from woo.text.matcher import Match

# *de commissaris van de Koning*, where somebody is called De Koning.
_OF_THE_KING = re.compile(
    r"\b(?:[Cc]ommissaris|[Kk]abinet|[Dd]ienst|[Hh]uis|namens)\s{1,3}van\s{1,3}(?:de\s{1,3})?$"
)
_NEWSPAPERS = frozenset(["Post", "Bode", "Courant", "Koerier", "Stem", "Heraut", "Wachter"])
_OF_REGION = re.compile(r"\b[A-ZÀ-Þ][a-z]+(?:se|sche|er)[ \n]$")
_LANGUAGES = frozenset(["Engels", "Frans", "Duits", "Fries", "Pools", "Spaans", "Turks", "Zweeds"])
_SPEAKS = re.compile(
    r"\b(?:(?:spree?k(?:t|en)?|praat|praten|verstaat)"
    r"(?:[ ](?:redelijk|goed|vloeiend|slecht|gebrekkig|wat|geen))?|in[ ]het)[ ]$"
)
_SHORTEST_SYSTEM = 3
_REACH = 32


def is_called_alike(text: str, match: Match) -> bool:
    """Whether it is a newspaper, a language or a system, and not who is called so."""
    return _is_newspaper(text, match) or _is_language(text, match) or _is_system(text, match)


def _is_newspaper(text: str, match: Match) -> bool:
    """*de Westlandse Post*, where somebody is called Post."""
    before = text[max(0, match.start - _REACH) : match.start]
    return match.term in _NEWSPAPERS and _OF_REGION.search(before) is not None


def _is_system(text: str, match: Match) -> bool:
    """*ROOS*, in a text with *in ROOS* or *het oude ROOS*, where somebody is called Roos."""
    written = text[match.start : match.end]
    if not written.isupper() or match.term.isupper() or len(written) < _SHORTEST_SYSTEM:
        return False
    return (
        re.search(rf"\b(?:in|uit|vanuit|binnen|oude|systeem) {re.escape(written)}\b", text)
        is not None
    )


def _is_language(text: str, match: Match) -> bool:
    """*spreekt goed Engels*, where somebody is called Engels."""
    before = text[max(0, match.start - _REACH) : match.start]
    return match.term in _LANGUAGES and _SPEAKS.search(before) is not None


def is_office_of_king(text: str, match: Match) -> bool:
    """*commissaris van de Koning*, where somebody is called De Koning."""
    before = text[max(0, match.start - _REACH) : match.start]
    return match.term.casefold().endswith("koning") and _OF_THE_KING.search(before) is not None
