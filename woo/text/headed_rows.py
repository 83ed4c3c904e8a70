"""What heads a column, in rows whose cells a bar, a semicolon or a tab parts."""

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter

from woo.text.lines import lines

_SIGN = re.compile(r"[|;\t]")
# Words, with no more than one space between them.
_IN_COLUMN = re.compile(r"\S+(?:[ ]\S+)*")
_LOOSE = 300  # characters of a row between two others


def heading_aligned(text: str, start: int, end: int) -> str:
    """What stands above a place in the first of the lines that spaces make a table.

    Empty where nothing stands above it, or where no such gap parts it from what is before it.
    """
    first = text.rfind("\n", 0, start) + 1
    if not text[first:start].endswith("  "):
        return ""
    block = text.rfind("\n\n", 0, first)
    top = block + 2 if block >= 0 else 0
    if top >= first:
        return ""
    headings = _IN_COLUMN.finditer(text, top, text.index("\n", top))
    above = (top + start - first, top + end - first)
    return next((h.group() for h in headings if h.start() < above[1] and above[0] < h.end()), "")


def heading_above(text: str, position: int) -> str:
    """What heads the column at ``position``; empty in the first row of a table."""
    tables = _tables(text)
    number = bisect_right(tables, position, key=itemgetter(0)) - 1
    first = text.rfind("\n", 0, position) + 1
    if number < 0 or tables[number][1] == first:
        return ""
    headings = _SIGN.split(tables[number][2])
    index = len(_SIGN.findall(text, first, position))
    return headings[index] if index < len(headings) else ""


@lru_cache(maxsize=2)
def _tables(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where each run of lines with separators begins, and where its headings, and those.

    A row that a page gives as loose lines parts a table: then the headings above it still hold.
    """
    found: list[tuple[int, int, str]] = []
    inside, end = False, 0
    for start, line in lines(text):
        parted = _SIGN.search(line) is not None
        if parted and not inside:
            goes_on = found and start - end < _LOOSE and _are_as_many(line, found[-1][2])
            found.append((start, *found[-1][1:]) if goes_on else (start, start, line))
        inside = parted
        end = start + len(line) if parted else end
    return tuple(found)


def _are_as_many(row: str, headings: str) -> bool:
    return len(_SIGN.findall(row)) == len(_SIGN.findall(headings))
