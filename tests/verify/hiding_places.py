"""Every place where a secret can be put back into a clean PDF, by a name that says where."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from tests.verify.samples import (
    SECRET,
    add_content,
    annotate,
    form,
    stream,
    text,
    xmp_stream,
)

Hide = Callable[[Pdf], None]
PLACES: dict[str, Hide] = {}


def place(function: Hide) -> Hide:
    PLACES[function.__name__] = function
    return function


def _utf16(words: str) -> String:
    return String(b"\xfe\xff" + words.encode("utf-16-be"))


# Text that a page draws, seen or not.


@place
def visible_text(pdf: Pdf) -> None:
    add_content(pdf, text(f"De heer {SECRET} schrijft."))


@place
def white_text(pdf: Pdf) -> None:
    add_content(pdf, b"1 g " + text(SECRET))


@place
def invisible_text(pdf: Pdf) -> None:
    add_content(pdf, b"3 Tr " + text(SECRET))


@place
def clipping_text(pdf: Pdf) -> None:
    add_content(pdf, b"7 Tr " + text(SECRET))


@place
def text_outside_the_page(pdf: Pdf) -> None:
    add_content(pdf, text(SECRET, x=900, y=900))


@place
def text_split_by_kerning(pdf: Pdf) -> None:
    add_content(pdf, b"BT /FS 11 Tf 60 90 Td [(Zw)30(aan)-20(hov)15(en)] TJ ET")


@place
def one_letter_at_a_time(pdf: Pdf) -> None:
    shown = b"".join(f"({letter}) Tj 7 0 Td ".encode() for letter in SECRET)
    add_content(pdf, b"BT /FS 11 Tf 60 90 Td " + shown + b"ET")


@place
def wide_letter_spacing(pdf: Pdf) -> None:
    add_content(pdf, b"BT /FS 11 Tf 9 Tc 60 90 Td (" + SECRET.encode() + b") Tj ET")


@place
def hexadecimal_text(pdf: Pdf) -> None:
    add_content(pdf, b"BT /FS 11 Tf 60 90 Td <" + SECRET.encode().hex().encode() + b"> Tj ET")


@place
def octal_text(pdf: Pdf) -> None:
    shown = "".join(f"\\{ord(letter):03o}" for letter in SECRET)
    add_content(pdf, f"BT /FS 11 Tf 60 90 Td ({shown}) Tj ET".encode())


@place
def capitals(pdf: Pdf) -> None:
    add_content(pdf, text(SECRET.upper()))


@place
def soft_hyphen(pdf: Pdf) -> None:
    add_content(pdf, b"BT /FS 11 Tf 60 90 Td (Zwaan\\255hoven) Tj ET")


@place
def hyphen_over_a_line_break(pdf: Pdf) -> None:
    add_content(pdf, b"BT /FS 11 Tf 14 TL 60 90 Td (mevrouw Zwaan-) Tj T* (hoven komt) Tj ET")


@place
def quote_operator(pdf: Pdf) -> None:
    add_content(pdf, b"BT /FS 11 Tf 14 TL 60 90 Td (" + SECRET.encode() + b") ' ET")


@place
def rotated_text(pdf: Pdf) -> None:
    add_content(pdf, b"BT /FS 11 Tf 0 1 -1 0 60 90 Tm (" + SECRET.encode() + b") Tj ET")


@place
def form_xobject(pdf: Pdf) -> None:
    add_content(pdf, b"/X1 Do", XObject={"X1": form(pdf, text(SECRET))})


@place
def nested_form_xobject(pdf: Pdf) -> None:
    outer = form(pdf, b"/X2 Do")
    outer.Resources.XObject = Dictionary(X2=form(pdf, text(SECRET)))
    add_content(pdf, b"/X1 Do", XObject={"X1": outer})


@place
def unused_form_xobject(pdf: Pdf) -> None:
    add_content(pdf, b"", XObject={"X1": form(pdf, text(SECRET))})


@place
def tiling_pattern(pdf: Pdf) -> None:
    tile = form(pdf, text(SECRET))
    del tile.Subtype
    tile.Type, tile.PatternType, tile.PaintType, tile.TilingType = Name.Pattern, 1, 1, 1
    tile.XStep, tile.YStep = 100, 100
    add_content(pdf, b"/Pattern cs /P1 scn 0 0 99 99 re f", Pattern={"P1": tile})


@place
def soft_mask(pdf: Pdf) -> None:
    mask = form(pdf, text(SECRET))
    mask.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    state = Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask))
    add_content(pdf, b"/G1 gs 0 0 99 99 re f", ExtGState={"G1": state})


@place
def marked_content_property(pdf: Pdf) -> None:
    add_content(pdf, f"/Span <</ActualText ({SECRET})>> BDC EMC".encode())


@place
def property_list(pdf: Pdf) -> None:
    listed = pdf.make_indirect(Dictionary(Note=String(SECRET)))
    add_content(pdf, b"/Span /M1 BDC EMC", Properties={"M1": listed})


@place
def comment_in_content(pdf: Pdf) -> None:
    add_content(pdf, b"% van " + SECRET.encode() + b"\n")


@place
def inline_image(pdf: Pdf) -> None:
    add_content(pdf, b"BI /W 10 /H 1 /BPC 8 /CS /G ID " + SECRET.encode() + b" EI")


# Objects around the pages.


@place
def info_title(pdf: Pdf) -> None:
    pdf.trailer.Info.Title = String(f"Brief aan {SECRET}")


@place
def info_author_as_utf16(pdf: Pdf) -> None:
    pdf.trailer.Info["/Author"] = _utf16(SECRET)


@place
def info_custom_key_name(pdf: Pdf) -> None:
    pdf.trailer.Info[f"/{SECRET}"] = String("ja")


@place
def xmp_element(pdf: Pdf) -> None:
    pdf.Root.Metadata = xmp_stream(pdf, f"<dc:title>{SECRET}</dc:title>")


@place
def xmp_attribute(pdf: Pdf) -> None:
    pdf.Root.Metadata = xmp_stream(pdf, f'<dc:title xml:lang="{SECRET}"/>')


@place
def xmp_of_a_page(pdf: Pdf) -> None:
    pdf.pages[0].Metadata = xmp_stream(pdf, f"<dc:creator>{SECRET}</dc:creator>")


@place
def outline(pdf: Pdf) -> None:
    with pdf.open_outline() as tree:
        tree.root.append(OutlineItem(SECRET, 0))


@place
def named_destination(pdf: Pdf) -> None:
    names = Array([String(SECRET), Array([pdf.pages[0].obj, Name.Fit])])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))


@place
def page_label(pdf: Pdf) -> None:
    label = Dictionary(P=String(SECRET))
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, label]))


@place
def javascript(pdf: Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String(f"alert('{SECRET}')"))
    pdf.Root.OpenAction = script


@place
def javascript_stream(pdf: Pdf) -> None:
    code = stream(pdf, f"// {SECRET}\nvar a = 1;".encode())
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=code)


@place
def launch_path(pdf: Pdf) -> None:
    action = Dictionary(S=Name.Launch, F=String(f"C:\\Users\\{SECRET}\\nota.doc"))
    annotate(pdf, "Link", A=action)


@place
def mailto_link(pdf: Pdf) -> None:
    annotate(pdf, "Link", A=Dictionary(S=Name.URI, URI=String(f"mailto:j.{SECRET}@example.nl")))


@place
def link_with_percent_signs(pdf: Pdf) -> None:
    hidden = "".join(f"%{ord(letter):02x}" for letter in SECRET)
    annotate(pdf, "Link", A=Dictionary(S=Name.URI, URI=String(f"https://example.nl/{hidden}")))


@place
def comment_annotation(pdf: Pdf) -> None:
    annotate(pdf, "Text", Contents=_utf16(f"Vraag {SECRET} even"), T=String("x"))


@place
def rich_text_of_an_annotation(pdf: Pdf) -> None:
    body = "<body><p>Zwaan<b>hoven</b></p></body>"
    annotate(pdf, "FreeText", RC=String(body))


@place
def appearance_of_a_stamp(pdf: Pdf) -> None:
    annotate(pdf, "Stamp", AP=Dictionary(N=form(pdf, text(SECRET))))


@place
def form_field_value(pdf: Pdf) -> None:
    annotate(pdf, "Widget", FT=Name.Tx, T=String("naam"), V=String(SECRET))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].Annots[-1]]))


@place
def form_field_option(pdf: Pdf) -> None:
    annotate(pdf, "Widget", FT=Name.Ch, T=String("keuze"), Opt=Array([String(SECRET)]))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].Annots[-1]]))


@place
def xfa(pdf: Pdf) -> None:
    data = stream(pdf, f"<xdp><naam>{SECRET}</naam></xdp>".encode())
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=data)


@place
def layer_name(pdf: Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(SECRET)))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


@place
def piece_info(pdf: Pdf) -> None:
    private = Dictionary(Private=Dictionary(Maker=String(SECRET)))
    pdf.pages[0].PieceInfo = Dictionary(Word=private)


@place
def custom_key_of_the_catalog(pdf: Pdf) -> None:
    pdf.Root[f"/{SECRET}"] = Name.Yes


@place
def output_intent(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0]["/Info"] = String(SECRET)


@place
def alternative_text(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0]["/Alt"] = _utf16(f"Foto van {SECRET}")


@place
def actual_text(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0]["/ActualText"] = String(SECRET)


@place
def structure_identifier(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0]["/ID"] = String(SECRET)


@place
def role_map_name(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary({f"/{SECRET}": Name.P})


@place
def thumbnail(pdf: Pdf) -> None:
    image = _image(pdf, SECRET.encode())
    pdf.pages[0].Thumb = image


@place
def bytes_of_an_image(pdf: Pdf) -> None:
    add_content(pdf, b"/I1 Do", XObject={"I1": _image(pdf, SECRET.encode())})


@place
def comment_of_a_jpeg(pdf: Pdf) -> None:
    words = f"foto: {SECRET}".encode()
    jpeg = b"\xff\xd8\xff\xfe" + (len(words) + 2).to_bytes(2, "big") + words + b"\xff\xd9"
    image = _image(pdf, b"")
    image.write(jpeg, filter=Name.DCTDecode)
    add_content(pdf, b"", XObject={"I1": image})


@place
def soft_mask_of_an_image(pdf: Pdf) -> None:
    image = _image(pdf, bytes(10))
    image.SMask = _image(pdf, SECRET.encode())
    add_content(pdf, b"/I1 Do", XObject={"I1": image})


def _image(pdf: Pdf, data: bytes) -> Any:
    return stream(
        pdf,
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=10,
        Height=1,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )


@place
def font_program(pdf: Pdf) -> None:
    font = pdf.pages[0].Resources.Font["/f0"].DescendantFonts[0].FontDescriptor
    key = next(key for key in dict(font) if key.startswith("/FontFile"))
    old = font[key].read_bytes()
    font[key].write(old + SECRET.encode("utf-16-be"))


@place
def character_map(pdf: Pdf) -> None:
    font = pdf.pages[0].Resources.Font["/f0"]
    font.ToUnicode.write(font.ToUnicode.read_bytes() + b"\n% " + SECRET.encode())


@place
def attachment(pdf: Pdf) -> None:
    _attach(pdf, f"Beste {SECRET},".encode())


@place
def attachment_name(pdf: Pdf) -> None:
    _attach(pdf, b"leeg", name=f"brief {SECRET}.txt")


@place
def attachment_in_a_zip(pdf: Pdf) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:t>Zwaan</w:t><w:t>hoven</w:t>{'x' * 99}")
    _attach(pdf, packed.getvalue())


@place
def attachment_in_gzip(pdf: Pdf) -> None:
    _attach(pdf, gzip.compress(SECRET.encode()))


def _attach(pdf: Pdf, data: bytes, name: str = "bijlage.txt") -> None:
    file = stream(pdf, data, Type=Name.EmbeddedFile)
    spec = Dictionary(Type=Name.Filespec, F=String(name), EF=Dictionary(F=file))
    tree = Dictionary(Names=Array([String("a"), spec]))
    pdf.Root.Names = Dictionary(EmbeddedFiles=tree)


@place
def private_stream_with_two_filters(pdf: Pdf) -> None:
    made = pdf.make_stream(b"x")
    made.write(
        zlib.compress(SECRET.encode().hex().encode() + b">"),
        filter=Array([Name.FlateDecode, Name.ASCIIHexDecode]),
    )
    pdf.pages[0].obj["/Eigen"] = made


@place
def private_utf16_little_endian(pdf: Pdf) -> None:
    pdf.pages[0].obj["/Eigen"] = String(SECRET.encode("utf-16-le"))


@place
def private_hexadecimal_in_text(pdf: Pdf) -> None:
    pdf.pages[0].obj["/Eigen"] = String(f"code {SECRET.encode().hex()}")
