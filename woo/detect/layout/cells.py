"""No name runs over the edge of a cell: in a table each cell is by itself."""

import re
from collections.abc import Iterable, Iterator

from woo.detect.spans import finding, line_end, line_start
from woo.model.finding import Category, Finding, Role

# A bar, the end of a row that has one, or the space between columns that spaces align; and what
# parts two in one cell: *SO / Roelvink*.
_EDGE = re.compile(r"[ ]*(?:\||\n)[ ]*|[ ]/[ ]|[ ]{2,}(?=[A-ZÀ-Þ][a-zà-ÿ])")
_ALIGNED = re.compile(r"\S[ ]{2,}\S[^\n]*\S[ ]{2,}\S")


def within_cells(text: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those of a person that run over an edge in a piece for each cell.

    What a rule says of the first is not said of the others.
    """
    for one in findings:
        if one.category is Category.PERSON and _EDGE.search(one.text):
            yield from _pieces(text, one)
        else:
            yield one


def _pieces(text: str, one: Finding) -> Iterator[Finding]:
    start = one.start
    for edge in _EDGE.finditer(text, one.start, one.end):
        if not _is_edge(text, one, edge):
            continue
        if start < edge.start():
            yield _piece(text, one, start, edge.start())
        start = edge.end()
    if start == one.start:
        yield one
    elif start < one.end:
        yield _piece(text, one, start, one.end)


def _is_edge(text: str, one: Finding, edge: re.Match[str]) -> bool:
    if "|" in edge.group() or "/" in edge.group():
        return True
    first = line_start(text, edge.start())
    if "\n" in edge.group():
        return "|" in text[first : edge.start()]
    if one.role is Role.UNKNOWN:
        return False  # nobody stays by it, and a form may set a name wide
    return _ALIGNED.search(text, first, line_end(text, edge.end())) is not None


def _piece(text: str, one: Finding, start: int, end: int) -> Finding:
    role = one.role if start == one.start else Role.UNKNOWN
    return finding(text, (start, end), one.category, one.detector, one.score, role)
