"""The metadata of a released PDF: a title, the language, the maker, and its standards."""

import re
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

PRODUCER = "woo"
_TEMPLATE = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
{claims}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_UA_SCHEMA = """<pdfaExtension:schemas \
xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
"""
_MAX_XMP = 1_000_000


@dataclass(frozen=True, slots=True)
class Claims:
    """The standards a file says it follows: PDF/A part and level (``2a``), PDF/UA part."""

    pdfa: str = ""
    pdfua: str = ""


def read_claims(pdf: Any) -> Claims:
    """What the XMP of ``pdf`` claims, read with patterns: its XML is not to be trusted."""
    import pikepdf

    stream = pdf.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return Claims()
    try:
        xmp = stream.read_bytes()[:_MAX_XMP].decode("utf-8", "replace")
    except pikepdf.PdfError:
        return Claims()
    part = _value(xmp, "pdfaid:part", "[1-4]")
    level = _value(xmp, "pdfaid:conformance", "[ABUabu]").lower()
    return Claims(part + level if part and level else "", _value(xmp, "pdfuaid:part", "[12]"))


def _value(xmp: str, name: str, pattern: str) -> str:
    """The value of a property, written as an element or as an attribute."""
    found = re.search(rf"{name}(?:>|\s*=\s*[\"'])\s*({pattern})\s*[<\"']", xmp)
    return found[1] if found else ""


def write_metadata(pdf: Any, title: str, claims: Claims, language: str) -> None:
    """Give ``pdf`` a new Info dictionary and XMP that say the same (PDF/A asks for that)."""
    import pikepdf

    pdf.trailer["/Info"] = pdf.make_indirect(
        pikepdf.Dictionary(Title=pikepdf.String(title), Producer=pikepdf.String(PRODUCER))
    )
    stream = pdf.make_stream(_xmp(title, claims, language).encode("utf-8"))
    stream["/Type"], stream["/Subtype"] = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root["/Metadata"] = stream


def _xmp(title: str, claims: Claims, language: str) -> str:
    said = ""
    if claims.pdfa:
        said += f"<pdfaid:part>{claims.pdfa[0]}</pdfaid:part>"
        said += f"<pdfaid:conformance>{claims.pdfa[1].upper()}</pdfaid:conformance>\n"
    if claims.pdfua:
        said += f"<pdfuaid:part>{claims.pdfua}</pdfuaid:part>\n"
        said += _UA_SCHEMA if claims.pdfa else ""
    return _TEMPLATE.format(
        title=escape(title), language=escape(language), producer=PRODUCER, claims=said
    )
