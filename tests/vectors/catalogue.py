"""All vectors by name, and those that hide the secret where no page shows it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from tests.vectors import document, filebytes, fontnames, hidden, maker, markup, notes, tags
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
from tests.vectors.tags import TAGS

_GROUPS: tuple[dict[str, Maker], ...] = (
    DRAWN,
    LAYOUT,
    HIDDEN,
    DOCUMENT,
    TAGS,
    NOTES,
    MARKUP,
    FILE_BYTES,
    FONT_NAMES,
    FONTS,
    PAINTED,
    PICTURES,
)
VECTORS: dict[str, Maker] = {name: made for group in _GROUPS for name, made in group.items()}
_SHOWN_ALL_THE_SAME = {
    "other_text_in_actual_text",
    "unused_form",
    "unused_form_with_a_name_that_another_page_uses",
    "chain_of_filters",
    "template_page",
    "layer_by_an_expression",
    "text_in_a_tiling_pattern",
    "text_in_a_soft_mask",
}
BESIDE_THE_PAGE: dict[str, Maker] = {
    name: made
    for name, made in (HIDDEN | DOCUMENT | TAGS | NOTES | MARKUP | FILE_BYTES | FONT_NAMES).items()
    if name not in _SHOWN_ALL_THE_SAME
}
"""These show the secret on the page as well; under ``nothing_shown`` they do not."""

_HARMLESS = maker.text("Wij spraken met mevrouw Lamfers over het dossier.")


@contextmanager
def nothing_shown() -> Iterator[None]:
    """While this lasts the sentence on the page names somebody else."""
    with ExitStack() as stack:
        for module in (document, filebytes, fontnames, hidden, maker, markup, notes, tags):
            if hasattr(module, "SENTENCE"):
                stack.enter_context(patch.object(module, "SENTENCE", _HARMLESS))
        yield
