"""Takes glyphs and lines out of pages, with MuPDF.

Two passes, because MuPDF removes a glyph once a box covers about a tenth of it: a thin strip
through the middle of the words for text, so that the lines above and below stay whole, and then
the whole box for drawings that lie inside it. Pixels of images are overwritten by ``pixels``.
Nothing is drawn here: MuPDF's own boxes break PDF/A and PDF/UA.
"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from woo.errors import RefusedError
from woo.model.geometry import Box
from woo.pdf.reading.textlayer import (
    Drawing,
    TextPage,
    load_page,
    loaded_pages,
    open_pdf,
    placing,
    read_drawing,
    read_page,
)
from woo.pdf.removing.marks import PagePlan
from woo.pdf.removing.raster import rasterise
from woo.pdf.removing.settling import Settler, settler

Plan = Callable[[TextPage, Callable[[], Drawing]], PagePlan]
_FAR = 1_000_000.0
# MuPDF reckons with pointed corners: strokes reach so many times half their width (ISO 32000-1,
# 8.4.3.5, the default miter limit).
_MITRE = 10


@dataclass(frozen=True, slots=True)
class Removed:
    """The plan of every page, the pages that lost drawings, and whether annotations were drawn in.

    ``flattened`` says that annotations or form fields became page content.
    """

    plans: tuple[PagePlan, ...]
    path_pages: frozenset[int]
    flattened: bool


def remove(source: Path, plan: Plan, target: Path, read: deque[TextPage] | None = None) -> Removed:
    """Write ``source`` to ``target`` without the content that ``plan`` marks on each page.

    ``read`` are the pages of ``source`` when somebody has read them before; it is emptied.
    ``target`` is a working copy that still holds everything that is not page content. Objects
    keep their numbers. Raises UnreadableError or RefusedError.
    """
    with open_pdf(source) as document, settler(document, source) as pages:
        flattened = _flatten(document)
        known = None if flattened or read is None or len(read) != document.page_count else read
        done = [
            _remove_from_page(document, n, plan, pages, known.popleft() if known else None)
            for n in range(document.page_count)
        ]
        _save(document, target)
    plans = tuple(plan for plan, _ in done)
    return Removed(plans, frozenset(plan.page for plan, paths in done if paths), flattened)


def _save(document: Any, target: Path) -> None:
    import pymupdf

    try:
        document.save(target, encryption=pymupdf.PDF_ENCRYPT_NONE)
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError):
        raise RefusedError(
            "Dit pdf-bestand is beschadigd en kan niet veilig worden gelakt.",
            "Druk het af naar een nieuwe pdf en lak die.",
        ) from None


def _flatten(document: Any) -> bool:
    """Draw visible annotations and form fields into the pages, as a reader shows them."""
    kinds = {kind for page in loaded_pages(document) for _, kind, _ in page.annot_xrefs()}
    if not kinds - {_link()}:
        return False
    document.bake()
    return True


def _link() -> int:
    import pymupdf

    return int(pymupdf.PDF_ANNOT_LINK)


def _remove_from_page(
    document: Any, number: int, plan: Plan, pages: Settler | None, known: TextPage | None
) -> tuple[PagePlan, bool]:
    """The plan of page ``number`` (from 0), carried out; and whether drawings went."""
    page = load_page(document, number)
    drawing = cache(lambda: read_drawing(page))
    decided, paths = plan(known or read_page(page), drawing), False
    if decided.marks or decided.outside:
        if pages is not None:
            pages.settle(page)
        _redact(page, _strips(page, decided), text=True)
        boxes = [mark.box for mark in decided.marks]
        paths = _has_drawing_inside(drawing().paths, boxes)
        if paths:
            _redact(page, boxes, text=False)
    whole = [mark.box for mark in decided.marks if mark.whole]
    if not decided.raster and _cuts_figure(page, whole):
        decided = replace(decided, raster=True)
    if decided.raster:
        rasterise(document, page, [mark.box for mark in decided.marks])
    return decided, paths


def _strips(page: Any, plan: PagePlan) -> list[Box]:
    strips = [strip for mark in plan.marks for strip in mark.strips]
    return strips + (_around(page) if plan.outside else [])


def _around(page: Any) -> list[Box]:
    """Everything outside the crop box, as four boxes."""
    media, crop = _user_box(page, "MediaBox"), _user_box(page, "CropBox")
    x0, x1 = max(media[0], crop[0]) - media[0], min(media[2], crop[2]) - media[0]
    y0, y1 = media[3] - min(media[3], crop[3]), media[3] - max(media[1], crop[1])
    return [
        Box(-_FAR, -_FAR, x0, _FAR),
        Box(x1, -_FAR, _FAR, _FAR),
        Box(-_FAR, -_FAR, _FAR, y0),
        Box(-_FAR, y1, _FAR, _FAR),
    ]


def _user_box(page: Any, name: str) -> tuple[float, float, float, float]:
    """A page's box in user space; the crop box is the media box when there is none."""
    import pymupdf

    mupdf = pymupdf.mupdf
    given = mupdf.pdf_dict_gets_inheritable(page._pdf_page().obj(), name)  # noqa: SLF001
    if not mupdf.pdf_is_array(given):
        if name == "MediaBox":
            return 0.0, 0.0, 612.0, 792.0
        return _user_box(page, "MediaBox")
    rect = mupdf.pdf_to_rect(given)
    return rect.x0, rect.y0, rect.x1, rect.y1


