"""Pack the parts of a Word file: content types, relations, properties, settings."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from woo.draft.word.parts import OFFICE, Relations
from woo.draft.word.runs import attribute
from woo.text.archive import zip_bytes

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = Markup('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
MEMORY_PART = "customXml/item1.xml"

_TYPES = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "settings": f"{_WORD}.settings+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "header1": f"{_WORD}.header+xml",
    "header2": f"{_WORD}.header+xml",
    "header3": f"{_WORD}.header+xml",
    "footer1": f"{_WORD}.footer+xml",
    "footer2": f"{_WORD}.footer+xml",
    "footer3": f"{_WORD}.footer+xml",
}
_OTHER_TYPES = {
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument"
    ".customXmlProperties+xml",
}
# Word 2013 and later; no hyphens that the PDF does not have; notes know their separators.
_SETTINGS = Markup(
    '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:autoHyphenation w:val="0"/>{}'
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    "</w:settings>"
)
_SEPARATORS = Markup('<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>')
_ITEM = Markup(
    '<ds:datastoreItem ds:itemID="{{5D0C3B1E-7A52-4B47-9E0B-7D6C7A1F2E01}}"'
    ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    '<ds:schemaRefs><ds:schemaRef ds:uri="urn:woo:draft"/></ds:schemaRefs></ds:datastoreItem>'
).format()


@dataclass(slots=True)
class Part:
    """One XML part and its relations."""

    content: bytes = field(repr=False)
    relations: Relations = field(default_factory=Relations)


@dataclass(slots=True)
class WordFile:
    """Everything in a Word file. ``memory`` is what ``woo draft import`` reads back."""

    parts: dict[str, Part]
    title: str
    kind_label: str
    dated: date | None
    memory: bytes = field(repr=False)
    content_types: bytes = field(repr=False)


def settings(*, has_notes: bool) -> Part:
    """The settings of the whole document."""
    return Part(bytes_of(_SETTINGS.format(_SEPARATORS if has_notes else Markup(""))))


def pack(word_file: WordFile) -> bytes:
    """The bytes of the file; the same parts give the same bytes."""
    parts = word_file.parts
    document = parts["document"].relations
    for name in ("styles", "numbering", "settings", "footnotes"):
        if name in parts:
            document.add(name, f"{name}.xml")
    document.add("customXml", f"../{MEMORY_PART}")
    files = {f"word/{name}.xml": part.content for name, part in parts.items()}
    for name, part in parts.items():
        if part.relations.rows:
            files[f"word/_rels/{name}.xml.rels"] = _relations(part.relations)
        for picture in part.relations.media.values():
            files[f"word/media/{picture.name}"] = picture.content
    files |= _around(word_file)
    files["[Content_Types].xml"] = word_file.content_types
    return zip_bytes(files)


def _around(word_file: WordFile) -> dict[str, bytes]:
    """The parts outside the folder ``word``."""
    outer, item = Relations(), Relations()
    outer.add("officeDocument", "word/document.xml")
    outer.add("extended-properties", "docProps/app.xml")
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    outer.rows.append(("rId9", core, "docProps/core.xml", False))
    item.add("customXmlProps", "itemProps1.xml")
    return {
        "_rels/.rels": _relations(outer),
        "customXml/_rels/item1.xml.rels": _relations(item),
        "customXml/itemProps1.xml": bytes_of(_ITEM),
        MEMORY_PART: word_file.memory,
        "docProps/core.xml": _core(word_file),
        "docProps/app.xml": _app(),
    }


def _relations(relations: Relations) -> bytes:
    row = Markup('<Relationship Id="{}" Type="{}" Target="{}"{}/>')
    outside = Markup(' TargetMode="External"')
    rows = Markup("").join(
        row.format(name, kind, attribute(target), outside if is_outside else "")
        for name, kind, target, is_outside in relations.rows
    )
    form = Markup('<Relationships xmlns="{}/relationships">{}</Relationships>')
    return bytes_of(form.format(_PACKAGE, rows))


def content_types(names: Iterable[str]) -> list[tuple[str, str]]:
    """What each part is, by its name; the parts in ``names`` lie in the folder ``word``."""
    named = {f"word/{name}.xml": _TYPES[name] for name in names}
    return sorted((named | _OTHER_TYPES).items())


def _core(word_file: WordFile) -> bytes:
    """No author: a file must not say who made it. Dates are those of the document."""
    moment = f"{(word_file.dated or date(2000, 1, 1)).isoformat()}T00:00:00Z"
    form = Markup(
        '<cp:coreProperties xmlns:cp="{0}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{1}</dc:title>'
        "<dc:subject>{2}</dc:subject><dc:creator></dc:creator>"
        "<cp:lastModifiedBy></cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">{3}</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">{3}</dcterms:modified>'
        "<dc:language>nl-NL</dc:language></cp:coreProperties>"
    )
    title = attribute(word_file.title[:255])
    return bytes_of(form.format(_PACKAGE, title, word_file.kind_label, moment))


def _app() -> bytes:
    form = Markup('<Properties xmlns="{}"><Application>woo</Application></Properties>')
    return bytes_of(form.format(f"{OFFICE.rsplit('/', 1)[0]}/extended-properties"))


def bytes_of(xml: Markup) -> bytes:
    """A whole XML part."""
    return (_XML + xml).encode("utf-8")
