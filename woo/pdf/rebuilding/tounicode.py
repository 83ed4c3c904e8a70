"""ToUnicode maps with nothing in them but the codes that are shown."""

import re
from collections.abc import Iterator, Set
from typing import Any

from woo.pdf.rebuilding.charcodes import CharCodes, Code

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_MAX_CODES = 70_000
_BLOCK_SIZE = 100


def prune_tounicode(pdf: Any, font: Any, reading: CharCodes, codes: Set[Code]) -> None:
    """Write the map anew: comments, names and letters that are not shown do not come along."""
    import pikepdf

    try:
        data = font["/ToUnicode"].read_bytes()
    except pikepdf.PdfError:
        del font["/ToUnicode"]
        return
    values = {code.value for code in codes}
    mapping = {code: target for code, target in text_of_codes(data) if code in values}
    # A new stream, because fonts may share one.
    font["/ToUnicode"] = pdf.make_stream(_cmap(mapping, _size(reading, codes)))


def _size(reading: CharCodes, codes: Set[Code]) -> int:
    """How many bytes a code has; mixed sizes are written at the largest."""
    if not reading.wide:
        return 1
    return max((code.size for code in codes), default=2)


def text_of_codes(data: bytes) -> Iterator[tuple[int, bytes]]:
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
