"""Files that ask for too much: space, time, numbers, pages."""

import zlib

from tests.hostile.raw import (
    CATALOG,
    CONTENT,
    PAGE,
    PAGES,
    SHOWN,
    basis,
    flate,
    makers,
    stream,
    with_objects,
    write,
)

_PICTURE = (
    b"/Type /XObject /Subtype /Image /BitsPerComponent %d /Width %d /Height %d "
    b"/ColorSpace /DeviceGray "
)
_DRAW = SHOWN + b" q 400 0 0 600 0 0 cm /X Do Q"


def _media(box: bytes, more: bytes = b"") -> bytes:
    page = basis()[PAGE].replace(b"[0 0 400 600]", box)
    return with_objects({PAGE: page[:-2] + more + b">>"})


def page_of_two_hundred_metres() -> bytes:
    return _media(b"[0 0 567000 567000]")


def page_of_a_million_units() -> bytes:
    return _media(b"[0 0 400 600]", b"/UserUnit 1000000")


def unit_of_zero() -> bytes:
    return _media(b"[0 0 400 600]", b"/UserUnit 0")


def unit_that_is_negative() -> bytes:
    return _media(b"[0 0 400 600]", b"/UserUnit -3")


def page_without_size() -> bytes:
    return _media(b"[0 0 0 0]")


def page_upside_down() -> bytes:
    return _media(b"[400 600 0 0]")


def page_beyond_numbers() -> bytes:
    return _media(b"[-1e308 -1e308 1e308 1e308]")


def page_of_long_numbers() -> bytes:
    return _media(b"[0 0 " + b"9" * 400 + b" " + b"9" * 400 + b"]")


def page_of_words() -> bytes:
    return _media(b"[/a (b) null 600]")


def page_of_three_numbers() -> bytes:
    return _media(b"[0 0 400]")


def page_turned_by_a_bit() -> bytes:
    return _media(b"[0 0 400 600]", b"/Rotate 37")


def page_turned_by_much() -> bytes:
    return _media(b"[0 0 400 600]", b"/Rotate 99999999999999999999")


def crop_box_far_away() -> bytes:
    return _media(b"[0 0 400 600]", b"/CropBox [90000 90000 91000 91000]")


def letters_of_a_million_points() -> bytes:
    return write(basis(SHOWN.replace(b"12 Tf", b"1000000 Tf")))


def letters_of_nothing() -> bytes:
    return write(basis(SHOWN.replace(b"12 Tf", b"0 Tf")))


def matrix_beyond_numbers() -> bytes:
    return write(basis(b"1e38 0 0 1e38 0 0 cm " + SHOWN))


def matrix_of_long_numbers() -> bytes:
    long = b"9" * 300
    return write(basis(b"%s 0 0 %s 0 0 cm " % (long, long) + SHOWN))


def matrix_that_flattens() -> bytes:
    return write(basis(b"0 0 0 0 0 0 cm " + SHOWN))


def _bomb(size: int) -> bytes:
    """Spaces, packed by the million: a block that begins with nothing known can be repeated."""
    block, times = b" " * 1_000_000, size // 1_000_000
    engine = zlib.compressobj(1)
    start = engine.compress(b"") + engine.flush(zlib.Z_FULL_FLUSH)
    packed = engine.compress(block) + engine.flush(zlib.Z_FULL_FLUSH)
    check = zlib.adler32(b"")
    for _ in range(times):
        check = zlib.adler32(block, check)
    return start + packed * times + b"\x03\x00" + check.to_bytes(4, "big")


def _filtered(data: bytes, filters: bytes) -> bytes:
    return with_objects({CONTENT: stream(data, b"/Filter " + filters)})


def flate_bomb_in_the_content() -> bytes:
    return _filtered(_bomb(400_000_000), b"/FlateDecode")


