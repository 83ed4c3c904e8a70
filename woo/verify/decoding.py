"""Every reading of bytes as text that a secret could hide behind."""

import re
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from urllib.parse import unquote

# PDFDocEncoding (ISO 32000-1, annex D) is Latin-1 but for some signs; only these are letters.
_PDFDOC_LETTERS = str.maketrans(
    {
        "\x93": "fi",
        "\x94": "fl",
        "\x95": "Ł",
        "\x96": "Œ",
        "\x97": "Š",
        "\x99": "Ž",
        "\x9a": "ı",
        "\x9b": "ł",
        "\x9c": "œ",
        "\x9d": "š",
        "\x9e": "ž",
    }
)
_TAG = re.compile(r"<[^<>]*>")
_ENDS_OF_XMP = {f"<?xpacket end={quote}{way}{quote}?>" for quote in "\"'" for way in "rw"}
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{8,}")
_BASE_64 = re.compile(r"[A-Za-z0-9+/_-]{8,}")
_MOST_CODINGS = 3
_PRINTABLE_RUN = re.compile(rb"[\x20-\x7e\xa0-\xff\t\r\n]{6,}")


def readings(data: bytes) -> Iterator[str]:
    """The text that a PDF string may stand for, most likely first."""
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        yield data.decode("utf-16", "replace")
        return
    latin = data.decode("latin-1")
    yield latin.translate(_PDFDOC_LETTERS)
    if "%" in latin:
        yield from _unquoted(latin)
    for run in _BASE_64.findall(latin):
        yield from _from_base_64(run)
    if "&" in latin:
        yield unescape(latin)
    if "<" in latin:
        yield unescape(_TAG.sub("", latin))
    yield from _wider(data)


def _unquoted(text: str) -> Iterator[str]:
    """Percent signs undone, as often as they were put in."""
    for _ in range(_MOST_CODINGS):
        plain = unquote(text)
        if plain == text:
            return
        yield plain
        text = plain


def _from_base_64(run: str) -> Iterator[str]:
    """A run of letters and digits read as base 64 (RFC 4648, either alphabet), when that is text.

    What stands before the last slash may be a path.
    """
    for part in dict.fromkeys((run, run.rpartition("/")[2])):
        plain = part.replace("-", "+").replace("_", "/")
        plain = plain[:-1] if len(plain) % 4 == 1 else plain
        with suppress(ValueError):
            yield b64decode(plain + "=" * (-len(plain) % 4), validate=True).decode("utf-8")


def _wider(data: bytes) -> Iterator[str]:
    if not data.isascii():
        with suppress(UnicodeDecodeError):
            yield data.decode("utf-8-sig")
    if b"\0" in data:
        yield data.decode("utf-16-be", "replace")
        yield data.decode("utf-16-le", "replace")
        yield data[1:].decode("utf-16-be", "replace")


def markup_texts(text: str) -> Iterator[str]:
    """The words of XML or HTML: what stands between tags, and the values of attributes.

    The names of elements and namespaces belong to the format, and so does the *w* or *r* with which
    XMP says whether it may be written. Tags fall away without a space, so a name that is split by
    tags is found.
    """
    yield unescape(_TAG.sub("", text))
    yield unescape(_TAG.sub(" ", text))
    for tag in _TAG.finditer(text):
        for name, double, single in _ATTRIBUTE.findall(tag.group()):
            is_end = name == "end" and tag.group() in _ENDS_OF_XMP
            if not name.startswith("xmlns") and not is_end:
                yield unescape(double or single)


def hexadecimal_texts(text: str) -> Iterator[str]:
    """Runs of hexadecimal digits in a text, read as bytes."""
    for run in _HEXADECIMAL.finditer(text):
        digits = run.group()
        yield from readings(bytes.fromhex(digits[: len(digits) // 2 * 2]))


def is_text(data: bytes) -> bool:
    """True when nearly all of the bytes are printable."""
    sample = data[:4096]
    printable = sum(len(run.group()) for run in _PRINTABLE_RUN.finditer(sample))
    return printable >= 0.85 * len(sample) and b"\0" not in sample


def printable_runs(data: bytes) -> Iterator[str]:
    """Stretches of printable characters in binary data."""
    for run in _PRINTABLE_RUN.finditer(data):
        yield run.group().decode("latin-1")
