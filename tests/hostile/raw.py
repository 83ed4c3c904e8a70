"""Writes a PDF object by object, byte by byte, so that anything in it can be wrong."""

import zlib
from collections.abc import Callable, Mapping
from types import FunctionType

from tests.vectors.maker import SECRET

Maker = Callable[[], bytes]
CATALOG, PAGES, PAGE, CONTENT, FONT = 1, 2, 3, 4, 5
_SENTENCE = f"Wij spraken met mevrouw {SECRET} over het dossier van vorig jaar."
SHOWN = f"BT /F1 11 Tf 20 500 Td ({_SENTENCE}) Tj ET".encode()
FREE = 10
"""The first object number that the basis does not use."""


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object with its true length."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def flate(data: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter /FlateDecode " + entries)


def basis(content: bytes = SHOWN, page: bytes = b"", resources: bytes = b"") -> dict[int, bytes]:
    """A page that shows the secret; ``page`` and ``resources`` are entries to add."""
    return {
        CATALOG: b"<< /Type /Catalog /Pages 2 0 R >>",
        PAGES: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> %s >> %s >>" % (resources, page),
        CONTENT: stream(content),
        FONT: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }


def write(
    objects: Mapping[int, bytes],
    *,
    trailer: bytes = b"",
    prev: int | None = None,
    start: bytes = b"",
) -> bytes:
    """The file: header, objects, a table that is right, trailer. ``start`` goes before it all."""
    data = bytearray(start or b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets: dict[int, int] = {}
    for number, body in objects.items():
        offsets[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    return bytes(data) + table(offsets, len(data), trailer, prev)


def table(offsets: Mapping[int, int], at: int, trailer: bytes, prev: int | None) -> bytes:
    """A cross-reference table at ``at``, with a section for each row of numbers."""
    size = max(offsets, default=0) + 1
    lines = [b"xref\n0 1\n0000000000 65535 f \n"]
    numbers = sorted(offsets)
    index = 0
    while index < len(numbers):
        end = index
        while end + 1 < len(numbers) and numbers[end + 1] == numbers[end] + 1:
            end += 1
        lines.append(b"%d %d\n" % (numbers[index], end - index + 1))
        lines += [b"%010d 00000 n \n" % offsets[n] for n in numbers[index : end + 1]]
        index = end + 1
    linked = b"/Prev %d " % prev if prev is not None else b""
    lines.append(b"trailer\n<< /Size %d /Root 1 0 R %s%s >>\n" % (size, linked, trailer))
    return b"".join(lines) + b"startxref\n%d\n%%%%EOF\n" % at


def with_objects(extra: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """The basis with some objects put in or replaced."""
    return write({**basis(), **extra}, trailer=trailer)


def makers(module: Mapping[str, object]) -> dict[str, Maker]:
    """The public functions of a module of vectors that make a file, by name."""
    return {
        name: value
        for name, value in module.items()
        if isinstance(value, FunctionType)
        and value.__module__ == module["__name__"]
        and not name.startswith("_")
    }
