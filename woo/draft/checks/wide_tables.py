"""Point out a table that is too wide for its page, and one that leaves the first page empty."""

from collections.abc import Iterator

from woo.draft.layout.columns import fits_on_page
from woo.draft.layout.turned import with_turned_tables
from woo.draft.public import what_stays
from woo.draft.reading.places import Place
from woo.draft.tree import Blocks, Heading, Table
from woo.draft.walk import every_block
from woo.model.draft import Problem, Severity

_MESSAGE = (
    "Deze tabel is te breed voor de bladzijde: getallen en woorden worden afgebroken. "
    "Haal kolommen weg of maak er twee tabellen van."
)
_INSIDE = (
    "Deze tabel is te breed voor de bladzijde: getallen en woorden worden afgebroken. "
    "Haal kolommen weg, of zet de tabel buiten de lijst, het citaat of het gelakte blok: "
    "dan komt zij op een liggende bladzijde."
)
_BLOCKS = (
    "In de openbare versie is deze tabel te breed voor de bladzijde: de zwarte blokken passen niet "
    "naast elkaar. Haal kolommen weg of maak er twee tabellen van."
)
_FIRST = (
    "Deze brede tabel komt op een liggende bladzijde. Er staat nog geen tekst boven, dus "
    "bladzijde 1 blijft leeg. Schrijf er een zin boven die zegt wat in de tabel staat."
)


def check_wide_tables(blocks: Blocks) -> Iterator[Problem]:
    """A hint at the head of each such table, also inside a list or quotation.

    A black block may be wider than what it hides, so the public version is looked at too.
    """
    turned = with_turned_tables(blocks)
    outside = {(one.line, one.column) for one in blocks if isinstance(one, Table)}
    told = set(_too_wide(turned))
    for place in told:
        yield Problem(*place, _MESSAGE if place in outside else _INSIDE, Severity.HINT)
    public, _ = what_stays(turned, {}, is_signed=True)
    for place in set(_too_wide(public)) - told:
        yield Problem(*place, _BLOCKS, Severity.HINT)
    yield from _first_page(turned)


def _first_page(turned: Blocks) -> Iterator[Problem]:
    """Headings go along with a turned table, so the first page may keep nothing but its top."""
    first = next((one for one in turned if not isinstance(one, Heading)), None)
    if isinstance(first, Table) and first.turned:
        yield Problem(first.line, first.column, _FIRST, Severity.HINT)


def _too_wide(blocks: Blocks) -> Iterator[Place]:
    for block in every_block(blocks):
        if isinstance(block, Table) and not fits_on_page(block):
            yield block.line, block.column
