"""Overwrites the pixels of images under the boxes, and re-encodes those images.

An image is overwritten once for all the places where it is drawn, and so are copies of it under
another number: what is secret on one page is not public on the next. Pixels that are all alike
under a box hold nothing and stay.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from woo.errors import RefusedError
from woo.model.geometry import Box
from woo.pdf.images.encoding import Picture, decode, encode
from woo.pdf.images.placement import Matrix, apply, images_on, invert
from woo.pdf.removing.marks import PagePlan

_PAD = 0.08  # of the height of a box, above and below it
_EVEN = 6  # levels of 256 by which pixels may differ and still be alike
_OPAQUE = 255
# The part of an image, from its top left, as fractions of its width and height.
Part = tuple[float, float, float, float]


@dataclass(slots=True)
class _Hit:
    """An image with the parts of it that lie under boxes, and the pages where they do."""

    image: Any
    parts: set[Part] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)


def overwrite(pdf: Any, plans: Sequence[PagePlan]) -> frozenset[int]:
    """Paint the boxes into the images of ``pdf``; give the pages (from 1) where that was done.

    Raises RefusedError when an image under a box cannot be decoded.
    """
    hits: dict[tuple[int, int], _Hit] = {}
    for page, plan in zip(pdf.pages, plans, strict=True):
        if plan.marks and not plan.raster:
            _collect(page, plan, hits)
    painted: set[int] = set()
    for hit in _with_copies(pdf, hits):
        if _paint(hit.image, hit.parts):
            painted |= hit.pages
    return frozenset(painted)


def _collect(page: Any, plan: PagePlan, hits: dict[tuple[int, int], _Hit]) -> None:
    page.externalize_inline_images()
    left, bottom, right, top = (float(value) for value in page.obj["/MediaBox"])
    left, top = min(left, right), max(bottom, top)
    for image, matrix in images_on(page.obj):
        parts = [_part(mark.box, matrix, left, top) for mark in plan.marks]
        found = {part for part in parts if part is not None}
        if found:
            hit = hits.setdefault(image.objgen, _Hit(image))
            hit.parts |= found
            hit.pages.add(plan.page)


def _part(box: Box, matrix: Matrix, left: float, top: float) -> Part | None:
    """The part of an image that lies under a box; the box around it when the image is turned."""
    back = invert(matrix)
    if back is None:
        return None
    pad = _PAD * min(box.height, box.width)
    corners = [
        apply(back, left + x, top - y)
        for x in (box.x0, box.x1)
        for y in (box.y0 - pad, box.y1 + pad)
    ]
    # The unit square has its origin at the bottom left, the image at the top left.
    x0, x1 = max(0.0, min(x for x, _ in corners)), min(1.0, max(x for x, _ in corners))
    y0, y1 = max(0.0, 1 - max(y for _, y in corners)), min(1.0, 1 - min(y for _, y in corners))
    return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None


def _with_copies(pdf: Any, hits: dict[tuple[int, int], _Hit]) -> Iterable[_Hit]:
    """The hits, and the same for every image in the file with the same data."""
    import pikepdf

    if not hits:
        return []
    by_data: dict[bytes, list[_Hit]] = {}
    for hit in hits.values():
        by_data.setdefault(_fingerprint(hit.image), []).append(hit)
    lengths = {int(hit.image.get("/Length", -1)) for hit in hits.values()}
    for value in pdf.objects:
        if (
            isinstance(value, pikepdf.Stream)
            and value.get("/Subtype") == "/Image"
            and value.objgen not in hits
            and int(value.get("/Length", -1)) in lengths
        ):
            by_data.get(_fingerprint(value), []).append(_Hit(value))
    for same in by_data.values():
        parts = set().union(*(hit.parts for hit in same))
        for hit in same:
            hit.parts = parts
    return [hit for same in by_data.values() for hit in same]


def _fingerprint(image: Any) -> bytes:
    import hashlib

    return hashlib.sha256(image.read_raw_bytes()).digest()


def _paint(image: Any, parts: Iterable[Part]) -> bool:
    """Paint the parts of one image and of its masks; tell whether anything changed."""
    import pikepdf

    changed = False
    for key in ("/SMask", "/Mask"):
        if isinstance(image.get(key), pikepdf.Stream):
            changed |= _paint_one(image[key], parts, _OPAQUE)
    stencil = image.get("/ImageMask") is True
    return _paint_one(image, parts, _OPAQUE if stencil else 0) or changed


def _paint_one(image: Any, parts: Iterable[Part], value: int) -> bool:
    picture = _decoded(image)
    uneven = [area for part in parts if not _is_even(picture, area := _pixels(part, picture.size))]
    for area in uneven:
        picture.pixels.paste(picture.colour(value), area)
    if uneven:
        encode(image, picture)
    return bool(uneven)


def _decoded(image: Any) -> Picture:
    try:
        return decode(image)
    except (RuntimeError, ValueError, OSError, MemoryError):
        raise RefusedError(
            "Een afbeelding onder een te lakken vak is niet te lezen.",
            "Druk het bestand af naar een nieuwe pdf en lak die.",
        ) from None


def _pixels(part: Part, size: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = size
    return (
        max(0, math.floor(part[0] * width)),
        max(0, math.floor(part[1] * height)),
        min(width, math.ceil(part[2] * width)),
        min(height, math.ceil(part[3] * height)),
    )


def _is_even(picture: Picture, area: tuple[int, int, int, int]) -> bool:
    """Whether the pixels in an area are (nearly) all the same."""
    extrema = picture.pixels.crop(area).getextrema()
    pairs = extrema if isinstance(extrema[0], tuple) else (extrema,)
    return all(high - low <= _EVEN for low, high in pairs)
