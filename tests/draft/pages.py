"""Where the text of a rendering stands on its pages, in points."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pymupdf
from PIL import Image

from woo.draft.examples import example_source
from woo.draft.render import render

# The text column of a letter, and where the text ends above the foot of a page.
LEFT, RIGHT, BOTTOM = 79.0, 454.0, 775.0
PAGE_WIDTH, PAGE_HEIGHT = 595.3, 841.9
# How much wider a page is that lies on its side, and how much lower.
WIDER = PAGE_HEIGHT - PAGE_WIDTH
# The margin column begins here.
MARGIN_COLUMN = 466.0


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text in one style on one line."""

    page: int
    box: pymupdf.Rect
    text: str
    bold: bool


def letter(body: str, **fields: str) -> str:
    """A source of a kamerbrief with this text, some fields replaced."""
    front = example_source("kamerbrief").split("\n---\n")[0]
    lines = [
        f"{name}: {fields.pop(name)}" if (name := line.split(":")[0]) in fields else line
        for line in front.split("\n")
    ]
    assert not fields, fields
    return "\n".join(lines) + f"\n---\n\n{body}\n"


def pdf(source: str, folder: Path, *, public: bool = False, templates: Path | None = None) -> bytes:
    """The bytes of the PDF."""
    return render(source, public=public, to="pdf", folder=folder, templates=templates).content


def lines(content: bytes) -> list[Line]:
    """Every piece of text, page by page."""
    with pymupdf.open(stream=content) as document:
        return [line for page in document for line in _of_page(page)]


def _of_page(page: pymupdf.Page) -> Iterator[Line]:
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                if span["text"].strip():
                    bold = "Bold" in span["font"] or "Semibold" in span["font"]
                    box = pymupdf.Rect(span["bbox"])
                    yield Line(page.number + 1, box, span["text"].strip(), bold)


def turned_pages(content: bytes) -> list[int]:
    """The numbers of the pages that lie on their side."""
    with pymupdf.open(stream=content) as document:
        return [page.number + 1 for page in document if page.rect.width > page.rect.height]


def column(content: bytes) -> dict[int, list[Line]]:
    """The text in the text column by page, from top to bottom, without what repeats."""
    found: dict[int, list[Line]] = {}
    for line in lines(content):
        if LEFT - 2 <= line.box.x0 < RIGHT and line.box.y1 < BOTTOM:
            found.setdefault(line.page, []).append(line)
    return {
        page: sorted(some, key=lambda one: (one.box.y0, one.box.x0)) for page, some in found.items()
    }


def own_style(folder: Path, text: str) -> Path:
    """An organisation's own folder with a red logo."""
    base = folder / "sjablonen" / "_base"
    base.mkdir(parents=True)
    Image.new("RGB", (400, 200), (255, 0, 0)).save(base / "merk.png")
    (base / "huisstijl.toml").write_text(text, "utf-8")
    return base.parent
