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

_LETTERS_BEFORE = re.compile(r"(?<![\w.&/-])(?P<letters>[A-Z]{1,4})[ ]$")
_LETTERS_BEHIND = re.compile(r",[ ]?(?P<letters>[A-Z]{1,5})(?=[ ]*(?:[\"';|\t)\\\n]|$))")
_SMALL_LETTERS = re.compile(r"(?<![\w.@/-])[a-z]\.(?:[a-zA-Z]\.){0,4}[ ]?$")
_REACH = 16


def with_loose_halves(text: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those of somebody with such a half right beside them."""
    for one in findings:
        start, end = _whole(text, one)
        yield replace(one, start=start, end=end, text=text[start:end])


def _whole(text: str, one: Finding) -> tuple[int, int]:
    parts = parse_name(one.text)
    has_both = parts.is_whole or bool(parts.initials) or one.text.isupper()
    if one.category is not Category.PERSON or has_both:
        return one.start, one.end
    if behind := _LETTERS_BEHIND.match(text, one.end):
        return one.start, behind.end("letters")
    is_surname = bool(parts.surname) or not is_first_name(parts.first)
    return (_start(text, one) if is_surname else one.start), one.end


def _start(text: str, one: Finding) -> int:
    """Where a surname begins with what stands before it."""
    reach = max(0, one.start - _REACH)
    small = _SMALL_LETTERS.search(text, reach, one.start)
    if small:
        return small.start()
    letters = _LETTERS_BEFORE.search(text, reach, one.start)
    if letters and _are_initials(letters["letters"]):
        return letters.start()
    return one.start


def _are_initials(letters: str) -> bool:
    """Not *RVO*, an office, nor *SG*, who leads one, and no *IN*, a word."""
    word = len(letters) > 1 and is_of_language(letters.lower())
    return not (word or letters in units())
