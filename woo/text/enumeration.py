"""Words and numbers after one another, as Dutch has them: ``a, b en c``, ``3, 5 en 8 t/m 12``."""

import re
from collections.abc import Iterator, Sequence

from woo.model.values import dataclass

_TO = r"(?:-|–|t/m|tot\s+en\s+met)"
_AND = r"(?:,\s*en\b|,|\ben\b|&|/)"
_NUMBER = r"\d{1,3}(?!\d)"
# What ``read_numbers`` reads, for a pattern around it; no longer than anybody writes.
NUMBERS = rf"{_NUMBER}(?:\s*(?:{_TO}|{_AND})\s*{_NUMBER}){{0,50}}"
_PIECE = rf"(?P<to>{_TO}\s*)?(?P<number>{_NUMBER})"
# A wider range is its two ends alone: nobody means it, and it may be written a thousand times.
_WIDEST = 50
# Fewer numbers in a row are written out.
_LEAST_RANGE = 4


@dataclass(frozen=True, slots=True)
class NumberAt:
    """A number, and where it stands in the text; one within a range stands at the end of it."""

    number: int
    offset: int


def read_numbers(written: str) -> tuple[NumberAt, ...]:
    """The numbers of an enumeration in the order that they are written, ranges in full."""
    found: list[NumberAt] = []
    for match in re.finditer(_PIECE, written):
        last, at = int(match["number"]), match.start("number")
        if match["to"] and found and last - found[-1].number <= _WIDEST:
            found += (NumberAt(one, at) for one in range(found[-1].number + 1, last))
        found.append(NumberAt(last, at))
    return tuple(found)


def write_numbers(numbers: Sequence[int]) -> str:
    """Rising numbers as they are read: ``3, 4 en 5``, ``3 t/m 7 en 9``."""
    pieces: list[str] = []
    for first, last in _ranges(numbers):
        if last - first + 1 >= _LEAST_RANGE:
            pieces.append(f"{first} t/m {last}")
        else:
            pieces += map(str, range(first, last + 1))
    return join_dutch(pieces)


def _ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last


def join_dutch(words: Sequence[str]) -> str:
    """``a, b en c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"
