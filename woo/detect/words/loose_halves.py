"""The half of a name beside a finding that is written otherwise than names are.

Initials without dots (*MC Wisse*, *Claassen, WJP*) or in small letters (*a. Baltus*).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from woo.detect.words.name_parts import parse_name
from woo.model.finding import Category, Finding
from woo.reference.abbreviations import units
from woo.reference.lexicon import is_first_name, is_of_language

_BEFORE = re.compile(
    r"(?<![\w.&@/-])(?:(?P<letters>[A-Z]{1,4})[ ]|(?P<small>[a-z]\.(?:[a-zA-Z]\.){0,4})[ ]?)$"
)
_BEHIND = re.compile(r",[ ]?(?P<letters>[A-Z]{1,5})(?=[ ]*(?:[\"';|\t)\\\n]|$))")
_REACH = 16


def with_loose_halves(text: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those of somebody with such a half right beside them."""
    for one in findings:
        start, end = _whole(text, one) if one.category is Category.PERSON else (one.start, one.end)
        yield replace(one, start=start, end=end, text=text[start:end])


def _whole(text: str, one: Finding) -> tuple[int, int]:
    behind = _BEHIND.match(text, one.end)
    before = _BEFORE.search(text, max(0, one.start - _REACH), one.start)
    if not (behind or before) or one.text.isupper():
        return one.start, one.end
    parts = parse_name(one.text)
    if parts.is_whole or parts.initials:
        return one.start, one.end
    if behind:
        return one.start, behind.end("letters")
    is_surname = bool(parts.surname) or not is_first_name(parts.first)
    if is_surname and before and (before["small"] or _are_initials(before["letters"])):
        return before.start(), one.end
    return one.start, one.end


def _are_initials(letters: str) -> bool:
    """Not *RVO*, an office, nor *SG*, who leads one, and no *IN*, a word."""
    word = len(letters) > 1 and is_of_language(letters.lower())
    return not (word or letters in units())
