"""Which letters a font of a document holds that the document does not show.

A font that was made for one document has the letters of that document. Text that was taken out
leaves its letters behind. ISO 32000-1, 9.6-9.10; OpenType ``head``, ``loca``.
"""

import re
from collections.abc import Callable
from typing import Any

from woo.pdf.examining.fontcodes import FontCodes, glyph_unicode
from woo.pdf.examining.objectwalk import decoded_stream

_SUBSET = re.compile(r"/[A-Z]{6}\+")
_GLYPH_NAME = re.compile(r"/([^\s/]+)")


def letters_left(font: Any, codes: FontCodes) -> tuple[int, int]:
    """How many letters the font holds that were not shown, and how many it holds in all.

    (0, 0) for a font that was not made for this document, that does not say what it holds, or
    that is broken.
    """
    try:
        return _letters_left(font, codes)
    except Exception:  # noqa: BLE001 - a broken font tells nothing
        return 0, 0


def _letters_left(font: Any, codes: FontCodes) -> tuple[int, int]:
    if not _SUBSET.match(str(font.get("/BaseFont", ""))) or not codes.used:
        return 0, 0
    composite = str(font.get("/Subtype")) == "/Type0"
    inner = font["/DescendantFonts"][0] if composite else font
    descriptor = inner.get("/FontDescriptor")
    if descriptor is None:
        return 0, 0
    if "/CharSet" in descriptor:
        held = {glyph_unicode(name) for name in _GLYPH_NAME.findall(_charset(descriptor))}
        shown = {codes.fallback.get(code, "") for code in codes.used} | {
            codes.unicode.get(code, "") for code in codes.used
        }
        letters = {letter for letter in held if _is_letter(letter)}
        return len(letters - shown), len(letters)
    has_outline = _outlines(inner, descriptor) if composite else lambda _: True
    listed = {
        code: text for code, text in codes.unicode.items() if _is_letter(text) and has_outline(code)
    }
    shown = {codes.unicode.get(code, "") for code in codes.used}
    left = {text for code, text in listed.items() if code not in codes.used} - shown
    return len(left), len(set(listed.values()))


def _charset(descriptor: Any) -> str:
    return bytes(descriptor["/CharSet"]).decode("latin-1")


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text.isalnum()


def _outlines(inner: Any, descriptor: Any) -> Callable[[int], bool]:
    """Whether a TrueType glyph is more than an empty place; True where that cannot be told."""
    identity = str(inner.get("/CIDToGIDMap", "/Identity")) == "/Identity"
    if "/FontFile2" not in descriptor or not identity:
        return lambda _: True
    data = decoded_stream(descriptor["/FontFile2"])
    head, loca = _table(data, b"head"), _table(data, b"loca")
    if len(head) < 52:
        return lambda _: True
    size = 4 if head[51] else 2

    def has_outline(glyph: int) -> bool:
        start, end = (loca[i * size : (i + 1) * size] for i in (glyph, glyph + 1))
        return start != end or not start

    return has_outline


def _table(data: bytes, tag: bytes) -> bytes:
    for row in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16):
        if data[row : row + 4] == tag:
            start = int.from_bytes(data[row + 8 : row + 12], "big")
            return data[start : start + int.from_bytes(data[row + 12 : row + 16], "big")]
    return b""
