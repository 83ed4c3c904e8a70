"""Cuts the strings of a font into character codes, and leads a code to its CID.

A simple font has one byte per code. A composite font has a CMap (ISO 32000-1, 9.7.5): Identity,
one that is embedded, or one of the predefined ones, of which the tables are not at hand.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import Any

_BLOCK = re.compile(
    rb"begin(codespacerange|cidchar|cidrange)(.*?)end(?:codespacerange|cidchar|cidrange)",
    re.DOTALL,
)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\d+)")
_MAX_CIDS = 70_000
_MAX_CMAP = 4_000_000


@dataclass(frozen=True, slots=True)
class Code:
    """One character code: its value and the number of bytes that it takes."""

    value: int
    size: int


@dataclass(slots=True)
class CharCodes:
    """How the codes of one font are read.

    ``spaces`` are the code ranges as size, first and last; ``cids`` maps codes of an embedded
    CMap; with ``identity`` a code is its CID. ``known`` is False when codes lead to CIDs by a
    table that is not in the file.
    """

    wide: bool
    identity: bool = True
    known: bool = True
    spaces: list[tuple[int, int, int]] = field(default_factory=list)
    cids: dict[Code, int] = field(default_factory=dict)

    def split(self, text: bytes) -> Iterator[Code]:
        """The codes of a string that is shown in the font."""
        if not self.wide:
            yield from (Code(value, 1) for value in text)
            return
        at = 0
        while at < len(text):
            size = self._size(text, at)
            yield Code(int.from_bytes(text[at : at + size], "big"), min(size, len(text) - at))
            at += size

    def _size(self, text: bytes, at: int) -> int:
        if not self.spaces:
            return 2
        for size, first, last in self.spaces:
            if _is_within(text[at : at + size], size, first, last):
                return size
        return min(size for size, _, _ in self.spaces)

    def cid(self, code: Code) -> int | None:
        """The CID of a code; None when it has none."""
        return code.value if self.identity else self.cids.get(code)


def _is_within(code: bytes, size: int, first: int, last: int) -> bool:
    """Every byte within its own range (ISO 32000-1, 9.7.6.2)."""
    if len(code) != size:
        return False
    low, high = first.to_bytes(size, "big"), last.to_bytes(size, "big")
    return all(a <= b <= c for a, b, c in zip(low, code, high, strict=True))


def char_codes(font: Any) -> CharCodes:
    """How the codes of a font dictionary are read."""
    import pikepdf

    if font.get("/Subtype") != "/Type0":
        return CharCodes(wide=False)
    encoding = font.get("/Encoding")
    if str(encoding) in {"/Identity-H", "/Identity-V"}:
        return CharCodes(wide=True)
    if not isinstance(encoding, pikepdf.Stream):
        return CharCodes(wide=True, identity=False, known=False)
    try:
        return _read_cmap(encoding.read_bytes()[:_MAX_CMAP])
    except (pikepdf.PdfError, ValueError):
        return CharCodes(wide=True, identity=False, known=False)


def _read_cmap(data: bytes) -> CharCodes:
    """An embedded CMap. One that builds on another is not known."""
    found = CharCodes(wide=True, identity=False, known=b"usecmap" not in data)
    for block in _BLOCK.finditer(data):
        tokens = [(match[1], match[2]) for match in _TOKEN.finditer(block[2])]
        if block[1] == b"codespacerange":
            for low, high in zip(tokens[0::2], tokens[1::2], strict=False):
                first, last = _code(low), _code(high)
                if first.size == last.size:
                    found.spaces.append((first.size, first.value, last.value))
        elif block[1] == b"cidchar":
            for code, cid in zip(tokens[0::2], tokens[1::2], strict=False):
                found.cids[_code(code)] = int(cid[1] or 0)
        else:
            _add_ranges(found, tokens)
        if len(found.cids) > _MAX_CIDS:
            raise ValueError("too many codes in a CMap")
    return found


def _add_ranges(found: CharCodes, tokens: list[tuple[bytes, bytes]]) -> None:
    for low, high, cid in zip(tokens[0::3], tokens[1::3], tokens[2::3], strict=False):
        first, last, start = _code(low), _code(high), int(cid[1] or 0)
        if last.value - first.value + len(found.cids) > _MAX_CIDS:
            raise ValueError("too many codes in a CMap")
        for value in range(first.value, last.value + 1):
            found.cids[Code(value, first.size)] = start + value - first.value


def _code(token: tuple[bytes, bytes]) -> Code:
    digits = b"".join((token[0] or b"").split())
    raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    if not 1 <= len(raw) <= 4:
        raise ValueError("a code of a CMap has one to four bytes")
    return Code(int.from_bytes(raw, "big"), len(raw))


def encoding_cmap(pdf: Any, old: Any, reading: CharCodes, codes: Set[Code]) -> Any:
    """An embedded CMap with nothing in it but ``codes``."""
    import pikepdf

    name = old.get("/CMapName")
    called = str(name) if isinstance(name, pikepdf.Name) else "/Woo-H"
    lines = [
        f"<{code.value:0{2 * code.size}X}> {reading.cids[code]}"
        for code in sorted(codes, key=lambda code: (code.size, code.value))
        if code in reading.cids
    ]
    spaces = [
        f"<{first:0{2 * size}X}> <{last:0{2 * size}X}>" for size, first, last in reading.spaces
    ]
    vertical = 1 if old.get("/WMode") == 1 else 0
    system = _system(old)
    text = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering ({system[0]}) "
        f"/Supplement {system[1]} >> def\n"
        f"/CMapName {called} def\n/CMapType 1 def\n/WMode {vertical} def\n"
        + _blocks("codespacerange", spaces)
        + _blocks("cidchar", lines)
        + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
    new = pdf.make_stream(text.encode("latin-1", "replace"))
    new["/Type"], new["/CMapName"] = pikepdf.Name.CMap, pikepdf.Name(called)
    new["/CIDSystemInfo"] = pikepdf.Dictionary(
        Registry=pikepdf.String("Adobe"),
        Ordering=pikepdf.String(system[0]),
        Supplement=system[1],
    )
    new["/WMode"] = vertical
    return new


def _system(cmap: Any) -> tuple[str, int]:
    """The ordering and supplement of a CMap; what is not a known one becomes Identity."""
    import pikepdf

    from woo.pdf.rebuilding.allowtables import REGISTRIES

    given = cmap.get("/CIDSystemInfo")
    if isinstance(given, pikepdf.Array) and len(given):
        given = given[0]
    if not isinstance(given, pikepdf.Dictionary):
        return "Identity", 0
    ordering, supplement = given.get("/Ordering"), given.get("/Supplement", 0)
    if not isinstance(ordering, pikepdf.String) or bytes(ordering) not in REGISTRIES:
        return "Identity", 0
    return str(ordering), int(supplement) if isinstance(supplement, int) else 0


def _blocks(kind: str, lines: list[str]) -> str:
    return "".join(
        f"{len(lines[at : at + 100])} begin{kind}\n"
        + "\n".join(lines[at : at + 100])
        + f"\nend{kind}\n"
        for at in range(0, len(lines), 100)
    )
