"""Small PDFs with made-up text, and ways to hide a secret in them."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from woo.pdf.making.typesetting import typeset

SECRET = "Zwaanhoven"
BOX = (100.0, 300.0, 200.0, 314.0)
_SOURCE = """#set document(title: "Nota over dijken")
#set page(width: 400pt, height: 500pt, margin: 40pt)
#set text(lang: "nl", font: "Source Sans Pro", size: 11pt)
= Nota over dijken
De dijk bij het dorp is veilig. Wij adviseren om in te stemmen met het plan.

Zie #link("https://www.example.nl/plan")[het plan] voor de kosten van het werk.
"""
_XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    'rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li '
    'xml:lang="x-default">Nota</rdf:li></rdf:Alt></dc:title>EXTRA</rdf:Description></rdf:RDF>'
    '</x:xmpmeta><?xpacket end="w"?>'
)


@cache
def typst_pdf() -> bytes:
    """A PDF just as Typst writes it."""
    return typeset(_SOURCE)


@cache
def clean_pdf() -> bytes:
    """A PDF with only what a redacted file may hold."""
    with pikepdf.open(io.BytesIO(typst_pdf())) as pdf:
        del pdf.Root.Outlines
        pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String("Nota"), Producer=String("x")))
        pdf.Root.Metadata = xmp_stream(pdf, "")
        return saved(pdf)


def xmp_stream(pdf: Pdf, extra: str) -> Any:
    stream = pdf.make_stream(_XMP.replace("EXTRA", extra).encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    return stream


def saved(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def changed(change: Callable[[Pdf], None], base: bytes | None = None) -> bytes:
    """The clean PDF with one change."""
    with pikepdf.open(io.BytesIO(base or clean_pdf())) as pdf:
        change(pdf)
        return saved(pdf)


def add_content(pdf: Pdf, operators: bytes, **resources: Any) -> None:
    """Draw more on the first page; ``/FS`` is Helvetica with widths left out."""
    page = pdf.pages[0]
    fonts = page.Resources.get("/Font", Dictionary())
    fonts["/FS"] = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    page.Resources["/Font"] = fonts
    for kind, entries in resources.items():
        table = page.Resources.get(f"/{kind}", Dictionary())
        for name, value in entries.items():
            table[f"/{name}"] = value
        page.Resources[f"/{kind}"] = table
    page.contents_add(b"q " + operators + b" Q", prepend=False)


def text(words: str, x: float = 60, y: float = 100, size: float = 11) -> bytes:
    shown = words.replace("(", r"\(").replace(")", r"\)")
    return f"BT /FS {size} Tf {x} {y} Td ({shown}) Tj ET ".encode("cp1252")


def stream(pdf: Pdf, data: bytes, **entries: Any) -> Any:
    made = pdf.make_stream(data)
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made


def form(pdf: Pdf, data: bytes) -> Any:
    resources = Dictionary(
        Font=Dictionary(FS=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    )
    return stream(
        pdf,
        data,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 400, 500]),
        Resources=resources,
    )


def annotate(pdf: Pdf, subtype: str, **entries: Any) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array([50, 50, 90, 70]))
    for key, value in entries.items():
        note[f"/{key}"] = value
    notes = pdf.pages[0].obj.get("/Annots", Array())
    notes.append(pdf.make_indirect(note))
    pdf.pages[0].Annots = notes
