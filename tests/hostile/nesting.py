"""Files that are nested too deep, or bite their own tail."""

from tests.hostile.raw import (
    CATALOG,
    CONTENT,
    FONT,
    PAGE,
    PAGES,
    SHOWN,
    basis,
    makers,
    stream,
    with_objects,
    write,
)

_CATALOG = b"<< /Type /Catalog /Pages 2 0 R %s >>"
_FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 400 600] "
_TILING = (
    b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 "
)


def page_tree_is_its_own_child() -> bytes:
    return with_objects({PAGES: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"})


def page_is_its_own_parent() -> bytes:
    return with_objects({PAGE: b"<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>"})


def page_tree_of_ten_thousand_levels() -> bytes:
    objects = basis()
    first, levels = 100, 10_000
    objects[PAGES] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % first
    for n in range(first, first + levels):
        child = n + 1 if n < first + levels - 1 else PAGE
        parent = n - 1 if n > first else PAGES
        node = b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>"
        objects[n] = node % (parent, child)
    objects[PAGE] = objects[PAGE].replace(b"/Parent 2", b"/Parent %d" % (first + levels - 1))
    return write(objects)


def arrays_in_arrays() -> bytes:
    return with_objects({10: b"[" * 100_000 + b"]" * 100_000}, trailer=b"/Eigen 10 0 R")


def arrays_in_arrays_on_a_page() -> bytes:
    return write(basis(page=b"/Annots " + b"[" * 100_000 + b"]" * 100_000))


def dictionaries_in_dictionaries() -> bytes:
    return with_objects({CATALOG: b"<< /Type /Catalog /Pages 2 0 R /A " + b"<< /A " * 100_000})


def arrays_in_content() -> bytes:
    return write(basis(SHOWN + b"[" * 100_000 + b"]" * 100_000 + b" TJ"))


def dictionaries_in_content() -> bytes:
    return write(basis(SHOWN + b" /P " + b"<< /A " * 100_000 + b">>" * 100_000 + b" BDC EMC"))


def parentheses_in_content() -> bytes:
    return write(basis(SHOWN + b"(" * 100_000 + b")" * 100_000 + b" Tj"))


def saved_states_without_end() -> bytes:
    return write(basis(b"q " * 100_000 + SHOWN))


def restored_states_without_end() -> bytes:
    return write(basis(b"Q " * 100_000 + SHOWN))


def marked_content_without_end() -> bytes:
    return write(basis(b"/P BMC " * 100_000 + SHOWN))


def text_objects_without_end() -> bytes:
    return write(basis(b"BT " * 100_000 + SHOWN))


def clips_without_end() -> bytes:
    return write(basis(b"q 0 0 400 600 re W n " * 20_000 + SHOWN))


def _drawing(extra: dict[int, bytes], resources: bytes, content: bytes) -> bytes:
    return write({**basis(SHOWN + content, resources=resources), **extra})


def form_that_draws_itself() -> bytes:
    form = stream(b"/X Do " + SHOWN, _FORM + b"/Resources << /XObject << /X 10 0 R >> >>")
    return _drawing({10: form}, b"/XObject << /X 10 0 R >>", b" /X Do")


def form_that_draws_itself_by_the_page() -> bytes:
    return _drawing({10: stream(b"/X Do", _FORM)}, b"/XObject << /X 10 0 R >>", b" /X Do")


def forms_that_draw_each_other() -> bytes:
    other = _FORM + b"/Resources << /XObject << /X %d 0 R >> >>"
    forms = {10: stream(b"/X Do /X Do", other % 11), 11: stream(b"/X Do /X Do", other % 10)}
    return _drawing(forms, b"/XObject << /X 10 0 R >>", b" /X Do")


def forms_that_double() -> bytes:
    """Thirty forms that each draw the next one twice: a thousand million drawings."""
    forms = {}
    for n in range(10, 40):
        use = _FORM + b"/Resources << /XObject << /X %d 0 R >> >>" % (n + 1)
        forms[n] = stream(b"/X Do /X Do", use)
    forms[40] = stream(b"0 0 1 1 re f", _FORM)
    return _drawing(forms, b"/XObject << /X 10 0 R >>", b" /X Do")


def forms_a_thousand_deep() -> bytes:
    forms = {}
    for n in range(10, 1010):
        use = _FORM + b"/Resources << /XObject << /X %d 0 R >> >>" % (n + 1)
        forms[n] = stream(b"q /X Do Q", use)
    fonts = b"/Resources << /Font << /F1 5 0 R >> >>"
    forms[1010] = stream(SHOWN, _FORM + fonts)
    return _drawing(forms, b"/XObject << /X 10 0 R >>", b" /X Do")


def pattern_that_paints_with_itself() -> bytes:
    tiling = stream(
        b"/Pattern cs /P scn 0 0 9 9 re f", _TILING + b"/Resources << /Pattern << /P 10 0 R >> >>"
    )
    return _drawing(
        {10: tiling}, b"/Pattern << /P 10 0 R >>", b" /Pattern cs /P scn 0 0 400 300 re f"
    )


def patterns_in_patterns() -> bytes:
    tilings = {}
    for n in range(10, 60):
        use = _TILING + b"/Resources << /Pattern << /P %d 0 R >> >>" % (n + 1)
        tilings[n] = stream(b"/Pattern cs /P scn 0 0 9 9 re f", use)
    tilings[60] = stream(b"0 0 5 5 re f", _TILING)
    return _drawing(tilings, b"/Pattern << /P 10 0 R >>", b" /Pattern cs /P scn 0 0 400 300 re f")


def pattern_with_tiny_steps() -> bytes:
    tiny = _TILING.replace(b"XStep 9", b"XStep 0.00001").replace(b"YStep 9", b"YStep 0.00001")
    tiling = stream(b"0 0 5 5 re f", tiny)
    return _drawing(
        {10: tiling}, b"/Pattern << /P 10 0 R >>", b" /Pattern cs /P scn 0 0 400 300 re f"
    )


def glyph_that_shows_itself() -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] "
        b"/FirstChar 97 /LastChar 97 /Widths [1] /Encoding << /Differences [97 /a] >> "
        b"/CharProcs << /a 11 0 R >> /Resources << /Font << /T 10 0 R >> >> >>"
    )
    glyph = stream(b"1 0 d0 BT /T 1 Tf (a) Tj ET")
    return write(
        {
            **basis(SHOWN + b" BT /T 9 Tf 50 400 Td (aaa) Tj ET"),
            PAGE: basis()[PAGE].replace(b"/F1 5 0 R", b"/F1 5 0 R /T 10 0 R"),
            10: font,
            11: glyph,
        }
    )


