"""Takes out of an embedded font what no viewer needs to draw with it.

The designer's tables of a TrueType or OpenType font hold names, licences and comments, and bytes
can follow its last table (ISO 32000-1, 9.9; OpenType 1.9). A Type 1 program begins with PostScript
text in which anything can be said.
"""

import re
import struct

# What a PDF viewer may look at; ``post`` has the names of glyphs, which simple fonts are shown by.
_TABLES = frozenset(
    b"glyf loca head hhea hmtx maxp cmap post OS/2 vhea vmtx fpgm prep gasp VORG".split()
) | {b"CFF ", b"cvt "}
_KINDS = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_MAGIC = 0xB1B0AFBA
_TYPE_1 = b"%!"
_FIRST = re.compile(rb"%![\w.-]*")
_QUIET = re.compile(rb"\A[^\r\n]*|\((?:\\.|[^\\()])*\)|%[^\r\n]*", re.DOTALL)


def without_names(program: bytes) -> bytes:
    """The program without names, comments and loose bytes; as it was when it is of another kind."""
    if program[:4] in _KINDS:
        return _only_tables(program)
    if program[:2] == _TYPE_1:
        return _silenced(program)
    return program


def _only_tables(program: bytes) -> bytes:
    """The font written anew from the tables that are needed; as it was when it is damaged."""
    count = int.from_bytes(program[4:6], "big")
    tables: dict[bytes, bytes] = {}
    for index in range(count):
        entry = program[12 + 16 * index : 28 + 16 * index]
        if len(entry) < 16:
            return program
        tag, _, start, length = struct.unpack(">4sIII", entry)
        if tag in _TABLES:
            tables[tag] = program[start : start + length]
    if not tables:
        return program
    return _written(program[:4], tables)


def _written(kind: bytes, tables: dict[bytes, bytes]) -> bytes:
    if b"head" in tables:
        head = tables[b"head"]
        tables[b"head"] = head[:8] + bytes(4) + head[12:]
    power = max(len(tables).bit_length() - 1, 0)
    search = 16 << power
    directory = kind + struct.pack(">HHHH", len(tables), search, power, 16 * len(tables) - search)
    body = b""
    head_at = None
    offset = 12 + 16 * len(tables)
    for tag in sorted(tables):
        data = tables[tag]
        if tag == b"head":
            head_at = offset + len(body)
        directory += struct.pack(">4sIII", tag, _checksum(data), offset + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    written = directory + body
    if head_at is None:
        return written
    adjustment = (_MAGIC - _checksum(written)) & 0xFFFFFFFF
    return written[: head_at + 8] + adjustment.to_bytes(4, "big") + written[head_at + 12 :]


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF


def _silenced(program: bytes) -> bytes:
    """Strings and comments before the encrypted part become spaces; no byte moves."""
    end = program.find(b"eexec")
    clear = program if end < 0 else program[:end]
    first = _FIRST.match(clear)
    start = first.end() if first else 0
    quiet = _QUIET.sub(_blank, clear[start:])
    return clear[:start] + quiet + program[len(clear) :]


def _blank(match: re.Match[bytes]) -> bytes:
    found = match[0]
    if found.startswith(b"("):
        return b"(" + b" " * (len(found) - 2) + b")"
    return b" " * len(found)
