"""Point out a table with more columns than a page has room for."""

from collections.abc import Iterator

from woo.draft.layout.columns import fits_on_page
from woo.draft.tree import Blocks, Table
from woo.draft.walk import every_block
from woo.model.draft import Problem, Severity

_MESSAGE = (
    "Deze tabel is te breed voor de bladzijde: getallen en woorden worden afgebroken. "
    "Haal kolommen weg of maak er twee tabellen van."
)


def check_wide_tables(blocks: Blocks) -> Iterator[Problem]:
    """A hint at the head of each such table, also inside a list or quotation."""
    for block in every_block(blocks):
        if isinstance(block, Table) and not fits_on_page(block):
            yield Problem(block.line, block.column, _MESSAGE, Severity.HINT)