def _redact(page: Any, boxes: Sequence[Box], *, text: bool) -> None:
    """One MuPDF pass over one page: only text, or only drawings."""
    import pymupdf

    if not boxes:
        return
    mupdf = pymupdf.mupdf
    pdf_page = page._pdf_page()  # noqa: SLF001 - the public way costs a pass of its own
    annotation = mupdf.pdf_create_annot(pdf_page, mupdf.PDF_ANNOT_REDACT)
    _set_quads(annotation, boxes, _user_box(page, "MediaBox"))
    options = mupdf.PdfRedactOptions()
    options.black_boxes = 0
    options.image_method = mupdf.PDF_REDACT_IMAGE_NONE
    options.text = mupdf.PDF_REDACT_TEXT_REMOVE if text else mupdf.PDF_REDACT_TEXT_NONE
    options.line_art = (
        mupdf.PDF_REDACT_LINE_ART_NONE if text else mupdf.PDF_REDACT_LINE_ART_REMOVE_IF_COVERED
    )
    try:
        done = mupdf.pdf_redact_page(pdf_page.doc(), pdf_page, options)
    except (mupdf.FzErrorBase, RuntimeError):
        done = 0
    if not done:
        raise RefusedError(
            f"Pagina {page.number + 1} kan niet veilig worden gelakt.",
            "Druk het bestand af naar een nieuwe pdf en lak die.",
            page=page.number + 1,
        )


def _set_quads(
    annotation: Any, boxes: Iterable[Box], media: tuple[float, float, float, float]
) -> None:
    """Write the boxes in user space into the annotation, so that no rotation can misplace them."""
    import pymupdf

    mupdf = pymupdf.mupdf
    holder = mupdf.pdf_annot_obj(annotation)
    quads = mupdf.pdf_new_array(mupdf.pdf_get_bound_document(holder), 8)
    left, top = media[0], media[3]
    for box in boxes:
        x0, x1, y0, y1 = left + box.x0, left + box.x1, top - box.y1, top - box.y0
        for value in (x0, y1, x1, y1, x0, y0, x1, y0):
            mupdf.pdf_array_push_real(quads, value)
    mupdf.pdf_dict_puts(holder, "QuadPoints", quads)


def _has_drawing_inside(paths: Sequence[Box], boxes: Sequence[Box]) -> bool:
    """Whether a path lies within a box (underlining, letters as outlines)."""
    return any(_holds(box, path) for path in paths for box in boxes)


def _cuts_figure(page: Any, boxes: Sequence[Box]) -> bool:
    """Whether a box covers a part of a drawing: its lines go on under the box.

    Straight lines and rectangles (rules of a table, backgrounds) tell nothing.
    """
    if not boxes:
        return False
    (scale, dx, dy), _ = placing(page)
    for path in page.get_cdrawings():
        if all(item[0] in {"re", "qu"} for item in path["items"]) or _is_line(path["items"]):
            continue
        x0, y0, x1, y1 = (edge * scale for edge in path["rect"])
        half = (path.get("width") or 0.0) * scale * _MITRE / 2
        place = Box(x0 + dx - half, y0 + dy - half, x1 + dx + half, y1 + dy + half)
        if any(_meets(place, box) and not _holds(box, place) for box in boxes):
            return True
    return False


def _is_line(items: Sequence[Any]) -> bool:
    return len(items) <= 4 and all(item[0] == "l" for item in items)


def _meets(one: Box, other: Box) -> bool:
    across = one.x0 <= other.x1 and other.x0 <= one.x1
    return across and one.y0 <= other.y1 and other.y0 <= one.y1


def _holds(box: Box, inner: Box) -> bool:
    across = box.x0 <= inner.x0 and inner.x1 <= box.x1
    return across and box.y0 <= inner.y0 and inner.y1 <= box.y1
