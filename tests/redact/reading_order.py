"""A small reader of tagged PDFs: what a screen reader would say, element by element, in order.

Shares nothing with the code that writes the tags: the text comes from pdfminer, by MCID.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage


@dataclass(frozen=True, slots=True)
class Said:
    """One stretch of speech and the structure types around it, from the outside in."""

    text: str
    path: tuple[str, ...]


class _ByNumber(PDFLayoutAnalyzer):
    """Collects the text of each marked-content number."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.texts: dict[int | None, str] = {}
        self._open: list[int | None] = []

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        number = props.get("MCID") if isinstance(props, dict) else None
        self._open.append(number if number is not None else (self._open or [None])[-1])

    def end_tag(self) -> None:
        self._open.pop()

    def render_char(self, *given: Any) -> float:
        _matrix, font, size, scaling, _rise, cid, *_ = given
        number = self._open[-1] if self._open else None
        self.texts[number] = self.texts.get(number, "") + _letter(font, cid)
        return float(font.char_width(cid) * size * scaling)

    def receive_layout(self, _: Any) -> None:
        pass


def _letter(font: Any, cid: int) -> str:
    try:
        return str(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        return "\ufffd"


def texts_by_number(pdf: Path) -> list[dict[int | None, str]]:
    """Per page the text of each MCID."""
    manager = PDFResourceManager()
    pages = []
    with pdf.open("rb") as file:
        for page in PDFPage.get_pages(file):
            device = _ByNumber(manager)
            PDFPageInterpreter(manager, device).process_page(page)
            pages.append(device.texts)
    return pages


def spoken(path: Path) -> list[Said]:
    """Everything that is said, in the order of the structure tree."""
    texts = texts_by_number(path)
    with pikepdf.open(path) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return list(_walk(pdf.Root.StructTreeRoot, None, (), pages, texts))


def _walk(
    element: Any, page: int | None, path: tuple[str, ...], pages: dict[Any, int], texts: list[Any]
) -> Iterator[Said]:
    if "/Pg" in element:
        page = pages[element.Pg.objgen]
    if "/S" in element:
        path = (*path, str(element.S)[1:])
    for key in ("/ActualText", "/Alt"):
        if key in element:
            yield Said(str(element[key]), path)
            return
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, int):
            assert page is not None
            yield Said(texts[page].get(child, ""), path)
        elif "/MCID" in child:
            there = pages[child.Pg.objgen] if "/Pg" in child else page
            assert there is not None
            yield Said(texts[there].get(int(child.MCID), ""), path)
        elif child.get("/Type") != "/OBJR":
            yield from _walk(child, page, path, pages, texts)


def read_aloud(path: Path) -> str:
    """All that is said as one text."""
    return "|".join(said.text for said in spoken(path) if said.text)


def tags(path: Path) -> list[tuple[str, ...]]:
    """The structure type of every element with those around it, in the order of the tree."""
    with pikepdf.open(path) as pdf:
        return list(_tags(pdf.Root.StructTreeRoot, ()))


def _tags(element: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if "/S" in element:
        path = (*path, str(element.S)[1:])
        yield path
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield from _tags(child, path)
