"""Find out which character no font can print."""

import re
from collections.abc import Iterator
from functools import lru_cache

from woo.draft.draft import Draft, draft_leaves
from woo.draft.faults import faults
from woo.draft.tree import Code, CodeBlock, Text
from woo.draft.walk import every_block, walk_inlines
from woo.errors import InputError
from woo.model.draft import Problem

# Everything up to U+017F is in the font: Latin, and the punctuation that Dutch text uses.
UNCOMMON = re.compile("[^\\u0000-\\u017f]")


@lru_cache(maxsize=1000)
def has_glyph(character: str) -> bool:
    """Tell whether a font has this character, by typesetting it: that takes some milliseconds."""
    from woo.pdf.making.glyphs import typesets

    return typesets(character)


def no_glyph(character: str) -> str:
    """What to do about a character that no font has."""
    return (
        f"Het teken U+{ord(character):04X} kan niet in een pdf. Haal het weg of schrijf het anders."
    )


def unprintable_error(draft: Draft) -> InputError | None:
    """The error that names the place and code point of the characters without a glyph."""
    problems = {
        Problem(one.line, one.column + match.start(), no_glyph(match.group()))
        for one in _texts(draft)
        for match in UNCOMMON.finditer(one.text)
        if not has_glyph(match.group())
    }
    return faults(sorted(problems)) if problems else None


def _texts(draft: Draft) -> Iterator[Text | Code | CodeBlock]:
    for leaf in draft_leaves(draft):
        yield from (one for one in walk_inlines(leaf) if isinstance(one, Text | Code))
    for part in (draft.blocks, draft.annex, *draft.footnotes.values()):
        yield from (one for one in every_block(part) if isinstance(one, CodeBlock))
