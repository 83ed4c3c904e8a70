"""Rule ``secret-in-object``: no secret in any object, stream or stray byte of the file."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from woo.model.leak import Leak
from woo.pdf.examining.contenttext import ContentText
from woo.pdf.examining.objectwalk import FileObject, StreamKind
from woo.pdf.examining.pagecontent import ContentReader
from woo.pdf.examining.syntax import SyntaxParts
from woo.verify.allowed import shown_key
from woo.verify.decoding import (
    hexadecimal_texts,
    is_text,
    markup_texts,
    printable_runs,
    readings,
)
from woo.verify.embedded import embedded_texts
from woo.verify.needles import Needle, Needles

# Under these keys stands what a reader also sees or hears on the page, so what may stay, may stay.
_SEEN_KEYS = frozenset({"/ActualText", "/Alt", "/E", "/Title", "/Contents"})
_LANGUAGES = frozenset(
    f"{code}{region}".encode()
    for code in ("nl", "en", "de", "fr", "fy")
    for region in ("", "-NL", "-BE", "-US", "-GB", "-DE", "-FR")
)
_TEXT_OPERATORS = (b"Tj", b"TJ", b"'", b'"')


@dataclass(frozen=True, slots=True)
class Hit:
    """Secrets found at one place of an object."""

    place: str
    needles: frozenset[Needle] = field(repr=False)


def secrets_in_object(
    item: FileObject, parts: SyntaxParts, needles: Needles, reader: ContentReader
) -> Iterator[Leak]:
    """Search one object. Page contents are left to the counting of ``pagetext``."""
    where = f"object {item.number}"
    for hit in (*_in_syntax(parts, needles), *_in_stream(item, needles, reader)):
        if hit.needles:
            place = f"{where}, {hit.place}" if hit.place else where
            yield Leak(rule="secret-in-object", place=place)


def _in_syntax(parts: SyntaxParts, needles: Needles) -> Iterator[Hit]:
    for key, value in parts.strings:
        if key == "/Lang" and value in _LANGUAGES:
            continue  # of every word in a tagged file; it tells of nobody, whoever is called so
        found = in_string(value, needles)
        if key in _SEEN_KEYS:
            found = {needle for needle in found if not needle.allowed}
        if found:
            yield Hit(shown_key(key), frozenset(found))
    for name in parts.names:
        if found := {n for n in needles.in_name(name[1:]) if not n.allowed}:
            yield Hit("naam of sleutel", frozenset(found))


def in_string(value: bytes, needles: Needles) -> set[Needle]:
    """The secrets in one string, whatever its encoding."""
    found: set[Needle] = set()
    for text in readings(value):
        found |= needles.in_prose(text)
        if len(text) >= 8:
            for hidden in hexadecimal_texts(text):
                found |= needles.in_prose(hidden)
    return found


def _in_stream(item: FileObject, needles: Needles, reader: ContentReader) -> Iterator[Hit]:
    data, kind = item.stream, item.kind
    if not data or item.number in reader.drawn:
        return
    if kind is StreamKind.CONTENT or _draws_text(data, kind):
        yield Hit("inhoud", frozenset(in_content(reader.loose(item.handle), needles)))
    elif kind is StreamKind.IMAGE:
        yield Hit("afbeelding", frozenset(in_binary(data, needles)))
    elif kind is StreamKind.FONT:
        yield Hit("lettertype", frozenset(needles.in_bytes(data)))
    elif kind is StreamKind.EMBEDDED_FILE:
        yield Hit("bijgevoegd bestand", frozenset(in_file(data, needles)))
    elif kind in {StreamKind.CHARACTER_MAP, StreamKind.OBJECTS} or b"begincmap" in data:
        found = {n for n in needles.in_syntax(data.decode("latin-1")) if not n.allowed}
        yield Hit("gegevens", frozenset(found))
    elif kind is StreamKind.METADATA or data.lstrip()[:1] == b"<":
        yield Hit("metagegevens", frozenset(in_markup(data, needles)))
    else:
        yield Hit("gegevens", frozenset(in_unknown(data, needles)))


def _draws_text(data: bytes, kind: StreamKind | None) -> bool:
    if kind is not StreamKind.OTHER or b"BT" not in data or b"begincmap" in data:
        return False
    return b"ET" in data and any(operator in data for operator in _TEXT_OPERATORS)


def in_content(content: ContentText, needles: Needles) -> set[Needle]:
    """The secrets in a content stream that no page draws."""
    found = needles.in_prose(content.text) | needles.in_long_words(content.other_text)
    return found | in_unshown(content, needles)


def in_unshown(content: ContentText, needles: Needles) -> set[Needle]:
    """The secrets in marked content, names, comments and inline images of a content stream."""
    found: set[Needle] = set()
    for value in content.strings:
        found |= in_string(value, needles)
    for comment in content.comments:
        found |= in_string(comment[1:], needles)
    for name in content.names:
        found |= needles.in_name(name[1:])
    for image in content.inline_images:
        found |= needles.in_bytes(image)
    return {needle for needle in found if not needle.allowed}


def in_markup(data: bytes, needles: Needles) -> set[Needle]:
    """The secrets in XML, such as XMP."""
    found: set[Needle] = set()
    for reading in readings(data):
        for text in markup_texts(reading):
            found |= needles.in_prose(text)
    return {needle for needle in found if not needle.allowed}


def in_binary(data: bytes, needles: Needles) -> set[Needle]:
    """The secrets in a picture: in its bytes, and as words in the text that a JPEG carries."""
    found = needles.in_bytes(data)
    if data.startswith(b"\xff\xd8"):
        for segment in _jpeg_texts(data):
            for run in printable_runs(segment):
                found |= needles.in_prose(run)
            found |= in_string(segment, needles)
    return found


def _jpeg_texts(data: bytes) -> Iterator[bytes]:
    """The comment and application segments before the pixels (ISO 10918-1, annex B)."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] == 0xFE or 0xE0 <= data[at + 1] <= 0xEF:
            yield data[at + 4 : at + 2 + length]
        at += 2 + length


def in_unknown(data: bytes, needles: Needles) -> set[Needle]:
    """The secrets in data of which the purpose is not known."""
    if is_text(data):
        return in_string(data, needles)
    return needles.in_bytes(data)


def in_file(data: bytes, needles: Needles) -> set[Needle]:
    """The secrets in a file inside the PDF, also inside archives in it."""
    found: set[Needle] = set()
    for content in embedded_texts(data):
        found |= in_unknown(content, needles)
        if content.lstrip()[:1] == b"<":
            found |= in_markup(content, needles)
    return found
