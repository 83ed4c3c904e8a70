"""Whether a word is still in a PDF, by readers that share nothing with ``woo``.

Each check takes the file and the word, and answers how often it still stands there as a whole
word. pdfium, pypdf and poppler read the pages; pikepdf walks the objects.
"""

import re
import subprocess
import unicodedata
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_POPPLER_SECONDS = 60
_MARKUP = re.compile(r"<[^>]*>")


def pdfium_pages(path: Path) -> list[str]:
    """The text of every page. Raises PdfiumError."""
    import pypdfium2

    texts = []
    document = pypdfium2.PdfDocument(path)
    try:
        for number in range(len(document)):
            page = document[number]
            texts.append(str(page.get_textpage().get_text_range(errors="replace")))
            page.close()
    finally:
        document.close()
    return texts


def letters(texts: Iterator[str] | list[str]) -> Counter[str]:
    """How often each letter and digit stands in some texts."""
    return Counter(c for text in texts for c in fold(text) if c.isalnum())


def fold(text: str) -> str:
    """Compatibility forms and case undone; accents and invisible signs dropped."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Me", "Cf"})


def whole_word(word: str) -> re.Pattern[str]:
    """A pattern for the folded word, no letter or digit touching it."""
    return re.compile(rf"(?<![^\W_]){re.escape(fold(word))}(?![^\W_])")


def by_pdfium(path: Path, word: re.Pattern[str]) -> int:
    return sum(len(word.findall(fold(text))) for text in pdfium_pages(path))


def by_pypdf(path: Path, word: re.Pattern[str]) -> int:
    import pypdf

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = pypdf.PdfReader(path)
        return sum(len(word.findall(fold(page.extract_text()))) for page in reader.pages)


def by_poppler(path: Path, word: re.Pattern[str]) -> int:
    command = ["pdftotext", "-q", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, capture_output=True, timeout=_POPPLER_SECONDS, check=False)
    return len(word.findall(fold(done.stdout.decode("utf-8", "replace"))))


def by_objects(path: Path, word: re.Pattern[str]) -> int:
    """Every string, name and stream of the file; of a content stream the shown text joined."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        found = sum(len(word.findall(fold(text))) for text in _strings(pdf.trailer))
        for item in pdf.objects:
            found += sum(len(word.findall(fold(text))) for text in _strings(item))
            if isinstance(item, pikepdf.Stream):
                found += sum(len(word.findall(fold(text))) for text in _stream_texts(item))
    return found


def by_bytes(path: Path, word: re.Pattern[str]) -> int:
    """The file as it is stored, without its streams."""
    data = re.sub(rb"\bstream\r?\n.*?endstream", b"", path.read_bytes(), flags=re.DOTALL)
    return len(word.findall(fold(data.decode("latin-1"))))


def _strings(item: Any) -> Iterator[str]:
    """The strings and names within one object, not following references."""
    import pikepdf

    if isinstance(item, pikepdf.String):
        yield str(item)
        yield bytes(item).decode("latin-1")
        yield bytes(item).decode("utf-16-be", "ignore")
    elif isinstance(item, pikepdf.Name):
        yield str(item)[1:]
    elif isinstance(item, pikepdf.Array):
        for part in item:
            if not getattr(part, "is_indirect", False):
                yield from _strings(part)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in item.items():
            yield key[1:]
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)


def _stream_texts(item: Any) -> Iterator[str]:
    import pikepdf

    try:
        data = item.read_bytes()
    except pikepdf.PdfError:
        return  # a picture or a damaged stream: pdfium and poppler look at what it draws
    if item.get("/Type") == "/Metadata" or data.lstrip()[:1] == b"<":
        yield _MARKUP.sub(" ", data.decode("utf-8", "replace"))
    elif item.get("/Subtype") == "/Image" or "/Length1" in item or "/Length3" in item:
        yield from (run.decode() for run in re.findall(rb"[\x20-\x7e]{8,}", data))
    else:
        yield from shown_strings(data)


def shown_strings(data: bytes) -> Iterator[str]:
    """The literal strings of each text operator joined, as most fonts store letters."""
    for shown in re.findall(rb"\[((?:\\.|\((?:\\.|[^\\)])*\)|[^\]\\(])*)\]\s*TJ", data):
        parts = re.findall(rb"\(((?:\\.|[^\\)])*)\)", shown)
        yield b"".join(parts).decode("latin-1")
    for shown in re.findall(rb"\(((?:\\.|[^\\)])*)\)\s*(?:Tj|'|\")", data):
        yield shown.decode("latin-1")
    yield from (text.decode("latin-1") for text in re.findall(rb"/ActualText\s*\((.*?)\)", data))


CHECKS: dict[str, Callable[[Path, re.Pattern[str]], int]] = {
    "pdfium": by_pdfium,
    "pypdf": by_pypdf,
    "poppler": by_poppler,
    "objects": by_objects,
    "bytes": by_bytes,
}
