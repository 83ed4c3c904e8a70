"""Files with hostile parts: fonts, pictures, colours, metadata, scripts, ways out of the file."""

import struct
from pathlib import Path

from tests.hostile.raw import (
    CATALOG,
    CONTENT,
    FONT,
    PAGE,
    SHOWN,
    basis,
    flate,
    makers,
    stream,
    with_objects,
    write,
)

_GARBAGE = bytes(range(256)) * 20
_DRAW = SHOWN + b" q 400 0 0 600 0 0 cm /X Do Q"
OUTSIDE = Path(__file__).with_name("outside.txt")
"""A file that a PDF points at, and that no program may read on its behalf."""


def _embedded(kind: bytes, program: bytes, subtype: bytes = b"TrueType") -> bytes:
    descriptor = (
        b"<< /Type /FontDescriptor /FontName /A /Flags 32 /FontBBox [0 0 1000 1000] "
        b"/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /%s 11 0 R >>" % kind
    )
    widths = b" ".join([b"500"] * 224)
    font = (
        b"<< /Type /Font /Subtype /%s /BaseFont /A /FirstChar 32 /LastChar 255 /Widths [%s] "
        b"/Encoding /WinAnsiEncoding /FontDescriptor 10 0 R >>" % (subtype, widths)
    )
    return with_objects({FONT: font, 10: descriptor, 11: program})


def _tables(**tables: bytes) -> bytes:
    """A TrueType program with these tables, whatever is in them."""
    head = struct.pack(">IHHHH", 0x00010000, len(tables), 16, 0, 0)
    at = len(head) + 16 * len(tables)
    rows, bodies = b"", b""
    for name, body in tables.items():
        rows += name.ljust(4).encode() + struct.pack(">III", 0, at + len(bodies), len(body))
        bodies += body
    return head + rows + bodies


def truetype_garbage() -> bytes:
    return _embedded(b"FontFile2", flate(_GARBAGE))


def truetype_empty() -> bytes:
    return _embedded(b"FontFile2", flate(b""))


def truetype_cut_off() -> bytes:
    program = _tables(head=b"\0" * 54, maxp=b"\0\1\0\0\xff\xff", loca=b"\0" * 9, glyf=b"\0" * 9)
    return _embedded(b"FontFile2", flate(program[:70]))


def truetype_of_sixty_five_thousand_glyphs() -> bytes:
    program = _tables(
        head=struct.pack(">IIIIHH", 0x10000, 0, 0, 0x5F0F3CF5, 0, 1000) + b"\0" * 34,
        maxp=b"\0\1\0\0\xff\xff" + b"\xff" * 26,
        loca=b"\0" * 131_072,
        glyf=struct.pack(">hhhhh", 1, 0, 0, 9, 9) + b"\xff" * 30,
        hhea=b"\0\1\0\0" + b"\0" * 30 + b"\xff\xff",
        hmtx=b"\1\1" * 100,
        cmap=struct.pack(">HHHHI", 0, 1, 3, 1, 12)
        + struct.pack(">HHH", 4, 65535, 0)
        + b"\xff" * 40,
    )
    return _embedded(b"FontFile2", flate(program))


