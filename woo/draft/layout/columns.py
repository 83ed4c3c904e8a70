"""How wide the columns of a table are, and how much fits in them."""

import re

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
# So much of a word with hyphens stays together; a number is never broken.
_SYLLABLES, _WORD = 6, 12
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its width in Typst, and how many characters stand on a line in it.

    ``word`` is a longer word that fits all the same, of digits for instance.
    """

    width: str
    characters: int
    word: int = 0

    @property
    def longest_word(self) -> int:
        """The longest word that always fits on one line."""
        return max(1, self.characters * 3 // 4, self.word)

    def lines(self, cell: Inlines) -> int:
        """About how many lines the text of a cell takes."""
        return len(plain(cell)) // max(1, self.characters) + 1


@dataclass(frozen=True, slots=True)
class _Needs:
    """Characters of a column: of the longest piece that stays whole, of a word, of a text."""

    whole: int
    word: int
    text: int


def longest_texts(table: Table) -> list[int]:
    """Characters in the longest cell of each column."""
    columns = zip(table.header, *table.rows, strict=True)
    return [max(len(plain(cell)) for cell in column) for column in columns]


def table_columns(table: Table) -> list[Column]:
    """Columns of short texts are as wide as these; the others share what is left by length.

    Where that would break a number, each column gets what its words take, and what is left goes
    by length. A black block counts as it is wide, so the widths say nothing about what was taken
    out.
    """
    longest, needs = longest_texts(table), _needs(table)
    short = [one <= SHORT for one in longest]
    taken = sum(one + _INSET for one, is_short in zip(longest, short, strict=True) if is_short)
    if all(short):
        found = _shared([1] * len(longest), _LINE)
    elif taken > _LINE // 2:
        return _by_words(needs)
    else:
        lengths = zip(longest, short, strict=True)
        others = [min(one, LONG) for one, is_short in lengths if not is_short]
        shared = iter(_shared(others, _LINE - taken))
        found = [
            Column("auto", max(one, SHORT)) if is_short else next(shared)
            for one, is_short in zip(longest, short, strict=True)
        ]
    fits = all(column.characters >= need.whole for column, need in zip(found, needs, strict=True))
    return found if fits else _by_words(needs)


def fits_on_page(table: Table) -> bool:
    """Tell whether every number and syllable has room beside those of the other columns."""
    needs = _needs(table)
    return sum(one.whole for one in needs) <= _room(len(needs))


def shares(table: Table, line: float, inset: float) -> list[float]:
    """Which part of the width each column gets where ``line`` characters stand on a line.

    ``inset`` is the space left and right of the text in a cell, in characters.
    """
    needs = _needs(table)
    widths = [one + inset for one in _widths(needs, line - len(needs) * inset)]
    return [one / sum(widths) for one in widths]


def _by_words(needs: list[_Needs]) -> list[Column]:
    inset, room = _inset(len(needs)), _room(len(needs))
    return [
        Column(f"{width + inset:.1f}fr", max(1, int(width)), min(one.whole, int(width)))
        for one, width in zip(needs, _widths(needs, room), strict=True)
    ]


def _widths(needs: list[_Needs], room: float) -> list[float]:
    """Characters for each column: what stays whole first, then words, then whole texts."""
    whole = [float(one.whole) for one in needs]
    if sum(whole) >= room:
        return [room * one / sum(whole) for one in whole]
    words = [float(max(one.whole, one.word)) for one in needs]
    if sum(words) >= room:
        return _between(whole, words, room)
    return _between(words, [float(max(one.word, one.whole, one.text)) for one in needs], room)


def _between(least: list[float], most: list[float], room: float) -> list[float]:
    """Everybody the least, and of what is left each as much of its wish as the others."""
    wished = sum(most) - sum(least)
    part = (room - sum(least)) / wished if wished else 0.0
    return [low + part * (high - low) for low, high in zip(least, most, strict=True)]


def _needs(table: Table) -> list[_Needs]:
    columns = zip(table.header, *table.rows, strict=True)
    return [_needs_of([plain(cell) for cell in column]) for column in columns]


def _needs_of(texts: list[str]) -> _Needs:
    words = [word for text in texts for word in text.split()]
    longest = max(map(len, words), default=1)
    numbers = max((len(word) for word in words if _DIGIT.search(word)), default=1)
    return _Needs(
        whole=min(max(numbers, min(longest, _SYLLABLES)), LONG // 3),
        word=min(longest, _WORD),
        text=min(max(map(len, texts), default=1), LONG),
    )


def _room(columns: int) -> float:
    return _LINE - columns * _inset(columns)


def _inset(columns: int) -> float:
    """Space left and right of the text in a cell, in characters."""
    return _INSET if columns <= MANY_COLUMNS else _INSET / 2


def _shared(parts: list[int], characters: int) -> list[Column]:
    """Columns that share a number of characters in these proportions."""
    total = sum(parts)
    return [Column(f"{part}fr", max(1, characters * part // total - _INSET)) for part in parts]