def flate_bomb_in_a_flate_bomb() -> bytes:
    return _filtered(zlib.compress(_bomb(400_000_000), 9), b"[/FlateDecode /FlateDecode]")


def run_length_bomb() -> bytes:
    return _filtered(zlib.compress(b"\x81 " * 5_000_000, 9), b"[/FlateDecode /RunLengthDecode]")


def lzw_bomb() -> bytes:
    """Code 256 clears the table; then codes that each repeat the one before and one more."""
    bits = "100000000" + "000100000"
    bits += "".join(f"{258 + n:09b}" for n in range(253))
    bits = (bits * 40_000) + "100000001"
    data = int(bits, 2).to_bytes((len(bits) + 7) // 8, "big")
    return _filtered(zlib.compress(data, 9), b"[/FlateDecode /LZWDecode]")


def a_hundred_filters() -> bytes:
    return _filtered(SHOWN, b"[" + b"/ASCIIHexDecode " * 100 + b"]")


def unknown_filter() -> bytes:
    return _filtered(SHOWN, b"/EigenDecode")


def predictor_with_giant_columns() -> bytes:
    parms = b"/FlateDecode /DecodeParms << /Predictor 12 /Columns 2147483647 /Colors 32 >>"
    return _filtered(zlib.compress(SHOWN), parms)


def flate_bomb_in_an_unused_object() -> bytes:
    return with_objects({10: stream(_bomb(400_000_000), b"/Filter /FlateDecode")})


def _picture(body: bytes) -> bytes:
    return write({**basis(_DRAW, resources=b"/XObject << /X 10 0 R >>"), 10: body})


def picture_of_ten_thousand_million_pixels() -> bytes:
    entries = _PICTURE % (1, 100_000, 100_000)
    return _picture(stream(_bomb(1_250_000_000), entries + b"/Filter /FlateDecode"))


def picture_that_claims_to_be_giant() -> bytes:
    return _picture(flate(b"\0" * 100, _PICTURE % (8, 2_000_000_000, 2_000_000_000)))


def picture_without_size() -> bytes:
    return _picture(flate(b"\0" * 100, _PICTURE % (8, 0, 0)))


def picture_with_negative_size() -> bytes:
    return _picture(flate(b"\0" * 100, _PICTURE % (8, -5, -5)))


def picture_of_odd_depth() -> bytes:
    return _picture(flate(b"\0" * 100, _PICTURE % (31, 10, 10)))


def inline_picture_that_claims_to_be_giant() -> bytes:
    inline = b" q 400 0 0 600 0 0 cm BI /W 100000 /H 100000 /BPC 1 /CS /G ID xxxx EI Q"
    return write(basis(SHOWN + inline))


def picture_drawn_a_hundred_thousand_times() -> bytes:
    content = SHOWN + b" q 9 0 0 9 0 0 cm /X Do Q" * 100_000
    picture = flate(b"\x80" * 100, _PICTURE % (8, 10, 10))
    return write({**basis(content, resources=b"/XObject << /X 10 0 R >>"), 10: picture})


def a_hundred_thousand_objects() -> bytes:
    return with_objects({n: b"<< /A %d >>" % n for n in range(10, 100_010)})


def a_hundred_thousand_notes() -> bytes:
    rows = b" ".join(b"%d 0 R" % n for n in range(10, 100_010))
    note = b"<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (a) >>"
    page = basis(page=b"/Annots [" + rows + b"]")[PAGE]
    return with_objects({PAGE: page, **dict.fromkeys(range(10, 100_010), note)})


def a_hundred_thousand_links() -> bytes:
    link = (
        b"<< /Type /Annot /Subtype /Link /Rect [10 10 20 20] "
        b"/A << /S /URI /URI (https://a.nl) >> >>"
    )
    return write(basis(page=b"/Annots [" + link * 100_000 + b"]"))


def a_million_operators() -> bytes:
    return with_objects({CONTENT: flate(SHOWN + b" 1 0 0 rg 0 0 1 1 re f" * 333_334)})


def many_letters_one_by_one() -> bytes:
    letters = b" BT /F1 5 Tf 10 10 Td" + b" 1 0 Td (a) Tj" * 50_000 + b" ET"
    return with_objects({CONTENT: flate(SHOWN + letters)})


def one_string_of_fifty_megabytes() -> bytes:
    return with_objects({10: b"(" + b"a" * 50_000_000 + b")"}, trailer=b"/Eigen 10 0 R")


def title_of_fifty_megabytes() -> bytes:
    info = b"<< /Title (" + b"a" * 50_000_000 + b") >>"
    return with_objects({10: info}, trailer=b"/Info 10 0 R")


def text_of_a_megabyte() -> bytes:
    long = SHOWN + b" BT /F1 1 Tf 10 10 Td (" + b"a b " * 250_000 + b") Tj ET"
    return with_objects({CONTENT: flate(long)})


def one_name_of_ten_megabytes() -> bytes:
    return write(basis(SHOWN + b" /" + b"a" * 10_000_000 + b" gs"))


def a_thousand_pages(number: int = 1_000) -> bytes:
    """Pages that share their content and resources."""
    kids = b" ".join(b"%d 0 R" % n for n in range(10, 10 + number))
    objects = basis()
    objects[PAGES] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, number)
    for n in range(10, 10 + number):
        objects[n] = objects[PAGE]
    return write(objects)


