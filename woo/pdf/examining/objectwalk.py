"""Every object of a PDF, reachable or not, as plain syntax and decoded stream, read by qpdf."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO
from typing import Any

MAX_STREAM_BYTES = 200 * 1024 * 1024
MAX_TOTAL_BYTES = 1024 * 1024 * 1024
MAX_OBJECTS = 2_000_000
_FLATE = ("/FlateDecode", "/Fl")
# Filters of pictures and sound: what is under them are pixels, not text.
_PICTURE_FILTERS = {"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/DCT", "/CCF"}
# LZW and run length expand less than a thousand times; Flate is measured while it unpacks.
_OTHER_EXPANSION = 1000


class UnreadablePdfError(Exception):
    """The file cannot be read as a PDF. The text of the error says nothing about its contents."""


class TooLargeError(Exception):
    """The file holds more than the limits allow: perhaps a decompression bomb."""


class StreamKind(StrEnum):
    """What a stream is for, as its dictionary says."""

    CONTENT = "content"
    METADATA = "metadata"
    IMAGE = "image"
    FONT = "font"
    CHARACTER_MAP = "character-map"
    EMBEDDED_FILE = "embedded-file"
    OBJECTS = "objects"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FileObject:
    """One indirect object: its syntax (for a stream, that of the dictionary) and its stream.

    ``handle`` is the qpdf object, to read it as content; ``stored`` a digest of the stream as it
    stands in the file.
    """

    number: int
    syntax: bytes = field(repr=False)
    stream: bytes | None = field(default=None, repr=False)
    kind: StreamKind | None = None
    handle: Any = field(default=None, repr=False)
    stored: int = 0


@contextmanager
def open_objects(data: bytes) -> Iterator[Any]:
    """Open a PDF with qpdf. Raises UnreadablePdfError; an encrypted file counts as unreadable."""
    import pikepdf

    try:
        pdf = pikepdf.open(BytesIO(data), suppress_warnings=True)
    except Exception:  # noqa: BLE001 - fails closed: whatever qpdf trips over
        raise UnreadablePdfError from None
    try:
        yield pdf
    finally:
        pdf.close()


def walk_objects(pdf: Any, *, pictures: bool = True) -> Iterator[FileObject]:
    """Every object in the cross-reference table, in order; without ``pictures`` not their pixels.

    Raises TooLargeError beyond the limits and UnreadablePdfError for a stream that does not unpack.
    """
    import pikepdf

    total = 0
    with pikepdf.explicit_conversion():  # or a number that is an object loses its own number
        items = list(pdf.objects)
    if len(items) > MAX_OBJECTS:
        raise TooLargeError
    for item in items:
        if item is None:  # the object null: nothing stands in it
            continue
        if not isinstance(item, pikepdf.Stream):
            yield FileObject(item.objgen[0], item.unparse(resolved=True))
            continue
        raw = bytes(item.read_raw_bytes())
        number = item.objgen[0]
        syntax, kind = item.stream_dict.unparse(), stream_kind(item)
        skipped = kind is StreamKind.IMAGE and not pictures
        stream = None if skipped else decoded_stream(item, raw)
        total += len(stream or b"")
        if total > MAX_TOTAL_BYTES:
            raise TooLargeError
        yield FileObject(number, syntax, stream, kind, item, hash(raw.rstrip(b"\r\n")))


def decoded_stream(stream: Any, stored: bytes | None = None) -> bytes:
    """The bytes of a stream with every filter undone, save the codings of pictures.

    ``stored`` is the stream as it stands in the file, when that was read already.
    Raises TooLargeError beyond MAX_STREAM_BYTES and UnreadablePdfError when it does not unpack.
    """
    import pikepdf

    filters = _filters(stream)
    raw = stream.read_raw_bytes() if stored is None else stored
    if any(name in _PICTURE_FILTERS for name in filters):
        return _before_picture(raw, filters)
    if not filters:
        return bytes(raw)
    plain = "/DecodeParms" not in stream and "/DP" not in stream
    while filters and filters[0] in _FLATE:
        raw = inflate(raw)
        filters = filters[1:]
        if not plain:
            break  # what a predictor changed is undone by qpdf
    if plain and not filters:
        return bytes(raw)
    if filters and len(raw) * _OTHER_EXPANSION > MAX_STREAM_BYTES * 50:
        raise TooLargeError
    try:
        unpacked = stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)
    except Exception:  # noqa: BLE001 - fails closed
        raise UnreadablePdfError from None
    if len(unpacked) > MAX_STREAM_BYTES:
        raise TooLargeError
    return bytes(unpacked)


def inflate(raw: bytes) -> bytes:
    """Undo Flate, also of a damaged stream as far as it goes. Raises TooLargeError."""
    engine = zlib.decompressobj()
    try:
        unpacked = engine.decompress(raw, MAX_STREAM_BYTES)
    except zlib.error:
        return _inflate_damaged(raw)
    if engine.unconsumed_tail:
        raise TooLargeError
    return unpacked + engine.unused_data


def _inflate_damaged(raw: bytes) -> bytes:
    """What comes out before the damage, and the bytes themselves."""
    engine = zlib.decompressobj()
    pieces: list[bytes] = []
    size = 0
    try:
        for start in range(0, len(raw), 256):
            pieces.append(engine.decompress(raw[start : start + 256], MAX_STREAM_BYTES))
            size += len(pieces[-1])
            if size > MAX_STREAM_BYTES or engine.unconsumed_tail:
                raise TooLargeError
    except zlib.error:
        pieces.append(raw)
    return b"".join(pieces)


def _before_picture(raw: bytes, filters: list[str]) -> bytes:
    for name in filters:
        if name not in _FLATE:
            break
        raw = inflate(raw)
    return bytes(raw)


def _filters(stream: Any) -> list[str]:
    import pikepdf

    found = stream.get("/Filter", stream.get("/F"))
    if isinstance(found, pikepdf.Name):
        return [str(found)]
    if isinstance(found, pikepdf.Array):
        return [str(name) for name in found]
    return []


def stream_kind(stream: Any) -> StreamKind:
    """What the dictionary of a stream says that it is for."""
    kind, subtype = str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))
    if subtype == "/Image":
        return StreamKind.IMAGE
    if subtype == "/Form" or "/PatternType" in stream or "/BBox" in stream:
        return StreamKind.CONTENT
    by_type = {
        "/Metadata": StreamKind.METADATA,
        "/EmbeddedFile": StreamKind.EMBEDDED_FILE,
        "/ObjStm": StreamKind.OBJECTS,
        "/XRef": StreamKind.OBJECTS,
        "/CMap": StreamKind.CHARACTER_MAP,
    }
    if kind in by_type:
        return by_type[kind]
    if "/Length1" in stream or subtype in {"/Type1C", "/CIDFontType0C", "/OpenType"}:
        return StreamKind.FONT
    return StreamKind.OTHER
