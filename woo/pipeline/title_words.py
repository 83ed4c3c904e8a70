"""What tells the words of a title from names."""

import re
from collections.abc import Iterable

from woo.detect.offices.office_words import FUNCTION, OFFICE
from woo.detect.words.lexicon import is_of_language
from woo.redact.title import Title

_OFFICE = re.compile(f"(?:{FUNCTION}|{OFFICE})")


def title_of(text: str) -> Title:
    """The title, with what tells its words from names."""
    return Title(text, is_of_language, is_office)


def is_office(word: str) -> bool:
    """True for *dijkgraaf* and *burgemeester*."""
    return _OFFICE.fullmatch(word) is not None


def said_as_office(term: str, titles: Iterable[str]) -> bool:
    """Whether a title says the office that is also this name, so that it cannot be sought there."""
    word = term.lower()
    return is_office(word) and any(re.search(rf"\b{word}\b", title) for title in titles)
