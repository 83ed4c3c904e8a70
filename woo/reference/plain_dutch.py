"""What makes a Dutch official text hard to read: data in ``plain_dutch.toml``."""

import re
from dataclasses import dataclass, field
from functools import cache

from woo.reference.tables import load_table


@dataclass(frozen=True, slots=True)
class PlainDutch:
    """``jargon`` finds any word of ``instead``, which gives what to write (by lower case)."""

    longest_sentence: int
    abbreviations: frozenset[str] = field(repr=False)
    known_capitals: frozenset[str] = field(repr=False)
    strong_participles: frozenset[str] = field(repr=False)
    no_participles: frozenset[str] = field(repr=False)
    things: tuple[str, ...] = field(repr=False)
    link_words: frozenset[str] = field(repr=False)
    picture_words: frozenset[str] = field(repr=False)
    instead: dict[str, str] = field(repr=False)
    jargon: re.Pattern[str] = field(repr=False)


@cache
def plain_dutch() -> PlainDutch:
    """The lists, read once."""
    table = load_table("plain_dutch")
    words = table["words"]
    longest_first = sorted(words, key=len, reverse=True)
    phrases = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest_first)
    return PlainDutch(
        longest_sentence=table["longest_sentence"],
        abbreviations=frozenset(table["abbreviations"]),
        known_capitals=frozenset(table["known_capitals"]),
        strong_participles=frozenset(table["strong_participles"]),
        no_participles=frozenset(table["no_participles"]),
        things=tuple(table["things"]),
        link_words=frozenset(table["link_words"]),
        picture_words=frozenset(table["picture_words"]),
        instead=dict(words),
        jargon=re.compile(rf"(?<![\w-])(?:{phrases})(?![\w-])", re.IGNORECASE),
    )
