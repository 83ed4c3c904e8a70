"""Vectors in which letters are not text: curves, Type 3 glyphs, patterns, masks, forms in forms."""

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.vectors.letters import catalogue_of, character_map, outlines
from tests.vectors.maker import REST, SECRET, SENTENCE, Pdf, string, text

LONG_REST = REST + text("Zo staat er genoeg tekst op de pagina om geen scan te zijn.", y=455)


def _page(content: str, **resources: Any) -> bytes:
    made = Pdf()
    made.page(content, Resources=resources)
    return made.save()


def filled_outlines() -> bytes:
    return _page(LONG_REST + outlines(SECRET, 50, 300, 32))


def filled_outlines_and_nothing_else() -> bytes:
    return _page(outlines(SECRET, 50, 300, 32))


def filled_outlines_beside_the_same_text() -> bytes:
    return _page(SENTENCE + LONG_REST + outlines(SECRET, 50, 300, 32))


def stroked_outlines() -> bytes:
    return _page(LONG_REST + "4 w " + outlines(SECRET, 50, 300, 40, "S"))


def outlines_as_a_clip() -> bytes:
    """The letters are holes through which a black rectangle is seen."""
    drawn = outlines(SECRET, 50, 300, 32, "W n 0 -300 900 1400 re f")
    return _page(LONG_REST + drawn)


def outlines_in_a_form() -> bytes:
    made = Pdf()
    form = made.form(outlines(SECRET, 50, 300, 32))
    made.page(LONG_REST + "/Fm0 Do", Resources={"XObject": Dictionary(Fm0=form)})
    return made.save()


def small_outlines_in_a_sentence() -> bytes:
    return _page(LONG_REST + outlines(f"aan mevrouw {SECRET}, Utrecht", 50, 300, 11))


def _type_3(made: Pdf, glyphs: dict[str, Any], names: dict[str, str] | None, **more: Any) -> Any:
    """A Type 3 font of 1000 units; ``names`` are the codes' meanings."""
    count = len(glyphs)
    entries: dict[str, Any] = {
        "Type": Name.Font,
        "Subtype": Name.Type3,
        "FontBBox": Array([0, -300, 8000, 1000]),
        "FontMatrix": Array([0.001, 0, 0, 0.001, 0, 0]),
        "CharProcs": Dictionary({f"/{name}": proc for name, proc in glyphs.items()}),
        "Encoding": Dictionary(
            Type=Name.Encoding, Differences=Array([65, *(Name("/" + name) for name in glyphs)])
        ),
        "FirstChar": 65,
        "LastChar": 64 + count,
        "Widths": Array([more.pop("width", 600)] * count),
        "Resources": Dictionary(Font=Dictionary(F1=made.font)),
    }
    if names is not None:
        entries["ToUnicode"] = made.stream(character_map(names))
    return made.indirect(**(entries | more))


def _in_type_3(made: Pdf, font: Any, shown: str) -> bytes:
    made.page(
        f"BT /F3 32 Tf 50 300 Td ({shown}) Tj ET " + LONG_REST,
        Resources={"Font": Dictionary(F3=font)},
    )
    return made.save()


def type_3_glyph_that_draws_the_whole_name() -> bytes:
    made = Pdf()
    glyph = made.stream("5000 0 0 -300 5000 1000 d1 " + outlines(SECRET, 0, 0, 1000))
    font = _type_3(made, {"a": glyph}, {"41": "x"}, width=5000)
    return _in_type_3(made, font, "A")


def type_3_glyph_that_shows_text() -> bytes:
    made = Pdf()
    glyph = made.stream(f"5000 0 d0 BT /F1 1000 Tf ({SECRET}) Tj ET")
    font = _type_3(made, {"a": glyph}, {"41": "x"}, width=5000)
    return _in_type_3(made, font, "A")


def type_3_letters_without_names() -> bytes:
    made = Pdf()
    letters = sorted(set(SECRET))
    glyphs = {
        f"g{n}": made.stream("600 0 0 -300 900 1000 d1 " + outlines(letter, 0, 0, 1000))
        for n, letter in enumerate(letters)
    }
    shown = "".join(chr(65 + letters.index(letter)) for letter in SECRET)
    return _in_type_3(made, _type_3(made, glyphs, None), shown)


def type_3_letters_that_lie() -> bytes:
    made = Pdf()
    letters = sorted(set(SECRET))
    glyphs = {
        f"g{n}": made.stream("600 0 0 -300 900 1000 d1 " + outlines(letter, 0, 0, 1000))
        for n, letter in enumerate(letters)
    }
    names = {f"{65 + n:02x}": "bcdefghlm"[n] for n in range(len(letters))}
    shown = "".join(chr(65 + letters.index(letter)) for letter in SECRET)
    return _in_type_3(made, _type_3(made, glyphs, names), shown)


def type_3_glyph_with_an_inline_image() -> bytes:
    from tests.vectors.letters import picture

    made = Pdf()
    drawn = picture(mode="1")
    width, height = drawn.size
    head = f"5000 0 0 0 5000 1000 d1 q 5000 0 0 1000 0 0 cm BI /W {width} /H {height} /IM true "
    glyph = made.stream(head.encode() + b"/BPC 1 ID " + drawn.tobytes() + b" EI Q")
    return _in_type_3(made, _type_3(made, {"a": glyph}, {"41": "x"}, width=5000), "A")