def glyph_in_a_circle_of_fonts() -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] "
        b"/FirstChar 97 /LastChar 97 /Widths [1] /Encoding << /Differences [97 /a] >> "
        b"/CharProcs << /a %d 0 R >> /Resources << /Font << /T %d 0 R >> >> >>"
    )
    return write(
        {
            **basis(SHOWN + b" BT /T 9 Tf 50 400 Td (aaa) Tj ET"),
            PAGE: basis()[PAGE].replace(b"/F1 5 0 R", b"/F1 5 0 R /T 10 0 R"),
            10: font % (12, 11),
            11: font % (13, 10),
            12: stream(b"1 0 d0 BT /T 1 Tf (aa) Tj ET"),
            13: stream(b"1 0 d0 BT /T 1 Tf (aa) Tj ET"),
        }
    )


def mask_that_masks_itself() -> bytes:
    state = b"<< /Type /ExtGState /SMask << /S /Luminosity /G 11 0 R >> >>"
    group = _FORM + b"/Group << /S /Transparency /CS /DeviceGray >> "
    use = b"/Resources << /ExtGState << /G 10 0 R >> >>"
    extra = {10: state, 11: stream(b"/G gs 0 0 400 600 re f", group + use)}
    return _drawing(extra, b"/ExtGState << /G 10 0 R >>", b" /G gs 0 0 400 300 re f")


