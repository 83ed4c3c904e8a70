"""The reader of lists (.csv, .tsv): a table where the file is one, or else its lines."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Final

from woo.ingest.plain_text import plain_text, typeset_text
from woo.ingest.rendition import write_typeset
from woo.ingest.workbook.reader import MOST_TEXT, table_source
from woo.ingest.workbook.rows import MOST_CELLS, MOST_COLUMNS, Table
from woo.model.document import Document, DocumentKind

_SEPARATORS: Final = (";", "\t", ",", "|")
_SAME_WIDTH = 0.5  # of the rows: prose in a file of this kind has commas anywhere


def read_list(path: Path, rendition: Path) -> Document:
    """A list as a table with every value of the file; line by line when it is none or too large."""
    text = plain_text(path)
    table = table_of(text)
    if table is None:
        return typeset_text(path, text, rendition)
    pages, notes = write_typeset(lambda clean: table_source(table, path.name, clean), rendition)
    return Document(
        kind=DocumentKind.TEXT,
        untrusted_title=path.stem,
        pages=pages,
        pdf=rendition,
        notes=notes,
    )


def table_of(text: str) -> Table | None:
    """The cells of a list by row and column; None when the text is no table, or one too large."""
    if len(text) > MOST_TEXT:
        return None
    found = [rows for one in _SEPARATORS if (rows := _rows(text, one))]
    rows = max(found, key=_width, default=None)
    if rows is None or len(rows) * max(map(len, rows)) > MOST_CELLS:
        return None
    return Table(rows=dict(_filled(rows)))


def _rows(text: str, separator: str) -> list[list[str]] | None:
    """The rows when this sign separates their cells and nothing of the text is lost by it."""
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return None
    widths = Counter(len(row) for row in rows if row)
    if len(rows) < 2 or not 2 <= max(widths, default=0) <= MOST_COLUMNS:
        return None
    width, count = widths.most_common(1)[0]
    cells = "".join(cell for row in rows for cell in row)
    is_whole = _bare(cells, separator) == _bare(text, separator)
    is_table = width > 1 and count >= _SAME_WIDTH * widths.total()
    return rows if is_whole and is_table else None


def _width(rows: list[list[str]]) -> tuple[int, int]:
    """How many rows have the most frequent width, and that width."""
    width, count = Counter(map(len, rows)).most_common(1)[0]
    return count, width


def _bare(text: str, separator: str) -> str:
    """The text without what separates and holds together its cells."""
    return re.sub(rf'[\s"{re.escape(separator)}]', "", text)


def _filled(rows: list[list[str]]) -> Iterator[tuple[int, dict[int, str]]]:
    for number, row in enumerate(rows, start=1):
        filled = {column: cell for column, cell in enumerate(row, start=1) if cell.strip()}
        if filled:
            yield number, filled
