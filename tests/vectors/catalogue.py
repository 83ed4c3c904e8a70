"""All vectors by name, and how each may come out."""

from tests.vectors.document import DOCUMENT
from tests.vectors.drawn import DRAWN
from tests.vectors.filebytes import FILE_BYTES
from tests.vectors.fontnames import FONT_NAMES
from tests.vectors.fonts import FONTS
from tests.vectors.hidden import HIDDEN
from tests.vectors.layout import LAYOUT
from tests.vectors.maker import Maker
from tests.vectors.markup import MARKUP
from tests.vectors.notes import NOTES
from tests.vectors.painted import PAINTED
from tests.vectors.pictures import PICTURES

_GROUPS: tuple[dict[str, Maker], ...] = (
    DRAWN,
    LAYOUT,
    HIDDEN,
    DOCUMENT,
    NOTES,
    MARKUP,
    FILE_BYTES,
    FONT_NAMES,
    FONTS,
    PAINTED,
    PICTURES,
)
VECTORS: dict[str, Maker] = {name: maker for group in _GROUPS for name, maker in group.items()}