def _tile(made: Pdf, content: str, **entries: Any) -> Any:
    defaults = {
        "PatternType": 1,
        "PaintType": 1,
        "TilingType": 1,
        "BBox": Array([0, 0, 200, 60]),
        "XStep": 200,
        "YStep": 60,
        "Resources": Dictionary(Font=Dictionary(F1=made.font)),
    }
    return made.stream(content, **(defaults | entries))


def _painted_with(made: Pdf, pattern: Any, before: str = "") -> bytes:
    made.page(
        LONG_REST + before + "/Pattern cs /P1 scn 0 240 200 60 re f",
        Resources={"Pattern": Dictionary(P1=pattern)},
    )
    return made.save()


def pattern_with_only_the_name() -> bytes:
    made = Pdf()
    return _painted_with(made, _tile(made, text(SECRET, 5, 20, 24)))


def pattern_with_outlines() -> bytes:
    made = Pdf()
    return _painted_with(made, _tile(made, outlines(SECRET, 5, 20, 24)))


def pattern_in_a_pattern() -> bytes:
    made = Pdf()
    inner = _tile(made, text(SECRET, 5, 20, 24))
    resources = Dictionary(Pattern=Dictionary(P9=inner))
    outer = _tile(made, "/Pattern cs /P9 scn 0 0 200 60 re f", Resources=resources)
    return _painted_with(made, outer)


def pattern_that_fills_letters() -> bytes:
    """The text layer of the page says nothing of what the pattern shows between the letters."""
    made = Pdf()
    tile = _tile(made, text(SECRET, 5, 20, 24))
    made.page(
        LONG_REST + "/Pattern cs /P1 scn BT /F1 300 Tf 0 200 Td (M) Tj ET",
        Resources={"Pattern": Dictionary(P1=tile)},
    )
    return made.save()


def shading_through_letters() -> bytes:
    """A gradient that is seen through clipping text."""
    made = Pdf()
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([0]), N=1)
    shade = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([0, 0, 400, 0]), Function=function
    )
    made.page(
        LONG_REST + "q BT 7 Tr /F1 32 Tf 50 300 Td " + f"({SECRET}) Tj ET /S1 sh Q",
        Resources={"Shading": Dictionary(S1=shade)},
    )
    return made.save()


def _masked(made: Pdf, group: Any, kind: Any, **entries: Any) -> bytes:
    mask = Dictionary(Type=Name.Mask, S=kind, G=group, **entries)
    state = Dictionary(Type=Name.ExtGState, SMask=mask)
    made.page(
        LONG_REST + "q /G1 gs 0 g 0 240 400 150 re f Q",
        Resources={"ExtGState": Dictionary(G1=state)},
    )
    return made.save()


def outlines_in_a_soft_mask() -> bytes:
    made = Pdf()
    transparency = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    group = made.form("1 g " + outlines(SECRET, 50, 300, 32), Group=transparency)
    return _masked(made, group, Name.Luminosity)


def text_in_an_alpha_mask() -> bytes:
    made = Pdf()
    group = made.form(text(SECRET, 50, 300, 32), Group=Dictionary(S=Name.Transparency))
    return _masked(made, group, Name.Alpha)


def form_with_a_transparency_group() -> bytes:
    made = Pdf()
    group = Dictionary(S=Name.Transparency, I=True, K=True)
    form = made.form(SENTENCE, Group=group, Metadata=made.stream(f"<x>{SECRET}</x>"))
    form.PieceInfo = Dictionary(App=Dictionary(Private=string()))
    form.Name = Name("/" + SECRET)
    form.LastModified = String(f"D:2024 {SECRET}")
    for _ in range(2):
        made.page(REST + "/Fm0 Do", Resources={"XObject": Dictionary(Fm0=form)})
    return made.save()


def form_that_points_to_another_file() -> bytes:
    made = Pdf()
    form = made.form(REST, Ref=Dictionary(F=String(f"{SECRET}.pdf"), Page=string()))
    form.OPI = Dictionary({"/2.0": Dictionary(F=string())})
    made.page(SENTENCE + "/Fm0 Do", Resources={"XObject": Dictionary(Fm0=form)})
    return made.save()


def postscript_xobject() -> bytes:
    made = Pdf()
    script = made.stream(f"({SECRET}) show", Type=Name.XObject, Subtype=Name.PS)
    form = made.form(REST, Subtype2=Name.PS, PS=script)
    made.page(SENTENCE + "/Ps0 Do /Fm0 Do", Resources={"XObject": Dictionary(Ps0=script, Fm0=form)})
    return made.save()


PAINTED = catalogue_of(
    filled_outlines,
    filled_outlines_and_nothing_else,
    filled_outlines_beside_the_same_text,
    stroked_outlines,
    outlines_as_a_clip,
    outlines_in_a_form,
    small_outlines_in_a_sentence,
    type_3_glyph_that_draws_the_whole_name,
    type_3_glyph_that_shows_text,
    type_3_letters_without_names,
    type_3_letters_that_lie,
    type_3_glyph_with_an_inline_image,
    pattern_with_only_the_name,
    pattern_with_outlines,
    pattern_in_a_pattern,
    pattern_that_fills_letters,
    shading_through_letters,
    outlines_in_a_soft_mask,
    text_in_an_alpha_mask,
    form_with_a_transparency_group,
    form_that_points_to_another_file,
    postscript_xobject,
)
