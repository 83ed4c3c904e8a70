"""Overwrites the pixels of images under the boxes, and re-encodes those images.

An image is overwritten once for all the places where it is drawn, and so are copies of it under
another number: what is secret on one page is not public on the next. Pixels that are all alike
under a box hold nothing and stay.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from woo.errors import RefusedError
from woo.model.geometry import Area, Box
from woo.pdf.images.colours import black, opaque
from woo.pdf.images.copies import Hit, with_copies
from woo.pdf.images.parts import Part, area_of, box_over, part_under
from woo.pdf.images.placement import images_on
from woo.pdf.images.samples import Samples, load
from woo.pdf.removing.marks import PagePlan

# Levels of 256 by which pixels may differ and still be alike: none, but for what JPEG does.
_EVEN = 2
_Black = Callable[[Any, int, int], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Overwritten:
    """``pages`` (from 1) are those of which a box was painted into an image.

    ``elsewhere`` are the other places where the same pixels were shown: they are black there too.
    """

    pages: frozenset[int] = frozenset()
    elsewhere: tuple[Area, ...] = ()


def overwrite(pdf: Any, plans: Sequence[PagePlan]) -> Overwritten:
    """Paint the boxes into the images of ``pdf``.

    Raises RefusedError when an image under a box cannot be decoded or written.
    """
    hits: dict[tuple[int, int], Hit] = {}
    for page, plan in zip(pdf.pages, plans, strict=True):
        if plan.marks and not plan.raster:
            _collect(page, plan, hits)
    pages: set[int] = set()
    painted: dict[tuple[int, int], frozenset[Part]] = {}
    for hit in with_copies(pdf, hits):
        found = _paint(hit.image, hit.parts)
        if found:
            pages |= hit.pages
            painted[hit.image.objgen] = found
    elsewhere = tuple(_elsewhere(pdf, plans, painted)) if painted else ()
    return Overwritten(frozenset(pages), elsewhere)


def _collect(page: Any, plan: PagePlan, hits: dict[tuple[int, int], Hit]) -> None:
    page.externalize_inline_images()
    left, top = _origin(page)
    for image, matrix in images_on(page.obj):
        parts = (part_under(mark.box, matrix, left, top) for mark in plan.marks)
        found = {part for part in parts if part is not None}
        if found:
            hit = hits.setdefault(image.objgen, Hit(image))
            hit.parts |= found
            hit.pages.add(plan.page)


def _origin(page: Any) -> tuple[float, float]:
    """The left and the top of the media box in user space."""
    left, bottom, right, top = (float(value) for value in page.obj["/MediaBox"])
    return min(left, right), max(bottom, top)


def _paint(image: Any, parts: Iterable[Part]) -> frozenset[Part]:
    """Paint parts of one image and of its masks; give those where anything was."""
    import pikepdf

    painted: set[Part] = set()
    for key in ("/SMask", "/Mask"):
        if isinstance(image.get(key), pikepdf.Stream):
            painted |= _paint_one(image[key], parts, opaque)
    return frozenset(painted | _paint_one(image, parts, black))


def _paint_one(image: Any, parts: Iterable[Part], shade: _Black) -> set[Part]:
    try:
        samples = load(image)
        uneven = {p for p in parts if not (samples.is_native and _is_even(samples, p))}
        if uneven:
            values = samples.values
            colour = shade(image, samples.bits, values.shape[2])
            for part in uneven:
                _fill(values, area_of(part, samples.size), colour)
            samples.store(values)
    except (RuntimeError, ValueError, OSError, MemoryError, TypeError, KeyError):
        raise RefusedError(
            "Een afbeelding onder een te lakken vak is niet te lezen.",
            "Druk het bestand af naar een nieuwe pdf en lak die.",
        ) from None
    return uneven


def _fill(values: Any, area: tuple[slice, slice, Any], colour: tuple[int, ...]) -> None:
    rows, columns, inside = area
    # A picture with an alpha channel of its own (JPEG 2000) is opaque under a box.
    most = (*colour, 255)[: values.shape[2]]
    if inside is None:
        values[rows, columns] = most
    else:
        values[rows, columns][inside[: values[rows, columns].shape[0]]] = most


def _is_even(samples: Samples, part: Part) -> bool:
    """Whether the pixels in an area are (nearly) all the same."""
    rows, columns, inside = area_of(part, samples.size)
    found = samples.values[rows, columns]
    found = found.reshape(-1, found.shape[2]) if inside is None else found[inside]
    if not len(found):
        return True
    spread = found.max(axis=0).astype("int32") - found.min(axis=0)
    return bool(spread.max() <= (0 if samples.is_exact else _EVEN))


def _elsewhere(
    pdf: Any, plans: Sequence[PagePlan], painted: dict[tuple[int, int], frozenset[Part]]
) -> Iterator[Area]:
    """The places of painted parts that no mark of their own page covers."""
    for page, plan in zip(pdf.pages, plans, strict=True):
        if plan.raster:
            continue
        left, top = _origin(page)
        for image, matrix in images_on(page.obj):
            for part in painted.get(image.objgen, ()):
                box = box_over(part, matrix, left, top)
                if not any(_holds(mark.box, box) for mark in plan.marks):
                    yield Area(plan.page, box)


def _holds(mark: Box, box: Box) -> bool:
    """Whether a box lies in a mark, but for the few points that were painted around it."""
    near = 1 + 0.1 * min(mark.width, mark.height)
    return (
        mark.x0 - near <= box.x0
        and mark.y0 - near <= box.y0
        and box.x1 <= mark.x1 + near
        and box.y1 <= mark.y1 + near
    )
