"""Initials without dots beside a surname: *MC Wisse*, *Claassen, WJP*."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from woo.detect.words.name_parts import parse_name
from woo.model.finding import Category, Finding
from woo.reference.abbreviations import units
from woo.reference.lexicon import is_first_name, is_of_language

_BEFORE = re.compile(r"(?<![\w.&/-])(?P<letters>[A-Z]{1,4})[ ]$")
_BEHIND = re.compile(r",[ ]?(?P<letters>[A-Z]{1,5})(?=[ ]*(?:[\"';|\t)\\\n]|$))")
_REACH = 6


def with_bare_initials(text: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those of a surname alone with such initials."""
    for one in findings:
        start, end = _with_initials(text, one)
        yield replace(one, start=start, end=end, text=text[start:end])


def _with_initials(text: str, one: Finding) -> tuple[int, int]:
    parts = parse_name(one.text)
    if one.category is not Category.PERSON or parts.is_whole or parts.initials:
        return one.start, one.end
    behind = _BEHIND.match(text, one.end)
    if behind:
        return one.start, behind.end("letters")
    before = _BEFORE.search(text, max(0, one.start - _REACH), one.start)
    may_be_called = bool(parts.surname) or not is_first_name(parts.first)
    if before and may_be_called and not one.text.isupper() and _are_initials(before["letters"]):
        return before.start(), one.end
    return one.start, one.end


def _are_initials(letters: str) -> bool:
    """Not *RVO*, an office, nor *SG*, who leads one, and no *IN*, a word."""
    word = len(letters) > 1 and is_of_language(letters.lower())
    return not (word or letters in units())
