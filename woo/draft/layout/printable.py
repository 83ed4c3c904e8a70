"""Find out which character no font can print."""

import re
from functools import lru_cache

from woo.draft.draft import Draft
from woo.draft.tree import Code, CodeBlock, Text
from woo.draft.walk import walk_blocks
from woo.errors import InputError

# Everything up to U+017F is in the font: Latin, and the punctuation that Dutch text uses.
UNCOMMON = re.compile("[^\\u0000-\\u017f]")


@lru_cache(maxsize=1000)
def has_glyph(character: str) -> bool:
    """Tell whether a font has this character, by typesetting it: that takes some milliseconds."""
    from woo.pdf.making.glyphs import typesets

    return typesets(character)


def unprintable_error(draft: Draft) -> InputError | None:
    """The error that names the line and code point of a character without a glyph."""
    for text, line in _texts(draft):
        for match in UNCOMMON.finditer(text):
            if not has_glyph(match.group()):
                where = f"Regel {line}: " if line else ""
                return InputError(
                    f"{where}het teken U+{ord(match.group()):04X} kan niet worden afgedrukt.",
                    "Haal het weg of schrijf het anders.",
                )
    return None


def _texts(draft: Draft) -> list[tuple[str, int]]:
    texts = [(content.plain, 0) for content in draft.fields.values()]
    for part in (draft.blocks, draft.annex, *draft.footnotes.values()):
        texts += [(one.text, one.line) for one in walk_blocks(part) if isinstance(one, Text | Code)]
        texts += [(one.text, one.line) for one in part if isinstance(one, CodeBlock)]
    return texts
