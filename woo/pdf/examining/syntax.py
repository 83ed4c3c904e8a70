"""The tokens of PDF syntax (ISO 32000-1, 7.2 and 7.3), for objects and content streams alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

TOKEN = re.compile(
    rb"""(?P<literal>\((?:[^\\()]+|\\.)*+\))
    |(?P<nested>\()
    |(?P<dictionary><<|>>)
    |(?P<hexadecimal><[0-9A-Fa-f\s]*>)
    |(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\s\[\]<>()/%]|$))
    |(?P<name>/[^\s()<>\[\]{}/%]*)
    |(?P<operator>[A-Za-z'"][A-Za-z0-9*'"]*)
    |(?P<array>[\[\]])
    |(?P<comment>%[^\r\n]*)
    |(?P<other>[^\s])""",
    re.VERBOSE | re.DOTALL,
)
# Numbers with a drawing operator that moves no text: paths, line styles and colours. Read at one
# go, because a drawing has thousands.
_DRAWING = rb"""(?P<drawing>(?:[+-]?(?:\d++\.?\d*+|\.\d++)\s++){1,6}+
    (?:re|[mlcvywJjMigGkKd]|rg|RG|scn?|SCN?)(?=[\s\[<(/%]|$))|"""
# Brackets say nothing here: without them the pattern passes over them by itself.
_NO_BRACKETS = TOKEN.pattern.split(rb"|(?P<array>", maxsplit=1)[0]
CONTENT_TOKEN = re.compile(
    _DRAWING + _NO_BRACKETS + rb"|(?P<comment>%[^\r\n]*)", re.VERBOSE | re.DOTALL
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}
_NAME_ESCAPE = re.compile(r"#([0-9A-Fa-f]{2})")


@dataclass(slots=True)
class SyntaxParts:
    """What stands in the syntax of one object: strings with the key before them, and names."""

    strings: list[tuple[str, bytes]] = field(default_factory=list, repr=False)
    names: list[str] = field(default_factory=list, repr=False)


def syntax_parts(syntax: bytes) -> SyntaxParts:
    """Take the strings and names (keys too) out of an object's syntax."""
    parts = SyntaxParts()
    key = ""
    for kind, token in _tokens(syntax):
        if kind == "name":
            key = decoded_name(token)
            parts.names.append(key)
        elif kind == "hexadecimal":
            parts.strings.append((key, hexadecimal_bytes(token)))
        elif kind in {"literal", "nested"}:
            parts.strings.append((key, literal_bytes(token)))
    return parts


def _tokens(syntax: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while (token := TOKEN.search(syntax, at)) is not None:
        at = nested_end(syntax, token.start()) if token.lastgroup == "nested" else token.end()
        yield str(token.lastgroup), syntax[token.start() : at]


def decoded_name(token: bytes) -> str:
    """``/A#42`` gives ``/AB``."""
    text = token.decode("latin-1")
    return _NAME_ESCAPE.sub(lambda m: chr(int(m[1], 16)), text) if "#" in text else text


@lru_cache(maxsize=65_536)
def literal_bytes(token: bytes) -> bytes:
    r"""The bytes that a literal string such as ``(a\051)`` stands for.

    One that is never closed runs to the end of the data.
    """
    body = token[1:-1] if token.endswith(b")") else token[1:]
    return _ESCAPE.sub(_unescape, body) if b"\\" in body else body


@lru_cache(maxsize=4096)
def hexadecimal_bytes(token: bytes) -> bytes:
    """The bytes that a hexadecimal string such as ``<4a>`` stands for."""
    digits = b"".join(token[1:-1].split()).decode("ascii")
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _unescape(match: re.Match[bytes]) -> bytes:
    return _unescaped(match[1])


@lru_cache(maxsize=1024)
def _unescaped(code: bytes) -> bytes:
    if code[0] in b"01234567":
        return bytes([int(code, 8) & 0xFF])
    return b"" if code in {b"\r\n", b"\r"} else _ESCAPED.get(code, code)


def nested_end(data: bytes, start: int) -> int:
    """Where the literal string that opens at ``start`` ends, parentheses inside it counted."""
    depth = 0
    for mark in _PARENTHESIS.finditer(data, start):
        if mark[0] == b"(":
            depth += 1
        elif mark[0] == b")":
            depth -= 1
            if depth == 0:
                return mark.end()
    return len(data)
