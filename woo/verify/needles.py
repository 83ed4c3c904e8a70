"""The secrets, ready to be searched for in text, in PDF syntax and in bytes."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from woo.verify.folding import fold, fold_character
from woo.verify.vocabulary import is_vocabulary

# A term this short is looked for as a token exactly as written: folded it would be everywhere.
_TOKEN_LENGTH = 2
# In pictures, fonts and other binary data a shorter term turns up by accident.
_BINARY_LENGTH = 7


@dataclass(frozen=True, slots=True)
class Needle:
    """One secret. ``allowed`` occurrences may stay in the text of the pages."""

    index: int
    letters: str = field(repr=False)
    allowed: int


class Needles:
    """All secrets of one document, searched for in one pass (Aho-Corasick)."""

    def __init__(self, secrets: Mapping[str, int]) -> None:
        """Terms without a letter or digit cannot be searched for; ``unsearchable`` counts them."""
        self.unsearchable = 0
        self.all: list[Needle] = []
        self._words, self._bytes = _automaton(), _automaton()
        self._tokens: dict[str, Needle] = {}
        self._names: dict[str, frozenset[Needle]] = {}
        for letters, (allowed, spellings) in self._by_letters(secrets).items():
            needle = Needle(len(self.all), letters, allowed)
            self.all.append(needle)
            self._add(needle, spellings)
        self._token_pattern = _token_pattern(self._tokens)
        self._words.make_automaton()
        self._bytes.make_automaton()

    def __bool__(self) -> bool:
        """True when there is something to search for."""
        return bool(self.all)

    def _by_letters(self, secrets: Mapping[str, int]) -> dict[str, tuple[int, list[str]]]:
        grouped: dict[str, tuple[int, list[str]]] = {}
        for secret, allowed in secrets.items():
            letters = fold(secret).letters
            if not letters:
                self.unsearchable += 1
                continue
            known, spellings = grouped.get(letters, (0, []))
            grouped[letters] = (max(known, allowed), [*spellings, secret])
        return grouped

    def _add(self, needle: Needle, spellings: list[str]) -> None:
        if len(needle.letters) <= _TOKEN_LENGTH:
            self._tokens.update(dict.fromkeys((_token(word) for word in spellings), needle))
            return
        self._words.add_word(needle.letters, needle)
        for spelling in (*spellings, needle.letters):
            for encoding in ("latin-1", "utf-8"):
                raw = spelling.lower().encode(encoding, "replace")
                if len(raw) >= _BINARY_LENGTH:
                    self._bytes.add_word(raw.decode("latin-1"), needle)

    def count(self, text: str) -> Counter[Needle]:
        """How often each secret stands in a page's text, as whole words."""
        found = Counter(needle for needle, _ in self._whole_words(text))
        if self._token_pattern is not None:
            composed = unicodedata.normalize("NFC", text)
            for token in self._token_pattern.findall(composed):
                found[self._tokens[token]] += 1
        return found

    def in_prose(self, text: str) -> set[Needle]:
        """The secrets in a string that people wrote. A short term must be the whole string."""
        found = {needle for needle, _ in self._whole_words(text)}
        if (token := self._tokens.get(_token(text))) is not None:
            found.add(token)
        return found

    def in_long_words(self, text: str) -> set[Needle]:
        """The longer secrets in text that may be no text at all (codes of a subset font)."""
        found = self._whole_words(text)
        return {needle for needle, _ in found if len(needle.letters) >= _BINARY_LENGTH - 1}

    def in_syntax(self, text: str) -> set[Needle]:
        """The secrets in PDF syntax: words of the format, and loose numbers, do not count.

        Nor does a short number: the length of a stream or the place of an object may be the same.
        """
        return {
            needle
            for needle, unbroken in self._whole_words(text)
            if (unbroken or not any(c.isdigit() for c in needle.letters))
            and not (needle.letters.isdigit() and len(needle.letters) < _BINARY_LENGTH)
            and not is_vocabulary(needle.letters)
        }

    def in_name(self, name: str) -> frozenset[Needle]:
        """The same for one name or key, which a file repeats thousands of times."""
        known = self._names.get(name)
        if known is None:
            known = self._names[name] = frozenset(self.in_syntax(name))
        return known

    def in_bytes(self, data: bytes) -> set[Needle]:
        """The longer secrets in binary data, also as UTF-16."""
        if not len(self._bytes):
            return set()
        found = {needle for _, needle in self._bytes.iter(data.decode("latin-1").lower())}
        if b"\0" in data:
            narrow = data.replace(b"\0", b"").decode("latin-1").lower()
            found |= {needle for _, needle in self._bytes.iter(narrow)}
        return found

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """The first and last character of every occurrence, also inside longer words."""
        letters: list[str] = []
        at: list[int] = []
        for index, character in enumerate(text):
            folded = fold_character(character)
            letters.append(folded)
            at.extend([index] * len(folded))
        if len(self._words):
            for last, needle in self._words.iter("".join(letters)):
                yield at[last - len(needle.letters) + 1], at[last]
        if self._token_pattern is not None:
            for match in self._token_pattern.finditer(text):
                yield match.start(), match.end() - 1

    def _whole_words(self, text: str) -> Iterator[tuple[Needle, bool]]:
        """Each whole-word occurrence, and whether it stands there unbroken."""
        if not len(self._words):
            return
        folded = fold(text)
        for last, needle in self._words.iter(folded.letters):
            first = last - len(needle.letters) + 1
            if folded.is_whole(first, last):
                yield needle, folded.is_unbroken(first, last)


def _automaton() -> Any:
    import ahocorasick

    return ahocorasick.Automaton()


def _token(text: str) -> str:
    """``(J.)`` gives ``J``: the letters and digits as written."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


def _token_pattern(tokens: Mapping[str, Needle]) -> re.Pattern[str] | None:
    """A token is no part of a word, and a number no part of another: 5 of ground 5.1.2e."""
    if not tokens:
        return None
    longest_first = sorted(tokens, key=len, reverse=True)
    words = "|".join(re.escape(token) for token in longest_first if not token.isdigit())
    numbers = "|".join(token for token in longest_first if token.isdigit())
    either = [words] * bool(words) + [rf"(?<!\d[.,])(?:{numbers})(?![.,]\d)"] * bool(numbers)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(either)})(?![^\W_])")
