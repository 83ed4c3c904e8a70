"""Tables on a page of ours, as a reader of PDF gives them back: a line for every cell.

Readers of PDF put each cell of a table on a line of its own, and what does not fit in the cell on
the next. So that a row can be told from those lines, each cell begins with a bar, a row with its
number and a bar, and a bar ends it::

    9 |
    | Jansen
    | belt graag
    terug
    |
    10 | | Pietersen
    |

A number that fills its cell takes the first cell along on its line.
"""

import re

HEADING = "#"
"""Stands for the number of a row that is no row of the table itself: names of columns."""
HIDDEN = " (verborgen)"

_ROW = re.compile(
    rf"^((?:\d{{1,7}}|{HEADING})(?:{re.escape(HIDDEN)})? \|)(?:[ ]?\n|[ ])(?=\|)", re.MULTILINE
)
_LAST_BAR = re.compile(r"\n\|[^\n]*\n?\Z")


def has_rows(text: str) -> bool:
    """True when a page holds a row of such a table."""
    return _ROW.search(text) is not None


def join_rows(text: str) -> str:
    """``text`` with every row of such a table on one line, its number gone; as long as before.

    A row never runs over the end of a page.
    """
    if not has_rows(text):
        return text
    return "\f".join(map(_joined, text.split("\f")))


def _joined(page: str) -> str:
    starts = [match.span(1) for match in _ROW.finditer(page)]
    pieces, done = [], 0
    for index, (start, end) in enumerate(starts):
        limit = starts[index + 1][0] if index + 1 < len(starts) else len(page)
        last = _LAST_BAR.search(page, end, _end_of_bars(page, end, limit))
        stop = last.end() if last else end
        # Only the line end behind the last bar stays one.
        body = page[end:stop].removesuffix("\n")
        # An empty line before the names of columns: there another table begins.
        lead = "\n" if page.startswith(HEADING, start) else " "
        pieces += [page[done:start], lead.ljust(end - start), body.replace("\n", " ")]
        done = start + (end - start) + len(body)
    return "".join((*pieces, page[done:]))


def _end_of_bars(page: str, start: int, limit: int) -> int:
    """Where the last line that begins with a bar ends."""
    place = page.rfind("\n|", start, limit)
    if place < 0:
        return start
    line_end = page.find("\n", place + 1, limit)
    return limit if line_end < 0 else line_end + 1
