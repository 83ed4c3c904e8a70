"""Names in a row: *de leden Bakker, De Groot (VVD) en Pons*."""

import re
from collections.abc import Callable, Iterator

from woo.detect.words.grammar import Name, name_before, read_name

# A line of a PDF may end in a space before the line break.
_JOINED = re.compile(
    r"[ ]?(?:\([^()\n]{1,40}\){1,2})?[ ]?"
    r"(?:,(?:[ ]\n?|\n)|[ ]?\n?(?:en|EN|&)(?:[ ]\n?|\n))"
)
# *… het Kamerlid*, and on the next line of a chat *Berend (VVD): …*, *Anouk BZ: …*, *Lies 17:08 …*.
_SPEAKS = re.compile(
    r"(?:,[ ][A-ZÀ-Þ][\w'’-]+)?[ ]?(?:[A-Z]{1,3}\.?(?=[ :]))?[ ]?"
    r"(?:\([^()\n]{1,30}\))?[ ]?(?::|\d{1,2}[:.]\d\d)"
)
_JOINED_BEFORE = re.compile(r"(?:,[ ]?\n?|[ ]\n?(?:en|&|and)(?:[ ]\n?|\n))$")
# *de leden Terwisscha, Mei, El Ghazi*: a month, and somebody. Others come behind it.
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+(?=,)")
_MOST = 200  # the Chamber has 150 members


def never(_text: str, _position: int) -> bool:
    """For a row that goes on by *en* alone: behind a comma comes a title, say."""
    return False


def names_in_row(text: str, position: int, goes_on: Callable[[str, int], bool]) -> Iterator[Name]:
    """The names from ``position`` on, joined by ``en``, and by commas where it ``goes_on``."""
    for _ in range(_MOST):
        name = read_name(text, position, wrapped=True)
        if name:
            yield name
            end = name.end
        elif word := _ONE_WORD.match(text, position):
            end = word.end()
        else:
            return
        joined = _JOINED.match(text, end)
        if joined is None:
            return
        position = joined.end()
        passes = goes_on(text, position) or _ONE_WORD.match(text, position)
        if "," in joined.group() and not passes:
            return


def names_before(text: str, end: int) -> Iterator[Name]:
    """The names up to ``end``, the last first, joined by commas, ``en`` and the like."""
    for _ in range(_MOST):
        name = name_before(text, end)
        if name is None:
            return
        yield name
        joined = _JOINED_BEFORE.search(text, max(0, name.start - 6), name.start)
        if joined is None:
            return
        end = joined.start()


def speaks_there(text: str, position: int, end: int) -> bool:
    """Tell whether the name up to ``end`` begins a line at ``position`` and speaks in it.

    Then what stands on the line above is not said of it.
    """
    return text[position - 1] == "\n" and _SPEAKS.match(text, end) is not None
