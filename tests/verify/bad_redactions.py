"""Bad redactions and forgotten things as other programs leave them, each with a clean twin."""

from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from tests.verify.samples import add_content, annotate, form, stream, text, xmp_stream

Change = Callable[[Pdf], None]
# Name: the rule, a file in which it fires, and a twin in which it does not.
TWINS: dict[str, tuple[str, Change, Change]] = {}

WORDS = "Zwartkruis"
# In PDF coordinates: the words stand at 60, 100; the page is 500 high.
RECT = "55 96 80 15 re f "
CORNERS = [55, 96, 135, 111]


def _drawn(operators: bytes | str, **resources: Any) -> Change:
    raw = operators if isinstance(operators, bytes) else operators.encode()
    return lambda pdf: add_content(pdf, raw, **resources)


def _over(shape: str) -> tuple[Change, Change]:
    """A shape over the words, and the same shape under words of another colour."""
    return _drawn(text(WORDS) + shape.encode()), _drawn(shape.encode() + b" 1 g " + text(WORDS))


_ROUND = "60 96 m 130 96 l 135 96 135 96 135 101 c 135 106 l 135 111 135 111 130 111 c 60 111 l "
_ROUND += "55 111 55 111 55 106 c 55 101 l 55 96 55 96 60 96 c f "
SHAPES = {
    "filled_rectangle": "0 g " + RECT,
    "dark_blue_rectangle": "0.1 0.1 0.3 rg " + RECT,
    "polygon": "0 g 50 94 m 140 96 l 138 113 l 52 112 l h f ",
    "rounded_rectangle": "0 g " + _ROUND,
    "thick_line": "0 G 14 w 55 103 m 135 103 l S ",
    "scribble": "0 G 9 w 50 99 m 140 101 l 50 104 l 140 107 l S ",
    "rectangles_side_by_side": "0 g 55 96 41 15 re f 95 96 40 15 re f ",
    "rectangles_in_one_path": "0 g 55 96 41 15 re 95 96 40 15 re f ",
    "thin_strips": "0 g " + "".join(f"55 {96 + 2 * i} 80 2.2 re f " for i in range(8)),
}
for _name, _shape in SHAPES.items():
    TWINS[_name] = ("text-under-box", *_over(_shape))
TWINS["red_rectangle"] = (
    "text-under-box",
    _drawn(text(WORDS) + f"0.8 0.1 0.1 rg {RECT}".encode()),
    _drawn(f"0.8 0.1 0.1 rg {RECT} 1 g ".encode() + text(WORDS)),
)
TWINS["white_rectangle"] = (
    "text-under-box",
    _drawn(text(WORDS) + f"1 g {RECT}".encode()),
    _drawn(f"1 g {RECT} 0 g ".encode() + text(WORDS)),
)
TWINS["text_in_the_colour_of_its_box"] = (
    "text-under-box",
    _drawn(f"0.2 g {RECT}".encode() + text(WORDS)),
    _drawn(f"0.9 g {RECT} 0 g ".encode() + text(WORDS)),
)
TWINS["marker_that_shows_through"] = (
    "text-under-box",
    _drawn(text(WORDS) + f"0 g {RECT}".encode()),
    _drawn(text(WORDS) + b"/G1 gs 1 1 0 rg " + RECT.encode(), ExtGState={"G1": Dictionary(ca=0.4)}),
)


def _picture(pdf: Pdf, shade: bytes) -> Any:
    return stream(
        pdf,
        shade * 100,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=10,
        Height=10,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )


def _with_picture(before: bytes, after: bytes) -> Change:
    return lambda pdf: add_content(
        pdf,
        before + b"q 80 0 0 15 55 96 cm /I1 Do Q " + after,
        XObject={"I1": _picture(pdf, b"\x00")},
    )


_INLINE = b"q 80 0 0 15 55 96 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q "
TWINS["black_picture"] = (
    "text-under-box",
    _with_picture(text(WORDS), b""),
    _with_picture(b"", b"1 g " + text(WORDS)),
)
TWINS["inline_image"] = (
    "text-under-box",
    _drawn(text(WORDS) + _INLINE),
    _drawn(_INLINE + b"1 g " + text(WORDS)),
)
TWINS["form_xobject"] = (
    "text-under-box",
    lambda pdf: add_content(
        pdf, text(WORDS) + b"/X1 Do", XObject={"X1": form(pdf, b"0 g " + RECT.encode())}
    ),
    lambda pdf: add_content(
        pdf, b"/X1 Do 1 g " + text(WORDS), XObject={"X1": form(pdf, b"0 g " + RECT.encode())}
    ),
)


