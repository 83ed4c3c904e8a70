"""How wide the columns of a table are, and how much fits in them."""

from woo.draft.tree import Inlines, Table, plain
from woo.model.values import dataclass

# Characters of table text on a line of the text column, measured in a wide text.
_LINE = 68
# Characters in the longest cell of a column.
SHORT = 14
LONG = 60
# Space left and right of the text in a cell, in characters.
_INSET = 2
# With more columns than this the space between them is smaller.
MANY_COLUMNS = 6
# Lines in a cell of a row that stays on one page; a page holds some fifty.
MOST_LINES = 35


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its width in Typst, and how many characters stand on a line in it."""

    width: str
    characters: int

    @property
    def longest_word(self) -> int:
        """The longest word that always fits on one line."""
        return max(1, self.characters * 3 // 4)

    def lines(self, cell: Inlines) -> int:
        """About how many lines the text of a cell takes."""
        return len(plain(cell)) // max(1, self.characters) + 1


def longest_texts(table: Table) -> list[int]:
    """Characters in the longest cell of each column."""
    columns = zip(table.header, *table.rows, strict=True)
    return [max(len(plain(cell)) for cell in column) for column in columns]


def table_columns(table: Table) -> list[Column]:
    """Columns of short texts are as wide as these; the others share what is left by length.

    A black block counts as it is wide, so the widths say nothing about what was taken out.
    """
    longest = longest_texts(table)
    short = [one <= SHORT for one in longest]
    taken = sum(one + _INSET for one, is_short in zip(longest, short, strict=True) if is_short)
    if all(short) or taken > _LINE // 2:
        return _shared([1 if all(short) else max(4, min(one, LONG)) for one in longest], _LINE)
    shared = iter(
        _shared(
            [min(one, LONG) for one, is_short in zip(longest, short, strict=True) if not is_short],
            _LINE - taken,
        )
    )
    return [
        Column("auto", max(one, SHORT)) if is_short else next(shared)
        for one, is_short in zip(longest, short, strict=True)
    ]


def _shared(parts: list[int], characters: int) -> list[Column]:
    """Columns that share a number of characters in these proportions."""
    total = sum(parts)
    return [Column(f"{part}fr", max(1, characters * part // total - _INSET)) for part in parts]
