"""Names and offices that take turns on lines, as the cells of a table do in the text of a PDF.

*S. Rengers*, below it *dijkgraaf*, and below that *J. Uiterwaal*, who works somewhere: whose the
office is, the first line of all tells.
"""

import re

from woo.detect.offices.office_words import OFFICE
from woo.detect.spans import line_end, line_start
from woo.detect.words.grammar import Name, name_before, read_name

_MOST_TURNS = 40
# *G.H. Ruitenbeek (voorzitter)*, in a narrow cell with the bracket below the name.
_BRACKET = re.compile(r"[ \t]*(?:\([^()\n]*\)[ \t]*)?$")
_OFFICE_LINE = re.compile(rf"[ \t]*(?i:{OFFICE})(?:[ ][^\n]{{0,40}})?$")
_BETWEEN = re.compile(r"[ ][–—-][ ]{1,3}$")
_BULLETS = " \t•*–—-0123456789.)|"


def is_of_name_above(text: str, position: int) -> bool:
    """Whether the office on the line of ``position`` is that of who is named on the line above."""
    for _ in range(_MOST_TURNS):
        name_line = _line_above(text, position)
        if not _is_name(text, name_line):
            return False
        position = _line_above(text, name_line)
        if position < 0 or not _OFFICE_LINE.match(_line(text, position)):
            return True
    return True


def holder_before(text: str, position: int) -> Name | None:
    """Who begins the line that the office at ``position`` ends: *Anita Kalma – wethouder*."""
    between = _BETWEEN.search(text, max(0, position - 4), position)
    name = name_before(text, between.start()) if between else None
    if name is None or text[line_start(text, position) : name.start].strip(_BULLETS):
        return None
    return name


def is_below_office_of_another(text: str, start: int) -> bool:
    """Whether the name that begins here stands below the office of who is named above that."""
    line = line_start(text, start)
    if text[line:start].strip():
        return False
    above = _line_above(text, line)
    return (
        above >= 0
        and _OFFICE_LINE.match(_line(text, above)) is not None
        and is_of_name_above(text, above)
    )


def _line_above(text: str, position: int) -> int:
    """Where the line above begins, but for one in brackets; -1 when there is none."""
    start = line_start(text, position)
    while start > 0:
        start = line_start(text, start - 1)
        if not _line(text, start).lstrip().startswith("("):
            return start
    return -1


def _line(text: str, start: int) -> str:
    return text[start : line_end(text, start)]


def _is_name(text: str, start: int) -> bool:
    """Whether a name, in whole or by its initials, fills the line."""
    name = read_name(text, start) if start >= 0 else None
    line = _line(text, start) if start >= 0 else ""
    return name is not None and name.is_sure and bool(_BRACKET.match(line, name.end - start))
