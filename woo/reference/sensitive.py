"""Words that may tell of somebody what articles 9 and 10 AVG protect: ``sensitive_words/``.

Alone such a word tells nothing: *diabetes* may be said of the whole country. The networks learn
from what stands around it whether it is said of somebody.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from woo.reference.lexicon import key

SENSITIVE: Final = ("health", "body", "crime", "belief", "origin", "sexual")
"""The kinds; each is a list of words."""
_ENDS, _SELDOM = "health_ends", "seldom"
_BY_THEMSELVES = ("health", "sexual")
WORD: Final = re.compile(r"(?<![\w-])(?P<said>[^\W\d_][\w'’-]*(?<![-'’]))(?![\w-])")
"""What counts as a word of these lists in a text."""
_SHORTEST_STEM = 3  # letters before an ending: *hoofdpijn*, not *pijn*


@cache
def _words(name: str) -> frozenset[str]:
    file = resources.files("woo.reference").joinpath("sensitive_words", f"{name}.txt")
    return frozenset(map(key, file.read_text("utf-8").split()))


@cache
def _lengths_of_ends() -> tuple[int, ...]:
    return tuple(sorted(set(map(len, _words(_ENDS)))))


def tells_of(word: str) -> Iterator[str]:
    """The kinds of ``SENSITIVE`` that a word may tell of, in their order."""
    folded = key(word)
    for kind in SENSITIVE:
        if folded in _words(kind) or (kind == "health" and any(_ends_of(folded))):
            yield kind


def _ends_of(folded: str) -> Iterator[str]:
    """The endings of a compound that no list may have: *breuk* of *middenrifbreuk*."""
    for length in _lengths_of_ends():
        if len(folded) >= length + _SHORTEST_STEM and folded[-length:] in _words(_ENDS):
            yield folded[-length:]


@lru_cache(maxsize=1 << 16)
def is_telling(word: str) -> bool:
    """True for a word that, said of somebody, nearly always tells: ``nierstenen``, not ``arts``.

    Nor ``Hanzeziekenhuis``, for *ziekenhuis* seldom tells.
    """
    folded, kinds = key(word), set(tells_of(word))
    seldom = folded in _words(_SELDOM) or any(end in _words(_SELDOM) for end in _ends_of(folded))
    return not kinds.isdisjoint(_BY_THEMSELVES) and not seldom
