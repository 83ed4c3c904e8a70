"""Everything that can be read in a bundle, by means that the program itself does not use."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2


def texts(bundle: Path) -> Iterator[tuple[str, str]]:
    """Pairs of a place and what stands there: names, raw bytes, decoded objects, page text."""
    for path in sorted(item for item in bundle.rglob("*") if item.is_file()):
        name = path.relative_to(bundle).as_posix()
        yield f"name of {name}", name
        yield from ((f"{name} as {how}", text) for how, text in _readings(path.read_bytes()))
        if path.suffix == ".pdf":
            yield from ((f"{name}, {where}", text) for where, text in _pdf(path))
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as parts:
                for part in parts.namelist():
                    yield f"{name}, {part}", parts.read(part).decode("utf-8")


def _readings(content: bytes) -> Iterator[tuple[str, str]]:
    yield "latin-1", content.decode("latin-1")
    yield "utf-8", content.decode("utf-8", "ignore")
    for encoding in ("utf-16-be", "utf-16-le"):
        yield encoding, content.decode(encoding, "ignore")


def _pdf(path: Path) -> Iterator[tuple[str, str]]:
    with pikepdf.open(path) as pdf:
        for number, item in enumerate(pdf.objects):
            if not hasattr(item, "unparse"):  # a bare number
                continue
            yield f"object {number}", item.unparse().decode("latin-1")
            for text in _strings(item):
                yield f"string in object {number}", text
            if isinstance(item, pikepdf.Stream):
                decoded = _decoded(item)
                for how, text in _readings(decoded):
                    yield f"stream {number} as {how}", text
    for number, page in enumerate(pypdf.PdfReader(path).pages):
        yield f"page {number + 1} by pypdf", page.extract_text()
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document):
            yield f"page {number + 1} by pdfium", page.get_textpage().get_text_range()


def _decoded(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # a JPEG: pixels, not text
        return stream.read_raw_bytes()


def _strings(item: Any) -> Iterator[str]:
    """Every string in an object; what it refers to is an object of its own."""
    if isinstance(item, pikepdf.String):
        yield str(item)
        return
    if isinstance(item, pikepdf.Array):
        inside = list(item)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        inside = [item[key] for key in item.keys()]  # noqa: SIM118 - no mapping
    else:
        return
    for value in inside:
        if not getattr(value, "is_indirect", False):
            yield from _strings(value)
