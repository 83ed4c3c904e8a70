"""Vectors in which the font hides what the eye reads, or says something else."""

from collections.abc import Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.vectors.letters import (
    catalogue_of,
    character_map,
    composite,
    descriptor,
    helvetica,
    hexes,
    subset,
)
from tests.vectors.maker import REST, SECRET, SENTENCE, Pdf

LETTERS = "".join(sorted(set(SECRET)))
OTHER = dict(zip(SECRET, "Brievenbus", strict=True)) | {"r": "i", "t": "v"}


def _shown(made: Pdf, font: Any, operand: str, sentence: str = "") -> bytes:
    made.page(
        f"BT /F2 24 Tf 50 420 Td {operand} Tj ET " + sentence + REST,
        Resources={"Font": Dictionary(F2=font)},
    )
    return made.save()


def _simple(target: Mapping[str, str], **entries: Any) -> bytes:
    """Helvetica in which each letter of the secret is called something else."""
    made = Pdf()
    mapping = {f"{ord(letter):02x}": text for letter, text in target.items()}
    font = helvetica(made, ToUnicode=made.stream(character_map(mapping)), **entries)
    return _shown(made, font, f"({SECRET})")


def _composite(tounicode: Mapping[str, str] | None, **entries: Any) -> bytes:
    made = Pdf()
    font, codes = composite(made, LETTERS, tounicode, **entries)
    return _shown(made, font, hexes(SECRET, codes))


def composite_font_with_unicode() -> bytes:
    return _composite({letter: letter for letter in LETTERS})


def composite_font_without_unicode() -> bytes:
    return _composite(None)


def composite_font_that_lies() -> bytes:
    return _composite(OTHER)


def composite_font_called_private() -> bytes:
    return _composite({letter: chr(0xE000 + i) for i, letter in enumerate(LETTERS)})


def composite_font_written_downwards() -> bytes:
    return _composite({letter: letter for letter in LETTERS}, Encoding=Name("/Identity-V"))


def composite_font_with_a_half_unicode_map() -> bytes:
    return _composite({letter: letter for letter in "wark"})


def simple_font_that_lies() -> bytes:
    return _simple(OTHER)


def simple_font_that_lies_about_two_letters() -> bytes:
    return _simple({"Z": "B", "k": "q"})


def simple_font_called_private() -> bytes:
    return _simple({letter: chr(0xE000 + i) for i, letter in enumerate(LETTERS)})


def simple_font_called_unknown() -> bytes:
    return _simple(dict.fromkeys(LETTERS, "\ufffd"))


def simple_font_called_a_space() -> bytes:
    return _simple(dict.fromkeys(LETTERS, " "))


def simple_font_with_zero_width_signs() -> bytes:
    signs = "\u200b\u200c\u200d\u2060\ufeff"
    return _simple({x: x + signs[i % len(signs)] for i, x in enumerate(LETTERS)})


def simple_font_with_direction_marks() -> bytes:
    return _simple({letter: "\u202e" + letter + "\u202c" for letter in LETTERS})


def simple_font_with_combining_marks() -> bytes:
    return _simple({letter: letter + "\u0308" for letter in LETTERS})


def simple_font_with_full_width_letters() -> bytes:
    return _simple({letter: chr(ord(letter) + 0xFEE0) for letter in LETTERS})


def simple_font_with_mathematical_letters() -> bytes:
    start = {True: 0x1D400 - ord("A"), False: 0x1D41A - ord("a")}
    return _simple({letter: chr(ord(letter) + start[letter.isupper()]) for letter in LETTERS})


def simple_font_with_cyrillic_look_alikes() -> bytes:
    return _simple({"a": "\u0430", "i": "\u0456", "s": "\u0455"})


def one_code_is_called_the_whole_name() -> bytes:
    made = Pdf()
    mapping = {"41": SECRET}
    font = helvetica(made, ToUnicode=made.stream(character_map(mapping)))
    return _shown(made, font, "(A)", SENTENCE)


def one_code_is_called_three_letters() -> bytes:
    made = Pdf()
    font = helvetica(made, ToUnicode=made.stream(character_map({"41": "art"})))
    return _shown(made, font, "(ZwAkruis)")


def the_name_in_a_map_where_the_eye_sees_another() -> bytes:
    made = Pdf()
    mapping = dict(zip("abcdefghij", SECRET, strict=True))
    pairs = {f"{ord(code):02x}": letter for code, letter in mapping.items()}
    font = helvetica(made, ToUnicode=made.stream(character_map(pairs)))
    return _shown(made, font, "(abcdefghij)", SENTENCE)


def map_with_ranges() -> bytes:
    made = Pdf()
    targets = " ".join(f"<{letter.encode('utf-16-be').hex()}>" for letter in SECRET)
    cmap = (
        "begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        f"1 beginbfrange <41> <4a> [{targets}] endbfrange endcmap"
    )
    names = Array([65, *(Name("/" + letter) for letter in SECRET)])
    encoding = Dictionary(Type=Name.Encoding, Differences=names)
    font = helvetica(made, Encoding=encoding, ToUnicode=made.stream(cmap))
    return _shown(made, font, "(ABCDEFGHIJ)")


