"""Cheap tests on a text before anything expensive is done with it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """The text in lower case, letter for letter: every offset stays what it was."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def mentions(text: str, words: Iterable[str]) -> bool:
    """True when one of the words, in lower case, stands anywhere in the text."""
    return any(map(lowered(text).__contains__, words))


def matches_in_lines(
    text: str, telling: re.Pattern[str], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """Matches of a costly pattern in the lines where ``telling`` matches the text in lower case.

    For a pattern that matches no line break.
    """
    lower, end = lowered(text), 0
    while sign := telling.search(lower, end):
        start = text.rfind("\n", 0, sign.start()) + 1
        end = text.find("\n", sign.end())
        end = len(text) if end < 0 else end
        yield from pattern.finditer(text, start, end)


def matches_at(
    text: str, starts: re.Pattern[str], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """Matches of a costly pattern, tried only where ``starts`` matches the text in lower case."""
    for start in starts.finditer(lowered(text)):
        match = pattern.match(text, start.start())
        if match:
            yield match