def picture_that_masks_itself() -> bytes:
    picture = stream(
        b"\x80" * 100,
        b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray /SMask 10 0 R /Mask 10 0 R",
    )
    draw = b" q 100 0 0 100 50 450 cm /X Do Q"
    return _drawing({10: picture}, b"/XObject << /X 10 0 R >>", draw)


def colour_space_of_itself() -> bytes:
    space = b"[/Indexed 10 0 R 1 <000000ffffff>]"
    return _drawing({10: space}, b"/ColorSpace << /C 10 0 R >>", b" /C cs 1 sc 0 0 9 9 re f")


def function_of_itself() -> bytes:
    function = b"<< /FunctionType 3 /Domain [0 1] /Functions [10 0 R] /Bounds [] /Encode [0 1] >>"
    space = b"[/Separation /Geel /DeviceRGB 10 0 R]"
    return _drawing(
        {10: function, 11: space}, b"/ColorSpace << /C 11 0 R >>", b" /C cs 1 sc 0 0 9 9 re f"
    )


def outline_that_is_its_own_next() -> bytes:
    entry = b"<< /Title (Kop) /Parent 10 0 R /Next 11 0 R /First 11 0 R /Count 1 >>"
    outline = b"<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 1 >>"
    catalog = b"<< /Type /Catalog /Pages 2 0 R /Outlines 10 0 R >>"
    return with_objects({CATALOG: catalog, 10: outline, 11: entry})


def structure_that_is_its_own_child() -> bytes:
    catalog = (
        b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 10 0 R /MarkInfo << /Marked true >> >>"
    )
    root = b"<< /Type /StructTreeRoot /K 11 0 R /ParentTree << /Kids [12 0 R] >> >>"
    element = b"<< /Type /StructElem /S /P /P 11 0 R /K [11 0 R 11 0 R] /Pg 3 0 R >>"
    return with_objects({CATALOG: catalog, 10: root, 11: element, 12: b"<< /Kids [12 0 R] >>"})


def structure_of_ten_thousand_levels() -> bytes:
    catalog = (
        b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 10 0 R /MarkInfo << /Marked true >> >>"
    )
    extra = {CATALOG: catalog, 10: b"<< /Type /StructTreeRoot /K 11 0 R >>"}
    for n in range(11, 10_011):
        element = b"<< /Type /StructElem /S /Div /P %d 0 R /K %d 0 R /Pg 3 0 R >>"
        extra[n] = element % (n - 1, n + 1)
    extra[10_011] = b"<< /Type /StructElem /S /P /P 10010 0 R /Pg 3 0 R >>"
    return with_objects(extra)


def name_tree_in_a_circle() -> bytes:
    catalog = b"<< /Type /Catalog /Pages 2 0 R /Names << /Dests 10 0 R /EmbeddedFiles 10 0 R >> >>"
    return with_objects({CATALOG: catalog, 10: b"<< /Kids [10 0 R] >>"})


def fields_in_a_circle() -> bytes:
    catalog = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [10 0 R] >> >>"
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Kids [10 0 R] /Parent 10 0 R "
        b"/Rect [10 10 50 30] >>"
    )
    page = basis(page=b"/Annots [10 0 R]")[PAGE]
    return with_objects({CATALOG: catalog, PAGE: page, 10: field})


def appearance_that_draws_itself() -> bytes:
    note = b"<< /Type /Annot /Subtype /Stamp /Rect [10 10 90 90] /AP << /N 11 0 R >> >>"
    form = stream(b"/X Do", _FORM + b"/Resources << /XObject << /X 11 0 R >> >>")
    return with_objects({PAGE: basis(page=b"/Annots [10 0 R]")[PAGE], 10: note, 11: form})


def fonts_in_a_circle() -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
        b"/DescendantFonts [5 0 R] >>"
    )
    return with_objects({FONT: font})


def contents_in_a_circle() -> bytes:
    return with_objects({CONTENT: b"[4 0 R 4 0 R]"})


NESTING = makers(globals())
