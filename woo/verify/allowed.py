"""The keys that our own output may have. Kept here, apart from the redactor's list, on purpose."""

_CATALOG = """/Type /Pages /Lang /MarkInfo /StructTreeRoot /Metadata /OutputIntents
/ViewerPreferences /Version /Extensions /PageLayout /Outlines /PageLabels"""
_PAGE = """/Type /Parent /MediaBox /CropBox /Rotate /UserUnit /Resources /Group /StructParents
/Tabs /Contents /Annots"""
_LINK = """/Type /Subtype /Rect /Border /BS /C /F /H /QuadPoints /A /Dest /StructParent /P
/Contents"""
_XMP = b"""x:xmpmeta x:xmptk rdf:RDF rdf:Description rdf:about rdf:Alt rdf:Bag rdf:Seq rdf:li
rdf:parseType xml:lang dc:title dc:language dc:format pdf:Producer pdf:PDFVersion xmp:CreateDate
xmp:ModifyDate xmp:MetadataDate xmp:CreatorTool xmpMM:DocumentID xmpMM:InstanceID
xmpMM:RenditionClass xmpTPg:NPages pdfaid:part pdfaid:conformance pdfaid:amd pdfaid:rev
pdfuaid:part pdfuaid:rev pdfuaid:amd pdfaExtension:schemas pdfaSchema:schema
pdfaSchema:namespaceURI pdfaSchema:prefix pdfaSchema:property pdfaProperty:name
pdfaProperty:valueType pdfaProperty:category pdfaProperty:description"""

CATALOG_KEYS = frozenset(_CATALOG.split())
PAGE_KEYS = frozenset(_PAGE.split())
LINK_KEYS = frozenset(_LINK.split())
ACTION_KEYS = frozenset({"/Type", "/S", "/URI", "/D", "/IsMap", "/SD"})
INFO_KEYS = frozenset({"/Title", "/Producer", "/CreationDate", "/ModDate"})
TRAILER_KEYS = frozenset(
    {"/Root", "/Info", "/Size", "/ID", "/Type", "/W", "/Index", "/Length", "/Filter"}
    | {"/DecodeParms", "/Prev", "/XRefStm"}
)
XMP_FIELDS = frozenset(_XMP.split())
# Written by programs about themselves; no names of people.
PROGRAM_KEYS = INFO_KEYS | {"/Creator", "/Trapped", "/PTEX.Fullbanner", "/SourceModified"}
PERSONAL_KEYS = frozenset({"/Author", "/Subject", "/Keywords", "/Company", "/Manager"})
_NAMED = """/AA /AF /AcroForm /ActualText /Alt /Contents /DA /DV /Dests /Desc /E /EF /EmbeddedFiles
/F /FT /ID /JS /LastModified /Names /Nums /OCProperties /OpenAction /Opt /Outlines /PageLabels
/PieceInfo /RC /T /TM /TU /Thumb /Threads /UF /URI /URLS /V /XFA"""
_STANDARD = CATALOG_KEYS | PAGE_KEYS | PROGRAM_KEYS | PERSONAL_KEYS | frozenset(_NAMED.split())


def shown_key(key: str) -> str:
    """A key as it may be printed: one that somebody made up may be a name itself."""
    return key if key in _STANDARD else "(niet-standaard)"
