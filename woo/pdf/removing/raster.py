"""Turns pages into pictures: the route for what cannot be taken out piece by piece."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from woo.errors import RefusedError
from woo.model.geometry import Box
from woo.pdf.reading.textlayer import load_page, open_pdf, placing

_DPI = 200
_QUALITY = 80
# A larger page is drawn at a lower resolution; an A4 at 200 dpi has 3.9 million pixels.
_MOST_PIXELS = 30_000_000
_PAGE_KEYS = ("Contents", "Resources", "StructParents", "Annots", "Group")


def rasterise_pages(source: Path, target: Path, pages: Iterable[int]) -> None:
    """Write ``source`` to ``target`` with ``pages`` (from 1) as a reader shows them, as pictures.

    Layers that are off stay out of the picture. Raises UnreadableError, and RefusedError when a
    page cannot be drawn.
    """
    shutil.copyfile(source, target)
    with open_pdf(target, layers_on=False) as document:
        for number in sorted(set(pages)):
            page = load_page(document, number - 1)
            rasterise(document, page, (), annotations=True)
        _save(document, target.with_suffix(".raster"))
    target.with_suffix(".raster").replace(target)


def _save(document: Any, target: Path) -> None:
    import pymupdf

    try:
        document.save(target, deflate=True)
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError):
        raise RefusedError(
            "Dit pdf-bestand is beschadigd en kan niet veilig worden gelakt.",
            "Druk het af naar een nieuwe pdf en lak die.",
        ) from None


def rasterise(document: Any, page: Any, boxes: Sequence[Box], *, annotations: bool = False) -> None:
    """Replace all that a MuPDF page draws by one picture of it, with the boxes painted in.

    Raises RefusedError when the page cannot be drawn.
    """
    import pymupdf

    try:
        rotation = page.rotation
        page.set_rotation(0)
        (scale, dx, dy), _ = placing(page)
        zoom = min(_DPI / 72, (_MOST_PIXELS / max(1.0, abs(page.rect.get_area()))) ** 0.5)
        pixmap = page.get_pixmap(matrix=pymupdf.Matrix(zoom, zoom), annots=annotations)
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError):
        raise RefusedError(
            f"Pagina {page.number + 1} kan niet worden omgezet in een afbeelding.",
            "Druk het bestand af naar een nieuwe pdf en lak die.",
        ) from None
    for box in boxes:
        edges = (box.x0 - dx, box.y0 - dy, box.x1 - dx, box.y1 - dy)
        area = pymupdf.IRect(pymupdf.Rect(*(edge / scale * zoom for edge in edges)))
        pixmap.set_rect(area & pixmap.irect, (0, 0, 0))
    for key in _PAGE_KEYS:
        document.xref_set_key(page.xref, key, "null")
    page.insert_image(page.rect, stream=pixmap.tobytes("jpeg", jpg_quality=_QUALITY))
    page.set_rotation(rotation)
