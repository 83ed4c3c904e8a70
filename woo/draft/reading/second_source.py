"""Find the front matter of a second source that was pasted below the first."""

import re
from collections.abc import Sequence

_FENCE = re.compile("\ufeff?---\\s*")
_KIND = re.compile(r"soort\s*:\s*\S")
# A field, an item of a list, a line that is indented or says nothing.
_OF_FRONT_MATTER = r"[A-Za-z_]+\s*:(?:\s|$)|-\s|\s|#|$"


def second_front_matter(lines: Sequence[str], start: int, code: Sequence[range]) -> int | None:
    """The index of the line of dashes where it begins, from ``start`` on; None when there is none.

    A line of dashes alone is a divider. In a block of code anything may stand: ``code`` has the
    indexes of its lines, as the parser of the text found them.
    """
    for number in range(start, len(lines)):
        if (
            _FENCE.fullmatch(lines[number])
            and _says_kind(lines, number + 1)
            and not any(number in one for one in code)
        ):
            return number
    return None


def _says_kind(lines: Sequence[str], start: int) -> bool:
    """Whether the fields from this line on say which kind of document it is."""
    if not "".join(lines[start : start + 1]).strip():
        return False
    for number in range(start, len(lines)):
        if _KIND.match(lines[number]):
            return True
        if not re.match(_OF_FRONT_MATTER, lines[number]):
            return False
    return False
