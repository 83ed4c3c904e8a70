"""Tables that are too wide for the page stand on pages that lie on their side.

Both versions decide alike, by what the public one shows: a page on its side says nothing then about
how wide the text was that is gone.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from woo.draft.layout.columns import fits_on_page
from woo.draft.tree import Block, Blocks, Heading, Table
from woo.draft.walk import marks


def with_turned_tables(blocks: Blocks) -> Blocks:
    """The blocks with each table that needs it turned; inside a list or quotation none can be."""
    return tuple(_turned_if_wide(one) if isinstance(one, Table) else one for one in blocks)


def by_page(blocks: Blocks) -> Iterator[tuple[bool, list[int]]]:
    """The indexes of blocks that stand together on pages, and whether those lie on their side.

    The headings right above a turned table go along with it.
    """
    sides: list[bool] = []
    is_turned = False
    for block in reversed(blocks):
        is_turned = _is_turned(block) or (is_turned and isinstance(block, Heading))
        sides.append(is_turned)
    sides.reverse()
    for side, indexes in groupby(range(len(blocks)), key=sides.__getitem__):
        yield side, list(indexes)


def _is_turned(block: Block) -> bool:
    return isinstance(block, Table) and block.turned


def _turned_if_wide(table: Table) -> Table:
    fits = all(fits_on_page(one) for one in _shown(table) if isinstance(one, Table))
    return table if fits else replace(table, turned=True)


def _shown(table: Table) -> Blocks:
    """The table as the public version has it."""
    if not any(marks((table,))):
        return (table,)
    from woo.draft.public import what_stays

    return what_stays((table,), {}, is_signed=False)[0]
