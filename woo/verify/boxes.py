"""Rules ``text-under-box``, ``image-under-box`` and ``hidden-text``: a box hides nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from woo.model.geometry import Box
from woo.model.leak import Leak, Severity
from woo.pdf.examining.objectfacts import PageFacts
from woo.pdf.examining.pdfium_objects import (
    Picture,
    Shape,
    picture_opacity,
    picture_pixels,
)
from woo.pdf.examining.pdfium_pages import Character, PdfiumPage
from woo.verify.labels import without_labels
from woo.verify.places import spot

# Smaller than this (points) covers no letter.
_SMALLEST = 3.0
_TOP_LAYER = 1_000_000_000
_MAX_SHAPES = 20_000
# Annotations that people draw over text in the belief that it is gone.
_COVERING = frozenset({"/Square", "/Redact", "/Highlight", "/Polygon", "/Stamp", "/FreeText"})
# Between the lightest and the darkest pixel of what was made even; JPEG blurs a little.
_EVEN = 48.0
_LOOK_DPI, _DARK = 72.0, 110
_HALF_LINE = 5.0  # points
# A picture over this part of the page is a scan.
_SCAN = 0.5


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """What covers, and what can lie under it, on one page."""

    page: PdfiumPage
    facts: PageFacts
    areas: tuple[Box, ...]
    shapes: tuple[Shape, ...]
    pictures: tuple[Picture, ...]


def read_boxes(page: PdfiumPage, areas: Iterable[Box], facts: PageFacts) -> PageBoxes:
    """Find the boxes of a page: given areas, drawn shapes, dark annotations, dark pictures."""
    drawn, pictures = page.drawn
    shapes = [
        shape
        for shape in drawn[:_MAX_SHAPES]
        if shape.is_full and shape.is_opaque and _is_bar(shape.box)
    ]
    shapes += [
        Shape(note.box, _TOP_LAYER, (0, 0, 0, 255))
        for note in facts.annotations
        if note.subtype in _COVERING and note.shade is not None and note.shade < 0.3
    ]
    shapes += [bar for picture in pictures if (bar := _dark_picture(page, picture)) is not None]
    return PageBoxes(page, facts, tuple(areas), tuple(shapes), tuple(pictures))


def _is_bar(box: Box) -> bool:
    return box.width >= _SMALLEST and box.height >= _SMALLEST


def _dark_picture(page: PdfiumPage, picture: Picture) -> Shape | None:
    """A picture that is one dark block and has text behind it."""
    if not _is_bar(picture.box) or not without_labels(page.text_in(picture.box)):
        return None
    pixels = picture_pixels(picture)
    if pixels is None or pixels.mean() > 70 or pixels.std() > 15:
        return None
    if pixels.max() - pixels.min() > _EVEN:  # a few thin letters: a dark picture, not a bar
        return None
    return Shape(picture.box, picture.layer, (0, 0, 0, 255))


def text_under_boxes(boxes: PageBoxes) -> Iterator[Leak]:
    """Characters under a given area (labels excepted) or hidden by a dark shape."""
    for area in boxes.areas:
        if _letters(_under(boxes.page, area)):
            yield _leak(boxes, "text-under-box", area)
    given = {_rounded(area) for area in boxes.areas}
    for shape in boxes.shapes:
        if _rounded(shape.box) in given:
            continue  # the box that the redactor drew over the area
        if shape.is_dark and _letters(_hidden_by(boxes.page, shape)):
            yield _leak(boxes, "text-under-box", shape.box)


def _rounded(box: Box) -> tuple[int, int, int, int]:
    return (round(box.x0), round(box.y0), round(box.x1), round(box.y1))


def images_under_boxes(boxes: PageBoxes, *, strict: bool) -> Iterator[Leak]:
    """Uneven pixels of a picture under a box: the picture itself still shows what was there.

    In a PDF made elsewhere a dark shape over a small picture may be part of a drawing: a warning.
    """
    width, height = boxes.page.size
    for picture in boxes.pictures:
        covers = [(area, _TOP_LAYER) for area in boxes.areas]
        covers += [(shape.box, shape.layer) for shape in boxes.shapes if shape.is_dark]
        covers = [
            (box, layer)
            for box, layer in covers
            if layer > picture.layer and _overlap(box, picture.box) is not None
        ]
        pixels = picture_pixels(picture) if covers else None
        opacity = picture_opacity(boxes.page, picture) if covers else None
        scan = picture.box.width * picture.box.height > _SCAN * width * height
        for box, _ in covers:
            own = pixels is not None and _is_uneven(_region(boxes.page, picture, pixels, box))
            if own or (opacity is not None and _is_uneven(_cut(opacity, picture.box, box))):
                severity = Severity.LEAK if strict or scan else Severity.WARNING
                yield _leak(boxes, "image-under-box", box, severity)


def shows_as_box(page: PdfiumPage, box: Box) -> bool:
    """True when a box shows as one dark block: shapes that are clipped or drawn over do not."""
    region = _cut(page.render(_LOOK_DPI), Box(0, 0, *page.size), box)
    return bool(region.size) and not _is_uneven(region) and bool(region.mean() < _DARK)


def _leak(boxes: PageBoxes, rule: str, box: Box, severity: Severity = Severity.LEAK) -> Leak:
    place = spot(boxes.facts, box)
    return Leak(rule=rule, place=place, page=boxes.page.number, box=box, severity=severity)


def _under(page: PdfiumPage, area: Box) -> list[Character]:
    """The characters under an area: first a quick look at its middle, then one by one."""
    if not without_labels(page.text_in(middle_of(area))):
        return []
    if not without_labels(page.text_in(_core(area))):
        return []
    inner = Box(area.x0, area.y0 + 0.1 * area.height, area.x1, area.y1 - 0.1 * area.height)
    return page.characters_in(inner)


def middle_of(box: Box) -> Box:
    """The middle of a box, which every letter in it crosses and those of other lines do not.

    A box may cover several lines of text, so no more than half a small line is left out.
    """
    edge = min(0.35 * box.height, _HALF_LINE)
    return Box(box.x0, box.y0 + edge, box.x1, box.y1 - edge)


def _core(box: Box) -> Box:
    """The middle of a box, where letters of the lines above and below do not reach."""
    side = min(1.0, 0.1 * box.width)
    return Box(
        box.x0 + side,
        box.y0 + 0.35 * box.height,
        box.x1 - side,
        box.y1 - 0.35 * box.height,
    )


def _hidden_by(page: PdfiumPage, shape: Shape) -> list[Character]:
    """The characters that a shape hides: drawn before it, or in its own colour."""
    return [
        character
        for character in _under(page, shape.box)
        if character.layer < shape.layer or _same_colour(character.colour, shape.colour)
    ]


def _same_colour(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return all(abs(a - b) <= 40 for a, b in zip(one[:3], other[:3], strict=True))


def _letters(characters: list[Character]) -> str:
    return without_labels("".join(character.text for character in characters))


def _overlap(one: Box, other: Box) -> Box | None:
    x0, y0 = max(one.x0, other.x0), max(one.y0, other.y0)
    x1, y1 = min(one.x1, other.x1), min(one.y1, other.y1)
    return Box(x0, y0, x1, y1) if x1 - x0 >= _SMALLEST and y1 - y0 >= _SMALLEST else None


def _is_uneven(region: Any) -> bool:
    """True when pixels are not of one shade."""
    import numpy as np

    if region is None or region.size < 16:
        return False
    low, high = np.percentile(region, (1, 99))
    return bool(high - low > _EVEN)


def _region(page: PdfiumPage, picture: Picture, pixels: Any, box: Box) -> Any:
    """The picture's own pixels under a box, without the edge that a JPEG smears."""
    a, b, c, d, e, f = picture.matrix
    determinant = a * d - b * c
    overlap = _overlap(box, picture.box)
    if overlap is None or abs(determinant) < 1e-9:
        return None
    left, bottom, right, top = page.to_pdf(overlap)
    height, width = pixels.shape
    columns, rows = [], []
    for x, y in ((left, bottom), (right, top), (left, top), (right, bottom)):
        columns.append((d * (x - e) - c * (y - f)) / determinant * width)
        rows.append((1 - (a * (y - f) - b * (x - e)) / determinant) * height)
    return _part(pixels, columns, rows)


def _cut(pixels: Any, whole: Box, box: Box) -> Any:
    """The part of a rendering of ``whole`` that lies under a box."""
    overlap = _overlap(box, whole)
    if overlap is None:
        return None
    height, width = pixels.shape
    columns = [(x - whole.x0) / whole.width * width for x in (overlap.x0, overlap.x1)]
    rows = [(y - whole.y0) / whole.height * height for y in (overlap.y0, overlap.y1)]
    return _part(pixels, columns, rows)


def _part(pixels: Any, columns: list[float], rows: list[float]) -> Any:
    x0, x1 = _shrunk(min(columns), max(columns))
    y0, y1 = _shrunk(min(rows), max(rows))
    return pixels[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)]


def _shrunk(low: float, high: float) -> tuple[int, int]:
    margin = min(8.0, 0.25 * (high - low))
    return round(low + margin), round(high - margin)
