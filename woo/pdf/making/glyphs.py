"""Which characters can be printed, and how wide they are.

PDF/UA forbids a character without a glyph (ISO 14289-1, 7.21.8), so what no font has is replaced
by a visible square. Characters that show nothing but may split a name (zero width space, soft
hyphen, direction marks) are dropped: what the reader sees as one word is one word in the PDF.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from woo.errors import WooError
from woo.pdf.making.typesetting import font_folder, typeset, typst_string

PLACEHOLDER = "□"
_FONT_FILE = "SourceSansPro-Regular.ttf"
# Trying a glyph costs some 5 ms, and a text in Chinese has thousands of them.
_TRIALS = 300
_WORDS = re.compile(r"[^ ]+ *| +")


@dataclass(frozen=True, slots=True)
class Printable:
    """Text that the fonts can print; ``replaced`` counts the squares that had to be put in."""

    text: str = field(repr=False)
    replaced: int


def printable(text: str, *, cautious: bool = False) -> Printable:
    """``text`` with only characters that have a glyph.

    Composed forms are used where they exist (NFC). ``cautious`` allows our own font alone and no
    loose accents: it always typesets.
    """
    pieces: list[str] = []
    replaced = 0
    for character in unicodedata.normalize("NFC", text):
        shown = _shown(character, cautious=cautious)
        replaced += shown == PLACEHOLDER != character
        pieces.append(shown)
    return Printable("".join(pieces), replaced)


def _shown(character: str, *, cautious: bool) -> str:
    if " " <= character <= "~" or character in "\n\t":
        return character
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category == "Cf" or _is_variation_selector(character):
        return ""
    if category.startswith("M"):
        known = not cautious and character in _own_characters()
    else:
        known = character in _own_characters() or (not cautious and _has_fallback(character))
    return character if known else _placeholder(cautious=cautious)


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _placeholder(*, cautious: bool) -> str:
    return PLACEHOLDER if not cautious and _has_fallback(PLACEHOLDER) else "?"


@cache
def _font() -> Any:
    import pymupdf

    return pymupdf.Font(fontfile=str(font_folder() / _FONT_FILE))


@cache
def _own_characters() -> frozenset[str]:
    """The characters of our own font, without control signs and private use."""
    characters = (chr(point) for point in _font().valid_codepoints())
    return frozenset(c for c in characters if not unicodedata.category(c).startswith("C"))


_tried: dict[str, bool] = {}


def _has_fallback(character: str) -> bool:
    """Whether one of the fonts inside Typst has this character. Typst itself is the judge."""
    if character not in _tried:
        if len(_tried) >= _TRIALS or unicodedata.category(character) in {"Cs", "Co", "Cn", "Cc"}:
            return False
        _tried[character] = typesets(character)
    return _tried[character]


def typesets(character: str) -> bool:
    """Whether any font that we have, our own first, can print this character."""
    source = (
        '#set document(title: "x"); #set text(font: "Source Sans Pro", lang: "nl");'
        f"#{typst_string(character)}"
    )
    try:
        typeset(source)
    except WooError:
        return False
    return True


def break_words(line: str, width: float, size: float) -> Iterator[str]:
    """``line`` in pieces, such that no word is wider than ``width`` points at ``size`` points.

    Typst breaks between words; a word without an end (a link, a code) would leave the page. Such
    a word starts on a line of its own.
    """
    if len(line) * size <= width:
        yield line
        return
    piece = ""
    for word in _WORDS.findall(line):
        if text_width(word.rstrip(" "), size) <= width:
            piece += word
            continue
        if piece:
            yield piece
        *full, piece = _cut(word, width, size)
        yield from full
    yield piece


def _cut(word: str, width: float, size: float) -> list[str]:
    pieces = [""]
    used = 0.0
    for character in word:
        used += _advance(character) * size
        if used > width and character != " ":
            pieces.append("")
            used = _advance(character) * size
        pieces[-1] += character
    return pieces


def text_width(text: str, size: float) -> float:
    """How many points a line is wide at ``size`` points."""
    return sum(map(_advance, text)) * size


@cache
def _advance(character: str) -> float:
    """The width of a character in em; that of another font is taken as one em."""
    if character not in _own_characters():
        return 1.0
    return float(_font().glyph_advance(ord(character)))
