"""Takes redacted texts out of the names of fonts, glyphs and colours, and out of small programs.

Names that streams of operators use are another matter: ``reach`` refuses those.
"""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from woo.pdf.rebuilding.fontnames import without_names
from woo.pdf.removing.marks import LabelOf
from woo.pdf.trees import name_text

_NAME_KEYS = ("/BaseFont", "/FontName", "/Name", "/CMapName")
_FONT, _COLOUR, _GLYPH = "/Lettertype", "/Steunkleur", "/teken"
_TOKEN = re.compile(rb"/[^\s()<>\[\]{}/%]+|\([^()]*\)")
_COMMENT = re.compile(rb"%[^\r\n]*")
NOTED = frozenset(
    {"simplefont", "type0", "cidfont", "descriptor", "cmapstream", "fontfile", "functiondict"}
)
"""The tables of the allow-list that ``clean_names`` wants to see, beside colour spaces."""


def clean_names(noted: Iterable[tuple[str, Any]], label_of: LabelOf) -> None:
    """Clean what the allow-list noted: pairs of the name of a table and the object."""
    for kind, value in noted:
        if kind == "colorspace":
            _clean_colours(value, label_of)
        elif kind == "fontfile":
            _rewrite(value, without_names)
        elif kind == "functiondict":
            if value.get("/FunctionType") == 4:
                _rewrite(value, lambda data: _COMMENT.sub(b" ", data))
        elif kind == "cmapstream":
            _clean_font(value, label_of)
            _rewrite(value, partial(_unnamed, label_of=label_of))
        else:
            _clean_font(value, label_of)


def _unnamed(program: bytes, label_of: LabelOf) -> bytes:
    """A character map without comments, and without names and strings that hold redacted text."""

    def kept(token: re.Match[bytes]) -> bytes:
        if not label_of(token[0].decode("latin-1")):
            return token[0]
        return b"()" if token[0].startswith(b"(") else _FONT.encode()

    return _TOKEN.sub(kept, _COMMENT.sub(b" ", program))


def _clean_font(font: Any, label_of: LabelOf) -> None:
    import pikepdf

    for key in _NAME_KEYS:
        if isinstance(font.get(key), pikepdf.Name) and label_of(name_text(font[key])):
            font[key] = pikepdf.Name(_FONT)
    _clean_glyphs(font, label_of)


def _clean_glyphs(font: Any, label_of: LabelOf) -> None:
    """The names of glyphs; those of a Type 3 font are its own, others lead into its program."""
    import pikepdf

    encoding = font.get("/Encoding")
    listed = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    if not isinstance(listed, pikepdf.Array):
        return
    procedures = font.get("/CharProcs")
    for index, item in enumerate(list(listed)):
        if not isinstance(item, pikepdf.Name) or not label_of(name_text(item)):
            continue
        name = "/.notdef"
        if isinstance(procedures, pikepdf.Dictionary) and str(item) in procedures:
            name = f"{_GLYPH}{index}"
            procedures[name] = procedures[str(item)]
            del procedures[str(item)]
        listed[index] = pikepdf.Name(name)


def _clean_colours(space: Any, label_of: LabelOf) -> None:
    """The colorants of a Separation or DeviceN space: on a screen only the function counts."""
    import pikepdf

    if len(space) < 2 or str(space[0]) not in {"/Separation", "/DeviceN"}:
        return
    if isinstance(space[1], pikepdf.Name):
        if label_of(name_text(space[1])):
            space[1] = pikepdf.Name(_COLOUR)
        return
    for index, name in enumerate(list(space[1])):
        if isinstance(name, pikepdf.Name) and label_of(name_text(name)):
            space[1][index] = pikepdf.Name(f"{_COLOUR}{index}")


def _rewrite(stream: Any, change: Callable[[bytes], bytes]) -> None:
    """Change the data of a stream; one that cannot be read stays for the verifier to judge."""
    import pikepdf

    if not isinstance(stream, pikepdf.Stream):
        return
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        return
    changed = change(data)
    if changed != data:
        stream.write(changed)
        if "/Length1" in stream:
            # Only the clear part of a Type 1 program is changed, and that keeps its length.
            stream["/Length1"] = _first_length(stream, data, changed)


def _first_length(stream: Any, data: bytes, changed: bytes) -> int:
    return int(stream["/Length1"]) if len(data) == len(changed) else len(changed)
