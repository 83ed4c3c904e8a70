"""Vectors in which the secret stands in the names and programs of fonts, colours and shades."""

import io
from typing import Any

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from tests.vectors.letters import catalogue_of, composite, descriptor, helvetica, hexes, subset
from tests.vectors.maker import REST, SECRET, SENTENCE, Pdf, string

OTHERS = "Dezrglbijftoashk "


def _with_font(made: Pdf, font: Any, operand: str = "(Deze)") -> bytes:
    made.page(
        SENTENCE + f"BT /F2 20 Tf 50 420 Td {operand} Tj ET " + REST,
        Resources={"Font": Dictionary(F2=font)},
    )
    return made.save()


def name_of_a_font() -> bytes:
    made = Pdf()
    return _with_font(
        made, helvetica(made, BaseFont=Name(f"/{SECRET}-Bold"), Name=Name("/" + SECRET))
    )


def family_of_a_font() -> bytes:
    made = Pdf()
    font, codes = composite(made, OTHERS, {letter: letter for letter in OTHERS})
    described = font.DescendantFonts[0].FontDescriptor
    described.FontName = Name(f"/AAAAAA+{SECRET}")
    described.FontFamily = string()
    described.CharSet = String(f"/{SECRET}/a")
    described.Style = Dictionary(Panose=string())
    described.Lang = Name("/" + SECRET)
    font.BaseFont = Name(f"/AAAAAA+{SECRET}")
    font.DescendantFonts[0].CIDSystemInfo = Dictionary(
        Registry=string(), Ordering=string(), Supplement=0
    )
    return _with_font(made, font, hexes("Deze", codes))


def names_inside_a_font_program() -> bytes:
    """The name table of an embedded TrueType font: UTF-16, so not in one piece in the bytes."""
    made = Pdf()
    program, _, _ = subset(OTHERS)
    font = TTFont(io.BytesIO(program))
    for number in (0, 1, 4, 9, 13):
        font["name"].setName(f"Gemaakt voor {SECRET}", number, 3, 1, 0x409)
        font["name"].setName(f"Gemaakt voor {SECRET}", number, 1, 0, 0)
    written = io.BytesIO()
    font.save(written)
    composed, codes = composite(made, OTHERS, {letter: letter for letter in OTHERS})
    composed.DescendantFonts[0].FontDescriptor = descriptor(made, written.getvalue())
    return _with_font(made, composed, hexes("Deze", codes))


def words_after_a_font_program() -> bytes:
    made = Pdf()
    program, _, _ = subset(OTHERS)
    composed, codes = composite(made, OTHERS, {letter: letter for letter in OTHERS})
    composed.DescendantFonts[0].FontDescriptor = descriptor(made, program + SECRET.encode() * 2)
    return _with_font(made, composed, hexes("Deze", codes))


def text_in_a_type_1_program() -> bytes:
    made = Pdf()
    program = f"%!PS-AdobeFont-1.0: Iets\n/FontInfo 1 dict dup begin /Notice ({SECRET}) def end\n"
    described = made.indirect(
        Type=Name.FontDescriptor,
        FontName=Name.Helvetica,
        Flags=32,
        FontBBox=Array([0, -200, 1000, 900]),
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=700,
        StemV=80,
        FontFile=made.stream(program, Length1=len(program), Length2=0, Length3=0),
    )
    font = helvetica(made, FontDescriptor=described, FirstChar=68, LastChar=68, Widths=Array([700]))
    return _with_font(made, font)


def metadata_of_a_font_program() -> bytes:
    made = Pdf()
    font, codes = composite(made, OTHERS, {letter: letter for letter in OTHERS})
    described = font.DescendantFonts[0].FontDescriptor
    described.FontFile2.Metadata = made.stream(f"<x>{SECRET}</x>", Type=Name.Metadata)
    return _with_font(made, font, hexes("Deze", codes))


