"""What a released file says of itself is true, and why it says no more is told."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import img2pdf
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFont

from tests.redact.producers import QUICK, SECRET, SLOW, compact_by_name, typst
from tests.redact.terms import redact_terms
from woo.model.report import RedactionReport
from woo.pdf.rebuilding.metadata import Claims, write_metadata

A2B, A2A, UA = "PDF/A-2b", "PDF/A-2a", "PDF/UA-1"
_NO_FONTS = "Geen PDF/A: Niet alle lettertypen zijn ingesloten."


def scan(folder: Path) -> bytes:
    """A page of pixels with the text that OCR reads in it, as the ladder of a dossier makes it."""
    from woo.pdf.reading.ocr import add_text_layer

    picture = Image.new("L", (1240, 1754), 255)
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 48)
    ImageDraw.Draw(picture).text((150, 200), f"De heer {SECRET} belde.", font=font, fill=0)
    png = io.BytesIO()
    picture.save(png, "PNG", dpi=(150, 150))
    plain, read = folder / "plain.pdf", folder / "read.pdf"
    plain.write_bytes(bytes(img2pdf.convert(png.getvalue())))
    add_text_layer(plain, read, [1])
    return read.read_bytes()


def _redacted(data: bytes, folder: Path, name: str = "a") -> tuple[Path, RedactionReport]:
    given, out = folder / f"{name}-in.pdf", folder / f"{name}-out.pdf"
    given.write_bytes(data)
    return out, redact_terms(given, [SECRET], out)


def _changed(change: Callable[[pikepdf.Pdf], None], folder: Path) -> RedactionReport:
    """The report on a document that would claim PDF/A-2b, changed first."""
    with pikepdf.open(io.BytesIO(compact_by_name(folder))) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return _redacted(out.getvalue(), folder)[1]


@pytest.mark.slow
def test_every_claim_is_true(tmp_path: Path) -> None:
    from tests.verapdf import claims

    said: dict[Path, RedactionReport] = {}
    for name, make in (QUICK | SLOW | {"scan": scan}).items():
        out, report = _redacted(make(tmp_path), tmp_path, name)
        said[out] = report
    judged = claims(said)
    for out, report in said.items():
        wanted = {_PROFILES[standard]: True for standard in report.standards}
        assert judged[out] == (wanted or {"1b": False}), out.name
    assert {out.name: report.standards for out, report in said.items()} == {
        "reportlab_truetype-out.pdf": (A2B,),
        "reportlab_type1-out.pdf": (A2B,),
        "reportlab_standard-out.pdf": (),
        "mupdf_subset-out.pdf": (A2B,),
        "typst-out.pdf": (A2A, UA),
        "compact_by_name-out.pdf": (A2B,),
        "own_cmap-out.pdf": (A2B,),
        "bitmap_type3-out.pdf": (),
        "office-out.pdf": (A2B, UA),
        "chromium-out.pdf": (A2B,),
        "scan-out.pdf": (A2B,),
    }


_PROFILES = {A2B: "2b", A2A: "2a", UA: "ua1"}


def test_a_plain_document_gets_an_output_intent_and_no_more_than_it_is(tmp_path: Path) -> None:
    out, report = _redacted(compact_by_name(tmp_path), tmp_path)
    assert report.standards == (A2B,)
    assert report.not_claimed == (
        "Geen PDF/UA: Het document heeft geen codes voor schermlezers (tags).",
    )
    with pikepdf.open(out) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert intent.DestOutputProfile.N == 3
        assert b"<pdfaid:part>2</pdfaid:part>" in pdf.Root.Metadata.read_bytes()


def test_the_same_input_gives_the_same_bytes_with_a_profile(tmp_path: Path) -> None:
    data = compact_by_name(tmp_path)
    one, _ = _redacted(data, tmp_path, "one")
    two, _ = _redacted(data, tmp_path, "two")
    assert one.read_bytes() == two.read_bytes()


def test_fonts_that_are_not_embedded_are_the_reason(tmp_path: Path) -> None:
    _, report = _redacted(QUICK["reportlab_standard"](tmp_path), tmp_path)
    assert report.standards == ()
    assert _NO_FONTS in report.not_claimed


def _font(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].Resources.Font.F2


def _append(pdf: pikepdf.Pdf, operators: str, **resources: Any) -> None:
    """A page more, which MuPDF does not touch."""
    page = pdf.add_blank_page(page_size=(400, 600))
    page.Resources = Dictionary({"/" + kind: value for kind, value in resources.items()})
    page.Contents = pdf.make_stream(operators.encode())


def _wrong_widths(pdf: pikepdf.Pdf) -> None:
    _font(pdf).Widths = Array([500] * len(_font(pdf).Widths))


def _missing_glyph(pdf: pikepdf.Pdf) -> None:
    names = _font(pdf).Encoding.Differences
    names[1] = Name.Ccaron


def _no_program(pdf: pikepdf.Pdf) -> None:
    del _font(pdf).FontDescriptor["/FontFile3"]


def _cmyk(pdf: pikepdf.Pdf) -> None:
    _append(pdf, "0 1 0 0 k 10 10 20 20 re f")


def _named_cmyk(pdf: pikepdf.Pdf) -> None:
    _append(pdf, "/DeviceCMYK cs 0 1 0 0 sc 10 10 20 20 re f")


def _image(pdf: pikepdf.Pdf, **entries: Any) -> None:
    image = pdf.make_stream(bytes(4))
    image.Type, image.Subtype, image.BitsPerComponent = Name.XObject, Name.Image, 8
    image.Width, image.Height, image.ColorSpace = 2, 2, Name.DeviceGray
    for key, value in entries.items():
        image["/" + key] = value
    _append(pdf, "q 20 0 0 20 300 100 cm /Im Do Q", XObject=Dictionary(Im=image))


def _cmyk_image(pdf: pikepdf.Pdf) -> None:
    _image(pdf, ColorSpace=Name.DeviceCMYK, Width=1, Height=1)


def _false_profile(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream(bytes(200))
    profile.N = 3
    space = Array([Name.ICCBased, profile])
    _append(pdf, "/Cs cs 0 0 0 sc 10 10 20 20 re f", ColorSpace=Dictionary(Cs=space))


def _deep(pdf: pikepdf.Pdf) -> None:
    _append(pdf, "q " * 40 + "Q " * 40)


def _blend(pdf: pikepdf.Pdf) -> None:
    _append(pdf, "/G gs 10 10 20 20 re f", ExtGState=Dictionary(G=Dictionary(BM=Name.Eigen)))


def _huge_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].MediaBox = Array([0, 0, 400, 20000])


@pytest.mark.parametrize(
    "change",
    [
        _wrong_widths,
        _missing_glyph,
        _no_program,
        _cmyk,
        _named_cmyk,
        _cmyk_image,
        _false_profile,
        _deep,
        _blend,
        _huge_page,
    ],
)
def test_what_pdf_a_forbids_is_not_claimed(
    change: Callable[[pikepdf.Pdf], None], tmp_path: Path
) -> None:
    report = _changed(change, tmp_path)
    assert report.standards == ()
    assert any(reason.startswith("Geen PDF/A: ") for reason in report.not_claimed)


def test_interpolation_is_taken_out(tmp_path: Path) -> None:
    assert _changed(lambda pdf: _image(pdf, Interpolate=True), tmp_path).standards == (A2B,)


@pytest.mark.parametrize(
    ("claim", "wanted"), [("1b", A2B), ("3b", A2B), ("2u", "PDF/A-2u"), ("2a", "PDF/A-2u")]
)
def test_claims_become_those_of_part_2_without_tags(
    claim: str, wanted: str, tmp_path: Path
) -> None:
    given = Claims(claim, "1")
    report = _changed(lambda pdf: write_metadata(pdf, "x", given, "nl"), tmp_path)
    assert report.standards == (wanted,)


def _broken_tree(data: bytes, change: Callable[[Any], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def _heading_too_deep(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "/P").S = Name.H3


def _type_of_its_own(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "/P").S = Name.Alinea


def _picture_without_text(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "/P").S = Name.Figure


def _first(pdf: pikepdf.Pdf, kind: str) -> Any:
    return next(
        thing
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == kind
    )


@pytest.mark.parametrize("change", [_heading_too_deep, _type_of_its_own, _picture_without_text])
def test_a_tree_with_faults_is_not_called_accessible(
    change: Callable[[Any], None], tmp_path: Path
) -> None:
    _, report = _redacted(_broken_tree(typst(tmp_path), change), tmp_path)
    assert report.standards == ("PDF/A-2u",)
    assert any(reason.startswith("Geen PDF/UA: ") for reason in report.not_claimed)
    assert any(reason.startswith("Geen PDF/A-2a: ") for reason in report.not_claimed)


def test_a_form_that_was_flattened_is_not_called_accessible(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), Contents=String("x")
            )
        )
        pdf.pages[0].Annots = Array([field])

    _, report = _redacted(_broken_tree(typst(tmp_path), change), tmp_path)
    assert UA not in report.standards
    assert any("Aantekeningen" in reason for reason in report.not_claimed)
