"""Leaves in a font dictionary only what the pages still show.

A font that was made for one document lists the letters that it needed, sometimes in the order in
which they came: after redaction the letters that only a secret used must go from it too. The
outlines themselves are the work of ``fontprograms``.
"""

from collections.abc import Iterable, Iterator, Set
from typing import Any

from woo.pdf.rebuilding.charcodes import CharCodes, Code, char_codes, encoding_cmap
from woo.pdf.rebuilding.tounicode import prune_tounicode

_MAX_CODES = 70_000


def codes_shown(reading: CharCodes, strings: Iterable[bytes]) -> set[Code]:
    """The codes in the strings that are shown in a font."""
    if not reading.wide:
        return {Code(value, 1) for value in set().union(*strings)}
    # Pages say the same words again and again.
    return {code for text in set(strings) for code in reading.split(text)}


def prune_font(pdf: Any, font: Any, codes: Set[Code]) -> bool:
    """Keep of a font's dictionaries what ``codes`` need.

    True when glyphs that are content streams themselves (Type 3) were taken out.
    """
    import pikepdf

    reading = char_codes(font)
    if isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        prune_tounicode(pdf, font, reading, codes)
    if not reading.wide:
        _prune_widths(font, {code.value for code in codes})
        _prune_differences(font, {code.value for code in codes})
        return font.get("/Subtype") == "/Type3" and _prune_procedures(font)
    if reading.known:
        _prune_composite(pdf, font, reading, codes)
    return False


def _prune_composite(pdf: Any, font: Any, reading: CharCodes, codes: Set[Code]) -> None:
    import pikepdf

    if isinstance(font.get("/Encoding"), pikepdf.Stream):
        font["/Encoding"] = encoding_cmap(pdf, font["/Encoding"], reading, codes)
    cids = {cid for code in codes if (cid := reading.cid(code)) is not None}
    pruned = pikepdf.Array()
    for descendant in font.get("/DescendantFonts", []):
        if isinstance(descendant, pikepdf.Dictionary):
            # A new dictionary, because fonts may share one: each shows other letters of it.
            own = pdf.make_indirect(pikepdf.Dictionary(dict(descendant.items())))
            _prune_cid_widths(own, cids)
            _prune_glyph_map(pdf, own, cids)
            pruned.append(own)
    font["/DescendantFonts"] = pruned


def _prune_cid_widths(font: Any, cids: Set[int]) -> None:
    """Keep the widths of the CIDs that are shown; the height of vertical text is left out."""
    import pikepdf

    if isinstance(font.get("/W"), pikepdf.Array):
        kept: list[Any] = []
        for cid, width in sorted(cid_widths(list(font["/W"]))):
            if cid in cids:
                kept += [cid, pikepdf.Array([width])]
        font["/W"] = pikepdf.Array(kept)
    if isinstance(font.get("/W2"), pikepdf.Array):
        font["/W2"] = pikepdf.Array(_vertical(list(font["/W2"]), cids))


def cid_widths(entries: list[Any]) -> Iterator[tuple[int, Any]]:
    """CID and width from ``first [w w …]`` and ``first last w``."""
    import pikepdf

    index = 0
    while index + 1 < len(entries):
        first, second = int(entries[index]), entries[index + 1]
        if isinstance(second, pikepdf.Array):
            yield from ((first + offset, width) for offset, width in enumerate(second))
            index += 2
        elif index + 2 < len(entries):
            last = min(int(second), first + _MAX_CODES)
            yield from ((cid, entries[index + 2]) for cid in range(first, last + 1))
            index += 3
        else:
            return


def _vertical(entries: list[Any], cids: Set[int]) -> Iterator[Any]:
    """The same for W2, where each CID has three numbers."""
    import pikepdf

    index = 0
    while index + 1 < len(entries):
        first, second = int(entries[index]), entries[index + 1]
        if isinstance(second, pikepdf.Array):
            for offset in range(0, len(second) - 2, 3):
                if first + offset // 3 in cids:
                    yield from (first + offset // 3, pikepdf.Array(list(second)[offset:][:3]))
            index += 2
        elif index + 4 < len(entries):
            for cid in range(first, min(int(second), first + _MAX_CODES) + 1):
                if cid in cids:
                    yield from (cid, pikepdf.Array(entries[index + 2 : index + 5]))
            index += 5
        else:
            return


def _prune_glyph_map(pdf: Any, font: Any, cids: Set[int]) -> None:
    """CIDToGIDMap: two bytes per CID; those that are not shown lead to no glyph."""
    import pikepdf

    given = font.get("/CIDToGIDMap")
    if not isinstance(given, pikepdf.Stream):
        return
    old = given.read_bytes()
    last = max((cid for cid in cids if 2 * cid + 1 < len(old)), default=-1)
    new = bytearray(2 * (last + 1))
    for cid in cids:
        if cid <= last:
            new[2 * cid : 2 * cid + 2] = old[2 * cid : 2 * cid + 2]
    font["/CIDToGIDMap"] = pdf.make_stream(bytes(new))


def _prune_widths(font: Any, codes: Set[int]) -> None:
    import pikepdf

    widths, first = font.get("/Widths"), font.get("/FirstChar")
    if not isinstance(widths, pikepdf.Array) or not isinstance(first, int):
        return
    font["/Widths"] = pikepdf.Array(
        [width if first + offset in codes else 0 for offset, width in enumerate(widths)]
    )


def _prune_differences(font: Any, codes: Set[int]) -> None:
    """The names of the glyphs: only those that are shown."""
    import pikepdf

    encoding = font.get("/Encoding")
    if not isinstance(encoding, pikepdf.Dictionary):
        return
    if not isinstance(encoding.get("/Differences"), pikepdf.Array):
        return
    kept: list[Any] = []
    for code, name in differences(encoding):
        if code in codes:
            kept += [code, name]
    # A new dictionary, because fonts may share one.
    new = pikepdf.Dictionary(dict(encoding.items()))
    new["/Differences"] = pikepdf.Array(kept)
    font["/Encoding"] = new


def differences(encoding: Any) -> Iterator[tuple[int, Any]]:
    """Code and name of every difference from the base encoding."""
    import pikepdf

    code = 0
    for part in encoding.get("/Differences", []):
        if isinstance(part, pikepdf.Name):
            yield code, part
            code += 1
        else:
            code = int(part)


def _prune_procedures(font: Any) -> bool:
    """The glyphs of a Type 3 font that its encoding still names."""
    import pikepdf

    procedures, encoding = font.get("/CharProcs"), font.get("/Encoding")
    if not isinstance(procedures, pikepdf.Dictionary):
        return False
    if not isinstance(encoding, pikepdf.Dictionary):
        return False
    named = {str(name) for _, name in differences(encoding)}
    kept = {name: glyph for name, glyph in procedures.items() if name in named}
    shrunk = len(kept) < len(procedures.keys())
    font["/CharProcs"] = pikepdf.Dictionary(kept)
    return shrunk
