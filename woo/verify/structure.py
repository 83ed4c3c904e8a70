"""Rules that need no secret: nothing in the file but pages, their text and what they need.

Strict, for our own output: what is not on the list of keys is a leak. For a PDF made elsewhere
only what often leaks is reported, mostly as a warning.
"""

import re
from collections.abc import Iterator

from woo.model.leak import Leak, Severity
from woo.pdf.examining.objectfacts import AnnotationFacts, FileFacts, PageFacts
from woo.pdf.examining.objectwalk import FileObject, StreamKind
from woo.pdf.examining.syntax import SyntaxParts
from woo.verify.allowed import (
    ACTION_KEYS,
    CATALOG_KEYS,
    INFO_KEYS,
    LINK_KEYS,
    PAGE_KEYS,
    PROGRAM_KEYS,
    TRAILER_KEYS,
    XMP_FIELDS,
    shown_key,
)
from woo.verify.decoding import readings
from woo.verify.places import spot
from woo.verify.rawfile import RawFile

# The key or value by which something is known, wherever in the file it stands (ISO 32000-1).
FEATURES: dict[str, str] = {
    "/JS": "active-content",
    "/JavaScript": "active-content",
    "/Launch": "active-content",
    "/GoToR": "active-content",
    "/GoToE": "active-content",
    "/SubmitForm": "active-content",
    "/ImportData": "active-content",
    "/RichMedia": "active-content",
    "/EmbeddedFiles": "attachment",
    "/EmbeddedFile": "attachment",
    "/EF": "attachment",
    "/AF": "attachment",
    "/FileAttachment": "attachment",
    "/AcroForm": "form",
    "/XFA": "form",
    "/OCProperties": "layer",
    "/Thumb": "thumbnail",
    "/PieceInfo": "private-data",
    "/OPI": "private-data",
    "/Alternates": "private-data",
}
# Harmless in a PDF made elsewhere, but our own output does not have them.
STRICT_FEATURES: dict[str, str] = {
    "/AA": "active-content",
    "/OpenAction": "active-content",
    "/OCG": "layer",
    "/FT": "form",
    "/LastModified": "private-data",
    "/Dests": "outline",
}
_ALL_FEATURES = FEATURES | STRICT_FEATURES
_SAFE_TARGET = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_XMP_FIELD = re.compile(rb"<([A-Za-z][\w.-]*:[A-Za-z][\w.-]*)")
_XMP_ATTRIBUTE = re.compile(rb"\s([A-Za-z][\w.-]*:[A-Za-z][\w.-]*)\s*=")
# XMP fields that name people or places on a disk.
_XMP_PERSONAL = (
    b"dc:creator",
    b"dc:contributor",
    b"pdf:Keywords",
    b"dc:subject",
    b"stRef:filePath",
    b"photoshop:AuthorsPosition",
    b"pdfx:",
    b"xmp:Author",
    b"xmpMM:Ingredients",
    b"photoshop:Credit",
    b"photoshop:CaptionWriter",
    b"Iptc4xmpCore:CreatorContactInfo",
)
_FEW_EVENTS = 6  # three events of two tags each: a longer history tells how a file came about
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,10}) \d{1,5} R\b")


def features(item: FileObject, parts: SyntaxParts, *, strict: bool) -> Iterator[Leak]:
    """Things by which PDFs leak, wherever they stand."""
    known = _ALL_FEATURES if strict else FEATURES
    severity = Severity.LEAK if strict else Severity.WARNING
    for rule in sorted({known[name] for name in parts.names if name in known}):
        yield Leak(rule=rule, place=f"object {item.number}", severity=severity)


def keys_outside_list(facts: FileFacts) -> Iterator[Leak]:
    """Strict: a key of catalog, page or Info that is not on the list."""
    for key in sorted(facts.catalog_keys - CATALOG_KEYS):
        yield Leak(rule="unknown-key", place=f"catalogus, sleutel {shown_key(key)}")
    for key in sorted(facts.trailer_keys - TRAILER_KEYS):
        yield Leak(rule="unknown-key", place=f"trailer, sleutel {shown_key(key)}")
    for page in facts.pages:
        for key in sorted(page.keys - PAGE_KEYS):
            place = f"pagina-object, sleutel {shown_key(key)}"
            yield Leak(rule="unknown-key", place=place, page=page.number)
    for key in sorted(facts.info.keys() - INFO_KEYS):
        yield Leak(rule="metadata", place=f"Info, sleutel {shown_key(key)}")


