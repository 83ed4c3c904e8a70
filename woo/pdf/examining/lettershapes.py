"""Whether a drawn glyph looks like the letter that the file says it is.

A font can call its glyphs whatever it likes: what the file says is text then differs from what a
reader sees. So the picture of a glyph is compared with the same sign in the standard fonts, which
pdfium carries. The comparison is coarse: it tells an *a* from a *k*, not one typeface from another.
"""

import io
import math
import string
import unicodedata
from functools import cache
from typing import Any

_SIGNS = (
    string.ascii_letters
    + string.digits
    + string.punctuation
    + "€‚ƒ„…†‡‰Š‹ŒŽ‘’“”•–—™š›œžŸ¡¢£¤¥¦§©ª«¬®°±²³µ¶·¹º»¼½¾¿"
    + "".join(chr(code) for code in range(0xC0, 0x100))
)
_FONTS = (
    "Helvetica",
    "Helvetica-Bold",
    "Helvetica-Oblique",
    "Times-Roman",
    "Times-Bold",
    "Times-Italic",
    "Courier",
    "Courier-Bold",
)
_CELL, _LETTER = 60, 36  # pixels: the square for one sign, and the size of the font
_GRID = 16  # a glyph is compared as so many pixels wide and high
_FAINT = 40  # levels of 256 between a glyph and what is around it, to be seen at all
_ALIKE = 0.8
_NEARLY_BEST = 0.13


def is_alike(pixels: Any, sign: str) -> bool | None:
    """Whether a grey numpy picture of one glyph can be ``sign``; None when nothing is seen.

    A sign that no standard font has is never alike when the glyph looks like a letter or digit, and
    always when it does not; a letter of another script cannot be compared.
    """
    import numpy as np

    glyph = _normalised(pixels)
    if glyph is None:
        return None
    signs, shapes, ratios = _references()
    seen, ratio = glyph
    scores = shapes @ seen * (1 - 0.3 * np.minimum(1, np.abs(ratios - ratio)))
    best = int(scores.argmax())
    plain = unicodedata.normalize("NFKC", sign).casefold()
    own = scores[[i for i, known in enumerate(signs) if known.casefold() == plain]]
    if not own.size:
        if sign.isalpha():
            return True  # another script
        return not (signs[best].isalnum() and scores[best] > _ALIKE)
    return bool(own.max() > min(_ALIKE, scores[best] - _NEARLY_BEST))


def _normalised(pixels: Any) -> tuple[Any, float] | None:
    """The ink as a vector of length one, and the logarithm of width over height."""
    import numpy as np
    from PIL import Image

    if min(pixels.shape) < 2:
        return None
    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    ink = np.abs(pixels.astype("float32") - float(np.median(edge)))
    if ink.max() < _FAINT:
        return None
    strong = ink > 0.4 * ink.max()
    rows, columns = np.flatnonzero(strong.any(axis=1)), np.flatnonzero(strong.any(axis=0))
    cut = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    small = Image.fromarray(cut).resize((_GRID, _GRID), Image.Resampling.BOX)
    vector = np.asarray(small, dtype="float32").ravel()
    height, width = cut.shape
    return vector / max(float(np.linalg.norm(vector)), 1e-6), math.log(width / height)


@cache
def _references() -> tuple[list[str], Any, Any]:
    """The signs, their vectors and ratios, a row for each sign in each font."""
    import numpy as np

    picture = _drawn_references()
    signs: list[str] = []
    vectors: list[Any] = []
    ratios: list[float] = []
    for row in range(len(_FONTS)):
        for column, sign in enumerate(_SIGNS):
            top, left = row * _CELL, column * _CELL
            shape = _normalised(picture[top : top + _CELL, left : left + _CELL])
            if shape is not None:
                signs.append(sign)
                vectors.append(shape[0])
                ratios.append(shape[1])
    return signs, np.stack(vectors), np.array(ratios, dtype="float32")


def _drawn_references() -> Any:
    """All signs in a row for each font, as a grey picture."""
    import pikepdf
    import pypdfium2

    width, height = _CELL * len(_SIGNS), _CELL * len(_FONTS)
    parts = []
    for row in range(len(_FONTS)):
        y = height - _CELL * row - 42
        for column, sign in enumerate(_SIGNS):
            shown = sign.encode("cp1252").hex()
            x = _CELL * column + 10
            parts.append(f"BT /F{row} {_LETTER} Tf {x} {y} Td <{shown}> Tj ET")
    with pikepdf.new() as pdf:
        fonts = {f"/F{row}": _font(name) for row, name in enumerate(_FONTS)}
        page = pdf.add_blank_page(page_size=(width, height))
        page.obj["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts))
        page.obj["/Contents"] = pdf.make_stream("\n".join(parts).encode("ascii"))
        written = io.BytesIO()
        pdf.save(written)
    document = pypdfium2.PdfDocument(written.getvalue())
    try:
        bitmap = document[0].render(scale=1, grayscale=True)
        return bitmap.to_numpy().reshape(bitmap.height, bitmap.width).copy()
    finally:
        document.close()


def _font(name: str) -> Any:
    import pikepdf

    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name("/" + name),
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
