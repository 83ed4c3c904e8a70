"""Vectors in which the secret is drawn on the page, in ways that are easily missed."""

from pikepdf import Array, Dictionary, Name

from tests.vectors.maker import REST, SECRET, SENTENCE, Maker, Pdf, text

HALF = len(SECRET) // 2


def _page(content: str, **entries: object) -> bytes:
    made = Pdf()
    made.page(content, **entries)
    return made.save()


def visible_text() -> bytes:
    return _page(SENTENCE + REST)


def white_text() -> bytes:
    return _page("1 g " + SENTENCE + "0 g " + REST)


def invisible_render_mode_3() -> bytes:
    return _page(text(SECRET, before="3 Tr") + "BT 0 Tr ET " + REST)


def clipping_render_mode_7() -> bytes:
    return _page("q " + text(SECRET, before="7 Tr") + "Q " + REST)


def text_under_a_black_box() -> bytes:
    return _page(SENTENCE + "0 g 40 490 340 24 re f " + REST)


def one_character_per_operator() -> bytes:
    shown = "".join(f"({letter}) Tj 9 0 Td " for letter in SECRET)
    return _page(f"BT /F1 12 Tf 50 500 Td {shown} ET " + REST)


def kerned_array() -> bytes:
    shown = " ".join(f"({letter}) -40" for letter in SECRET)
    return _page(f"BT /F1 12 Tf 50 500 Td [{shown}] TJ ET " + REST)


def wide_letter_spacing() -> bytes:
    return _page(text(SECRET, before="7 Tc") + "BT 0 Tc ET " + REST)


def soft_hyphens() -> bytes:
    return _page(text(f"{SECRET[:HALF]}\\255{SECRET[HALF:]}") + REST)


def hyphen_over_a_line_break() -> bytes:
    return _page(text(f"aan {SECRET[:HALF]}-") + text(f"{SECRET[HALF:]} verder", y=484) + REST)


def over_a_page_break() -> bytes:
    made = Pdf()
    made.page(text(f"aan {SECRET[:HALF]}-"))
    made.page(text(f"{SECRET[HALF:]} verder") + REST)
    return made.save()


def fake_bold() -> bytes:
    return _page(SENTENCE + text(f"Wij spraken met mevrouw {SECRET} over het dossier.", x=50.3))


def turned_text() -> bytes:
    return _page(f"BT /F1 12 Tf 0 1 -1 0 80 300 Tm ({SECRET}) Tj ET " + REST)


def slanted_text() -> bytes:
    return _page(f"BT /F1 30 Tf .7 .7 -.7 .7 80 200 Tm ({SECRET}) Tj ET " + REST)


def mirrored_text() -> bytes:
    return _page(f"BT /F1 12 Tf -1 0 0 1 300 500 Tm ({SECRET}) Tj ET " + REST)


def rotated_page_90() -> bytes:
    return _page(SENTENCE + REST, Rotate=90)


def rotated_page_180() -> bytes:
    return _page(SENTENCE + REST, Rotate=180)


def rotated_page_270_with_crop_box() -> bytes:
    return _page(SENTENCE + REST, Rotate=270, CropBox=Array([20, 40, 390, 560]))


def user_unit() -> bytes:
    return _page(SENTENCE + REST, UserUnit=2.5)


def media_box_away_from_zero() -> bytes:
    return _page(SENTENCE + REST, MediaBox=Array([-100, 200, 350, 700]))


def media_box_written_backwards() -> bytes:
    return _page(SENTENCE + REST, MediaBox=Array([400, 600, 0, 0]))


def outside_the_crop_box() -> bytes:
    return _page(text(SECRET, y=590) + REST, CropBox=Array([0, 0, 400, 560]))


def outside_the_media_box() -> bytes:
    return _page(text(SECRET, y=900) + REST)


def tiny_text() -> bytes:
    return _page(text(SECRET, size=0.5) + REST)


def form_xobject() -> bytes:
    made = Pdf()
    made.page(REST + "/Fm0 Do", Resources={"XObject": Dictionary(Fm0=made.form(SENTENCE))})
    return made.save()


def nested_scaled_form() -> bytes:
    made = Pdf()
    inner = made.form(SENTENCE, Matrix=Array([0.5, 0, 0, 0.5, 10, 20]))
    outer = made.form(
        "q 1.2 0 0 1.2 5 5 cm /In Do Q", Resources=Dictionary(XObject=Dictionary(In=inner))
    )
    made.page(REST + "/Fm0 Do", Resources={"XObject": Dictionary(Fm0=outer)})
    return made.save()


