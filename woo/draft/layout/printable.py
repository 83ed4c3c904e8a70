"""Find out which character no font can print, once typesetting has failed."""

from woo.draft.draft import Draft
from woo.draft.tree import Code, CodeBlock, Text
from woo.draft.walk import walk_blocks
from woo.errors import InputError

# Everything up to here is in the font: Latin, and the punctuation that Dutch text uses.
LAST_COMMON = 0x17F


def unprintable_error(draft: Draft) -> InputError | None:
    """The error that names the line and code point of a character without a glyph."""
    from woo.pdf.making.glyphs import typesets

    tried: dict[str, bool] = {}
    for text, line in _texts(draft):
        for character in text:
            if ord(character) <= LAST_COMMON:
                continue
            if character not in tried:
                tried[character] = typesets(character)
            if not tried[character]:
                where = f"Regel {line}: " if line else ""
                return InputError(
                    f"{where}het teken U+{ord(character):04X} kan niet worden afgedrukt.",
                    "Haal het weg of schrijf het anders.",
                )
    return None


def _texts(draft: Draft) -> list[tuple[str, int]]:
    texts = [(content.plain, 0) for content in draft.fields.values()]
    for part in (draft.blocks, draft.annex, *draft.footnotes.values()):
        texts += [(one.text, one.line) for one in walk_blocks(part) if isinstance(one, Text | Code)]
        texts += [(one.text, one.line) for one in part if isinstance(one, CodeBlock)]
    return texts