def _differences(names: list[str]) -> bytes:
    made = Pdf()
    listed = Array([1, *(Name("/" + name) for name in names)])
    font = helvetica(made, Encoding=Dictionary(Type=Name.Encoding, Differences=listed))
    return _shown(made, font, "<" + "".join(f"{n + 1:02x}" for n in range(len(names))) + ">")


def glyphs_by_letter() -> bytes:
    return _differences(list(SECRET))


def glyphs_by_number_of_unicode() -> bytes:
    return _differences([f"uni{ord(letter):04X}" for letter in SECRET])


def glyphs_with_a_suffix() -> bytes:
    return _differences([f"{letter}.alt{n}" for n, letter in enumerate(SECRET)])


def _truetype(named: bool) -> bytes:
    """Codes that only the table inside the font program explains."""
    made = Pdf()
    import io

    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

    program, numbers, widths = subset(LETTERS)
    font = TTFont(io.BytesIO(program))
    table = CmapSubtable.newSubtable(0)
    table.platformID, table.platEncID, table.language = 1, 0, 0
    order = font.getGlyphOrder()
    table.cmap = {n + 1: order[numbers[letter]] for n, letter in enumerate(LETTERS)}
    font["cmap"].tables = [table]
    written = io.BytesIO()
    font.save(written)
    entries: dict[str, Any] = {}
    if named:
        names = Array([1, *(Name(f"/g{n}") for n in range(len(LETTERS)))])
        entries["Encoding"] = Dictionary(Type=Name.Encoding, Differences=names)
    dictionary = made.indirect(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name("/AAAAAA+Source"),
        FirstChar=1,
        LastChar=len(LETTERS),
        Widths=Array([widths[letter] for letter in LETTERS]),
        FontDescriptor=descriptor(made, written.getvalue()),
        **entries,
    )
    return _shown(
        made, dictionary, hexes(SECRET, {x: f"{n + 1:02x}" for n, x in enumerate(LETTERS)})
    )


def symbolic_truetype_without_encoding() -> bytes:
    return _truetype(named=False)


def symbolic_truetype_with_numbered_names() -> bytes:
    return _truetype(named=True)


def character_map_with_codes_of_two_lengths() -> bytes:
    """Lower case in one byte, the rest in two."""
    made = Pdf()
    font, numbers = composite(made, LETTERS, None)
    rows = "".join(
        f"<{ord(x):02x}> {int(numbers[x], 16)}\n"
        if x.islower()
        else f"<81{ord(x):02x}> {int(numbers[x], 16)}\n"
        for x in LETTERS
    )
    font.Encoding = made.stream(
        "begincmap /CMapName /Odd def 2 begincodespacerange <20> <7f> <8120> <817f> "
        f"endcodespacerange {len(LETTERS)} begincidchar\n{rows}endcidchar endcmap",
        Type=Name.CMap,
        CMapName=Name.Odd,
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
    )
    codes = {x: f"{ord(x):02x}" if x.islower() else f"81{ord(x):02x}" for x in LETTERS}
    return _shown(made, font, hexes(SECRET, codes))


def predefined_japanese_character_map() -> bytes:
    made = Pdf()
    cid = made.indirect(
        Type=Name.Font,
        Subtype=Name.CIDFontType0,
        BaseFont=Name("/KozMinPro-Regular"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Japan1"), Supplement=2),
        FontDescriptor=made.indirect(
            Type=Name.FontDescriptor,
            FontName=Name("/KozMinPro-Regular"),
            Flags=4,
            FontBBox=Array([0, -200, 1000, 900]),
            ItalicAngle=0,
            Ascent=800,
            Descent=-200,
            CapHeight=700,
            StemV=80,
        ),
        DW=1000,
    )
    font = made.indirect(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/KozMinPro-Regular-UniJIS-UCS2-H"),
        Encoding=Name("/UniJIS-UCS2-H"),
        DescendantFonts=Array([cid]),
    )
    return _shown(made, font, "<" + SECRET.encode("utf-16-be").hex() + ">")


FONTS = catalogue_of(
    composite_font_with_unicode,
    composite_font_without_unicode,
    composite_font_that_lies,
    composite_font_called_private,
    composite_font_written_downwards,
    composite_font_with_a_half_unicode_map,
    simple_font_that_lies,
    simple_font_that_lies_about_two_letters,
    simple_font_called_private,
    simple_font_called_unknown,
    simple_font_called_a_space,
    simple_font_with_zero_width_signs,
    simple_font_with_direction_marks,
    simple_font_with_combining_marks,
    simple_font_with_full_width_letters,
    simple_font_with_mathematical_letters,
    simple_font_with_cyrillic_look_alikes,
    one_code_is_called_the_whole_name,
    one_code_is_called_three_letters,
    the_name_in_a_map_where_the_eye_sees_another,
    map_with_ranges,
    glyphs_by_letter,
    glyphs_by_number_of_unicode,
    glyphs_with_a_suffix,
    symbolic_truetype_without_encoding,
    symbolic_truetype_with_numbered_names,
    character_map_with_codes_of_two_lengths,
    predefined_japanese_character_map,
)
