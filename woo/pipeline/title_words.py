"""What tells the words of a title from names."""

import re
from collections.abc import Iterable

from woo.detect.offices.office_words import FUNCTION, OFFICE
from woo.model.decision import Decision
from woo.redact.title import Title
from woo.reference.lexicon import is_of_language

_OFFICE = re.compile(f"(?:{FUNCTION}|{OFFICE})")


def title_of(text: str) -> Title:
    """The title, with what tells its words from names."""
    return Title(text, is_of_language, is_office)


def title_of_text(title: str, text: str, going: Iterable[Decision]) -> Title:
    """The title of a document with this text.

    What goes as a single word is sought in the file in every case: then an office stays in the
    title only where it stays in the text as well.
    """
    alone = {one.text.lower() for one in going if one.redact and is_office(one.text.lower())}
    gone = {word for word in alone if not re.search(rf"\b{word}\b", text)}
    return Title(title, is_of_language, lambda word: is_office(word) and word not in gone)


def is_office(word: str) -> bool:
    """True for *dijkgraaf* and *burgemeester*."""
    return _OFFICE.fullmatch(word) is not None


def said_as_office(term: str, titles: Iterable[str]) -> bool:
    """Whether a title says the office that is also this name, so that it cannot be sought there."""
    word = term.lower()
    return is_office(word) and any(re.search(rf"\b{word}\b", title) for title in titles)
