"""Bring text down to letters and digits, so that a name is found however it is stored.

Written for the verifier alone: an error in the redactor's matcher must not hide itself here.
"""

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

_ASCII = "0123456789abcdefghijklmnopqrstuvwxyz"
_ASCII_CODES = [ord(letter) for letter in _ASCII]
_WORD = re.compile(r"[^\W_]+")


class _Invisible(dict[int, int | None]):
    """For ``str.translate``: drops accents and format characters, which do not part words."""

    def __missing__(self, code: int) -> int | None:
        dropped = unicodedata.category(chr(code)) in {"Mn", "Me", "Cf"}
        self[code] = None if dropped else code
        return self[code]


_INVISIBLE = _Invisible()


class FoldedText:
    """``letters`` is what is searched; letter i stands at ``offsets[i]`` in ``plain``."""

    __slots__ = ("_offsets", "letters", "plain")

    def __init__(self, letters: str, plain: str) -> None:
        self.letters = letters
        self.plain = plain
        self._offsets: Sequence[int] | None = None

    @property
    def offsets(self) -> Sequence[int]:
        """Worked out when a secret was found: most pages hold none."""
        if self._offsets is None:
            found = array("l")
            for word in _WORD.finditer(self.plain):
                found.extend(range(word.start(), word.end()))
            self._offsets = found
        return self._offsets

    def is_whole(self, first: int, last: int) -> bool:
        """True when no letter or digit touches letters ``first`` to ``last`` from outside."""
        start, end = self.offsets[first], self.offsets[last] + 1
        before = start > 0 and self.plain[start - 1].isalnum()
        return not before and not (end < len(self.plain) and self.plain[end].isalnum())

    def is_unbroken(self, first: int, last: int) -> bool:
        """True when nothing stands between letters ``first`` and ``last``."""
        return self.offsets[last] - self.offsets[first] == last - first


def plain_text(text: str) -> str:
    """Compatibility forms and case undone, accents dropped; spaces and punctuation still there."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return folded.translate(_INVISIBLE)


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """The letters and digits of one character: a ligature has two."""
    return "".join(_WORD.findall(plain_text(character)))


def letter_counts(text: str) -> Counter[str]:
    """How often each letter and digit stands in a text. ``Counter`` itself is slower on strings."""
    if text.isascii():
        import numpy as np

        codes = np.bincount(np.frombuffer(text.lower().encode(), "uint8"), minlength=128)
        return Counter(
            {c: n for c, n in zip(_ASCII, codes[_ASCII_CODES].tolist(), strict=True) if n}
        )
    letters = fold(text).letters
    return Counter({letter: letters.count(letter) for letter in set(letters)})


@lru_cache(maxsize=16)  # each page is searched and then compared
def fold(text: str) -> FoldedText:
    """Keep the letters and digits, and know where each stood."""
    plain = plain_text(text)
    return FoldedText("".join(_WORD.findall(plain)), plain)
