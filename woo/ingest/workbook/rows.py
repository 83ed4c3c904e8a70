"""Read one sheet: the cells with what a person sees in them, and what lies around them."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import datetime

from woo.errors import UnreadableError
from woo.ingest.package_parts import Element, Parts, attribute, is_on, local, rich_text
from woo.ingest.workbook.styles import Styles

# In a workbook, empty ones between filled ones too. Typst takes 30 kB and 0.2 ms for each.
MOST_CELLS = 150_000
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # what a sheet has in Excel
_MOST_ELEMENTS = 20_000_000
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ERRORS = {
    "#N/A": "#N/B", "#DIV/0!": "#DEEL/0!", "#VALUE!": "#WAARDE!", "#REF!": "#VERW!",
    "#NAME?": "#NAAM?", "#NUM!": "#GETAL!", "#NULL!": "#LEEG!", "#SPILL!": "#OVERLOOP!",
    "#CALC!": "#BEREKENEN!", "#GETTING_DATA": "#GEGEVENS_OPHALEN",
}  # fmt: skip
_LINK = "HYPERLINK("


@dataclass(slots=True)
class Table:
    """The filled cells of a sheet by row and column, counted from 1, and which are hidden.

    ``merged`` is how many columns the cell at a place takes. ``around`` holds the parts of the
    sheet that are no cells, by name.
    """

    rows: dict[int, dict[int, str]] = field(default_factory=dict, repr=False)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: dict[tuple[int, int], int] = field(default_factory=dict)
    around: dict[str, list[Element]] = field(default_factory=dict, repr=False)
    linking: dict[str, str] = field(default_factory=dict, repr=False)
    formulas: int = 0

    @property
    def columns(self) -> list[int]:
        """The columns that hold anything, in order."""
        return sorted({column for row in self.rows.values() for column in row})


def read_table(parts: Parts, name: str, strings: list[str], styles: Styles) -> Table:
    """Read the sheet in part ``name``. Raises ValueError when it is broken."""
    table = Table()
    reader = _Reader(table, strings, styles)
    depth = 0
    for count, (event, element) in enumerate(parts.walk(name)):
        if count > _MOST_ELEMENTS:
            raise too_many_cells()
        depth += 1 if event == "start" else -1
        tag = local(element)
        if event == "start":
            continue
        if tag == "row":
            reader.take_row(element)
            element.clear()
            _forget_before(element)
        elif depth == 1 and tag != "sheetData":
            table.around.setdefault(tag, []).append(element)
    _take_columns(table)
    _take_merged(table)
    return table


def _forget_before(element: Element) -> None:
    """Let go of the rows that were read: lxml keeps them until the end."""
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def too_many_cells() -> UnreadableError:
    """The error for a workbook that would take too long."""
    return UnreadableError(
        f"Dit rekenblad beslaat meer dan {MOST_CELLS:,} cellen.".replace(",", "."),
        "Splits het in delen, of sla de bladen los op als csv, en voeg die toe.",
    )


@dataclass(slots=True)
class _Reader:
    table: Table
    strings: list[str] = field(repr=False)
    styles: Styles
    row: int = 0
    filled: int = 0

    def take_row(self, element: Element) -> None:
        self.row = _number(attribute(element, "r"), self.row + 1, MOST_ROWS)
        if is_on(element, "hidden") or _is_zero(attribute(element, "ht")):
            self.table.hidden_rows.add(self.row)
        column = 0
        for cell in element:
            if local(cell) != "c":
                continue
            column = column_of(attribute(cell, "r")) or column + 1
            if column > MOST_COLUMNS:
                raise ValueError("too many columns")
            text = self.text_of(cell, column)
            if text.strip():
                self.keep(column, text)
        if not self.table.rows.get(self.row):
            self.table.hidden_rows.discard(self.row)

    def keep(self, column: int, text: str) -> None:
        self.filled += 1
        if self.filled > MOST_CELLS:
            raise too_many_cells()
        row = self.table.rows.setdefault(self.row, {})
        # A broken file may fill a cell twice; programs show one of the two.
        row[column] = f"{row[column]}\n{text}" if column in row else text

    def text_of(self, cell: Element, column: int) -> str:
        value, formula, inline = None, None, ""
        for child in cell:
            tag = local(child)
            if tag == "v":
                value = child.text
            elif tag == "f":
                formula = child.text or "(formule)"
            elif tag == "is":
                inline = rich_text(child)
        kind = attribute(cell, "t")
        if formula is not None:
            self.table.formulas += 1
            if _LINK in formula.upper():
                self.table.linking[f"{letters(column)}{self.row}"] = f"={formula}"
            if value is None and kind != "str":
                self.table.formulas -= 1
                return f"={formula}"
        return inline or self.shown(value or "", kind, attribute(cell, "s"))

    def shown(self, value: str, kind: str, style: str) -> str:
        match kind:
            case "s":
                number = int(value) if value.strip().isdecimal() else -1
                if not 0 <= number < len(self.strings):
                    raise ValueError("no such string")
                return self.styles.text(self.strings[number], style)
            case "b":
                return "WAAR" if value.strip() in {"1", "true"} else "ONWAAR"
            case "e":
                return _ERRORS.get(value.strip(), value)
            case "str" | "inlineStr":
                return self.styles.text(value, style)
            case "d":
                return iso_shown(value)
            case _:
                return self.styles.number(value, style) if value.strip() else ""


def iso_shown(written: str) -> str:
    """A moment as XML has it, in Dutch order; itself when it is none."""
    try:
        moment = datetime.fromisoformat(written.strip())
    except ValueError:
        return written
    day = f"{moment.day}-{moment.month}-{moment.year}"
    return f"{day} {moment.hour}:{moment.minute:02}" if moment.hour or moment.minute else day


def _is_zero(size: str) -> bool:
    try:
        return float(size) == 0
    except ValueError:
        return False


def _number(written: str, otherwise: int, most: int) -> int:
    if not written:
        return otherwise
    if not written.isdecimal() or len(written) > 9 or not 1 <= int(written) <= most:
        raise ValueError("an impossible place")
    return int(written)


def column_of(reference: str) -> int:
    """The column of a cell, from 1: 28 for ``AB12``; 0 when that is no reference."""
    match = _REFERENCE.fullmatch(reference)
    number = 0
    for letter in match[1] if match else "":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def letters(column: int) -> str:
    """The name of a column: ``AB`` for 28."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _take_columns(table: Table) -> None:
    used = table.columns
    for group in table.around.pop("cols", []):
        for one in group:
            hidden = is_on(one, "hidden") or _is_zero(attribute(one, "width"))
            first, last = attribute(one, "min"), attribute(one, "max")
            if hidden and first.isdecimal() and last.isdecimal():
                low, high = bisect_left(used, int(first)), bisect_right(used, int(last))
                table.hidden_columns.update(used[low:high])


def _take_merged(table: Table) -> None:
    for group in table.around.pop("mergeCells", []):
        for one in group:
            first, _, last = attribute(one, "ref").partition(":")
            match = _REFERENCE.fullmatch(first)
            width = column_of(last) - column_of(first) + 1
            if match and width > 1:
                table.merged[int(match[2]), column_of(first)] = width
