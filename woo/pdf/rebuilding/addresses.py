"""What a web address may say: as it stands, and with its codings undone.

Addresses carry names in percent signs, in base 64 and in the coding of host names (RFC 3986, 4648
and 3492). A coding inside a coding is undone as well.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_plus

_DEPTH = 3
_CODED = re.compile(r"[A-Za-z0-9+/_-]{8,}={0,2}")
_HEXADECIMAL = re.compile(r"(?:[0-9A-Fa-f]{2}){4,}")


def readings(address: str) -> Iterator[str]:
    """Everything that an address says."""
    waiting = [(address, 0)]
    seen: set[str] = set()
    while waiting:
        text, depth = waiting.pop()
        if text in seen:
            continue
        seen.add(text)
        yield text
        if depth < _DEPTH:
            waiting += [(inner, depth + 1) for inner in _undone(text)]


def _undone(text: str) -> Iterator[str]:
    """The text with one coding undone."""
    if "%" in text or "+" in text:
        yield unquote_plus(text)
    for part in re.findall(r"xn--[A-Za-z0-9-]+", text, re.IGNORECASE):
        try:
            yield part[4:].encode("ascii").decode("punycode")
        except UnicodeError:
            continue
    for part in _HEXADECIMAL.findall(text):
        yield bytes.fromhex(part).decode("utf-8", "replace")
    for part in _CODED.findall(text):
        yield from _from_base_64(part)


def _from_base_64(part: str) -> Iterator[str]:
    """What a stretch of base 64 holds, when that is text; its start may be part of the path."""
    whole = part.rstrip("=").replace("-", "+").replace("_", "/")
    for piece in {whole, whole.rpartition("/")[2]}:
        kept = piece[: len(piece) - (len(piece) % 4 == 1)]
        try:
            data = base64.b64decode(kept + "=" * (-len(kept) % 4))
            yield data.decode("utf-8")
        except (binascii.Error, UnicodeDecodeError):
            continue