def _noted(subtype: str, **entries: Any) -> Change:
    def change(pdf: Pdf) -> None:
        add_content(pdf, text(WORDS))
        annotate(pdf, subtype, Rect=Array(CORNERS), **entries)

    return change


_BLACK, _YELLOW = Array([0, 0, 0]), Array([1, 1, 0])
_QUADS = Array([55, 111, 135, 111, 55, 96, 135, 96])


def _appearance(pdf: Pdf) -> None:
    drawn = stream(
        pdf, b"0 g 0 0 80 15 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 80, 15])
    )
    add_content(pdf, text(WORDS))
    annotate(pdf, "Stamp", Rect=Array(CORNERS), AP=Dictionary(N=drawn))


TWINS["square_annotation"] = (
    "text-under-box",
    _noted("Square", IC=_BLACK, C=_BLACK),
    _noted("Square", C=_BLACK),
)
TWINS["black_highlight_annotation"] = (
    "text-under-box",
    _noted("Highlight", C=_BLACK, QuadPoints=_QUADS),
    _noted("Highlight", C=_YELLOW, QuadPoints=_QUADS),
)
TWINS["ink_annotation"] = (
    "text-under-box",
    _noted("Ink", C=_BLACK, BS=Dictionary(W=15), InkList=Array([Array([55, 103, 135, 103])])),
    _noted("Ink", C=_BLACK, BS=Dictionary(W=1), InkList=Array([Array([55, 97, 135, 97])])),
)
TWINS["stamp_annotation"] = ("text-under-box", _appearance, _noted("Stamp"))
TWINS["redaction_not_applied"] = ("unapplied-redaction", _noted("Redact"), _noted("Link"))
TWINS["comment"] = ("annotation", _noted("Text", Contents=String("Vraag")), _noted("Text"))

TWINS["white_text"] = (
    "hidden-text",
    _drawn(b"1 g " + text(WORDS)),
    _drawn(b"0.6 g " + text(WORDS)),
)
TWINS["large_white_panel"] = (
    "hidden-text",
    _drawn(text(WORDS) + b"1 g 40 60 300 150 re f"),
    _drawn(b"1 g 40 60 300 150 re f 0 g " + text(WORDS)),
)
TWINS["invisible_text"] = (
    "invisible-text",
    _drawn(b"3 Tr " + text(WORDS)),
    _drawn(b"2 Tr " + text(WORDS)),
)
TWINS["clipped_text"] = (
    "clipped-text",
    _drawn(b"q 300 20 50 50 re W n " + text(WORDS) + b"Q"),
    _drawn(b"q 50 90 100 30 re W n " + text(WORDS) + b"Q"),
)
TWINS["tiny_text"] = (
    "tiny-text",
    _drawn(text(WORDS, size=1)),
    _drawn(text(WORDS, size=6)),
)


def _cropped(pdf: Pdf) -> None:
    add_content(pdf, text(WORDS, y=20))
    pdf.pages[0].CropBox = Array([0, 60, 400, 500])


def _in_layer(*, on: bool) -> Change:
    def change(pdf: Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Laag")))
        pdf.Root.OCProperties = Dictionary(
            OCGs=Array([group]), D=Dictionary(OFF=Array([] if on else [group]))
        )
        add_content(pdf, b"/OC /L1 BDC " + text(WORDS) + b"EMC", Properties={"L1": group})

    return change


TWINS["text_outside_the_crop_box"] = ("outside-page", _cropped, _drawn(text(WORDS, y=20)))
TWINS["text_outside_the_media_box"] = (
    "outside-page",
    _drawn(text(WORDS, x=450)),
    _drawn(text(WORDS, x=300)),
)
TWINS["hidden_layer"] = ("hidden-layer", _in_layer(on=False), _in_layer(on=True))
TWINS["cut_letter"] = (
    "cut-letter",
    _drawn(text("M", x=60, size=20) + b"0 g 68 96 60 20 re f"),
    _drawn(text("M", x=60, size=20) + b"0 g 80 96 60 20 re f"),
)
_GAP = "BT /FW 11 Tf 60 100 Td [(heer )-5279.998( te)]TJ ET 0 g 90 96 50 15 re f"
_NEUTRAL = _GAP.replace("5279.998", "5000")


def _with_widths(operators: str) -> Change:
    def change(pdf: Pdf) -> None:
        add_content(pdf, b"")
        pdf.pages[0].Resources.Font["/FW"] = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=126,
            Widths=Array([500] * 95),
        )
        pdf.pages[0].contents_add(operators.encode(), prepend=False)

    return change