def truetype_glyph_made_of_itself() -> bytes:
    composite = struct.pack(">hhhhh", -1, 0, 0, 9, 9) + struct.pack(">HHbb", 0x0022, 0, 0, 0)
    program = _tables(
        head=struct.pack(">IIIIHH", 0x10000, 0, 0, 0x5F0F3CF5, 0, 1000) + b"\0" * 34,
        maxp=b"\0\1\0\0\0\1" + b"\0\4" * 13,
        loca=struct.pack(">HH", 0, len(composite) // 2),
        glyf=composite,
        hhea=b"\0\1\0\0" + b"\0" * 30 + b"\0\1",
        hmtx=b"\1\1\0\0",
    )
    return _embedded(b"FontFile2", flate(program))


def _cff(subroutine: bytes) -> bytes:
    """A CFF program of which the glyph calls subroutine 0."""

    def index(*items: bytes) -> bytes:
        if not items:
            return b"\0\0"
        offsets, at = [1], 1
        for item in items:
            at += len(item)
            offsets.append(at)
        rows = b"".join(struct.pack(">H", offset) for offset in offsets)
        return struct.pack(">HB", len(items), 2) + rows + b"".join(items)

    def number(value: int) -> bytes:
        return b"\x1d" + struct.pack(">i", value)

    glyphs = index(b"\x0e", b"\x20\x1d\x0e")  # -107 callgsubr
    head, names = b"\1\0\4\2", index(b"A")
    strings, globals_ = index(), index(subroutine)
    size = len(index(number(0) + b"\x11"))
    at = len(head) + len(names) + size + len(strings) + len(globals_)
    return head + names + index(number(at) + b"\x11") + strings + globals_ + glyphs


def cff_that_calls_itself() -> bytes:
    entries = b"/Subtype /Type1C "
    return _embedded(b"FontFile3", flate(_cff(b"\x20\x1d\x0b"), entries), b"Type1")


def cff_with_a_giant_index() -> bytes:
    program = b"\1\0\4\4" + b"\xff\xff\4" + b"\xff" * 200
    return _embedded(b"FontFile3", flate(program, b"/Subtype /Type1C "), b"Type1")


def type1_garbage() -> bytes:
    program = b"%!PS-AdobeFont-1.0: A\n/FontMatrix [1 0 0 1 0 0] def currentfile eexec " + _GARBAGE
    entries = b"/Length1 60 /Length2 999999999 /Length3 -4 "
    return _embedded(b"FontFile", flate(program, entries), b"Type1")


def composite_font_with_giant_widths() -> bytes:
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (a) "
        b"/Ordering (b) /Supplement 0 >> /W [0 2147483647 500 5 [1 2] 7] /DW 1e308 "
        b"/CIDToGIDMap 12 0 R >>"
    )
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
        b"/DescendantFonts [10 0 R] /ToUnicode 11 0 R >>"
    )
    to_unicode = flate(b"1 beginbfrange <0000> <ffffffff> <0041> endbfrange")
    return with_objects({FONT: font, 10: descendant, 11: to_unicode, 12: flate(b"\xff" * 131_073)})


def character_map_that_uses_itself() -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 11 0 R "
        b"/DescendantFonts [10 0 R] /ToUnicode 11 0 R >>"
    )
    descendant = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (a) "
        b"/Ordering (b) /Supplement 0 >> >>"
    )
    to_unicode = stream(
        b"/A usecmap 1 begincodespacerange <00> <ff>", b"/Type /CMap /UseCMap 11 0 R"
    )
    return with_objects({FONT: font, 10: descendant, 11: to_unicode})


def character_map_of_many_ranges() -> bytes:
    rows = b"1 beginbfrange\n" + b"<0000> <fffe> <0041>\n" * 3_000 + b"endbfrange"
    font = basis()[FONT].replace(b">>", b"/ToUnicode 10 0 R >>")
    return with_objects({FONT: font, 10: flate(rows)})


def differences_of_a_giant_code() -> bytes:
    encoding = b"<< /Differences [2147483647 /A -5 /B 99999999999999999999 /C] >>"
    return with_objects({FONT: basis()[FONT].replace(b"/WinAnsiEncoding", encoding)})


def font_without_widths_but_a_giant_first() -> bytes:
    font = basis()[FONT].replace(b">>", b"/FirstChar 2147483647 /LastChar -1 /Widths [1 (a) /b] >>")
    return with_objects({FONT: font})


def _picture(filter_: bytes, data: bytes, more: bytes = b"") -> bytes:
    entries = (
        b"/Type /XObject /Subtype /Image /Width 600 /Height 600 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray /Filter " + filter_ + b" " + more
    )
    objects = basis(_DRAW, resources=b"/XObject << /X 10 0 R >>")
    return write({**objects, 10: stream(data, entries)})


def jpeg_garbage() -> bytes:
    return _picture(b"/DCTDecode", b"\xff\xd8\xff\xe0" + _GARBAGE)


def jpeg_2000_garbage() -> bytes:
    return _picture(b"/JPXDecode", b"\0\0\0\x0cjP  \r\n\x87\n" + _GARBAGE)


def jbig2_garbage() -> bytes:
    return _picture(b"/JBIG2Decode", _GARBAGE, b"/DecodeParms << /JBIG2Globals 10 0 R >>")


def fax_garbage() -> bytes:
    parms = b"/DecodeParms << /K -1 /Columns 2000000000 /Rows 2000000000 >>"
    return _picture(b"/CCITTFaxDecode", _GARBAGE, parms)


def colour_profile_garbage() -> bytes:
    space = b"[/ICCBased 11 0 R]"
    objects = basis(
        SHOWN + b" /C cs 1 1 1 sc 0 0 9 9 re f", resources=b"/ColorSpace << /C 10 0 R >>"
    )
    return write({**objects, 10: space, 11: flate(_GARBAGE, b"/N 3 /Alternate 10 0 R")})


