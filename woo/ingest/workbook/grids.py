"""Set out tables of cells on pages: how wide columns and pages are, and the rows as Typst.

A row comes out as ``woo.text.grids`` says, so that detection sees its cells under their headings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median

from woo.ingest.rendition import Clean
from woo.pdf.making.glyphs import break_words, text_width
from woo.pdf.making.typesetting import Typst, typst_string
from woo.text.grids import HEADING

SIZE = 9.0  # points
# A column is a number of steps wide, those of the gaps that redaction leaves: its width does not
# tell how long the longest name was. Half a step more gives room to a gap that is rounded up.
_STEP = 4.5 * SIZE
_AROUND = 7.5  # points: the bar, the space behind it and the air in a cell
_CAPS = (480.0, 360.0, 288.0, 216.0)  # points: the widest column; the last when nothing else fits
_MARGIN, _BOTTOM = 36.0, 42.0
_SHORT, _LONG = 595.0, 842.0  # A4
_WIDEST = 2000.0  # points: two sheets of A0 beside each other; columns beyond go below
_HEADING_WITHIN = 20  # rows
_HEADING_LINES = 3  # into so many a heading may be broken on a wide page
_MOST_LINES = 30  # a row with more may be broken over pages
_TALLEST_HEADING = 12  # lines: a taller one would fill the pages on which it is repeated


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its number as shown, a text per column, and how many columns a cell takes."""

    label: str
    texts: tuple[str, ...] = field(repr=False)
    spans: dict[int, int] = field(default_factory=dict)
    is_hidden: bool = False
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells. ``names`` are those of the columns, shown above them; or else empty.

    ``heading`` is the index of the row with headings, which is repeated on each page.
    """

    rows: tuple[GridRow, ...]
    names: tuple[str, ...] = ()
    hidden_columns: frozenset[int] = frozenset()
    heading: int | None = None

    @property
    def columns(self) -> int:
        """How many there are."""
        return len(self.rows[0].texts) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A grid with its text as lines that fit, and the widths of its columns in points."""

    grid: Grid
    lines: tuple[tuple[tuple[str, ...], ...], ...] = field(repr=False)
    widths: tuple[float, ...]
    number_width: float

    @property
    def width(self) -> float:
        """All columns together, or what fits on the widest page."""
        total = sum(self.widths) + self.number_width + _AROUND
        return min(total, _WIDEST)


def fit(grid: Grid, clean: Clean) -> Fitted:
    """Choose the widths and break the texts into lines."""
    cleaned = [[_cleaned(text, clean) for text in row.texts] for row in grid.rows]
    natural = _natural_widths(grid, cleaned)
    labels = max((text_width(row.label, SIZE) for row in grid.rows), default=0.0)
    number_width = ceil(labels + 2 * _AROUND)
    widths = _chosen(*natural, number_width)
    lines = tuple(
        tuple(
            tuple(_lines(text, sum(widths[i : i + row.spans.get(i, 1)]) - _AROUND))
            for i, text in enumerate(texts)
        )
        for row, texts in zip(grid.rows, cleaned, strict=True)
    )
    return Fitted(grid, lines, widths, number_width)


def page_size(grids: Sequence[Fitted]) -> tuple[int, int]:
    """Width and height of a page on which these fit: A4 where that can be."""
    width = max((one.width for one in grids), default=0.0) + 2 * _MARGIN
    if width <= _SHORT:
        return int(_SHORT), int(_LONG)
    if width <= _LONG:
        return int(_LONG), int(_SHORT)
    return ceil(width), max(int(_SHORT), ceil(width / 2**0.5))


