"""A naive checker: where in a PDF does a word occur? Shares no code with ``woo``."""

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2


def places(path: Path, word: str) -> set[str]:
    """The kinds of places where ``word`` is found: raw bytes, strings, streams, text."""
    found = {kind for kind, data in _haystacks(path) if _holds(data, word)}
    for engine, shown in (("pypdf", _pypdf_text), ("pdfium", _pdfium_text)):
        if word.lower() in _bare(shown(path)):
            found.add(engine)
    return found


def _haystacks(path: Path) -> Iterator[tuple[str, bytes]]:
    yield "raw", path.read_bytes()
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
        return any(pattern.search(_bare(_read(page))) for page in document)
    finally:
        document.close()


def _nearly(word: str) -> re.Pattern[str]:
    lowered = word.lower()
    return re.compile("|".join(f"{lowered[:n]}.{lowered[n + 1 :]}" for n in range(len(lowered))))


def _read(page: Any) -> str:
    """The words on a page, laid out as a whole and as loose pieces."""
    width, height = page.get_size()
    scale = min(200 / 72, 3000 / max(width, height))
    pixels = page.render(scale=scale, grayscale=True).to_pil()
    stream = io.BytesIO()
    pixels.save(stream, "PNG")
    return "\n".join(_tesseract(stream.getvalue(), layout) for layout in ("3", "11"))


def _tesseract(png: bytes, layout: str) -> str:
    command = ["tesseract", "stdin", "stdout", "-l", "nld", "--dpi", "200", "--psm", layout]
    done = subprocess.run(command, input=png, capture_output=True, check=True, timeout=120)
    return done.stdout.decode("utf-8", "replace")
