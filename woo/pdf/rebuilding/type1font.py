"""Takes glyphs out of Type 1 font programs (Adobe Type 1 Font Format, chapters 6 and 7)."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

_EEXEC_KEY, _CHARSTRING_KEY = 55665, 4330
_GLYPH = re.compile(rb"/([^\s/{}\[\]()<>%]+)\s+(\d+)\s+(?:RD|-\||\S{1,8}) ")
_SUBROUTINE = re.compile(rb"dup\s+(\d+)\s+(\d+)\s+(?:RD|-\||\S{1,8}) ")
_ENCODED = re.compile(rb"dup\s+(\d+)\s*/([^\s/{}\[\]()<>%]+)\s+put\s*")
_NAMES = re.compile(
    rb"/(version|Notice|Copyright|FullName|FamilyName|Weight)\s*"
    rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)",
    re.DOTALL,
)
_COMMENT = re.compile(rb"^%(?!!)[^\r\n]*[\r\n]+", re.MULTILINE)
_LEN_IV = re.compile(rb"/lenIV\s+(-?\d+)")
_COUNT = re.compile(rb"/CharStrings\s+(\d+)\s+dict")
_CALLSUBR, _RETURN, _ENDCHAR, _ESCAPE, _OTHER, _SEAC, _HSBW = 10, 11, 14, 12, 16, 6, 13
_UNKNOWN = -1_000_000
_MAX_SIZE = 2_000_000
_TAIL = b"\n" + (b"0" * 64 + b"\n") * 8 + b"cleartomark\n"


def _decrypt(data: bytes, key: int) -> bytes:
    out = bytearray(len(data))
    for index, cipher in enumerate(data):
        out[index] = cipher ^ (key >> 8)
        key = ((cipher + key) * 52845 + 22719) & 0xFFFF
    return bytes(out)


def _encrypt(data: bytes, key: int) -> bytes:
    out = bytearray(len(data))
    for index, plain in enumerate(data):
        cipher = plain ^ (key >> 8)
        out[index] = cipher
        key = ((cipher + key) * 52845 + 22719) & 0xFFFF
    return bytes(out)


@dataclass(slots=True)
class _Part:
    """A charstring in the private part: from ``start`` to ``end``, its bytes at ``at``."""

    name: bytes
    start: int
    at: int
    size: int
    end: int


@dataclass(slots=True)
class Type1Font:
    """A Type 1 program in clear text and decrypted private text."""

    clear: bytes
    private: bytes
    glyphs: dict[str, _Part] = field(default_factory=dict)
    subroutines: dict[int, _Part] = field(default_factory=dict)
    shift: int = 4

    def code(self, part: _Part) -> bytes:
        """The decrypted operators of a charstring."""
        raw = self.private[part.at : part.at + part.size]
        return raw if self.shift < 0 else _decrypt(raw, _CHARSTRING_KEY)[self.shift :]

    def builtin(self, code: int) -> str:
        """The name that the program's own encoding gives to a code."""
        from fontTools.encodings.StandardEncoding import StandardEncoding

        if b"StandardEncoding" in self.clear:
            return str(StandardEncoding[code]) if code < 256 else ".notdef"
        named = {int(m[1]): m[2].decode("latin-1") for m in _ENCODED.finditer(self.clear)}
        return named.get(code, ".notdef")

    def width(self, name: str) -> float:
        """The advance of a glyph: the second number of hsbw."""
        stack: list[float] = []
        for sign in _tokens(self.code(self.glyphs[name])):
            if isinstance(sign, str):
                if sign == f"op{_HSBW}" and len(stack) >= 2:
                    return stack[-1]
                if sign == "div" and len(stack) >= 2:
                    divisor = stack.pop()
                    stack.append(stack.pop() / divisor)
                    continue
                break
            stack.append(sign)
        raise ValueError("a glyph without a width")


def read_type1(data: bytes) -> Type1Font:
    """Read a program. Raises ValueError when it is not one, or a strange one."""
    if len(data) > _MAX_SIZE:
        raise ValueError("a font program that is too large")
    data = _without_segments(data)
    start = data.find(b"eexec")
    if start < 0:
        raise ValueError("no private part in a Type 1 font")
    begin = start + 5
    begin += 2 if data[begin : begin + 2] == b"\r\n" else 1
    coded = data[begin:]
    if re.fullmatch(rb"[0-9A-Fa-f\s]{4}", coded[:4]):
        digits = b"".join(coded.split())
        coded = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
    private = _decrypt(coded, _EEXEC_KEY)[4:]
    end = private.find(b"closefile")
    font = Type1Font(data[:begin], private[: end + 9] if end >= 0 else private)
    shift = _LEN_IV.search(font.private)
    font.shift = int(shift[1]) if shift else 4
    _find_parts(font)
    return font


def _without_segments(data: bytes) -> bytes:
    """The headers of a PFB file taken out."""
    if data[:1] != b"\x80":
        return data
    out, at = b"", 0
    while at + 6 <= len(data) and data[at] == 0x80 and data[at + 1] in {1, 2}:
        size = int.from_bytes(data[at + 2 : at + 6], "little")
        out, at = out + data[at + 6 : at + 6 + size], at + 6 + size
    return out


def _find_parts(font: Type1Font) -> None:
    begin = font.private.find(b"/CharStrings")
    if begin < 0:
        raise ValueError("no glyphs in a Type 1 font")
    for part in _parts(font.private, _SUBROUTINE, font.private.find(b"/Subrs"), begin):
        font.subroutines[int(part.name)] = part
    for part in _parts(font.private, _GLYPH, begin + 12, len(font.private)):
        font.glyphs[part.name.decode("latin-1")] = part
    if not font.glyphs:
        raise ValueError("no glyphs in a Type 1 font")