def annotations(facts: FileFacts, *, strict: bool) -> Iterator[Leak]:
    """Annotations other than safe links; redactions that were drawn but never applied."""
    for page in facts.pages:
        for note in page.annotations:
            if note.subtype == "/Redact":
                yield _note(page, note, "unapplied-redaction")
            elif note.subtype == "/Link":
                if strict and not _is_safe(note):
                    yield _note(page, note, "annotation")
            elif strict:
                yield _note(page, note, "annotation")
            elif note.has_text and note.subtype != "/Widget":
                yield _note(page, note, "annotation", Severity.WARNING)


def _note(
    page: PageFacts, note: AnnotationFacts, rule: str, severity: Severity = Severity.LEAK
) -> Leak:
    place = spot(page, note.box)
    return Leak(rule=rule, place=place, page=note.page, box=note.box, severity=severity)


def _is_safe(note: AnnotationFacts) -> bool:
    known = note.keys <= LINK_KEYS and note.action_keys <= ACTION_KEYS
    inside = note.action in {"", "/GoTo"}
    return known and (inside or (note.action == "/URI" and bool(_SAFE_TARGET.match(note.target))))


def info_metadata(facts: FileFacts) -> Iterator[Leak]:
    """For PDFs made elsewhere: entries of the Info dictionary that name people or are made up."""
    for key in sorted(facts.info.keys() - PROGRAM_KEYS):
        if facts.info[key].strip():
            place = f"Info, sleutel {shown_key(key)}"
            yield Leak(rule="metadata", place=place, severity=Severity.WARNING)


def xmp_metadata(item: FileObject, *, strict: bool) -> Iterator[Leak]:
    """XMP that names people; strict: any field that is not on the list."""
    is_xmp = item.kind is StreamKind.METADATA and item.stream is not None
    if is_xmp and _xmp_leaks(item.stream or b"", strict=strict):
        severity = Severity.LEAK if strict else Severity.WARNING
        yield Leak(rule="metadata", place=f"object {item.number}, XMP", severity=severity)


def _xmp_leaks(xmp: bytes, *, strict: bool) -> bool:
    text = "".join(list(readings(xmp))[:1]).encode("utf-8")
    if not strict:
        saved_often = text.count(b"stEvt:action") > _FEW_EVENTS
        return saved_often or any(_is_filled(text, field) for field in _XMP_PERSONAL)
    fields = set(_XMP_FIELD.findall(text)) | set(_XMP_ATTRIBUTE.findall(text))
    return any(f not in XMP_FIELDS and not f.startswith(b"xmlns:") for f in fields)


def _is_filled(text: bytes, field: bytes) -> bool:
    block = re.search(rb"<" + field + rb"[^>]*>(.*?)</" + field, text, re.DOTALL)
    attribute = re.search(field + rb'\w*="[^"]+"', text)
    return attribute is not None or (
        block is not None and bool(re.sub(rb"<[^>]*>", b"", block[1]).strip())
    )


class Reach:
    """Which objects a path from the trailer leads to."""

    def __init__(self) -> None:
        self._links: dict[int, tuple[int, ...]] = {}
        self._counted: set[int] = set()

    def see(self, item: FileObject) -> None:
        """Remember where an object leads."""
        self._links[item.number] = _links(item.syntax)
        if item.kind is not StreamKind.OBJECTS and item.syntax.strip() != b"null":
            self._counted.add(item.number)

    def unreachable(self, trailer: bytes) -> Iterator[Leak]:
        """Strict, after the last object: those that nothing uses."""
        waiting, seen = list(_links(trailer)), set[int]()
        while waiting:
            number = waiting.pop()
            if number not in seen:
                seen.add(number)
                waiting.extend(self._links.get(number, ()))
        for number in sorted(self._counted - seen):
            yield Leak(rule="unreachable-object", place=f"object {number}")


def _links(syntax: bytes) -> tuple[int, ...]:
    return tuple({int(number) for number in _REFERENCE.findall(syntax)})


def loose_bytes(raw: RawFile, *, strict: bool) -> Iterator[Leak]:
    """Bytes before the header or after the end of the file."""
    severity = Severity.LEAK if strict else Severity.WARNING
    if raw.before:
        yield Leak(rule="loose-bytes", place="voor het begin van de pdf", severity=severity)
    if raw.after:
        yield Leak(rule="loose-bytes", place="na het einde van de pdf", severity=severity)


def hidden_layers(facts: FileFacts) -> Iterator[Leak]:
    """A layer that is off."""
    if any(page.has_hidden_layers for page in facts.pages):
        yield Leak(rule="hidden-layer", place="catalogus", severity=Severity.WARNING)
