"""Whether fonts may stand in PDF/A-2b and PDF/UA-1 (ISO 19005-2, 6.2.11).

A font must be embedded, with the glyphs and widths that the PDF says it has. The answer is None
when a font is good, else in Dutch what stands in the way. In doubt a font is not good.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from woo.pdf.rebuilding.charcodes import Code, char_codes
from woo.pdf.rebuilding.compactfont import CompactFont
from woo.pdf.rebuilding.fontprograms import Use, descriptor_of, glyph_map, text_of_name
from woo.pdf.rebuilding.glyphnames import characters_of, exact_name
from woo.pdf.rebuilding.pen import pen_font
from woo.pdf.rebuilding.tounicode import text_of_codes
from woo.pdf.rebuilding.truetype import open_truetype
from woo.pdf.rebuilding.type1font import read_type1

NOT_EMBEDDED = "Niet alle lettertypen zijn ingesloten."
UNKNOWN = "Een lettertype is niet te controleren."
_GLYPHS = "Een ingesloten lettertype mist letters of breedten die het document gebruikt."
_NO_UNICODE = "Niet van alle letters is bekend welke letter het is."
_SYMBOLIC = 4
_MAX_NAME = 127
_NEVER = {"", "\0", "\ufeff", "\ufffe", "\ufffd"}

# From a code to its glyph's width in thousandths of an em; raises KeyError for a missing glyph.
Widths = Callable[[Code], float]


def font_problem(use: Use) -> str | None:
    """What stands in the way of PDF/A-2b; what nobody sees needs no letters (6.2.11.4.1)."""
    descriptor = descriptor_of(use.font)
    if use.font.get("/Subtype") == "/Type3" or not _has_sound_name(use.font, descriptor):
        return UNKNOWN
    if descriptor is None or not any(f"/FontFile{n}" in descriptor for n in ("", "2", "3")):
        return NOT_EMBEDDED if use.visible else None
    return _glyph_problem(use, descriptor)


def _has_sound_name(font: Any, descriptor: Any) -> bool:
    """6.1.8: names are UTF-8, and not too long."""
    names = [text_of_name(font.get("/BaseFont"))]
    if descriptor is not None:
        names.append(text_of_name(descriptor.get("/FontName")))
    return all("\ufffd" not in name and len(name.encode()) <= _MAX_NAME for name in names)


def _glyph_problem(use: Use, descriptor: Any) -> str | None:
    try:
        program = _widths_in_program(use, descriptor)
        stated = pen_font(use.font)
        for code in use.codes:
            if abs(program(code) - stated.width(code)) > 1 and use.visible:
                return _GLYPHS
    except (KeyError, IndexError):
        return _GLYPHS
    except Exception:  # noqa: BLE001 - fontTools raises anything on a hostile program
        return UNKNOWN
    return None


def unicode_problem(use: Use) -> str | None:
    """What stands in the way of level A and of PDF/UA: a letter that nobody can name."""
    import pikepdf

    given = use.font.get("/ToUnicode")
    known: dict[int, bytes] = {}
    if isinstance(given, pikepdf.Stream):
        known = dict(text_of_codes(given.read_bytes()))
    for code in use.codes:
        text = known.get(code.value, b"").decode("utf-16-be", "replace")
        if text in _NEVER and not _is_named(use.font, code):
            return _NO_UNICODE
    return None


def _is_named(font: Any, code: Code) -> bool:
    """Whether the encoding of a simple font names the letter."""
    if font.get("/Subtype") == "/Type0" or "/Encoding" not in font or "/ToUnicode" in font:
        return False
    return bool(characters_of(exact_name(font, code.value)))


def _widths_in_program(use: Use, descriptor: Any) -> Widths:
    if use.font.get("/Subtype") == "/Type0":
        return _composite(use, descriptor)
    if use.font.get("/Subtype") == "/TrueType":
        return _simple_truetype(use, descriptor)
    if "/FontFile" in descriptor:
        font = read_type1(descriptor["/FontFile"].read_bytes())
        return lambda code: font.width(_name(use.font, code, font.builtin))
    compact = CompactFont(descriptor["/FontFile3"].read_bytes())
    if compact.by_cid:
        raise ValueError("a simple font with a program keyed by CID")
    return lambda code: _compact_width(compact, _name(use.font, code, compact.builtin))


def _name(font: Any, code: Code, builtin: Callable[[int], str]) -> str:
    """The name of the glyph, which must not be the one for missing glyphs."""
    name = exact_name(font, code.value) if "/Encoding" in font else ""
    name = name or builtin(code.value)
    if name == ".notdef":
        raise KeyError(name)
    return name


def _compact_width(font: CompactFont, name: str) -> float:
    if name not in font.known or name == font.order[0]:
        raise KeyError(name)
    return font.width(name) * font.scale


def _composite(use: Use, descriptor: Any) -> Widths:
    import pikepdf

    reading = char_codes(use.font)
    cid_font = use.font["/DescendantFonts"][0]
    if not reading.known or (not reading.identity and not _same_system(use.font, cid_font)):
        raise ValueError("a CMap that cannot be checked")
    to_glyph = glyph_map(use.font)
    if "/FontFile2" in descriptor:
        if "/CIDToGIDMap" not in cid_font:
            cid_font["/CIDToGIDMap"] = pikepdf.Name.Identity
        font = open_truetype(descriptor["/FontFile2"].read_bytes())
        return lambda code: _truetype_width(font, to_glyph(_cid(reading.cid(code))))
    compact = CompactFont(descriptor["/FontFile3"].read_bytes())
    order = compact.order

    def width(code: Code) -> float:
        cid = _cid(reading.cid(code))
        return _compact_width(compact, f"cid{cid:05d}" if compact.by_cid else order[to_glyph(cid)])

    return width


def _cid(cid: int | None) -> int:
    if cid is None:
        raise KeyError("a code without a CID")
    return cid


def _same_system(font: Any, cid_font: Any) -> bool:
    """Registry and ordering of the CMap and of the font must agree (6.2.11.3.1)."""
    one, other = font["/Encoding"].get("/CIDSystemInfo"), cid_font.get("/CIDSystemInfo")
    return bool(
        one is not None
        and other is not None
        and one.get("/Registry") == other.get("/Registry")
        and one.get("/Ordering") == other.get("/Ordering")
    )


def _truetype_width(font: Any, glyph: int) -> float:
    order = font.getGlyphOrder()
    if not 0 < glyph < len(order):
        raise KeyError(glyph)
    advance, _ = font["hmtx"].metrics[order[glyph]]
    return float(advance * 1000 / font["head"].unitsPerEm)


def _simple_truetype(use: Use, descriptor: Any) -> Widths:
    """6.2.11.6: a text font has a known encoding and a Unicode cmap, a symbol font neither."""
    font = open_truetype(descriptor["/FontFile2"].read_bytes())
    tables = {(t.platformID, t.platEncID): t.cmap for t in font["cmap"].tables}
    find: Callable[[int], str | None]
    if int(descriptor.get("/Flags", 0)) & _SYMBOLIC:
        if "/Encoding" in use.font or ((3, 0) not in tables and len(tables) != 1):
            raise ValueError("a symbol font with an encoding")
        find = partial(_by_symbol, list(tables.values()) if len(tables) == 1 else [tables[3, 0]])
    else:
        if not _has_known_encoding(use.font) or (3, 1) not in tables:
            raise ValueError("a text font without an encoding")
        find = partial(_by_character, use.font, tables[3, 1])

    def width(code: Code) -> float:
        name = find(code.value)
        if name is None:
            raise KeyError(code.value)
        return _truetype_width(font, font.getGlyphID(name))

    return width


def _has_known_encoding(font: Any) -> bool:
    import pikepdf

    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    return str(base) in {"/WinAnsiEncoding", "/MacRomanEncoding"}


def _by_symbol(tables: Iterable[dict[int, str]], code: int) -> str | None:
    for table in tables:
        for block in (0x0000, 0xF000, 0xF100, 0xF200):
            if block + code in table:
                return table[block + code]
    return None


def _by_character(font: Any, table: dict[int, str], code: int) -> str | None:
    text = characters_of(exact_name(font, code))
    return table.get(ord(text)) if len(text) == 1 else None