def name_and_comment_of_a_character_map() -> bytes:
    made = Pdf()
    font, codes = composite(made, OTHERS, {letter: letter for letter in OTHERS})
    rows = "<0000> <ffff> 0"
    font.Encoding = made.stream(
        f"% {SECRET}\nbegincmap /CMapName /{SECRET} def 1 begincodespacerange <0000> <ffff> "
        f"endcodespacerange 1 begincidrange {rows} endcidrange endcmap",
        Type=Name.CMap,
        CMapName=Name("/" + SECRET),
        CIDSystemInfo=Dictionary(Registry=string(), Ordering=string(), Supplement=0),
    )
    return _with_font(made, font, hexes("Deze", codes))


def glyph_names_in_the_differences() -> bytes:
    made = Pdf()
    names = Array([200, Name("/" + SECRET), Name("/a")])
    return _with_font(made, helvetica(made, Encoding=Dictionary(Differences=names)))


def _colour(made: Pdf, space: Any) -> bytes:
    made.page(
        SENTENCE + REST + "/C1 cs 1 scn 50 300 40 40 re f",
        Resources={"ColorSpace": Dictionary(C1=space)},
    )
    return made.save()


def _to_grey(made: Pdf, comment: str = "") -> Any:
    return made.stream(
        "{" + comment + " pop 0.5 }",
        FunctionType=4,
        Domain=Array([0, 1]),
        Range=Array([0, 1]),
    )


def name_of_a_spot_colour() -> bytes:
    made = Pdf()
    return _colour(
        made, Array([Name.Separation, Name("/" + SECRET), Name.DeviceGray, _to_grey(made)])
    )


def names_of_many_colorants() -> bytes:
    made = Pdf()
    attributes = Dictionary(Colorants=Dictionary({f"/{SECRET}": 1}), Process=string())
    space = [Name.DeviceN, Array([Name("/" + SECRET)]), Name.DeviceGray, _to_grey(made), attributes]
    return _colour(made, Array(space))


def comment_in_a_calculator() -> bytes:
    made = Pdf()
    return _colour(
        made,
        Array([Name.Separation, Name.Spot, Name.DeviceGray, _to_grey(made, f"% {SECRET}\n")]),
    )


def description_in_a_colour_profile() -> bytes:
    from PIL import ImageCms

    made = Pdf()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    said = f"desc{SECRET}".encode() + f"Profiel van {SECRET}".encode("utf-16-be")
    icc = made.stream(profile + said, N=3, Metadata=made.stream(f"<x>{SECRET}</x>"))
    made.page(
        SENTENCE + REST + "/C1 cs .2 .4 .6 scn 50 300 40 40 re f",
        Resources={"ColorSpace": Dictionary(C1=Array([Name.ICCBased, icc]))},
    )
    return made.save()


def name_of_a_halftone() -> bytes:
    made = Pdf()
    halftone = Dictionary(
        Type=Name.Halftone,
        HalftoneType=1,
        HalftoneName=string(),
        Frequency=60,
        Angle=0,
        SpotFunction=Name("/" + SECRET),
    )
    state = Dictionary(Type=Name.ExtGState, HT=halftone, TR=Name("/" + SECRET))
    made.page(SENTENCE + "/G1 gs " + REST, Resources={"ExtGState": Dictionary(G1=state)})
    return made.save()


def name_of_a_graphics_state() -> bytes:
    made = Pdf()
    made.page(
        SENTENCE + f"/{SECRET} gs " + REST,
        Resources={"ExtGState": Dictionary({f"/{SECRET}": Dictionary(CA=1)})},
    )
    return made.save()


FONT_NAMES = catalogue_of(
    name_of_a_font,
    family_of_a_font,
    names_inside_a_font_program,
    words_after_a_font_program,
    text_in_a_type_1_program,
    metadata_of_a_font_program,
    name_and_comment_of_a_character_map,
    glyph_names_in_the_differences,
    name_of_a_spot_colour,
    names_of_many_colorants,
    comment_in_a_calculator,
    description_in_a_colour_profile,
    name_of_a_halftone,
    name_of_a_graphics_state,
)
