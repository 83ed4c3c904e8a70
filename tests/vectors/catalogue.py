"""All vectors by name."""

from tests.vectors.drawn import DRAWN
from tests.vectors.hidden import HIDDEN
from tests.vectors.maker import Maker
from tests.vectors.notes import NOTES

VECTORS: dict[str, Maker] = DRAWN | HIDDEN | NOTES