def colours_without_number() -> bytes:
    names = b" ".join(b"/c%d" % n for n in range(5_000))
    space = b"[/DeviceN [%s] /DeviceGray 11 0 R]" % names
    function = b"<< /FunctionType 2 /Domain [0 1] /N 1e308 >>"
    objects = basis(SHOWN + b" /C cs 1 sc 0 0 9 9 re f", resources=b"/ColorSpace << /C 10 0 R >>")
    return write({**objects, 10: space, 11: function})


def _xmp(declarations: str, value: str) -> bytes:
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE x [{declarations}]>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>'
        "<pdfaid:conformance>B</pdfaid:conformance><dc:title><rdf:Alt>"
        f'<rdf:li xml:lang="x-default">{value}</rdf:li></rdf:Alt></dc:title>'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    catalog = b"<< /Type /Catalog /Pages 2 0 R /Metadata 10 0 R >>"
    metadata = stream(xml.encode(), b"/Type /Metadata /Subtype /XML")
    return with_objects({CATALOG: catalog, 10: metadata})


def metadata_of_a_thousand_million_laughs() -> bytes:
    rows = ['<!ENTITY a0 "ha">']
    rows += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    return _xmp("".join(rows), "&a9;")


def metadata_that_reads_a_file() -> bytes:
    return _xmp(f'<!ENTITY a SYSTEM "{OUTSIDE.as_uri()}">', "&a;")


def metadata_that_asks_the_network() -> bytes:
    return _xmp('<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;', "x")


def metadata_nested_deep() -> bytes:
    return _xmp("", "<a>" * 50_000 + "</a>" * 50_000)


def _catalog(entries: bytes) -> bytes:
    return with_objects({CATALOG: b"<< /Type /Catalog /Pages 2 0 R " + entries + b" >>"})


def script_at_the_start() -> bytes:
    script = b"<< /S /JavaScript /JS (while\\(true\\){}) >>"
    return _catalog(b"/OpenAction %s /AA << /WC %s >>" % (script, script))


def form_of_xml() -> bytes:
    form = b"/AcroForm << /Fields [] /XFA [(template) 10 0 R] /NeedAppearances true >>"
    catalog = b"<< /Type /Catalog /Pages 2 0 R " + form + b" >>"
    return with_objects({CATALOG: catalog, 10: stream(b"<xdp:xdp><a>Zwartkruis</a></xdp:xdp>")})


def launches_a_program() -> bytes:
    launch = b"<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >> >>"
    link = b"<< /Type /Annot /Subtype /Link /Rect [9 9 99 99] /A %s >>" % launch
    page = basis(page=b"/Annots [" + link + b"]")[PAGE]
    catalog = b"<< /Type /Catalog /Pages 2 0 R /OpenAction %s >>" % launch
    return with_objects({CATALOG: catalog, PAGE: page})


def points_at_the_network() -> bytes:
    spec = (
        rb"<< /Type /Filespec /FS /URL /F (\\\\server\\share\\a.pdf) /UF (http://127.0.0.1:9/a) >>"
    )
    entries = b"/AF [%s] /Names << /EmbeddedFiles << /Names [(a) %s] >> >>" % (spec, spec)
    return _catalog(entries)


def _outside(filter_: bytes = b"") -> bytes:
    return b"<< /Length 0 /F (%s) %s >>\nstream\n\nendstream" % (str(OUTSIDE).encode(), filter_)


def content_from_another_file() -> bytes:
    return with_objects({CONTENT: b"[10 0 R 11 0 R]", 10: stream(SHOWN), 11: _outside()})


def picture_from_another_file() -> bytes:
    entries = (
        b"/Type /XObject /Subtype /Image /Width 6 /Height 1 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray /FFilter /FlateDecode"
    )
    objects = basis(_DRAW, resources=b"/XObject << /X 10 0 R >>")
    return write({**objects, 10: _outside(entries)})


def form_from_another_file() -> bytes:
    entries = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
        b"/Ref << /F (%s) /Page 0 >>" % str(OUTSIDE).encode()
    )
    objects = basis(_DRAW, resources=b"/XObject << /X 10 0 R >>")
    return write({**objects, 10: _outside(entries)})


def attachment_that_is_this_file_again() -> bytes:
    inner = with_objects({})
    for _ in range(12):
        spec = b"<< /Type /Filespec /F (a.pdf) /EF << /F 11 0 R >> >>"
        catalog = (
            b"<< /Type /Catalog /Pages 2 0 R "
            b"/Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >> >>"
        )
        inner = with_objects(
            {CATALOG: catalog, 10: spec, 11: flate(inner, b"/Type /EmbeddedFile ")}
        )
    return inner


PARTS = makers(globals())
