"""Everything a PDF holds, as text and as bytes."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf


def shown_text(pdf: bytes, folder: Path) -> str:
    """The text that a reader sees, white space made one."""
    path = folder / "shown.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def everything(pdf: bytes) -> str:
    """The text and every string, name and decompressed stream of every object, in one string."""
    pieces: list[str] = [pdf.decode("latin-1")]
    with pikepdf.open(BytesIO(pdf)) as opened:
        for element in opened.objects:
            pieces.extend(_strings(element))
        pieces.append(str(opened.open_metadata()))
    return "\n".join(pieces)


def _strings(element: pikepdf.Object, depth: int = 0) -> list[str]:
    if isinstance(element, pikepdf.Stream):
        is_photo = element.get("/Filter") == pikepdf.Name.DCTDecode
        content = element.read_raw_bytes() if is_photo else element.read_bytes()
        found = [content.decode("latin-1"), content.decode("utf-16-be", "ignore")]
        return found + _strings_in(element.items(), depth)
    if isinstance(element, pikepdf.Dictionary):
        return _strings_in(element.items(), depth)
    if isinstance(element, pikepdf.Array):
        return _strings_in(((None, one) for one in element), depth)
    return [str(element)]


def _strings_in(items: object, depth: int) -> list[str]:
    found: list[str] = []
    for key, value in items:  # type: ignore[attr-defined]
        found.append(str(key))
        indirect = getattr(value, "is_indirect", False)
        if depth < 20 and not indirect:
            found.extend(_strings(value, depth + 1))
    return found