def _cleaned(text: str, clean: Clean) -> str:
    if text.isascii() and text.isprintable():
        return text
    return clean(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    "))


def _natural_widths(grid: Grid, cleaned: list[list[str]]) -> tuple[list[float], list[float]]:
    """What each column needs when no line is broken, and when those of its heading may be."""
    most = [text_width(name, SIZE) for name in grid.names] or [0.0] * grid.columns
    for index, (row, texts) in enumerate(zip(grid.rows, cleaned, strict=True)):
        for i, text in enumerate(texts):
            counts = text and i not in row.spans and index != grid.heading
            if counts and len(text) * SIZE > most[i]:
                most[i] = max(most[i], *(text_width(line, SIZE) for line in text.split("\n")))
    headings = cleaned[grid.heading] if grid.heading is not None else [""] * grid.columns
    whole = [text_width(text, SIZE) for text in headings]
    words = [max((text_width(w, SIZE) for w in text.split()), default=0.0) for text in headings]
    broken = [max(word, text / _HEADING_LINES) for word, text in zip(words, whole, strict=True)]
    return list(map(max, most, whole)), list(map(max, most, broken))


def _chosen(whole: list[float], broken: list[float], number_width: float) -> tuple[float, ...]:
    """Columns become narrower only when the page would be wider than A4 on its side."""
    room = _LONG - 2 * _MARGIN - number_width - _AROUND
    for natural, cap in ((whole, _CAPS[0]), *((broken, cap) for cap in _CAPS)):
        widths = tuple(_STEP * ceil(min(one + _STEP / 2, cap) / _STEP) + _AROUND for one in natural)
        if sum(widths) <= room:
            break
    return widths


def _lines(text: str, width: float) -> Iterator[str]:
    for line in text.split("\n"):
        yield from break_words(line, width, SIZE)


def typst_of(fitted: Fitted) -> Iterator[Typst]:
    """The grid as tables, one for each group of columns that fits on a page."""
    groups = list(_groups(fitted))
    for number, group in enumerate(groups):
        if number:
            yield Typst("#pagebreak()")
        heading = fitted.grid.heading
        if heading is None or heading == 0:
            yield from _table(fitted, group, heading, range(len(fitted.grid.rows)))
        else:
            # Titles above the headings are shown once, and without the names of columns.
            yield from _table(fitted, group, None, range(heading), is_titles=True)
            yield from _table(fitted, group, heading, range(heading, len(fitted.grid.rows)))


def _groups(fitted: Fitted) -> Iterator[tuple[int, ...]]:
    """Columns that fit beside each other; later groups begin with the first column as well."""
    room = _WIDEST - fitted.number_width - _AROUND
    group: list[int] = []
    used = 0.0
    for column, width in enumerate(fitted.widths):
        if group and used + width > room:
            yield tuple(group)
            group = [0]
            used = fitted.widths[0]
        group.append(column)
        used += width
    yield tuple(group)


def _table(
    fitted: Fitted,
    group: tuple[int, ...],
    heading: int | None,
    rows: range,
    *,
    is_titles: bool = False,
) -> Iterator[Typst]:
    widths = [fitted.number_width, *(fitted.widths[i] for i in group), _AROUND]
    names = _name_cells(fitted.grid, group) if fitted.grid.names and not is_titles else []
    head, repeats = list(names), True
    if heading is not None:
        head += _row_cells(fitted, heading, group)
        tallest = max((len(one) for one in fitted.lines[heading]), default=0)
        repeats = tallest <= _TALLEST_HEADING
    body = (cell for index in rows if index != heading for cell in _row_cells(fitted, index, group))
    yield Typst(
        f"#cells(({', '.join(f'{width:g}' for width in widths)},), "
        f"repeats: {'true' if repeats else 'false'}, head: ({''.join(f'{c}, ' for c in head)}), "
        f"{', '.join(body)})"
    )


def _name_cells(grid: Grid, group: tuple[int, ...]) -> list[str]:
    names = (f"c({typst_string(grid.names[i])})" for i in group)
    return [f"b({typst_string(HEADING)})", *names, "z"]


def _row_cells(fitted: Fitted, index: int, group: tuple[int, ...]) -> Iterator[str]:
    row, lines = fitted.grid.rows[index], fitted.lines[index]
    is_heading = index == fitted.grid.heading
    if row.after_gap and not is_heading:
        yield f"gap({len(group) + 2})"
    # A row stays whole, or detection would not see what is left of it on the next page.
    number = "b" if is_heading or max(map(len, lines)) > _MOST_LINES else "n"
    yield f"{number}({typst_string(row.label)})"
    skip = 0
    for place, column in enumerate(group):
        if skip:
            skip -= 1
            continue
        cell = _cell(lines[column])
        span = min(row.spans.get(column, 1), len(group) - place)
        if is_heading:
            # A heading that spans columns would be taken for that of the first alone.
            yield cell
        elif span > 1:
            skip = span - 1
            yield f"s({span}, {cell})"
        elif row.is_hidden or column in fitted.grid.hidden_columns:
            yield f"h({cell})"
        else:
            yield cell
    yield "z"


def _cell(lines: tuple[str, ...]) -> str:
    if len(lines) == 1:
        return f"c({typst_string(lines[0])})" if lines[0] else "e"
    return f"c({', '.join(map(typst_string, lines))})"


def heading_of(rows: Sequence[GridRow]) -> int | None:
    """The first row that names about as many columns as the rows below it fill, all in words."""
    filled = [sum(bool(text) for text in row.texts) for row in rows[: 2 * _HEADING_WITHIN]]
    for index in range(min(len(rows) - 1, _HEADING_WITHIN)):
        below = filled[index + 1 : index + 1 + _HEADING_WITHIN]
        texts = [text for text in rows[index].texts if text]
        if (
            len(texts) >= max(2, 0.6 * median(below))
            and not rows[index].spans
            and all(any(map(str.isalpha, text)) for text in texts)
        ):
            return index
    return None
