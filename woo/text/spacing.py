r"""Spaces and empty lines that nobody meant: too many of them, or one too few.

A typewriter, a scan and a line that was stretched to the margin leave two spaces between words
(*mevrouw  De  Vries*); a mail made from a web page leaves an empty line between the rows of a
table; and whoever types in haste leaves none behind initials (*K.J.Timmer*).
"""

import re
from collections.abc import Iterator
from typing import Final

from woo.text.lines import lines

# So many gaps of two spaces, and so many times as many as of one: the whole text is stretched.
_LEAST_DOUBLED, _TIMES_DOUBLED = 20, 3
_TWO_SPACES = re.compile(r"(?<=\S)[ ](?=[ ]\S)")
_ONE_SPACE = re.compile(r"(?<=\S)[ ](?=\S)")
_GAP = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
# What stands in columns, with a bar, a tab or more room between.
_IN_COLUMNS = re.compile(r"\S[ ]{3,}\S|[|\t]")
# A row of a list or a log, with its number or time; no postcode.
_NUMBERED = re.compile(r"(?!\d{4}[ ]{2}[A-Z]{2}\b)\d[\d:./ -]*[ ]{2}")
# Between small letters, between digits, behind initials and before the number of a house stand no
# columns.
_WITHIN_TEXT = re.compile(
    r"[a-zà-ÿ],?[ ]{2}[a-zà-ÿ]|\d[ ]{2}\d|[A-ZÀ-Þ]\.[ ]{2}[A-ZÀ-Þ]|"
    r"[a-zà-ÿ]{2}[ ]{2}\d{1,4}[a-z]?(?:,|$)"
)
_LEAST_IN_LINE: Final = 2

# A row of cells with bars between, of which a cell runs over lines: where the line ended stand two
# spaces, or one behind a hyphen (*burgemeester  De Bruin*, *directeur- generaal*).
_ROW = re.compile(r"^[^\n|]*[|][^\n]*$", re.MULTILINE)
_IN_CELL = re.compile(
    r"(?<=[^\s|])[ ](?=[ ][^\s|])|(?<=[a-zà-ÿ]-)[ ](?=(?!(?:en|of|t/m|tot|dan)\b)[a-zà-ÿ]{2})"
)
# The empty line between two rows.
_APART = re.compile(r"(?<=\S)\n[ \t]*\n(?=(?P<below>[^\n]+))")
# What parts cells; a comma in prose has a space behind it.
_PARTS: Final = (re.compile(";"), re.compile(r"[|]"), re.compile("\t"), re.compile(r",(?=\S)"))
_WIDE_GAP = re.compile(r"\S[ ]{2,}(?=\S)")
_LEAST_PARTS: Final = 2
# *K.J.Timmer*, *G.van der Berg*, *v.d.Meer*, but no *w.vd.berg@…* and no *N.V.*
_RUN_ON = re.compile(
    r"(?<![\w.@/&-])(?:(?:[A-ZÀ-Þ]\.){1,5}|[vV]\.d\.)"
    r"(?=(?:[A-ZÀ-Þ][a-zà-ÿ]{2,24}|(?:van|de|den|der|ter|ten|te)[ ])(?![\w.-]*@|\.\w))"
)


def needless(text: str) -> Iterator[tuple[int, int]]:
    """Where spaces and line ends stand without which the text reads as it was meant."""
    if "  " in text:
        yield from _doubled(text)
    if "|" in text and ("  " in text or "- " in text):
        for row in _ROW.finditer(text):
            yield from (match.span() for match in _IN_CELL.finditer(text, *row.span()))
    yield from _between_rows(text)


def left_out(text: str) -> Iterator[int]:
    """Where a space was left out behind initials."""
    return (match.end() for match in _RUN_ON.finditer(text))


def _doubled(text: str) -> Iterator[tuple[int, int]]:
    """The first of two spaces, where the text or the line is stretched."""
    doubled = [match.span() for match in _TWO_SPACES.finditer(text)]
    if len(doubled) >= _LEAST_DOUBLED:
        single = sum(1 for _ in _ONE_SPACE.finditer(text))
        if len(doubled) >= _TIMES_DOUBLED * single:
            return iter(doubled)
    return _in_stretched_lines(text)


def _in_stretched_lines(text: str) -> Iterator[tuple[int, int]]:
    """Those of a line that has no columns: most gaps end where none of its neighbours does."""
    every = list(lines(text))
    ends = [{gap.end() for gap in _GAP.finditer(line)} for _, line in every]
    for number, (start, line) in enumerate(every):
        around = every[max(0, number - 1) : number + 2]
        if not _is_stretched(line) or any(_NUMBERED.match(near) for _, near in around):
            continue
        beside = ends[max(0, number - 1) : number] + ends[number + 1 : number + 2]
        if 2 * len(ends[number].difference(*beside)) >= len(ends[number]):
            yield from ((start + end - 1, start + end) for end in sorted(ends[number]))


def _is_stretched(line: str) -> bool:
    if "  " not in line or _IN_COLUMNS.search(line):
        return False
    several = len(_GAP.findall(line)) >= _LEAST_IN_LINE
    return several or _WITHIN_TEXT.search(line) is not None


def _between_rows(text: str) -> Iterator[tuple[int, int]]:
    """The empty line between two rows of a table."""
    for match in _APART.finditer(text):
        start, end = match.span("below")
        above = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if _are_rows(above, text[start:end]):
            yield match.start(), start - 1


def _are_rows(above: str, below: str) -> bool:
    """Whether two lines have as many cells by the sign that parts most, or both have wide gaps."""
    counts = [(len(parts.findall(above)), len(parts.findall(below))) for parts in _PARTS]
    most, other = max(counts)
    if most >= _LEAST_PARTS and most == other:
        return True
    return min(len(_WIDE_GAP.findall(line)) for line in (above, below)) >= _LEAST_PARTS
