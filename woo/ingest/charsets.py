"""Bytes to text, for senders that say nothing, or not the truth, about their character set."""

import codecs

# Only real character sets: Python also has codecs that unpack, or take quadratic time (punycode).
_FAMILIES = (
    "ascii", "big5", "cp", "euc", "gb", "hz", "iso", "johab", "koi8", "kz", "latin", "mac",
    "shift", "tis", "utf",
)  # fmt: skip
# Sets whose text is also valid UTF-8 or ASCII bytes, so that they must be tried first.
_SEVEN_BIT = ("hz", "iso2022", "utf-16", "utf-32", "utf-7")


def decode(content: bytes, declared: str = "") -> str:
    """Text from ``content``; never fails and never drops a byte unseen.

    UTF-8 goes before the declared set, because bytes that form valid UTF-8 by chance are very
    rare and wrong declarations are not. What fits nothing is read as Windows-1252.
    """
    for charset in _candidates(declared):
        try:
            return content.decode(charset)
        except (UnicodeError, LookupError):
            continue
    return content.decode("cp1252", errors="replace")


def _candidates(declared: str) -> tuple[str, ...]:
    name = _codec_name(declared)
    if name is None:
        return ("utf-8",)
    if name.startswith(_SEVEN_BIT):
        return (name, "utf-8")
    # The web standard reads Latin-1 as Windows-1252: what claims the first is nearly always that.
    return ("utf-8", "cp1252", name) if name == "iso8859-1" else ("utf-8", name)


def _codec_name(declared: str) -> str | None:
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError, UnicodeError):
        return None
    return name if name.startswith(_FAMILIES) else None


def decode_file(content: bytes) -> str:
    """The text of a text file: every character stays, so offsets count in the file itself.

    UTF-8, or UTF-16 when a byte order mark says so, otherwise Windows-1252. The mark and the
    line ends are kept.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        order = "le" if content.startswith(codecs.BOM_UTF16_LE) else "be"
        return content.decode(f"utf-16-{order}", errors="replace")
    return decode(content)
