"""Files inside files: what an attachment holds, archives and compressed parts unpacked."""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from woo.pdf.examining.objectwalk import (
    MAX_STREAM_BYTES,
    TooLargeError,
    UnreadablePdfError,
    open_objects,
    walk_objects,
)

_MAX_DEPTH = 4
_MAX_MEMBERS = 5000


def embedded_texts(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes of a file, and of every file that it holds.

    Raises TooLargeError beyond the limits of depth, number and size.
    """
    if depth > _MAX_DEPTH:
        raise TooLargeError
    yield data
    for member in _members(data):
        yield from embedded_texts(member, depth + 1)


def _members(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"PK\x03\x04"):
        yield from _zip_members(data)
    elif data.startswith(b"\x1f\x8b"):
        yield _unzipped(data)
    elif data[:1] == b"\x78" and not data.startswith(b"x "):
        yield _inflated(data)
    elif data.lstrip()[:5] == b"%PDF-":
        yield from _pdf_members(data)


def _zip_members(data: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MAX_MEMBERS or sum(e.file_size for e in entries) > MAX_STREAM_BYTES:
                raise TooLargeError
            for entry in entries:
                yield entry.filename.encode()
                with archive.open(entry) as member:
                    content = member.read(MAX_STREAM_BYTES + 1)
                if len(content) > MAX_STREAM_BYTES:
                    raise TooLargeError
                yield content
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError):
        raise UnreadablePdfError from None


def _unzipped(data: bytes) -> bytes:
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as archive:
            content = archive.read(MAX_STREAM_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise UnreadablePdfError from None
    if len(content) > MAX_STREAM_BYTES:
        raise TooLargeError
    return content


def _inflated(data: bytes) -> bytes:
    engine = zlib.decompressobj()
    try:
        content = engine.decompress(data, MAX_STREAM_BYTES)
    except zlib.error:
        return b""
    if engine.unconsumed_tail:
        raise TooLargeError
    return content


def _pdf_members(data: bytes) -> Iterator[bytes]:
    with open_objects(data) as pdf:
        for item in walk_objects(pdf):
            yield item.syntax
            if item.stream:
                yield item.stream
