"""Which glyph names a simple font's encoding gives to a code, and what the names stand for."""

from collections.abc import Callable, Set
from typing import Any

from woo.pdf.rebuilding.fontuse import differences
from woo.pdf.trees import name_text

# Names that encodings give twice (ISO 32000-1, annex D.2).
_ALSO = {
    "space": {"nbspace", "uni00A0", "nonbreakingspace"},
    "hyphen": {"sfthyphen", "softhyphen", "uni00AD"},
    "nbspace": {"space"},
    "sfthyphen": {"hyphen"},
}


def characters_of(name: str) -> str:
    """The text that a glyph name stands for by the Adobe Glyph List; empty when unknown."""
    from fontTools.agl import toUnicode

    return str(toUnicode(name))


def names_of_code(font: Any) -> Callable[[int], Set[str]]:
    """The names by the ``Encoding`` of a simple font, and by all base encodings when it has none.

    More names than a reader would use are no harm, fewer would take away what is shown.
    """
    import pikepdf

    encoding = font.get("/Encoding")
    given: dict[int, str] = {}
    base = str(encoding)
    if isinstance(encoding, pikepdf.Dictionary):
        base = str(encoding.get("/BaseEncoding", ""))
        given = {code: name_text(name) for code, name in differences(encoding)}
    tables = [_TABLES[base]] if base in _TABLES else list(_TABLES.values())

    def names(code: int) -> Set[str]:
        if code in given:
            found = {given[code]}
        else:
            found = {name for table in tables if (name := table(code))}
        return found | {other for name in found for other in _ALSO.get(name, ())}

    return names


def exact_name(font: Any, code: int) -> str:
    """The one name that the ``Encoding`` of a simple font gives to a code; empty when none."""
    import pikepdf

    encoding = font.get("/Encoding")
    base = str(encoding)
    if isinstance(encoding, pikepdf.Dictionary):
        for known, name in differences(encoding):
            if known == code:
                return name_text(name)
        base = str(encoding.get("/BaseEncoding", ""))
    return _TABLES[base](code) if base in _TABLES else ""


def _standard(code: int) -> str:
    from fontTools.encodings.StandardEncoding import StandardEncoding

    return str(StandardEncoding[code]).replace(".notdef", "") if code < 256 else ""


def _by_codec(codec: str) -> Callable[[int], str]:
    def name(code: int) -> str:
        from fontTools.agl import UV2AGL

        character = bytes([code]).decode(codec, "ignore") if code < 256 else ""
        return str(UV2AGL.get(ord(character), "")) if character else ""

    return name


_TABLES: dict[str, Callable[[int], str]] = {
    "/StandardEncoding": _standard,
    "/WinAnsiEncoding": _by_codec("cp1252"),
    "/MacRomanEncoding": _by_codec("mac_roman"),
}
