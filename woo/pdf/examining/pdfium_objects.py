"""What pdfium draws on a page, in drawing order: filled shapes and pictures.

Boxes are points from the top left of the unrotated media box.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from woo.model.geometry import Box
from woo.pdf.examining.textstate import Matrix, multiply

if TYPE_CHECKING:
    from woo.pdf.examining.pdfium_pages import PdfiumPage

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_MAX_DEPTH = 15
_MAX_SEGMENTS = 4000
_MAX_SUBPATHS = 200  # of one path; a drawing of more is no row of boxes
# A shape over this part of its bounds hides what is in them: rounded corners leave some 97 %.
_FULL = 0.85
Points = list[tuple[float, float]]
Corners = tuple[float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# A line this thick (points) covers text like a bar.
_THICK_LINE = 4.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled shape or a thick line, and its colour.

    ``is_full`` when it fills its box, corners perhaps excepted; else the box is only its bounds.
    """

    box: Box
    layer: int
    colour: tuple[int, int, int, int]
    is_full: bool = True

    @property
    def is_opaque(self) -> bool:
        """Nothing shows through."""
        return self.colour[3] >= 240

    @property
    def is_dark(self) -> bool:
        """Black, or near enough to hide black text."""
        return self.is_opaque and sum(self.colour[:3]) <= 3 * 70


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on the page: ``matrix`` places the unit square in PDF coordinates."""

    box: Box
    layer: int
    matrix: Matrix
    pixels: tuple[int, int]
    handle: Any = field(repr=False)


class _Placed(NamedTuple):
    kind: int
    layer: int
    handle: Any
    matrix: Matrix


def text_layers(page: Any) -> dict[int, int]:
    """The place in the drawing order of each text object, by its address."""
    return {
        ctypes.cast(item.handle, ctypes.c_void_p).value or 0: item.layer
        for item in _objects(page)
        if item.kind == _TEXT
    }


def texts_and_others(page: Any) -> tuple[list[Any], list[Any]]:
    """The handles of what draws text, and of all else, those inside forms too."""
    texts: list[Any] = []
    others: list[Any] = []
    for item in _objects(page):
        (texts if item.kind == _TEXT else others).append(item.handle)
    return texts, others


def shapes_and_pictures(page: "PdfiumPage") -> tuple[list[Shape], list[Picture]]:
    """The filled rectangles, thick lines and pictures on a page."""
    shapes: list[Shape] = []
    pictures: list[Picture] = []
    for item in _objects(page.raw):
        if item.kind == _PATH:
            shapes.extend(_shapes(page, item))
        elif item.kind == _IMAGE:
            pictures.append(_picture(page, item))
    return shapes, pictures


def picture_pixels(picture: Picture) -> Any | None:
    """The picture's own pixels, not what is drawn over it, as a grey numpy array; None if none."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    handle = pdfium.FPDFImageObj_GetBitmap(picture.handle)
    return _grey(pypdfium2.PdfBitmap.from_raw(handle).to_numpy()) if handle else None


