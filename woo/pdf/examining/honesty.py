"""What a page may draw beside the letters of its text, and fonts that cannot lie about theirs."""

from typing import Any

_PAINTERS = ("/Pattern", "/Shading")
_ENCODINGS = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding"})
_STANDARD = ("/Helvetica", "/Times", "/Courier")


def is_standard(font: Any) -> bool:
    """A standard font (ISO 32000-1, 9.6.2.2) in a standard encoding: its codes say what it draws.

    Not one that is embedded, or has a ToUnicode map or an encoding of its own.
    """
    try:
        name = str(font.get("/BaseFont", ""))
        return (
            font.get("/Subtype") == "/Type1"
            and name.startswith(_STANDARD)
            and "/ToUnicode" not in font
            and "/FontDescriptor" not in font
            and str(font.get("/Encoding", "/StandardEncoding")) in _ENCODINGS
        )
    except (TypeError, ValueError):
        return False


def paints(resources: Any) -> bool:
    """Whether these resources can draw letters as patterns, shadings, soft masks or Type 3 glyphs.

    Whatever cannot be read can.
    """
    import pikepdf

    if not isinstance(resources, pikepdf.Dictionary):
        return resources is not None
    if any(key in resources for key in _PAINTERS):
        return True
    states: Any = resources.get("/ExtGState", {})
    fonts: Any = resources.get("/Font", {})
    if not all(isinstance(table, pikepdf.Dictionary | dict) for table in (states, fonts)):
        return True
    masks = (state.get("/SMask") for _, state in states.items() if hasattr(state, "get"))
    return any(isinstance(mask, pikepdf.Dictionary) for mask in masks) or any(
        font.get("/Subtype") == "/Type3" for _, font in fonts.items() if hasattr(font, "get")
    )
