"""Digits that a scan gave as letters or apart: *O62 3O6 7I68*, *9|6|4|0|8|7|6|0|1*."""

import re
from collections.abc import Iterator
from typing import Final

from woo.detect.words.moves import Move

_SIGN: Final = r"[\dOolI]"
_LETTERS: Final = re.compile(r"[OolI]")
_AS_DIGITS: Final = str.maketrans("OolI", "0011")
# Pieces of a number, which spaces and the signs of dates and telephone numbers may part.
_NUMBER: Final = re.compile(
    rf"(?<![\w@/\\])(?=\d|[OolI][OolI./ -]{{0,12}}\d)"
    rf"{_SIGN}+(?:[ ]{{0,2}}[./-]?[ ]{{0,2}}{_SIGN}+)*(?![\w@/\\])"
)
# *0 6 - 2 9 3 5 0 1 7 6*: in the boxes of a form; letters of a plate may be among them.
_WIDE: Final = re.compile(r"(?<![\w.'’])(?:[\dA-Z-][ |]){4,24}[\dA-Z](?!\w|[.'’]\w)")
_ONE_DIGIT_IN: Final = 3  # signs


def with_digits(text: str) -> str:
    """``text`` with such letters read as digits; as long as before."""
    return _NUMBER.sub(_in_digits, text)


def _in_digits(match: re.Match[str]) -> str:
    """Where at least half of the signs are digits: the *I* of *I 5* may be a numeral."""
    written = match.group()
    letters = len(_LETTERS.findall(written))
    digits = sum(map(str.isdigit, written))
    return written.translate(_AS_DIGITS) if 0 < letters <= digits else written


def wide_numbers(text: str) -> Iterator[Move]:
    """The signs of a number together, and behind them what stood between."""
    for match in _WIDE.finditer(text):
        number = match.group()[::2]
        if _ONE_DIGIT_IN * sum(map(str.isdigit, number)) >= len(number):
            start, stop = match.span()
            yield Move(
                start,
                number.ljust(stop - start),
                [*range(start, stop, 2), *range(start + 1, stop, 2)],
            )
