"""What the codes in a PDF's text mean: Unicode and width by font, without a font engine.

ISO 32000-1, 9.6-9.10: ToUnicode first, else the encoding and its differences.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from struct import unpack
from typing import Any, Generic, TypeVar

from woo.pdf.examining.objectwalk import TooLargeError, decoded_stream
from woo.pdf.trees import name_text

_HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf(?:char|range)", re.DOTALL)
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[(.*?)\])", re.DOTALL)
_ONE_HEX = re.compile(_HEX)
_MAX_RANGE = 65_536
# Ranges may overlap: a code that is mapped twenty times over is no font but a trap.
_MAX_MAPPED = 20 * _MAX_RANGE
_DEFAULT_WIDTH = 500.0
_KEPT_STRINGS = 4096
Value = TypeVar("Value")
_ACCENTS = {
    "acute": "\u0301",
    "grave": "\u0300",
    "dieresis": "\u0308",
    "circumflex": "\u0302",
    "tilde": "\u0303",
    "cedilla": "\u0327",
    "ring": "\u030a",
    "caron": "\u030c",
    "ogonek": "\u0328",
    "breve": "\u0306",
    "macron": "\u0304",
    "dotaccent": "\u0307",
}

_DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_NAMED = {name: str(digit) for digit, name in enumerate(_DIGITS)} | {
    name: name for name in ("fi", "fl", "ff", "ffi", "ffl", "ij", "IJ")
}
_NAMED |= {"space": " ", "hyphen": "-", "period": ".", "comma": ",", "at": "@", "slash": "/"}
_NAMED |= {"germandbls": "ß", "ae": "æ", "AE": "Æ", "oslash": "ø", "Oslash": "Ø"}
_NAMED |= {"dotlessi": "ı", "lslash": "ł", "Lslash": "Ł"}


@dataclass(frozen=True, slots=True)
class ShownString:
    """A shown string: its Unicode, the same by encoding alone, width (1/1000 size), codes."""

    text: str = field(repr=False)
    other_text: str | None = field(repr=False)
    advance: float
    letters: int


@dataclass(slots=True)
class FontCodes:
    """How one font's codes are read. ``width`` is the number of bytes in a code.

    ``fallback`` is the encoding of a simple font, for what ToUnicode leaves out or lies about.
    ``used`` are the codes that were shown so far. Complete a font before showing strings in it.
    """

    width: int = 1
    unicode: dict[int, str] = field(default_factory=dict, repr=False)
    fallback: dict[int, str] = field(default_factory=dict, repr=False)
    advances: dict[int, float] = field(default_factory=dict, repr=False)
    default_advance: float = _DEFAULT_WIDTH
    knows_widths: bool = False
    used: set[int] = field(default_factory=set, repr=False)
    _known: dict[bytes, ShownString] = field(default_factory=dict, repr=False)
    _tables: "_Tables | None" = field(default=None, repr=False)

    def shown(self, raw: bytes) -> ShownString:
        """What a string in this font shows; U+FFFD for a code that the file does not explain."""
        known = self._known.get(raw)
        if known is None:
            if len(self._known) >= _KEPT_STRINGS:
                self._known.clear()
            known = self._known[raw] = self._read(raw)
        return known

    def _read(self, raw: bytes) -> ShownString:
        if self._tables is None:
            self._tables = self._prepare()
        texts, others, widths = self._tables
        codes: Sequence[int] = raw
        if self.width == 2:
            whole = raw if len(raw) % 2 == 0 else raw[:-1] + b"\0" + raw[-1:]
            codes = unpack(f">{len(whole) // 2}H", whole)
        self.used.update(codes)
        text = "".join(map(texts.__getitem__, codes))
        both = bool(self.unicode and self.fallback)
        other = "".join(map(others.__getitem__, codes)) if both else None
        return ShownString(text, other, sum(map(widths.__getitem__, codes)), len(codes))

    def _prepare(self) -> "_Tables":
        """Tables with an answer for every code: reading is a matter of looking up."""
        explained = {code: text for code, text in self.unicode.items() if text}
        return (
            _Table("\ufffd", self.fallback | explained),
            _Table("\ufffd", self.fallback),
            _Table(self.default_advance, self.advances),
        )


class _Table(dict[int, Value], Generic[Value]):
    """A dictionary with one answer for every code that it does not list."""

    def __init__(self, answer: Value, entries: dict[int, Value]) -> None:
        super().__init__(entries)
        self._answer = answer

    def __missing__(self, code: int) -> Value:
        self[code] = self._answer  # codes have two bytes: no more than 65,536 of them
        return self._answer


_Tables = tuple[_Table[str], _Table[str], _Table[float]]


def read_font(font: Any) -> FontCodes:
    """Read a font dictionary. A damaged one gives what could be read."""
    composite = str(font.get("/Subtype", "")) == "/Type0"
    codes = FontCodes(width=2 if composite else 1)
    if "/ToUnicode" in font and hasattr(font["/ToUnicode"], "read_raw_bytes"):
        codes.unicode = parse_character_map(decoded_stream(font["/ToUnicode"]))
    if composite:
        _composite_widths(font, codes)
    else:
        codes.fallback = _simple_encoding(font.get("/Encoding"))
        _simple_widths(font, codes)
    return codes


def parse_character_map(data: bytes) -> dict[int, str]:
    """Code to Unicode, from the bfchar and bfrange blocks of a ToUnicode map.

    Raises TooLargeError for ranges that say the same codes over and over.
    """
    table: dict[int, str] = {}
    work = 0
    for block in _BLOCK.finditer(data):
        if block[1] == b"char":
            for pair in _PAIR.finditer(block[2]):
                table[_number(pair[1])] = _utf16(pair[2])
        else:
            for row in _RANGE.finditer(block[2]):
                work += _read_range(row, table)
                if work > _MAX_MAPPED:
                    raise TooLargeError
    return table


def _read_range(row: re.Match[bytes], table: dict[int, str]) -> int:
    """Add the codes of one range; tell how many they are."""
    first, last = _number(row[1]), _number(row[2])
    if not 0 <= last - first < _MAX_RANGE:
        return 0
    if row[4] is not None:
        for offset, target in enumerate(_ONE_HEX.finditer(row[4])):
            table[first + offset] = _utf16(target[1])
        return last - first + 1
    start = _utf16(row[3])
    if start:
        for offset in range(last - first + 1):
            final = min(ord(start[-1]) + offset, 0x10FFFF)
            table[first + offset] = start[:-1] + chr(final)
    return last - first + 1


def _number(digits: bytes) -> int:
    return int(b"".join(digits.split()) or b"0", 16)


def _utf16(digits: bytes) -> str:
    joined = b"".join(digits.split())
    raw = bytes.fromhex((joined + b"0" * (len(joined) % 2)).decode("ascii"))
    return raw.decode("utf-16-be" if len(raw) > 1 else "latin-1", "replace")


@cache
def _base_encoding(name: str) -> dict[int, str]:
    codec = "mac-roman" if name == "/MacRomanEncoding" else "cp1252"
    return {code: bytes([code]).decode(codec, "replace") for code in range(256)}


def _simple_encoding(encoding: Any) -> dict[int, str]:
    import pikepdf

    if isinstance(encoding, pikepdf.Name):
        return _base_encoding(str(encoding))
    if not isinstance(encoding, pikepdf.Dictionary):
        return _base_encoding("")
    table = dict(_base_encoding(str(encoding.get("/BaseEncoding", ""))))
    code = 0
    for item in encoding.get("/Differences", ()):
        if isinstance(item, pikepdf.Name):
            table[code] = glyph_unicode(name_text(item))
            code += 1
        else:
            code = int(item)
    return table


@cache
def glyph_unicode(name: str) -> str:
    """``eacute`` gives é, ``uni0041`` and ``a.alt`` their letter; U+FFFD when unknown.

    Adobe Glyph List specification, section 2, for the Latin letters and digits.
    """
    stem = name.split(".", maxsplit=1)[0]
    if stem in _NAMED:
        return _NAMED[stem]
    if len(stem) == 1:
        return stem
    if match := re.fullmatch(r"(?:uni|u)([0-9A-Fa-f]{4,6})", stem):
        point = int(match[1][:6], 16)
        return chr(point) if point <= 0x10FFFF else "\ufffd"
    if stem[1:] in _ACCENTS:
        return unicodedata.normalize("NFC", stem[0] + _ACCENTS[stem[1:]])
    return "\ufffd" if stem.isalnum() and len(stem) <= 3 else " "


def _simple_widths(font: Any, codes: FontCodes) -> None:
    widths = font.get("/Widths")
    if widths is None:
        return
    first = int(font.get("/FirstChar", 0))
    # A Type 3 font counts in its own glyph space.
    scale = 1000.0 * abs(float(font["/FontMatrix"][0])) if "/FontMatrix" in font else 1.0
    codes.advances = {first + i: float(width) * scale for i, width in enumerate(widths)}
    codes.knows_widths = True


def _composite_widths(font: Any, codes: FontCodes) -> None:
    import pikepdf

    descendant = font["/DescendantFonts"][0]
    codes.default_advance = float(descendant.get("/DW", 1000))
    codes.knows_widths = True
    row = list(descendant.get("/W", ()))
    at = 0
    while at + 1 < len(row):
        first = int(row[at])
        if isinstance(row[at + 1], pikepdf.Array):
            for offset, width in enumerate(row[at + 1]):
                codes.advances[first + offset] = float(width)
            at += 2
        else:
            last = min(int(row[at + 1]), first + _MAX_RANGE)
            codes.advances.update(dict.fromkeys(range(first, last + 1), float(row[at + 2])))
            at += 3
