"""The package around a Word document: small, and the same bytes every time."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

_TABLES_KEPT = {"TableNormal", "TableGrid"}


def fixed_bytes(document: WordDocument) -> bytes:
    """The document as a zip without clock times, uncompressed: zlib differs between machines."""
    _drop_styles(document)
    _drop_parts(document.part.rels, "stylesWithEffects", "customXml")
    _drop_parts(document.part.package.rels, "thumbnail")
    saved, fixed = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as old, ZipFile(fixed, "w", ZIP_STORED) as new:
        for info in old.infolist():
            entry = ZipInfo(info.filename, date_time=(2024, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(info))
    return fixed.getvalue()


def _drop_styles(document: WordDocument) -> None:
    """Take out the 100 table styles of the library's own template that nothing here uses."""
    styles = document.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLES_KEPT:
            styles.remove(style)
    latent = styles.find(qn("w:latentStyles"))
    if latent is not None:
        styles.remove(latent)


def _drop_parts(relations: Any, *endings: str) -> None:
    for key in [k for k, relation in relations.items() if relation.reltype.endswith(endings)]:
        del relations[key]
