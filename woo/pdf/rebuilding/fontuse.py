"""Leaves in a font only what the pages still show.

A font that was made for one document lists the letters that it needed, sometimes in the order in
which they came: after redaction the letters that only a secret used must go from it too.
"""

import re
from collections.abc import Iterator
from typing import Any

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_MAX_CODES = 70_000
_BLOCK_SIZE = 100


def prune_font(pdf: Any, font: Any, shown: list[bytes]) -> None:
    """Keep of a font's widths and ToUnicode what the strings ``shown`` in it need.

    Left alone are composite fonts with an encoding of their own, of which the codes cannot be told
    apart without it.
    """
    import pikepdf

    wide = font.get("/Subtype") == "/Type0"
    if wide and str(font.get("/Encoding")) not in {"/Identity-H", "/Identity-V"}:
        return
    codes = _codes(shown, 2 if wide else 1)
    if isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        _prune_tounicode(pdf, font, codes, 2 if wide else 1)
    if wide:
        for descendant in font.get("/DescendantFonts", []):
            _prunecid_widths(descendant, codes)
    else:
        _prune_widths(font, codes)


def _codes(shown: list[bytes], size: int) -> set[int]:
    found: set[int] = set()
    for text in shown:
        if size == 1:
            found.update(text)
        else:
            found.update(int.from_bytes(text[i : i + 2], "big") for i in range(0, len(text) - 1, 2))
    return found


def _prune_tounicode(pdf: Any, font: Any, codes: set[int], size: int) -> None:
    """Write the map anew: comments, names and letters that are not shown do not come along."""
    import pikepdf

    try:
        data = font["/ToUnicode"].read_bytes()
    except pikepdf.PdfError:
        del font["/ToUnicode"]
        return
    mapping = {code: target for code, target in _mapping(data) if code in codes}
    # A new stream, because fonts may share one.
    font["/ToUnicode"] = pdf.make_stream(_cmap(mapping, size))


def _mapping(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Code and UTF-16 text of every entry of a ToUnicode map."""
    count = 0
    for block in _BLOCK.finditer(data):
        tokens = list(_HEX.finditer(block[2]))
        entries = _single(tokens) if block[1] == b"bfchar" else _ranges(tokens)
        for entry in entries:
            count += 1
            if count > _MAX_CODES:
                return
            yield entry


def _bytes(token: re.Match[bytes]) -> bytes:
    digits = b"".join((token[1] or b"").split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _single(tokens: list[re.Match[bytes]]) -> Iterator[tuple[int, bytes]]:
    for index in range(0, len(tokens) - 1, 2):
        yield int.from_bytes(_bytes(tokens[index]), "big"), _bytes(tokens[index + 1])


def _ranges(tokens: list[re.Match[bytes]]) -> Iterator[tuple[int, bytes]]:
    """``<first> <last> <text>`` or ``<first> <last> [<text> …]``."""
    index = 0
    while index + 2 < len(tokens):
        first, last = (int.from_bytes(_bytes(tokens[index + i]), "big") for i in (0, 1))
        index += 2
        if tokens[index][2]:
            index += 1
            code = first
            while index < len(tokens) and not tokens[index][3]:
                yield code, _bytes(tokens[index])
                code, index = code + 1, index + 1
        else:
            yield from _counted(first, last, _bytes(tokens[index]))
        index += 1


def _counted(first: int, last: int, target: bytes) -> Iterator[tuple[int, bytes]]:
    """A range in which the last two bytes of the text count up."""
    head, tail = target[:-2], int.from_bytes(target[-2:], "big")
    for step in range(min(last - first + 1, _MAX_CODES)):
        if tail + step > 0xFFFF:
            return
        yield first + step, head + (tail + step).to_bytes(2, "big")


def _cmap(mapping: dict[int, bytes], size: int) -> bytes:
    """A ToUnicode map with one entry per code."""
    digits = 2 * size
    lines = [f"<{code:0{digits}X}> <{mapping[code].hex().upper()}>" for code in sorted(mapping)]
    blocks = [lines[i : i + _BLOCK_SIZE] for i in range(0, len(lines), _BLOCK_SIZE)]
    body = "".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'00' * size}> <{'FF' * size}>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _prunecid_widths(font: Any, codes: set[int]) -> None:
    """With Identity encoding a code is a CID: keep the widths of those that are shown."""
    import pikepdf

    if not isinstance(font, pikepdf.Dictionary) or not isinstance(font.get("/W"), pikepdf.Array):
        return
    kept: list[Any] = []
    for cid, width in sorted(cid_widths(list(font["/W"]))):
        if cid in codes:
            kept += [cid, pikepdf.Array([width])]
    font["/W"] = pikepdf.Array(kept)


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


def _prune_widths(font: Any, codes: set[int]) -> None:
    import pikepdf

    widths, first = font.get("/Widths"), font.get("/FirstChar")
    if not isinstance(widths, pikepdf.Array) or not isinstance(first, int):
        return
    font["/Widths"] = pikepdf.Array(
        [width if first + offset in codes else 0 for offset, width in enumerate(widths)]
    )