def picture_opacity(page: "PdfiumPage", picture: Picture) -> Any | None:
    """How opaque a masked picture is, 0 to 255, over its box on the page; None without a mask.

    A soft mask can hold the shapes of letters although the colours under it were made even.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    handle = pdfium.FPDFImageObj_GetRenderedBitmap(page.document.raw, page.raw, picture.handle)
    if not handle:
        return None
    array = pypdfium2.PdfBitmap.from_raw(handle).to_numpy()
    return array[:, :, 3].astype("float32") if array.ndim == 3 and array.shape[2] == 4 else None


def _grey(array: Any) -> Any:
    if array.ndim == 3:
        array = array[:, :, :3].mean(axis=2) if array.shape[2] >= 3 else array[:, :, 0]
    return array.astype("float32")


def _objects(page: Any) -> Iterator[_Placed]:
    """Every object in drawing order, those inside forms too."""
    import pypdfium2.raw as pdfium

    kind_of, count, child = (
        pdfium.FPDFPageObj_GetType,
        pdfium.FPDFFormObj_CountObjects,
        pdfium.FPDFFormObj_GetObject,
    )
    handles = [
        pdfium.FPDFPage_GetObject(page, i) for i in range(pdfium.FPDFPage_CountObjects(page))
    ]
    waiting = [(handle, _IDENTITY, 0) for handle in reversed(handles)]
    layer = 0
    while waiting:
        handle, matrix, depth = waiting.pop()
        kind = kind_of(handle)
        if kind != _FORM:
            yield _Placed(kind, layer, handle, matrix)
            layer += 1
        elif depth < _MAX_DEPTH:
            inner = multiply(_matrix_of(handle), matrix)
            inside = [child(handle, i) for i in range(count(handle))]
            waiting += [(each, inner, depth + 1) for each in reversed(inside)]


def _matrix_of(handle: Any) -> Matrix:
    import pypdfium2.raw as pdfium

    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, found):
        return _IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _shapes(page: "PdfiumPage", item: _Placed) -> Iterator[Shape]:
    import pypdfium2.raw as pdfium

    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(item.handle, mode, stroke):
        return
    matrix = multiply(_matrix_of(item.handle), item.matrix)
    if mode.value:
        colour = _colour(pdfium.FPDFPageObj_GetFillColor, item.handle)
        parts = [(points, _bounds(points)) for points in _subpaths(item.handle, matrix)]
        for points, bounds in parts[:_MAX_SUBPATHS]:
            if not _is_frame(bounds, parts):
                full = _fills(points, bounds)
                yield Shape(page.from_pdf(bounds), item.layer, colour, full)
    if stroke.value:
        yield from _thick_lines(page, item, matrix)


def _is_frame(bounds: Corners, parts: list[tuple[Points, Corners]]) -> bool:
    """True when another part of the same path lies inside: a hole, or the letters of a logo."""
    if len(parts) == 1:
        return False
    x0, y0, x1, y1 = bounds
    return any(x0 < a and y0 < b and c < x1 and d < y1 for _, (a, b, c, d) in parts[:_MAX_SUBPATHS])


def _thick_lines(page: "PdfiumPage", item: _Placed, matrix: Matrix) -> Iterator[Shape]:
    import pypdfium2.raw as pdfium

    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item.handle, width)
    thickness = width.value * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
    if thickness < _THICK_LINE:
        return
    colour = _colour(pdfium.FPDFPageObj_GetStrokeColor, item.handle)
    half = thickness / 2
    for points in _subpaths(item.handle, matrix):
        x0, y0, x1, y1 = _bounds(points)
        if len(points) == 2 and y1 - y0 < thickness:
            yield Shape(page.from_pdf((x0, y0 - half, x1, y1 + half)), item.layer, colour)
        else:
            corners = (x0 - half, y0 - half, x1 + half, y1 + half)
            yield Shape(page.from_pdf(corners), item.layer, colour, is_full=False)


def _subpaths(handle: Any, matrix: Matrix) -> Iterator[Points]:
    import pypdfium2.raw as pdfium

    get, kind_of, point = (
        pdfium.FPDFPath_GetPathSegment,
        pdfium.FPDFPathSegment_GetType,
        pdfium.FPDFPathSegment_GetPoint,
    )
    start = pdfium.FPDF_SEGMENT_MOVETO
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: Points = []
    for index in range(min(pdfium.FPDFPath_CountSegments(handle), _MAX_SEGMENTS)):
        segment = get(handle, index)
        if points and kind_of(segment) == start:
            yield points
            points = []
        point(segment, x, y)
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
    if points:
        yield points


def _bounds(points: Points) -> Corners:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _fills(points: Points, bounds: Corners) -> bool:
    """True for a rectangle, and for a shape that leaves out little more than its corners."""
    x0, y0, x1, y1 = bounds
    if x1 - x0 < 1 or y1 - y0 < 1 or len(points) < 4:
        return False
    near = 0.1 + 0.01 * min(x1 - x0, y1 - y0)
    if len(points) <= 5:
        return all(
            min(abs(x - x0), abs(x - x1)) < near and min(abs(y - y0), abs(y - y1)) < near
            for x, y in points
        )
    twice = sum(
        a * d - b * c for (a, b), (c, d) in zip(points, [*points[1:], points[0]], strict=True)
    )
    return abs(twice) / 2 > _FULL * (x1 - x0) * (y1 - y0)


def _colour(getter: Any, handle: Any) -> tuple[int, int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not getter(handle, *parts):
        return (0, 0, 0, 255)
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue, alpha)


def _picture(page: "PdfiumPage", item: _Placed) -> Picture:
    import pypdfium2.raw as pdfium

    matrix = multiply(_matrix_of(item.handle), item.matrix)
    a, b, c, d, e, f = matrix
    corners = [(e, f), (e + a, f + b), (e + c, f + d), (e + a + c, f + b + d)]
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(item.handle, width, height)
    box = page.from_pdf(_bounds(corners))
    return Picture(box, item.layer, matrix, (width.value, height.value), item.handle)
