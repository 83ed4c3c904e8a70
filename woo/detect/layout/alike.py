"""What stands in one column with numbers that were found, and is written as they are.

A table without a heading that tells, or a row in which a neighbour misleads: where most cells of a
column are somebody's numbers of one kind, so is the rest. Letters in a column of names stand for
somebody.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from woo.detect.layout.columns import Cell, row_of
from woo.detect.spans import finding
from woo.detect.words.grammar import IN_DIRECTORY_ORDER
from woo.model.finding import GOING, Category, Finding, Role
from woo.reference.abbreviations import units
from woo.reference.lexicon import is_first_name, is_not_name, is_of_language, is_surname
from woo.text.lines import lines

_KINDS = frozenset(
    {
        Category.BSN,
        Category.BIRTH_DATE,
        Category.CARE_NUMBER,
        Category.IDENTITY_DOCUMENT,
        Category.LICENCE_PLATE,
        Category.PERSONNEL_NUMBER,
        Category.USERNAME,
        Category.V_NUMBER,
    }
)
_LETTERS = re.compile(r"[A-Z]{2,3}|[A-Z](?:[a-z]{1,2}[A-Z]){1,3}|[A-Z]{2}[a-z]")
# *DW-0044*: of one series with *DW-0031*.
_SERIES = re.compile(r"(?<![\w-])(?P<prefix>[A-Z]{1,4}-?)\d{3,8}(?![\w-])")
# *jansw002*: letters of a name, and a number that tells namesakes apart.
_ACCOUNT = re.compile(r"(?<![\w.@/\\-])(?P<letters>[A-Za-z]{4,6})(?P<figures>\d{2,4})(?![\w@-])")
_LEAST_ACCOUNTS = 2
_SURNAME = re.compile(r"(?:(?:De|Van|Ten|Ter|Van de[nr]?)[ ])?[A-ZÀ-Þ][a-zà-ÿ'’-]{2,20}")
_LEAST_CELLS, _LEAST_ROWS, _LEAST_FOUND, _SCORE = 3, 3, 3, 0.7
_ROSTER = 0.9
ALIKE = "columns"
"""The detector of what the rest of a column tells."""

Row = list[Cell]
Column = tuple[Cell, ...]


def with_alike_cells(text: str, found: list[Finding]) -> list[Finding]:
    """The findings, and the cells that most cells of their column make one."""
    kinds = [one for one in found if one.category in _KINDS and one.role is not Role.FUNCTIONAL]
    people = [one for one in found if one.category is Category.PERSON and one.role in GOING]
    by_span = {(one.start, one.end): one.category for one in kinds}
    alike = list(_accounts(text, by_span, found))
    if max(len(kinds), len(people)) < _LEAST_FOUND:
        return [*found, *alike]
    starts = sorted({one.start for one in people})
    seen = sorted({one.start for one in found if one.category is Category.PERSON})
    tables = list(_tables(text))
    long = (rows for rows in tables if len(rows) > _LEAST_FOUND)
    columns = [column for rows in long for column in zip(*rows, strict=True)]
    return [
        *found,
        *_among_numbers(text, columns, by_span, found),
        *_among_names(text, columns, starts),
        *(one for rows in tables for one in _in_roster(text, rows, starts, seen)),
        *_in_series(text, by_span, found),
        *alike,
    ]


def _in_series(
    text: str, known: dict[tuple[int, int], Category], found: Iterable[Finding]
) -> Iterator[Finding]:
    """The others of a series of which three and more than half were found, in cells or prose."""
    series: dict[str, list[tuple[int, int]]] = {}
    for match in _SERIES.finditer(text):
        shape = f"{match['prefix']}{match.end() - match.start()}"
        series.setdefault(shape, []).append(match.span())
    taken = [(one.start, one.end) for one in found]
    for spans in series.values():
        category = _most(known.get(span) for span in spans)
        if category is None:
            continue
        for start, end in spans:
            if _is_free(start, end, taken):
                yield finding(text, (start, end), category, ALIKE, _SCORE)


def _accounts(
    text: str, known: dict[tuple[int, int], Category], found: Iterable[Finding]
) -> Iterator[Finding]:
    """The others with as many letters and figures as accounts that were found: *wille008*."""
    if list(known.values()).count(Category.USERNAME) < _LEAST_ACCOUNTS:
        return
    written: dict[tuple[int, int], list[re.Match[str]]] = {}
    for match in _ACCOUNT.finditer(text):
        written.setdefault((len(match["letters"]), len(match["figures"])), []).append(match)
    taken = [(one.start, one.end) for one in found]
    for matches in written.values():
        kinds = [known[one.span()] for one in matches if one.span() in known]
        if len(kinds) < _LEAST_ACCOUNTS or set(kinds) != {Category.USERNAME}:
            continue
        for match in matches:
            is_word = is_of_language(match["letters"]) or match["letters"] in units()
            if not is_word and _is_free(*match.span(), taken):
                yield finding(text, match.span(), Category.USERNAME, ALIKE, _SCORE)


def _among_names(text: str, columns: Iterable[Column], starts: Sequence[int]) -> Iterator[Finding]:
    """*MY* in a column with *J. Kramer*, and all of a name of which a part was found.

    ``starts``: where somebody's name begins, in order.
    """
    for column in columns:
        filled = [cell for cell in column if cell.text]
        named = [_begins_in(starts, cell) for cell in filled]
        if sum(named) < _LEAST_FOUND or 2 * sum(named) <= len(filled):
            continue
        for cell, has_name in zip(filled, named, strict=True):
            if _is_whole(cell.text) if has_name else _is_letters(cell.text):
                yield finding(text, (cell.start, cell.end), Category.PERSON, ALIKE, _SCORE)


def _in_roster(
    text: str, rows: Sequence[Row], starts: Sequence[int], seen: Sequence[int]
) -> Iterator[Finding]:
    """*Visser* and *Dek*, who take turns with *Bakx* and *Naipal* in a grid of names.

    Also *Verdonk*, whom a network takes for the minister: ``seen`` is where it sees a name,
    ``starts`` where one begins that goes.
    """
    shared = [
        cell
        for column in zip(*rows, strict=True)
        if any(_begins_in(starts, cell) for cell in column)
        for cell in column
        if _SURNAME.fullmatch(cell.text)
    ]
    named = sum(_begins_in(seen, cell) for cell in shared)
    if named < _LEAST_FOUND or 2 * named <= len(shared):
        return
    often = Counter(cell.text for cell in shared)
    for cell in shared:
        if often[cell.text] > 1 and not (_begins_in(starts, cell) or is_not_name(cell.text)):
            span = (cell.start, cell.end)
            yield finding(text, span, Category.PERSON, ALIKE, _ROSTER, Role.OFFICIAL)


def _is_letters(cell: str) -> bool:
    """Not a heading (*WIE*) or an office."""
    return bool(_LETTERS.fullmatch(cell)) and not (is_of_language(cell) or cell in units())


def _is_whole(cell: str) -> bool:
    """*Anker R. van der*, *Fokker Harm*: the model may see but a part of it."""
    last, _, first = cell.partition(" ")
    both = is_surname(last) and is_first_name(first)
    return both or IN_DIRECTORY_ORDER.fullmatch(cell) is not None


def _begins_in(starts: Sequence[int], cell: Cell) -> bool:
    index = bisect_left(starts, cell.start)
    return index < len(starts) and starts[index] < cell.end


def _among_numbers(
    text: str,
    columns: Iterable[Column],
    known: dict[tuple[int, int], Category],
    found: Iterable[Finding],
) -> Iterator[Finding]:
    taken = [(one.start, one.end) for one in found]
    for column in columns:
        told = [(cell, known.get((cell.start, cell.end))) for cell in column]
        category = _most(kind for _, kind in told)
        if category is None:
            continue
        shapes = {_shape(cell.text) for cell, kind in told if kind is category}
        for cell, kind in told:
            free = kind is None and _is_free(cell.start, cell.end, taken)
            shape = _shape(cell.text)
            # A heading and the account of a machine have no figure.
            if free and "9" in shape and shape in shapes:
                yield finding(text, (cell.start, cell.end), category, ALIKE, _SCORE)


def _is_free(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return not any(first < end and start < last for first, last in taken)


def _most(kinds: Iterable[Category | None]) -> Category | None:
    """The kind of more than half of the cells that are not empty, and of three at least."""
    every = list(kinds)
    told = [kind for kind in every if kind is not None]
    if len(told) < _LEAST_FOUND or len(set(told)) != 1 or 2 * len(told) <= len(every):
        return None
    return told[0]


def _tables(text: str) -> Iterator[list[Row]]:
    """Lines side by side with as many cells, parted by the same sign; offsets in the text."""
    rows = [_placed(offset, *row_of(line)) for offset, line in lines(text)]
    for (_, width), group in groupby(rows, key=lambda row: (row[0], len(row[1]))):
        table = [cells for _, cells in group]
        if width >= _LEAST_CELLS and len(table) >= _LEAST_ROWS:
            yield table


def _placed(offset: int, separator: str, cells: Row) -> tuple[str, Row]:
    return separator, [Cell(offset + c.start, offset + c.end, c.text) for c in cells]


def _shape(written: str) -> str:
    """``9-a-9`` for *12-mrt-81*: runs of digits and of letters."""
    letters = re.sub(r"[^\W\d_]+", "a", written)
    return re.sub(r"\d+", "9", letters)
