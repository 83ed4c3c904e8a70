"""PDFs with fonts that are put together by hand, glyph by glyph."""

import io
from collections.abc import Sequence

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from tests.vectors.drawn import tounicode
from tests.vectors.maker import Pdf


def _letters(lines: Sequence[str]) -> list[str]:
    """The letters in the order of first use."""
    return list(dict.fromkeys("".join(lines)))


def _name(letter: str) -> str:
    return {" ": "space", ".": "period"}.get(letter, letter)


def _coded(lines: Sequence[str], letters: Sequence[str], size: int) -> str:
    digits = 2 * size
    shown = [
        "".join(f"{letters.index(letter) + 1:0{digits}x}" for letter in line) for line in lines
    ]
    return "".join(
        f"BT /F2 14 Tf 1 0 0 1 50 {500 - 40 * n} Tm <{text}> Tj ET\n"
        for n, text in enumerate(shown)
    )


def _unicode(letters: Sequence[str], size: int) -> bytes | str:
    entries = "".join(
        f"<{n:0{2 * size}x}> <{ord(letter):04x}>\n" for n, letter in enumerate(letters, 1)
    )
    return tounicode(len(letters), entries)


def _box(number: int) -> T2CharString:
    """A glyph like no other."""
    pen = T2CharStringPen(600, None)
    edge = 400 + 10 * number
    pen.moveTo((50, 0))
    for point in ((50, edge), (450, edge), (450, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.getCharString()


def compact_program(letters: Sequence[str]) -> bytes:
    """A CFF program with a box of its own height for every letter."""
    names = [".notdef", *(_name(letter) for letter in letters)]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): _name(letter) for letter in letters})
    outlines = {name: _box(number) for number, name in enumerate(names)}
    builder.setupCFF("ABCDEF+Proef", {"FullName": "Proef"}, outlines, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return bytes(TTFont(io.BytesIO(out.getvalue())).reader["CFF "])


def _descriptor(made: Pdf, key: str, program: bytes, **entries: object) -> object:
    return made.indirect(
        Type=Name.FontDescriptor,
        FontName=Name("/ABCDEF+Proef"),
        Flags=4,
        FontBBox=Array([0, -200, 1000, 800]),
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=700,
        StemV=80,
        **{key: made.stream(program, **entries)},
    )


def compact_font_pdf(lines: Sequence[str]) -> bytes:
    made, letters = Pdf(), _letters(lines)
    program = compact_program(letters)
    font = made.indirect(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name("/ABCDEF+Proef"),
        FirstChar=1,
        LastChar=len(letters),
        Widths=Array([600] * len(letters)),
        Encoding=Dictionary(
            Type=Name.Encoding,
            Differences=Array([1, *(Name("/" + _name(letter)) for letter in letters)]),
        ),
        FontDescriptor=_descriptor(made, "FontFile3", program, Subtype=Name.Type1C),
        ToUnicode=made.stream(_unicode(letters, 1)),
    )
    made.page(_coded(lines, letters, 1), Resources={"Font": Dictionary(F2=font)})
    return made.save()


def own_cmap_pdf(lines: Sequence[str], program: bytes) -> bytes:
    """Codes count from 1 in the order of first use; CID is code + 100."""
    made, letters = Pdf(), _letters(lines)
    with TTFont(io.BytesIO(program)) as font:
        numbers = {letter: font.getGlyphID(font.getBestCmap()[ord(letter)]) for letter in letters}
        metrics = font["hmtx"].metrics
        scale = 1000 / font["head"].unitsPerEm
        widths = [metrics[font.getGlyphName(numbers[one])][0] * scale for one in letters]
    glyph_map = bytes(202) + b"".join(numbers[one].to_bytes(2, "big") for one in letters)
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    cmap = "".join(f"<{n:04x}> {100 + n}\n" for n in range(1, len(letters) + 1))
    encoding = made.stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def\n"
        "/CMapName /Proef def /CMapType 1 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(letters)} begincidchar\n{cmap}endcidchar\nendcmap end end",
        Type=Name.CMap, CMapName=Name.Proef, CIDSystemInfo=system,
    )  # fmt: skip
    descendant = made.indirect(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/ABCDEF+Proef"),
        CIDSystemInfo=system,
        W=Array([101, Array(widths)]),
        CIDToGIDMap=made.stream(glyph_map),
        FontDescriptor=_descriptor(made, "FontFile2", program),
    )
    composite = made.indirect(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/ABCDEF+Proef"),
        Encoding=encoding,
        DescendantFonts=Array([descendant]),
        ToUnicode=made.stream(_unicode(letters, 2)),
    )
    made.page(_coded(lines, letters, 2), Resources={"Font": Dictionary(F2=composite)})
    return made.save()


def type3_pdf(lines: Sequence[str]) -> bytes:
    """Each glyph draws a form of its own, which hangs from the resources of the font."""
    made, letters = Pdf(), _letters(lines)
    forms = Dictionary()
    procedures = Dictionary()
    for number, letter in enumerate(letters, 1):
        name = _name(letter)
        height = 400 + 10 * number
        forms["/X" + name] = made.form(
            f"50 0 400 {height} re f", BBox=Array([0, 0, 600, 1000]), Resources=Dictionary()
        )
        procedures["/" + name] = made.stream(f"600 0 0 0 600 1000 d1 /X{name} Do")
    font = made.indirect(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 600, 1000]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        FirstChar=1,
        LastChar=len(letters),
        Widths=Array([600] * len(letters)),
        CharProcs=procedures,
        Encoding=Dictionary(
            Type=Name.Encoding,
            Differences=Array([1, *(Name("/" + _name(letter)) for letter in letters)]),
        ),
        Resources=Dictionary(XObject=forms),
        ToUnicode=made.stream(_unicode(letters, 1)),
    )
    made.page(_coded(lines, letters, 1), Resources={"Font": Dictionary(F2=font)})
    return made.save()