def twenty_thousand_pages() -> bytes:
    return a_thousand_pages(20_000)


def ten_thousand_layers_that_are_off() -> bytes:
    groups = dict.fromkeys(range(10, 10_010), b"<< /Type /OCG /Name (a) >>")
    rows = b" ".join(b"%d 0 R" % n for n in groups)
    layers = b"/OCProperties << /OCGs [%s] /D << /OFF [%s] /Order [%s] >> >>" % (rows, rows, rows)
    catalog = b"<< /Type /Catalog /Pages 2 0 R " + layers + b" >>"
    return with_objects({CATALOG: catalog, **groups})


def dash_of_nothing() -> bytes:
    return write(basis(SHOWN + b" [0.0000001] 0 d 0 0 m 400 600 l S"))


def path_of_a_million_curves() -> bytes:
    curves = b" 0 0 m" + b" 1 2 300 400 5 600 c" * 200_000 + b" 50 w S"
    return with_objects({CONTENT: flate(SHOWN + curves)})


def shading_with_a_giant_mesh() -> bytes:
    mesh = flate(
        b"\0" * 3_000_000,
        b"/ShadingType 5 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 "
        b"/VerticesPerRow 1000000000 /Decode [0 400 0 600 0 1]",
    )
    return write({**basis(SHOWN + b" /S sh", resources=b"/Shading << /S 10 0 R >>"), 10: mesh})


def function_with_giant_samples() -> bytes:
    function = stream(
        b"\0",
        b"/FunctionType 0 /Domain [0 1 0 1 0 1] /Range [0 1] /Size [65535 65535 65535] "
        b"/BitsPerSample 32",
    )
    shade = b"<< /ShadingType 1 /ColorSpace /DeviceGray /Function 10 0 R /Domain [0 1 0 1] >>"
    extra = {10: function, 11: shade}
    return write({**basis(SHOWN + b" /S sh", resources=b"/Shading << /S 11 0 R >>"), **extra})


def calculation_without_end() -> bytes:
    function = stream(b"{" * 5000 + b"}" * 5000, b"/FunctionType 4 /Domain [0 1] /Range [0 1]")
    space = b"[/Separation /Geel /DeviceGray 10 0 R]"
    resources = b"/ColorSpace << /C 11 0 R >>"
    content = SHOWN + b" /C cs 1 sc 0 0 9 9 re f"
    return write({**basis(content, resources=resources), 10: function, 11: space})


SIZE = makers(globals())
