"""A naive checker: where in a PDF does a word occur? Shares no code with ``woo``."""

import io
import os
import re
import subprocess
import zlib
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote_to_bytes

import pikepdf
import pypdf
import pypdf.errors
import pypdfium2

_BROKEN = (pypdf.errors.PdfReadError, pypdf.errors.PdfStreamError, pypdfium2.PdfiumError)


def places(path: Path, word: str) -> set[str]:
    """The kinds of places where ``word`` is found: raw bytes, strings, streams, text."""
    found = {kind for kind, data in _haystacks(path) if _holds(data, word)}
    for engine, shown in (("pypdf", _pypdf_text), ("pdfium", _pdfium_text)):
        with suppress(*_BROKEN):
            if word.lower() in _bare(shown(path)):
                found.add(engine)
    return found


def _haystacks(path: Path) -> Iterator[tuple[str, bytes]]:
    data = path.read_bytes()
    yield "raw", data
    for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        with suppress(zlib.error):
            yield "stream", zlib.decompress(part)
    with pikepdf.open(path) as pdf:
        yield "trailer", repr(pdf.trailer).encode()
        for value in pdf.objects:
            yield from _in(value)


def _in(value: Any) -> Iterator[tuple[str, bytes]]:
    waiting = [value]
    steps = 0
    while waiting and steps < 100_000:
        steps += 1
        item = waiting.pop()
        if isinstance(item, pikepdf.String):
            yield "string", bytes(item)
            yield "string", str(item).encode()
            yield "string", _bare(str(item)).encode()
        elif isinstance(item, pikepdf.Name):
            yield "name", str(item).encode()
        elif isinstance(item, pikepdf.Array):
            waiting += [part for part in item if not _is_reference(part)]
        elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            for key in list(item.keys()):
                yield "key", key.encode()
                if not _is_reference(item[key]):
                    waiting.append(item[key])
            if isinstance(item, pikepdf.Stream):
                yield from _stream(item)


def _is_reference(value: Any) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect


def _stream(item: Any) -> Iterator[tuple[str, bytes]]:
    yield "stream", item.read_raw_bytes()
    try:
        decoded = item.read_bytes()
    except pikepdf.PdfError:
        return
    yield "stream", decoded
    if decoded[:4] == b"%PDF":
        yield "embedded", pypdf.PdfReader(io.BytesIO(decoded)).pages[0].extract_text().encode()


def _holds(data: bytes, word: str) -> bool:
    return any(_says(reading, word) for reading in _decoded(data))


def _decoded(data: bytes) -> Iterator[bytes]:
    """The bytes, without percent signs (twice), and every run that may be base 64."""
    yield data
    if b"%" in data:
        yield unquote_to_bytes(data)
        yield unquote_to_bytes(unquote_to_bytes(data))
    for run in re.findall(rb"[A-Za-z0-9+/]{12,4000}", data):
        yield b64decode(run + b"=" * (-len(run) % 4)) if len(run) % 4 != 1 else b""


def _says(data: bytes, word: str) -> bool:
    lowered = data.lower()
    for written in (word, word[::-1]):
        for encoding in ("ascii", "utf-16-be", "utf-16-le"):
            needle = written.lower().encode(encoding)
            if needle in lowered or needle.hex().encode() in lowered:
                return True
            if written.encode(encoding).hex().encode() in lowered:
                return True
    return False


def _bare(shown: str) -> str:
    return "".join(c for c in shown.lower() if c.isalnum())


def _pypdf_text(path: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def _pdfium_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def sees(path: Path, word: str) -> bool:
    """Whether Tesseract reads ``word`` on a picture of any page; one letter may be misread."""
    pattern = _nearly(word)
    document = pypdfium2.PdfDocument(path)
    try:
        return any(pattern.search(_bare(read)) for page in document for read in _read(page))
    finally:
        document.close()


def _nearly(word: str) -> re.Pattern[str]:
    lowered = word.lower()
    return re.compile("|".join(f"{lowered[:n]}.{lowered[n + 1 :]}" for n in range(len(lowered))))


def _read(page: Any) -> Iterator[str]:
    """The words on a page, in four looks at it.

    As a page, as loose pieces, with what is faint black, upside down.
    """
    width, height = page.get_size()
    scale = min(200 / 72, 3000 / max(width, height))
    grey = page.render(scale=scale, grayscale=True).to_pil()
    yield from _tesseract([grey], "3")
    black = grey.point(lambda value: 0 if value < 240 else 255)
    yield from _tesseract([grey, black, grey.rotate(180)], "11")


def _tesseract(pictures: list[Any], layout: str) -> Iterator[str]:
    """What is read in each of the pictures; one start for all, for that takes most of the time."""
    command = ["tesseract", "stdin", "stdout", "-l", "nld", "--dpi", "200", "--psm", layout]
    # Threads of several Tesseracts side by side wait for each other.
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    with TemporaryDirectory() as folder:
        names = [f"{folder}/{number}.png" for number in range(len(pictures))]
        for name, picture in zip(names, pictures, strict=True):
            picture.save(name, compress_level=1)
        done = subprocess.run(
            command,
            input="\n".join(names).encode(),
            capture_output=True,
            check=True,
            timeout=120,
            env=alone,
        )
    read = done.stdout.decode("utf-8", "replace")
    pages = [read] if len(pictures) == 1 else read.removesuffix("\f").split("\f")
    if len(pages) == len(pictures):
        yield from pages
    else:  # a picture in which it sees nothing at all may get no page of its own
        for picture in pictures:
            yield from _tesseract([picture], layout)