def form_drawn_twice_on_a_page() -> bytes:
    made = Pdf()
    form = made.form(SENTENCE)
    made.page(
        REST + "/Fm0 Do q 1 0 0 1 0 -200 cm /Fm0 Do Q",
        Resources={"XObject": Dictionary(Fm0=form)},
    )
    return made.save()


def form_shared_by_pages() -> bytes:
    made = Pdf()
    form = made.form(SENTENCE)
    for _ in range(2):
        made.page(REST + "/Fm0 Do", Resources={"XObject": Dictionary(Fm0=form)})
    return made.save()


def contents_shared_by_pages() -> bytes:
    made = Pdf()
    first = made.page(SENTENCE + REST)
    second = made.page("")
    second.Contents = first.Contents
    return made.save()


def contents_cut_in_the_middle_of_an_operator() -> bytes:
    made = Pdf()
    page = made.page("")
    page.Contents = Array(
        [made.stream("BT /F1 12 Tf 50 500 Td"), made.stream(f"({SECRET})"), made.stream("Tj ET")]
    )
    return made.save()


def unbalanced_graphics_state() -> bytes:
    return _page("q q 1 0 0 1 10 10 cm " + SENTENCE + "Q Q Q Q " + REST)


def type_3_font() -> bytes:
    made = Pdf()
    glyph = made.stream("600 0 0 0 600 700 d1 0 0 500 700 re f")
    letters = sorted(set(SECRET))
    codes = {letter: index + 65 for index, letter in enumerate(letters)}
    mapping = "".join(f"<{codes[x]:02x}> <{ord(x):04x}>\n" for x in letters)
    font = made.indirect(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 700, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=glyph),
        Encoding=Dictionary(
            Type=Name.Encoding, Differences=Array([65, *([Name("/a")] * len(letters))])
        ),
        FirstChar=65,
        LastChar=64 + len(letters),
        Widths=Array([600] * len(letters)),
        Resources=Dictionary(),
        ToUnicode=made.stream(tounicode(len(letters), mapping)),
    )
    shown = "".join(chr(codes[letter]) for letter in SECRET)
    made.page(
        f"BT /F3 12 Tf 50 500 Td ({shown}) Tj ET " + REST, Resources={"Font": Dictionary(F3=font)}
    )
    return made.save()


def tounicode(count: int, mapping: str) -> str:
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        "/CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange "
        f"{count} beginbfchar\n{mapping}endbfchar endcmap end end"
    )


def layer_that_is_off() -> bytes:
    made = Pdf()
    layer = made.indirect(Type=Name.OCG, Name=SECRET)
    made.page(
        REST + "/OC /L1 BDC " + SENTENCE + "EMC", Resources={"Properties": Dictionary(L1=layer)}
    )
    made.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    return made.save()


def form_in_a_layer_that_is_off() -> bytes:
    made = Pdf()
    layer = made.indirect(Type=Name.OCG, Name="kladversie")
    form = made.form(SENTENCE, OC=layer)
    made.page(REST + "/Fm0 Do", Resources={"XObject": Dictionary(Fm0=form)})
    made.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    return made.save()


def second_box_on_one_line() -> bytes:
    return _page(text(f"Aan {SECRET} en {SECRET} samen, en nogmaals {SECRET}.") + REST)


DRAWN: dict[str, Maker] = {
    made.__name__: made
    for made in (
        visible_text,
        white_text,
        invisible_render_mode_3,
        clipping_render_mode_7,
        text_under_a_black_box,
        one_character_per_operator,
        kerned_array,
        wide_letter_spacing,
        soft_hyphens,
        hyphen_over_a_line_break,
        over_a_page_break,
        fake_bold,
        turned_text,
        slanted_text,
        mirrored_text,
        rotated_page_90,
        rotated_page_180,
        rotated_page_270_with_crop_box,
        user_unit,
        media_box_away_from_zero,
        media_box_written_backwards,
        outside_the_crop_box,
        outside_the_media_box,
        tiny_text,
        form_xobject,
        nested_scaled_form,
        form_drawn_twice_on_a_page,
        form_shared_by_pages,
        contents_shared_by_pages,
        contents_cut_in_the_middle_of_an_operator,
        unbalanced_graphics_state,
        type_3_font,
        layer_that_is_off,
        form_in_a_layer_that_is_off,
        second_box_on_one_line,
    )
}
