"""Whole names that are plainly somebody's, as in *De brief van Karel Bakker is binnen*."""

import re

from woo.detect.words.name_parts import parse_name
from woo.model.finding import Finding
from woo.reference.lexicon import is_compound, is_first_name, is_surname

# *de motie Jan Bakker*, *Zr.Ms. Karel Doorman*, *"Jan Bakker"*; and *Max Verstappen-fanclub*.
_BEFORE_THING = re.compile(
    r"(?:\b(?:motie|amendement|wet|commissie|plan|schip|storm|boot|school|prijs|straat|laan|brug|"
    r"zaal|kamer|station|stichting|firma|bureau|project|systeem|atelier|groep|toneelgroep|terminal|"
    r"luchthaven|blok|ms|mts|HNLMS|Princess|de|het)|Ms\.|s\.s\.|[\"“‘'])[ ]?$",
    re.IGNORECASE,
)
_AS_IN_SENTENCE = re.compile(r"[ ](?:[a-zà-ÿ]|&)|[,.;:!?)](?:\s|$)|\n[a-z]")
_REACH = 30  # characters
_CELL_SIGNS = frozenset("|;\t")


def _is_cell(text: str, one: Finding) -> bool:
    """Whether a name fills a cell: *|Pieternel Zuur|*."""
    before = text[max(0, one.start - 2) : one.start].rstrip(" ")[-1:]
    behind = text[one.end : one.end + 2].lstrip(" ")[:1]
    return before in _CELL_SIGNS and behind in _CELL_SIGNS


def is_plainly_somebody(text: str, one: Finding) -> bool:
    """A first name and a surname of the lists in a sentence, and no word for a thing before.

    Or in a cell of its own: there any surname will do that is not two words in one.
    """
    parts = parse_name(one.text)
    if not is_first_name(parts.first):
        return False
    if _is_cell(text, one) and parts.surname and not is_compound(parts.surname):
        return True
    if not is_surname(parts.surname):
        return False
    before = text[max(0, one.start - _REACH) : one.start]
    return _BEFORE_THING.search(before) is None and _AS_IN_SENTENCE.match(text, one.end) is not None
