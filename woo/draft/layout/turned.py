"""Tables that are too wide for the page stand on pages that lie on their side.

Both versions decide alike, by what the public one shows: a page on its side says nothing then about
how wide the text was that is gone.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, takewhile

from woo.draft.layout.columns import LINE, fits_on_page
from woo.draft.tree import (
    Block,
    Blocks,
    CodeBlock,
    Heading,
    Image,
    Inlines,
    RedactedBlock,
    Table,
    plain,
)
from woo.draft.walk import every_block, leaves, marks, walk_inlines

# Between two tables so many lines stay on the pages that lie on their side; a black block is as
# high as so many.
_FEW_LINES, _BLACK_LINES = 12, 3


def with_turned_tables(blocks: Blocks) -> Blocks:
    """The blocks with each table that needs it turned; inside a list or quotation none can be."""
    return tuple(_turned_if_wide(one) if isinstance(one, Table) else one for one in blocks)


def by_page(blocks: Blocks) -> Iterator[tuple[bool, list[int]]]:
    """The indexes of blocks that stand together on pages, and whether those lie on their side.

    The headings right above a turned table go along with it, and so do a few lines between two:
    on a page of their own they would stand alone.
    """
    turned = [number for number, block in enumerate(blocks) if _is_turned(block)]
    sides = [False] * len(blocks)
    for before, table in zip([-1, *turned], turned, strict=False):
        between = blocks[before + 1 : table]
        headings = len(list(takewhile(_is_heading, reversed(between))))
        along = len(between) if before >= 0 and _is_short(between) else headings
        sides[table - along : table + 1] = [True] * (along + 1)
    for side, indexes in groupby(range(len(blocks)), key=sides.__getitem__):
        yield side, list(indexes)


def _is_turned(block: Block) -> bool:
    return isinstance(block, Table) and block.turned


def _is_heading(block: Block) -> bool:
    return isinstance(block, Heading)


def _is_short(blocks: Blocks) -> bool:
    """Tell whether it is a few lines of text, in the public version."""
    shown = _shown(blocks)
    return sum(map(_lines, leaves(shown))) + sum(map(_height, every_block(shown))) <= _FEW_LINES


def _lines(text: Inlines) -> int:
    """About how many lines a text takes on a page that stands; a picture takes a page."""
    if any(isinstance(one, Image) for one in walk_inlines(text)):
        return _FEW_LINES + 1
    return 1 + len(plain(text)) // LINE


def _height(block: Block) -> int:
    """The lines of what is no running text."""
    match block:
        case CodeBlock(text=text):
            return 1 + text.count("\n")
        case RedactedBlock():
            return _BLACK_LINES
    return 0


def _turned_if_wide(table: Table) -> Table:
    fits = all(fits_on_page(one) for one in _shown((table,)) if isinstance(one, Table))
    return table if fits else replace(table, turned=True)


def _shown(blocks: Blocks) -> Blocks:
    """The blocks as the public version has them."""
    if not any(marks(blocks)):
        return blocks
    from woo.draft.public import what_stays

    return what_stays(blocks, {}, is_signed=False)[0]
