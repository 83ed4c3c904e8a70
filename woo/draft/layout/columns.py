"""How wide the columns of a table are, how large its letters, and how much fits in them.

Widths are counted in ordinary small letters, as ``breaking.letters`` does.
"""

import re
from collections.abc import Iterator

from woo.draft.layout.breaking import letters, may_be_wider
from woo.draft.tree import Image, Inlines, LineBreak, Redacted, Table, Text, codes, plain
from woo.draft.walk import walk_inlines
from woo.model.values import dataclass

# Letters of table text on a line of the narrowest text column, that of a Kamerstuk, and on a page
# that lies on its side, where that of a letter is narrower.
LINE, TURNED_LINE = 67, 118
# Characters in the longest cell of a column.
SHORT = 14
LONG = 60
# Space left and right of the text in a cell, in letters.
_INSET = 2
# With more columns than this the space between them is smaller.
MANY_COLUMNS = 6
# Lines in a cell of a row that stays on one page; a page holds some fifty, one on its side thirty.
MOST_LINES, MOST_LINES_TURNED = 35, 20
# A table of so few rows, with so many lines together, stays whole.
_FEW_ROWS, _FEW_LINES = 3, 12
# Letters may become so much smaller for words to stay whole: in Word 8.5 points to 7.
_SIZES = (1.0, 16 / 17, 15 / 17, 14 / 17)
# A word up to here stays whole where there is any room for it, a number up to there as well; of a
# longer one so much stays together. A word longer than the last takes no room from words that can
# be whole.
_WHOLE_WORD, _WHOLE_NUMBER, _SYLLABLES, _LONGEST_WORD = 12, 20, 8, 24
# A column has room for "Nr" in bold, which is wider than its letters are reckoned.
_NARROWEST = 2.4
# The header of a table is bold.
_BOLD = 1.1
# A black block, and what it has beside its longest code; the codes stand below each other.
_BLOCK, _AROUND_CODE = 10.0, 1.5
# What is left of a share when its neighbours take more than was reckoned.
_CERTAIN = 0.9
_DIGIT = re.compile(r"\d")
# A line breaks behind a hyphen without anybody's help; a sum stays beside its sign.
_PART = re.compile(r"(?:€ )?(?:[^\s-]|-(?![^\W\d_]))+-?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its width in Typst, how many letters stand on a line in it, its longest word."""

    width: str
    letters: float
    longest_word: float

    def lines(self, cell: Inlines) -> int:
        """About how many lines the text of a cell takes."""
        is_bare = all(isinstance(one, Text) for one in cell)
        breaks = 0 if is_bare else sum(isinstance(one, LineBreak) for one in walk_inlines(cell))
        return int(len(plain(cell)) / max(1.0, self.letters)) + 1 + breaks


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, and which part of the usual size its letters have."""

    columns: list[Column]
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class _Needs:
    """Letters of a column: of the longest piece that stays whole, of a word, of a text."""

    whole: float
    word: float
    text: int

    @property
    def wish(self) -> float:
        """The letters that it makes use of: a long text goes over several lines."""
        return max(self.word, self.whole, min(self.text, LONG))


def table_columns(table: Table, line: float = LINE) -> Columns:
    """Columns of short texts are as wide as these; the others share what is left by length.

    Where that would break a word, each column gets what its words take, and what is left goes
    by length. A black block counts as it is wide, so the widths say nothing about what was taken
    out. ``line`` is how many letters stand on a line.
    """
    needs = _needs(table)
    longest = [one.text for one in needs]
    short = [one <= SHORT for one in longest]
    taken = sum(one + _INSET for one, is_short in zip(longest, short, strict=True) if is_short)
    if all(short):
        found = _shared([1] * len(longest), line)
    elif taken > line / 2:
        return _by_words(needs, line)
    else:
        lengths = zip(longest, short, strict=True)
        others = [min(one, LONG) for one, is_short in lengths if not is_short]
        shared = iter(_shared(others, line - taken))
        found = [
            Column("auto", SHORT, 2 * SHORT) if is_short else next(shared) for is_short in short
        ]
    fits = all(column.longest_word >= need.word for column, need in zip(found, needs, strict=True))
    return Columns(found) if fits else _by_words(needs, line)


def is_small(table: Table, columns: list[Column]) -> bool:
    """Whether a table of a few rows stays on one page: a row by itself on the next one is lost."""
    if len(table.rows) > _FEW_ROWS:
        return False
    rows = [zip(row, columns, strict=True) for row in table.rows]
    return sum(max(column.lines(cell) for cell, column in row) for row in rows) <= _FEW_LINES


def line_of(table: Table) -> int:
    """How many letters stand on a line of the page that the table is for."""
    return TURNED_LINE if table.turned else LINE


def fits_on_page(table: Table) -> bool:
    """Tell whether numbers and short words have room beside each other, in small letters."""
    needs = _needs(table)
    return sum(one.whole for one in needs) <= _room(len(needs), line_of(table), _SIZES[-1])


def shares(table: Table, line: float, inset: float) -> tuple[list[float], float]:
    """Which part of the width each column gets, and the size of the letters.

    For a format that breaks words without a hyphen. ``line`` is how many letters stand on a line,
    ``inset`` is the space left and right of the text in a cell, in letters.
    """
    needs = _needs(table)
    inner = line - len(needs) * inset
    equal = inner / len(needs)
    if all(one.text <= SHORT and one.word <= equal for one in needs):
        return [1 / len(needs)] * len(needs), 1.0
    size = _size([one.word for one in needs], inner)
    widths = [one * size + inset for one in _widths(needs, inner / size)]
    return [one / sum(widths) for one in widths], size


def _by_words(needs: list[_Needs], line: float) -> Columns:
    count = len(needs)
    size = _size([one.whole for one in needs], _room(count, line, 1.0))
    widths = _widths(needs, _room(count, line, size))
    columns = [
        Column(f"{width * size + _inset(count):.1f}fr", width, _fitting(width, need))
        for width, need in zip(widths, needs, strict=True)
    ]
    return Columns(columns, size)


def _fitting(width: float, need: _Needs) -> float:
    """The longest word for which a column has been given room."""
    given = [one for one in (need.word, need.whole) if one <= width + 0.01]
    return max([1.0, width * _CERTAIN, *given])


def _size(least: list[float], room: float) -> float:
    """The largest size of letters for which this fits; else the smallest."""
    return next((size for size in _SIZES if sum(least) * size <= room), _SIZES[-1])


def _widths(needs: list[_Needs], room: float) -> list[float]:
    """Letters for each column: what stays whole first, then words, then whole texts."""
    whole = [one.whole for one in needs]
    if sum(whole) >= room:
        return [room * one / sum(whole) for one in whole]
    words = [max(one.whole, one.word) for one in needs]
    if sum(words) >= room:
        return _between(whole, words, room)
    return _between(words, [one.wish for one in needs], room)


def _between(least: list[float], most: list[float], room: float) -> list[float]:
    """Everybody the least, and of what is left each as much of its wish as the others."""
    wished = sum(most) - sum(least)
    part = (room - sum(least)) / wished if wished else 0.0
    return [low + part * (high - low) for low, high in zip(least, most, strict=True)]


def _needs(table: Table) -> list[_Needs]:
    return [_needs_of(column) for column in zip(table.header, *table.rows, strict=True)]


def _needs_of(column: tuple[Inlines, ...]) -> _Needs:
    header, *texts = (_text_of(cell) for cell in column)
    whole = word = max([_NARROWEST, *_blocks(column)])
    for one, wide in _words(header, texts, whole):
        word = max(word, wide if wide <= _LONGEST_WORD else _SYLLABLES)
        whole = max(whole, _kept(one, wide))
    return _Needs(whole, word, max(map(len, (header, *texts))))


def _text_of(cell: Inlines) -> str:
    """A picture takes the room of a long text."""
    has_picture = any(isinstance(one, Image) for one in walk_inlines(cell))
    return plain(cell) + " " * LONG if has_picture else plain(cell)


def _blocks(column: tuple[Inlines, ...]) -> Iterator[float]:
    """The widths of the black blocks: a line breaks in none of them."""
    for cell in column:
        for one in walk_inlines(cell):
            if isinstance(one, Redacted):
                longest = max(map(len, codes(one.grounds).split()), default=0)
                yield max(_BLOCK, longest + _AROUND_CODE)


def _words(header: str, texts: list[str], least: float) -> Iterator[tuple[str, float]]:
    """Each word with its width, without those that are certainly not wider than ``least``."""
    for one in _PART.findall(header):
        yield one, letters(one) * _BOLD
    for one in {part for text in texts for part in _PART.findall(text)}:
        if may_be_wider(one, least):
            yield one, letters(one)


def _kept(word: str, wide: float) -> float:
    """How much of a word stays together whatever happens."""
    most = _WHOLE_NUMBER if _DIGIT.search(word) else _WHOLE_WORD
    return wide if wide <= most else _SYLLABLES


def _room(columns: int, line: float, size: float) -> float:
    return (line - columns * _inset(columns)) / size


def _inset(columns: int) -> float:
    """Space left and right of the text in a cell, in letters."""
    return _INSET if columns <= MANY_COLUMNS else _INSET / 2


def _shared(parts: list[int], line: float) -> list[Column]:
    """Columns that share a number of letters in these proportions."""
    widths = [max(1.0, line * part / sum(parts) - _INSET) for part in parts]
    return [
        Column(f"{part}fr", width, max(1.0, width * _CERTAIN))
        for part, width in zip(parts, widths, strict=True)
    ]
