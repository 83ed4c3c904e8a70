"""Find terms in text however they are written.

Text that a person reads as one name may be stored with soft hyphens, ligatures, letter spacing,
a hyphen over a line break, composed or decomposed accents. So both sides are folded to bare
letters and digits first (Unicode NFKD, case folded, everything else dropped), and a map leads
back to the original offsets.
"""

import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is the folded form; ``offsets[i]`` is where its character i stood originally."""

    text: str = field(repr=False)
    offsets: Sequence[int] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Match:
    """``term`` was found at ``start`` to ``end`` of the original text."""

    start: int
    end: int
    term: str = field(repr=False)


@lru_cache(maxsize=8192)
def fold_character(character: str) -> str:
    """The letters and digits in one character: ``É`` gives ``e``, ``ﬁ`` ``fi``, ``-`` nothing."""
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", decomposed) if c.isalnum())


def fold(text: str) -> Folded:
    """Fold a text and remember where each folded character came from."""
    pieces: list[str] = []
    offsets = array("l")
    for offset, character in enumerate(text):
        folded = fold_character(character)
        if folded:
            pieces.append(folded)
            offsets.extend([offset] * len(folded))
    return Folded("".join(pieces), offsets)


def is_searchable(text: str) -> bool:
    """True when a text holds a letter or digit, so that it can be found."""
    return any(map(fold_character, text))


def is_invisible(character: str) -> bool:
    """Marks and format characters that do not separate words (accents, zero width, soft hyphen)."""
    return unicodedata.category(character) in {"Mn", "Me", "Cf"}


def stands_alone(text: str, start: int, end: int) -> bool:
    """True when no letter or digit touches the span from outside."""
    before = start - 1
    while before >= 0 and is_invisible(text[before]):
        before -= 1
    after = end
    while after < len(text) and is_invisible(text[after]):
        after += 1
    return not (before >= 0 and text[before].isalnum()) and not (
        after < len(text) and text[after].isalnum()
    )


class Matcher:
    """Finds many terms in one pass (Aho-Corasick) over many texts."""

    def __init__(self, terms: Iterable[str]) -> None:
        """Terms without a letter or digit cannot be found and raise ValueError."""
        import ahocorasick

        self._automaton: Any = ahocorasick.Automaton()
        for term in terms:
            folded = fold(term).text
            if not folded:
                raise ValueError("a term needs at least one letter or digit")
            known = self._automaton.get(folded, None)
            if known is None:
                self._automaton.add_word(folded, (len(folded), term))
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()

    def find(self, text: str, *, whole_words: bool = True) -> Iterator[Match]:
        """Every occurrence in ``text``, in order of its end; overlaps are all given."""
        if self._empty:
            return
        folded = fold(text)
        for last, (length, term) in self._automaton.iter(folded.text):
            start = folded.offsets[last - length + 1]
            end = extend_over_marks(text, folded.offsets[last] + 1)
            if not whole_words or stands_alone(text, start, end):
                yield Match(start, end, term)


def longest_apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without overlaps, in order; of two that overlap the longer stays."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(end <= first or last <= start for first, last in kept):
            kept.append((start, end))
    return sorted(kept)


def extend_over_marks(text: str, end: int) -> int:
    """Take in combining accents that belong to the last letter."""
    while end < len(text) and unicodedata.category(text[end]) == "Mn":
        end += 1
    return end
