"""Find terms in text however they are written.

Text that a person reads as one name may be stored with soft hyphens, ligatures, letter spacing,
a hyphen over a line break, composed or decomposed accents, letters of another alphabet. So both
sides are folded to bare letters and digits first (Unicode NFKD, case folded, letters by their
shape, everything else dropped), and a map leads back to the original offsets.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from woo.text.folding import Folded, fold
from woo.text.letters import fold_character, is_invisible
from woo.text.wordends import Parted, is_alone, is_one_token

__all__ = ["Match", "Matcher", "is_invisible", "is_searchable", "longest_apart"]


@dataclass(frozen=True, slots=True)
class Match:
    """``term`` was found at ``start`` to ``end`` of the original text."""

    start: int
    end: int
    term: str = field(repr=False)


def is_searchable(text: str) -> bool:
    """True when a text holds a letter or digit, so that it can be found."""
    return any(map(fold_character, text))


class Matcher:
    """Finds many terms in one pass (Aho-Corasick) over many texts."""

    def __init__(self, terms: Iterable[str]) -> None:
        """Terms without a letter or digit cannot be found and raise ValueError."""
        import ahocorasick

        self._automaton: Any = ahocorasick.Automaton()
        for term in terms:
            for folded in _foldings(term):
                if folded not in self._automaton:
                    self._automaton.add_word(folded, (len(folded), term))
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()

    def find(
        self, text: str, *, whole_words: bool = True, parted: Parted | None = None
    ) -> Iterator[Match]:
        """Every occurrence in ``text``, in order of its end; overlaps are all given.

        ``parted`` knows of words that stand apart without a space, from their places on a page.
        """
        if self._empty:
            return
        folded = _folded(text)
        offsets: Sequence[int] = ()
        for last, (length, term) in self._automaton.iter(folded.text):
            offsets = offsets or _offsets(text)
            start = offsets[last - length + 1]
            end = extend_over_marks(text, offsets[last] + 1)
            if not whole_words or (
                is_alone(text, start, end, length, parted)
                and is_one_token(text[start:end], term, length)
            ):
                yield Match(start, end, term)


# Many matchers search the same text, one after the other.
@lru_cache(maxsize=2)
def _folded(text: str) -> Folded:
    return fold(text)


@lru_cache(maxsize=2)
def _offsets(text: str) -> Sequence[int]:
    return _folded(text).offsets()


def _foldings(term: str) -> set[str]:
    """A term as it is written and in capitals, which have other shapes in other alphabets."""
    folded = fold(term).text
    if not folded:
        raise ValueError("a term needs at least one letter or digit")
    if term.isascii():
        return {folded}
    cased = {fold(form).text for form in (term.upper(), term.lower(), term.title())}
    return {folded, *cased} - {""}


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
