"""Letters as curves, as pixels and as an embedded font, for vectors that no text layer shows."""

import io
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from fontTools.pens.recordingPen import RecordingPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFont

from tests.vectors.maker import SECRET, Pdf

TRUETYPE, CURVES = "SourceSansPro-Regular.ttf", "SourceSansPro-Regular.otf"


@cache
def _bytes(name: str) -> bytes:
    return (resources.files("font_source_sans_pro") / "files" / name).read_bytes()


def _open(name: str) -> TTFont:
    return TTFont(io.BytesIO(_bytes(name)))


_PATH = {"moveTo": "m", "lineTo": "l", "curveTo": "c", "closePath": "h"}


def _path(glyph: Any) -> str:
    """The path operators that draw one glyph."""
    pen = RecordingPen()
    glyph.draw(pen)
    return " ".join(
        " ".join(f"{x:.1f} {y:.1f}" for x, y in points) + f" {_PATH[name]}"
        for name, points in pen.value
    )


def outlines(line: str, x: float, y: float, size: float, paint: str = "f") -> str:
    """Operators that draw a line as curves; ``paint`` fills or strokes."""
    font = _open(CURVES)
    glyphs, names, upem = font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
    scale, at = size / upem, 0.0
    parts = [f"q {scale:.5f} 0 0 {scale:.5f} {x} {y} cm"]
    for letter in line:
        name = names[ord(letter)]
        parts.append(f"q 1 0 0 1 {at:.1f} 0 cm {_path(glyphs[name])} {paint} Q")
        at += glyphs[name].width
    return "\n".join(parts) + "\nQ\n"


def picture(line: str = SECRET, mode: str = "L", height: int = 80) -> Image.Image:
    """Black letters on white, with room around them."""
    font = ImageFont.truetype(io.BytesIO(_bytes(TRUETYPE)), int(height * 0.6))
    width = int(font.getlength(line)) + height
    drawn = Image.new("L", (width, height), 255)
    ImageDraw.Draw(drawn).text((height // 2, height // 8), line, font=font, fill=0)
    return drawn.convert(mode)


def subset(letters: str) -> tuple[bytes, dict[str, int], dict[str, int]]:
    """A TrueType program with just these letters: its bytes, glyph numbers, widths per 1000."""
    font = _open(TRUETYPE)
    options = Options()
    options.notdef_outline = True
    options.glyph_names = False
    options.layout_features = []
    chosen = Subsetter(options)
    chosen.populate(text=letters)
    chosen.subset(font)
    names, upem = font.getBestCmap(), font["head"].unitsPerEm
    numbers = {letter: font.getGlyphID(names[ord(letter)]) for letter in letters}
    widths = {x: round(font["hmtx"][names[ord(x)]][0] * 1000 / upem) for x in letters}
    written = io.BytesIO()
    font.save(written)
    return written.getvalue(), numbers, widths


def descriptor(made: Pdf, program: bytes, flags: int = 4, **entries: Any) -> Any:
    """A font descriptor with the TrueType program in it."""
    defaults = {
        "Type": Name.FontDescriptor,
        "FontName": Name("/AAAAAA+Source"),
        "Flags": flags,
        "FontBBox": Array([-500, -300, 1200, 1000]),
        "ItalicAngle": 0,
        "Ascent": 800,
        "Descent": -250,
        "CapHeight": 660,
        "StemV": 80,
        "FontFile2": made.stream(program, Length1=len(program)),
    }
    return made.indirect(**(defaults | entries))


def composite(
    made: Pdf, letters: str, tounicode: Mapping[str, str] | None = None, **entries: Any
) -> tuple[Any, dict[str, str]]:
    """A Type 0 font with Identity encoding, and the hexadecimal code of each letter.

    ``tounicode`` says what each letter is called; without it the font does not say.
    """
    program, numbers, widths = subset(letters)
    row = []
    for letter in letters:
        row += [numbers[letter], Array([widths[letter]])]
    cid = made.indirect(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/AAAAAA+Source"),
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        FontDescriptor=descriptor(made, program),
        DW=500,
        W=Array(row),
        CIDToGIDMap=Name.Identity,
    )
    defaults: dict[str, Any] = {
        "Type": Name.Font,
        "Subtype": Name.Type0,
        "BaseFont": Name("/AAAAAA+Source"),
        "Encoding": Name("/Identity-H"),
        "DescendantFonts": Array([cid]),
    }
    if tounicode is not None:
        pairs = {f"{numbers[x]:04x}": tounicode[x] for x in letters if x in tounicode}
        defaults["ToUnicode"] = made.stream(character_map(pairs, 2))
    font = made.indirect(**(defaults | entries))
    return font, {letter: f"{numbers[letter]:04x}" for letter in letters}


def character_map(pairs: Mapping[str, str], size: int = 1) -> str:
    """A ToUnicode map from hexadecimal codes to text."""
    lines = "".join(f"<{c}> <{t.encode('utf-16-be').hex()}>\n" for c, t in pairs.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        f"/CMapType 2 def 1 begincodespacerange <{'00' * size}> <{'ff' * size}> "
        f"endcodespacerange {len(pairs)} beginbfchar\n{lines}endbfchar endcmap end end"
    )


def helvetica(made: Pdf, **entries: Any) -> Any:
    """The standard font, with other entries."""
    defaults = {
        "Type": Name.Font,
        "Subtype": Name.Type1,
        "BaseFont": Name.Helvetica,
        "Encoding": Name.WinAnsiEncoding,
    }
    return made.indirect(**(defaults | entries))


def hexes(line: str, codes: Mapping[str, str]) -> str:
    """A hexadecimal string operand."""
    return "<" + "".join(codes[letter] for letter in line) + ">"


def catalogue_of(*makers: Any) -> dict[str, Any]:
    """Makers by their names."""
    return {maker.__name__: maker for maker in makers}
