"""How far each code of a font moves the pen (ISO 32000-1 sections 9.2.4, 9.6.2 and 9.7.4.3)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from woo.pdf.rebuilding.fontuse import cid_widths
from woo.pdf.trees import name_text

_STANDARD = {
    "Helvetica": "helv",
    "Helvetica-Oblique": "heit",
    "Helvetica-Bold": "hebo",
    "Helvetica-BoldOblique": "hebi",
    "Times-Roman": "tiro",
    "Times-Italic": "tiit",
    "Times-Bold": "tibo",
    "Times-BoldItalic": "tibi",
    "Courier": "cour",
    "Courier-Oblique": "coit",
    "Courier-Bold": "cobo",
    "Courier-BoldOblique": "cobi",
}
_PYTHON_NAMES = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
# Where the standard encoding differs from ASCII.
_QUOTES = {0x27: "\u2019", 0x60: "\u2018"}


@dataclass(frozen=True, slots=True)
class FontWidths:
    """Advance per code in em; ``size`` is the number of bytes of a code.

    ``default`` counts for codes that are not listed; None says that nothing is known about those.
    """

    size: int
    known: dict[int, float] = field(repr=False)
    default: float | None

    def codes(self, text: bytes) -> list[int]:
        """The codes in a shown string."""
        if self.size == 1:
            return list(text)
        return [int.from_bytes(text[i : i + 2], "big") for i in range(0, len(text), 2)]

    def advance(self, code: int) -> float:
        """In em. Raises LookupError when the width of a code is not known."""
        found = self.known.get(code, self.default)
        if found is None:
            raise LookupError("no width for a code")
        return found


def font_widths(font: Any) -> FontWidths | None:
    """The widths of a font resource; None when it is written vertically or not understood."""
    import pikepdf

    try:
        if font.get("/Subtype") == "/Type0":
            return _composite(font)
        widths = font.get("/Widths")
        if not isinstance(widths, pikepdf.Array):
            return _standard(font)
        return _simple(font, [float(width) for width in widths])
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return None


def _composite(font: Any) -> FontWidths | None:
    import pikepdf

    if font.get("/Encoding") != "/Identity-H":
        return None
    descendant = font["/DescendantFonts"][0]
    listed = descendant.get("/W")
    entries = list(listed) if isinstance(listed, pikepdf.Array) else []
    known = {cid: float(width) / 1000 for cid, width in cid_widths(entries)}
    return FontWidths(2, known, float(descendant.get("/DW", 1000)) / 1000)


def _simple(font: Any, widths: list[float]) -> FontWidths | None:
    scale = 1 / 1000
    if font.get("/Subtype") == "/Type3":
        a, b, c, _, _, _ = (float(value) for value in font["/FontMatrix"])
        if b or c or a <= 0:
            return None
        scale = a
    first = int(font.get("/FirstChar", 0))
    descriptor = font.get("/FontDescriptor")
    missing = float(descriptor.get("/MissingWidth", 0)) if descriptor is not None else 0.0
    known = {first + offset: width * scale for offset, width in enumerate(widths)}
    return FontWidths(1, known, missing * scale)


def _standard(font: Any) -> FontWidths | None:
    """One of the 14 fonts that every reader has, for which a file needs no widths."""
    import pikepdf

    name = _STANDARD.get(name_text(font.get("/BaseFont")))
    if name is None:
        return None
    advance = _metrics(name)
    encoding = font.get("/Encoding")
    differences: list[Any] = []
    if isinstance(encoding, pikepdf.Dictionary):
        differences = list(encoding.get("/Differences", []))
        encoding = encoding.get("/BaseEncoding")
    known = dict(_plain_widths(name, str(encoding)))
    for code, glyph_name in _differing(differences):
        known.pop(code, None)
        if unicode := _unicode(glyph_name):
            known[code] = advance(chr(unicode))
    return FontWidths(1, known, None)


@lru_cache(maxsize=64)
def _plain_widths(name: str, encoding: str) -> tuple[tuple[int, float], ...]:
    """Code and width of a standard font with an encoding that is not changed."""
    advance = _metrics(name)
    return tuple((code, advance(letter)) for code, letter in _letters(encoding).items())


@lru_cache(maxsize=16)
def _metrics(name: str) -> Callable[[str], float]:
    import pymupdf

    font = pymupdf.Font(name)

    @lru_cache(maxsize=512)
    def advance(letter: str) -> float:
        return float(font.glyph_advance(ord(letter)))

    return advance


def _letters(encoding: str) -> dict[int, str]:
    """The letter of each code; codes of which that is not certain are left out."""
    python_name = _PYTHON_NAMES.get(encoding)
    if python_name is None:
        return {code: chr(code) for code in range(32, 127)} | _QUOTES
    decoded = {code: bytes([code]).decode(python_name, "ignore") for code in range(32, 256)}
    return {code: letter for code, letter in decoded.items() if letter}


def _differing(differences: list[Any]) -> Iterator[tuple[int, str]]:
    """Code and glyph name of each entry that differs from the base encoding."""
    import pikepdf

    code = 0
    for entry in differences:
        if isinstance(entry, pikepdf.Name):
            yield code, name_text(entry)
            code += 1
        else:
            code = int(entry)


def _unicode(glyph_name: str) -> int:
    """The code point of a glyph name of the Adobe list; 0 when it is not on it."""
    import pymupdf

    return int(pymupdf.mupdf.fz_unicode_from_glyph_name_strict(glyph_name))
