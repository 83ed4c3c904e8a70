"""Bring text down to the letters and digits that a reader sees, with the way back."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress
from typing import Any, Final

from woo.text.letters import fold_character

_SEVERAL = re.compile(rb"[^\x00\x01]")
# So many characters of the original at a time: the way back through a thousand pages, whole, would
# take eight bytes a letter.
_BLOCK: Final = 1 << 16


class _Foldings(dict[int, str]):
    """For ``str.translate``, which is many times as fast as a loop."""

    def __missing__(self, code: int) -> str:
        self[code] = fold_character(chr(code))
        return self[code]


class _Lengths(dict[int, str]):
    """The same for how many letters a character folds to, as a character with that code."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(len(fold_character(chr(code))))
        return self[code]


_FOLDINGS, _LENGTHS = _Foldings(), _Lengths()


class Offsets(Sequence[int]):
    """Where each letter of a folded text stood in the original, worked out block by block."""

    def __init__(self, original: str) -> None:
        self._original = original
        lengths = (len(block.translate(_FOLDINGS)) for block in _blocks(original))
        self._starts = [0, *accumulate(lengths)]
        self._known: dict[int, Sequence[int]] = {}

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, index: Any) -> Any:
        """For an index from 0; raises IndexError beyond the end."""
        if not 0 <= index < len(self):
            raise IndexError(index)
        number = bisect_right(self._starts, index) - 1
        return self._block(number)[index - self._starts[number]]

    def _block(self, number: int) -> Sequence[int]:
        """The last two that were asked for stay: a term may run over a boundary."""
        if number not in self._known:
            while len(self._known) > 1:
                del self._known[next(iter(self._known))]
            self._known[number] = _offsets_in(self._original, number)
        return self._known[number]


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is the folded form of ``original``."""

    text: str = field(repr=False)
    original: str = field(repr=False)

    def offsets(self) -> Offsets:
        """Where each character of ``text`` stood originally. Made when asked."""
        return Offsets(self.original)


def fold(text: str) -> Folded:
    """Bring a text down to the letters and digits that a reader sees."""
    return Folded(text.translate(_FOLDINGS), text)


def _blocks(text: str) -> Iterator[str]:
    for start in range(0, len(text), _BLOCK):
        yield text[start : start + _BLOCK]


def _offsets_in(original: str, number: int) -> Sequence[int]:
    """Where each letter that block ``number`` folds to stands in the original."""
    start = number * _BLOCK
    lengths = original[start : start + _BLOCK].translate(_LENGTHS).encode("latin-1")
    offsets = array("l")
    done = 0
    for several in _SEVERAL.finditer(lengths):
        place = several.start()
        offsets.extend(compress(range(start + done, start + place), lengths[done:place]))
        offsets.extend([start + place] * lengths[place])
        done = place + 1
    offsets.extend(compress(range(start + done, start + len(lengths)), lengths[done:]))
    return offsets