def _parts(private: bytes, pattern: re.Pattern[bytes], at: int, end: int) -> Iterator[_Part]:
    """Charstrings one after the other; each ends where the next begins."""
    if at < 0:
        return
    while (match := pattern.search(private, at, end)) is not None:
        size = int(match[2])
        at = match.end() + size
        if at > end:
            raise ValueError("a charstring that does not end")
        # "ND" or "|-" or "noaccess put", up to the end of the line
        closing = re.compile(rb"\s*(?:noaccess\s+)?\S{1,8}\s*").match(private, at, end)
        at = closing.end() if closing else at
        yield _Part(match[1], match.start(), match.end(), size, at)


def _tokens(code: bytes) -> Iterator[float | str]:
    """Numbers, and operators by name."""
    at = 0
    while at < len(code):
        byte = code[at]
        if byte >= 32:
            size = 1 if byte <= 246 else 2 if byte <= 254 else 5
            part = code[at : at + size]
            if len(part) < size:
                return
            yield _number(part)
            at += size
        elif byte == _ESCAPE and at + 1 < len(code):
            yield {_OTHER: "othersubr", _SEAC: "seac", 12: "div", 17: "pop"}.get(
                code[at + 1], "escaped"
            )
            at += 2
        else:
            yield "callsubr" if byte == _CALLSUBR else f"op{byte}"
            at += 1


def _number(part: bytes) -> float:
    first = part[0]
    if first <= 246:
        return first - 139
    if first <= 250:
        return (first - 247) * 256 + part[1] + 108
    if first <= 254:
        return -(first - 251) * 256 - part[1] - 108
    return int.from_bytes(part[1:], "big", signed=True)


def _calls(code: bytes) -> Iterator[int]:
    """The subroutines that a charstring may call; _UNKNOWN for one that cannot be told."""
    before: list[float | str] = []
    for sign in _tokens(code):
        if sign == "callsubr":
            if before[-2:] == ["othersubr", "pop"]:
                # Hint replacement, ``number 1 3 callothersubr pop callsubr``: the number may also
                # be given by the caller, as in ``number 4 callsubr``.
                numbers = before[:-4]
            elif before and isinstance(before[-1], float | int):
                numbers = before[-2:]
            else:
                numbers = [_UNKNOWN]
            yield from (int(number) for number in numbers if isinstance(number, float | int))
        before = [*before[-4:], sign]


def _accents(code: bytes) -> list[int]:
    """The codes of the two glyphs that ``seac`` puts together."""
    numbers: list[float] = []
    for sign in _tokens(code):
        if sign == "seac":
            return [int(number) for number in numbers[-2:]]
        numbers = [*numbers, sign] if isinstance(sign, float | int) else []
    return []


def keep_glyphs(font: Type1Font, names: Set[str]) -> tuple[bytes, bytes, bytes]:
    """The program with these glyphs and their parts, as its three segments."""
    staying = _with_parts(font, {".notdef", *names})
    called = _called(font, staying)
    private = font.private
    edits = [(part.start, part.end, b"") for n, part in font.glyphs.items() if n not in staying]
    if called is not None:
        empty = _encrypt(b"\0" * max(font.shift, 0) + bytes([_RETURN]), _CHARSTRING_KEY)
        if font.shift < 0:
            empty = bytes([_RETURN])
        for number, part in font.subroutines.items():
            if number not in called:
                head = re.sub(rb"(dup\s+\d+\s+)\d+", rb"\g<1>%d" % len(empty),
                              private[part.start : part.at], count=1)  # fmt: skip
                tail = private[part.at + part.size : part.end]
                edits.append((part.start, part.end, head + empty + tail))
    for start, end, new in sorted(edits, reverse=True):
        private = private[:start] + new + private[end:]
    count = len([name for name in font.glyphs if name in staying])
    private = _COUNT.sub(rb"/CharStrings %d dict" % count, private, count=1)
    coded = _encrypt(b"woo " + private + b"\n", _EEXEC_KEY)
    return _clear(font.clear, staying), coded, _TAIL


def _with_parts(font: Type1Font, names: Set[str]) -> set[str]:
    from fontTools.encodings.StandardEncoding import StandardEncoding

    found, waiting = set[str](), [name for name in names if name in font.glyphs]
    while waiting:
        name = waiting.pop()
        if name in found or name not in font.glyphs:
            continue
        found.add(name)
        accents = _accents(font.code(font.glyphs[name]))
        waiting += [str(StandardEncoding[code]) for code in accents if 0 <= code < 256]
    return found


def _called(font: Type1Font, staying: Set[str]) -> set[int] | None:
    """The subroutines that are needed; None when that cannot be told. The first four always are."""
    found = {0, 1, 2, 3}
    waiting = [font.code(font.glyphs[name]) for name in staying]
    while waiting:
        for number in _calls(waiting.pop()):
            if number == _UNKNOWN:
                return None
            if number not in found and number in font.subroutines:
                found.add(number)
                waiting.append(font.code(font.subroutines[number]))
    return found


def _clear(clear: bytes, staying: Set[str]) -> bytes:
    """The clear text without names, comments and the letters that went."""
    clear = _ENCODED.sub(lambda m: m[0] if m[2].decode("latin-1") in staying else b"", clear)
    clear = _NAMES.sub(lambda m: b"/" + m[1] + b" ()", clear)
    return _COMMENT.sub(b"", clear)
