"""Takes glyphs out of TrueType font programs; the glyphs that stay keep their numbers."""

import io
from collections.abc import Callable, Iterable, Set
from typing import Any

from woo.pdf.rebuilding.glyphnames import characters_of

# What a PDF reader needs to draw; names, licences, kerning and device widths are left out.
_TABLES = frozenset(
    {"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep", "cmap", "post"}
    | {"vhea", "vmtx"}
)
_SYMBOL_BLOCKS = (0x0000, 0xF000, 0xF100, 0xF200)
_MAX_GLYPHS = 70_000


def open_truetype(data: bytes) -> Any:
    """A font program as fontTools reads it. Raises many kinds of error when it is broken."""
    import logging

    from fontTools.ttLib import TTFont

    # What it says about a broken font may hold names out of the document.
    logging.getLogger("fontTools").setLevel(logging.CRITICAL + 1)
    font = TTFont(
        io.BytesIO(data), lazy=True, recalcBBoxes=False, recalcTimestamp=False, fontNumber=0
    )
    _mend(font)
    return font


def _mend(font: Any) -> None:
    """Fill up tables that are too short with zeros, which readers of PDFs do without a word."""
    from fontTools.ttLib import newTable

    if "hmtx" in font and "hhea" in font and "maxp" in font:
        long, count = font["hhea"].numberOfHMetrics, font["maxp"].numGlyphs
        wanted = 4 * long + 2 * max(0, count - long)
        given = font.reader["hmtx"]
        if len(given) < wanted <= 4 * _MAX_GLYPHS:
            font.tables["hmtx"] = table = newTable("hmtx")
            table.decompile(given + bytes(wanted - len(given)), font)


def glyphs_of_codes(font: Any, codes: Iterable[int], names: Callable[[int], Set[str]]) -> set[int]:
    """Every glyph that a simple font may show for these codes, whatever way a reader takes.

    ``names`` gives the glyph names of a code by the encoding of the PDF font (ISO 32000-1,
    9.6.6.4).
    """
    order = {name: number for number, name in enumerate(font.getGlyphOrder())}
    tables = [table.cmap for table in font["cmap"].tables] if "cmap" in font else []
    found: set[int] = set()
    for code in codes:
        wanted = {block + code for block in _SYMBOL_BLOCKS}
        for name in names(code):
            found.update({order[name]} if name in order else ())
            for character in characters_of(name):
                wanted.add(ord(character))
                wanted.update(character.encode("mac_roman", "ignore"))
        for table in tables:
            found.update(order[table[w]] for w in wanted if w in table and table[w] in order)
    return found


def without_glyphs(font: Any, keep: Iterable[int], *, by_name: bool) -> bytes:
    """The font program with the outlines of ``keep`` and their parts alone.

    ``by_name`` keeps the names of these glyphs, for fonts of which the encoding uses them.
    """
    order = list(font.getGlyphOrder())
    if len(order) > _MAX_GLYPHS:
        raise ValueError("too many glyphs in a font")
    glyphs = font["glyf"]
    staying = _with_parts(glyphs, {order[number] for number in (0, *keep) if number < len(order)})
    called = {
        name: name if name in staying else f"glyph{number:05d}" for number, name in enumerate(order)
    }
    _empty(font, glyphs, staying, called)
    _keep_drawn_tables(font)
    font.setGlyphOrder([called[name] for name in order])
    _name_glyphs(font, by_name=by_name)
    return _written(font)


def without_names(data: bytes) -> bytes:
    """A font program of our own without its names and licence, in which a term may stand."""
    font = open_truetype(data)
    _keep_drawn_tables(font)
    return _written(font)


def _keep_drawn_tables(font: Any) -> None:
    for tag in font.keys():  # noqa: SIM118 - not a dict
        if tag not in _TABLES and tag != "GlyphOrder":
            del font[tag]


def _written(font: Any) -> bytes:
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()


def _with_parts(glyphs: Any, names: set[str]) -> set[str]:
    """The glyphs with those that they are composed of."""
    found, waiting = set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(glyphs[name].getComponentNames(glyphs))
    return found


def _empty(font: Any, glyphs: Any, staying: Set[str], called: dict[str, str]) -> None:
    """Give every other glyph no outline, no width and no character."""
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    outlines = {name: glyphs[name] for name in staying}
    for outline in outlines.values():
        outline.expand(glyphs)
    glyphs.glyphs = {
        new: outlines[old] if old in staying else Glyph() for old, new in called.items()
    }
    glyphs.glyphOrder = list(called.values())
    for tag in ("hmtx", "vmtx"):
        if tag in font:
            table = font[tag]
            table.metrics = {
                new: table.metrics[old] if old in staying else (0, 0) for old, new in called.items()
            }
    if "cmap" in font:
        for table in font["cmap"].tables:
            table.cmap = {code: name for code, name in table.cmap.items() if name in staying}


def _name_glyphs(font: Any, *, by_name: bool) -> None:
    if "post" not in font:
        return
    post = font["post"]
    if by_name and post.formatType == 2.0:
        post.extraNames, post.mapping = [], {}
    else:
        post.formatType = 3.0
