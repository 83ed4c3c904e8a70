"""Digits that a scan gave as letters: *O62 3O6 7I68* is 062 306 7168, *l8-0l-55* is 18-01-55."""

import re
from typing import Final

_SIGN: Final = r"[\dOolI]"
_LETTERS: Final = re.compile(r"[OolI]")
_AS_DIGITS: Final = str.maketrans("OolI", "0011")
# Pieces of a number, which spaces and the signs of dates and telephone numbers may part.
_NUMBER: Final = re.compile(
    rf"(?<![\w@/\\])(?=[OolI./ -]*\d){_SIGN}+(?:[ ]{{0,2}}[./-]?[ ]{{0,2}}{_SIGN}+)*(?![\w@/\\])"
)


def with_digits(text: str) -> str:
    """``text`` with such letters read as digits; as long as before."""
    return _NUMBER.sub(_in_digits, text)


def _in_digits(match: re.Match[str]) -> str:
    """Where at least half of the signs are digits: the *I* of *I 5* may be a numeral."""
    written = match.group()
    letters = len(_LETTERS.findall(written))
    digits = sum(map(str.isdigit, written))
    return written.translate(_AS_DIGITS) if 0 < letters <= digits else written