TWINS["gap_as_wide_as_the_name"] = ("exact-width", _with_widths(_GAP), _with_widths(_NEUTRAL))
TWINS["gap_without_a_box"] = (
    "exact-width",
    _with_widths(_GAP),
    _with_widths(_GAP.split(" 0 g ", maxsplit=1)[0]),
)


def _more_letters(letters: str) -> Change:
    """A ToUnicode with letters that no page shows, as redaction leaves it."""

    def change(pdf: Pdf) -> None:
        font = pdf.pages[0].Resources.Font["/f0"]
        rows = "".join(
            f"<{0xF000 + i:04x}> <{ord(letter):04x}>\n" for i, letter in enumerate(letters)
        )
        more = f"\n{len(letters)} beginbfchar\n{rows}endbfchar\n".encode()
        font.ToUnicode.write(font.ToUnicode.read_bytes() + more)

    return change


TWINS["letters_left_in_a_font"] = ("leftover-letters", _more_letters("qxy"), _more_letters("..."))


def _spanned(said: str, shown: bytes) -> Change:
    return _drawn(f"/Span <</ActualText ({said})>> BDC ".encode() + shown + b"EMC")


TWINS["actual_text_under_a_label"] = (
    "hidden-description",
    _spanned("de heer Zwartkruis", text("5.1.2e")),
    _spanned("de heer", text("de heer")),
)


def _element(key: str, said: str, shown: str, kind: str = "Span") -> Change:
    def change(pdf: Pdf) -> None:
        add_content(pdf, b"/Span <</MCID 77>> BDC " + text(shown) + b"EMC")
        element = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), K=77, Pg=pdf.pages[0].obj)
        )
        element[key] = String(said)
        element.P = pdf.Root.StructTreeRoot
        kids = pdf.Root.StructTreeRoot.K
        pdf.Root.StructTreeRoot.K = Array([*(kids if isinstance(kids, Array) else [kids]), element])

    return change


TWINS["description_in_the_structure"] = (
    "hidden-description",
    _element("/ActualText", "de heer Zwartkruis", "5.1.2e"),
    _element("/Alt", "Foto van een dijk", "dijk", "Figure"),
)


def _bookmark(title: str) -> Change:
    def change(pdf: Pdf) -> None:
        with pdf.open_outline() as tree:
            tree.root.append(OutlineItem(title, 0))

    return change


TWINS["bookmark_of_what_is_gone"] = (
    "outline",
    _bookmark("Brief aan Zwartkruis"),
    _bookmark("Nota over dijken"),
)


def _info(key: str, value: str) -> Change:
    return lambda pdf: pdf.trailer.Info.__setitem__(key, String(value))


def _xmp(extra: str) -> Change:
    return lambda pdf: pdf.Root.__setitem__("/Metadata", xmp_stream(pdf, extra))


TWINS["author"] = ("metadata", _info("/Author", "J. Zwartkruis"), _info("/Creator", "Writer"))
TWINS["custom_property"] = ("metadata", _info("/Zaak", "123"), _info("/Trapped", "False"))
TWINS["xmp_creator"] = (
    "metadata",
    _xmp("<dc:creator><rdf:Seq><rdf:li>J. Zwartkruis</rdf:li></rdf:Seq></dc:creator>"),
    _xmp("<dc:creator><rdf:Seq><rdf:li></rdf:li></rdf:Seq></dc:creator>"),
)
_EVENT = '<rdf:li stEvt:action="saved"/>'
_HISTORY = (
    '<xmpMM:History xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" '
    'xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#">'
    "<rdf:Seq>EVENTS</rdf:Seq></xmpMM:History>"
)
TWINS["long_history"] = (
    "metadata",
    _xmp(_HISTORY.replace("EVENTS", _EVENT * 9)),
    _xmp(_HISTORY.replace("EVENTS", _EVENT)),
)
TWINS["path_in_a_property"] = (
    "file-path",
    _info("/Subject", r"C:\Users\zwartkruis\nota.docx"),
    _info("/Subject", "Over dijken: het plan"),
)
TWINS["title_that_is_a_file_name"] = (
    "file-path",
    _info("/Title", "Microsoft Word - brief Zwartkruis.docx"),
    _info("/Title", "Nota over dijken"),
)
