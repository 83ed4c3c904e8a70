"""Point out a table with more columns than a page has room for."""

from collections.abc import Iterator

from woo.draft.layout.columns import fits_on_page
from woo.draft.reading.places import Place
from woo.draft.tree import Blocks, Table
from woo.draft.walk import every_block
from woo.model.draft import Problem, Severity

_MESSAGE = (
    "Deze tabel is te breed voor de bladzijde: getallen en woorden worden afgebroken. "
    "Haal kolommen weg of maak er twee tabellen van."
)


_BLOCKS = (
    "In de openbare versie is deze tabel te breed voor de bladzijde: de zwarte blokken passen niet "
    "naast elkaar. Haal kolommen weg of maak er twee tabellen van."
)


def check_wide_tables(blocks: Blocks, public: Blocks) -> Iterator[Problem]:
    """A hint at the head of each such table, also inside a list or quotation.

    A black block may be wider than what it hides, so ``public`` has the same blocks without that.
    """
    told = {place for place, fits in _tables(blocks) if not fits}
    hidden = {place for place, fits in _tables(public) if not fits}
    for place in told:
        yield Problem(*place, _MESSAGE, Severity.HINT)
    for place in hidden - told:
        yield Problem(*place, _BLOCKS, Severity.HINT)


def _tables(blocks: Blocks) -> Iterator[tuple[Place, bool]]:
    for block in every_block(blocks):
        if isinstance(block, Table):
            yield (block.line, block.column), fits_on_page(block)
