"""Small PDFs as other programs make them, each with fonts of its own kind, all with one text."""

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pymupdf
import reportlab
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as ReportlabFont
from reportlab.pdfgen.canvas import Canvas

from woo.pdf.making.office import convert_to_pdf
from woo.pdf.making.typesetting import typeset

SECRET = "Zwartkruis"
LINES = ("De heer Zwartkruis belde.", "Dit is de rest.")
_FONTS = Path(reportlab.__file__).parent / "fonts"
_DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def _canvas(font: str) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, invariant=1)
    canvas.setFont(font, 14)
    for number, line in enumerate(LINES):
        canvas.drawString(72, 700 - 40 * number, line)
    canvas.save()
    return made.getvalue()


def reportlab_truetype(_: Path) -> bytes:
    """A subset with codes in the order of first use."""
    pdfmetrics.registerFont(ReportlabFont("Vera", str(_FONTS / "Vera.ttf")))
    return _canvas("Vera")


def reportlab_type1(_: Path) -> bytes:
    """A whole Type 1 program."""
    face = pdfmetrics.EmbeddedType1Face(str(_FONTS / "_er_____.afm"), str(_FONTS / "_er_____.pfb"))
    pdfmetrics.registerTypeFace(face)
    pdfmetrics.registerFont(pdfmetrics.Font("Er", face.name, "WinAnsiEncoding"))
    return _canvas("Er")


def reportlab_standard(_: Path) -> bytes:
    """A font that is not embedded."""
    return _canvas("Helvetica")


def mupdf_subset(_: Path) -> bytes:
    """A composite TrueType font, made small by MuPDF."""
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_font(fontname="Vera", fontfile=str(_FONTS / "Vera.ttf"))
        for number, line in enumerate(LINES):
            page.insert_text((72, 100 + 40 * number), line, fontname="Vera", fontsize=14)
        document.subset_fonts()
        return bytes(document.tobytes())


def typst(_: Path) -> bytes:
    """CFF keyed by CID, tagged, PDF/A-2a and PDF/UA-1."""
    source = '#set document(title: "x")\n#set text(font: "Source Sans Pro", lang: "nl")\n'
    return typeset(source + "\n\n".join(LINES))


def office(folder: Path) -> bytes:
    """Simple TrueType subsets of LibreOffice, tagged."""
    from docx import Document

    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    document.save(str(folder / "a.docx"))
    convert_to_pdf(folder / "a.docx", folder / "a.pdf")
    return (folder / "a.pdf").read_bytes()


def chromium(folder: Path) -> bytes:
    """What a browser prints."""
    program = shutil.which("chromium")
    assert program is not None, "chromium ontbreekt: apt install chromium"
    page = folder / "a.html"
    text = "".join(f"<p>{line}</p>" for line in LINES)
    page.write_text(f"<!doctype html><html lang=nl><title>x</title><body>{text}", "utf-8")
    out = folder / "chromium.pdf"
    subprocess.run(
        [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={out}", page.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return out.read_bytes()


def compact_by_name(_: Path) -> bytes:
    """CFF keyed by name in a simple font with names in the order of first use."""
    from tests.redact.simplefonts import compact_font_pdf

    return compact_font_pdf(LINES)


def own_cmap(_: Path) -> bytes:
    """A composite font with an embedded CMap of its own and a CIDToGIDMap."""
    from tests.redact.simplefonts import own_cmap_pdf

    return own_cmap_pdf(LINES, small_truetype())


def bitmap_type3(_: Path) -> bytes:
    """Type 3 with glyphs as content streams."""
    from tests.redact.simplefonts import type3_pdf

    return type3_pdf(LINES)


def small_truetype() -> bytes:
    """DejaVu with the letters of the text alone, glyph numbers in the order of the alphabet."""
    with TTFont(_DEJAVU) as font:
        subsetter = Subsetter(Options(notdef_outline=True, glyph_names=True))
        subsetter.populate(text="".join(LINES))
        subsetter.subset(font)
        out = io.BytesIO()
        font.save(out)
        return out.getvalue()


QUICK: dict[str, Callable[[Path], bytes]] = {
    made.__name__: made
    for made in (
        reportlab_truetype,
        reportlab_type1,
        reportlab_standard,
        mupdf_subset,
        typst,
        compact_by_name,
        own_cmap,
        bitmap_type3,
    )
}
SLOW: dict[str, Callable[[Path], bytes]] = {"office": office, "chromium": chromium}
