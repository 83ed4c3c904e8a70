"""Where a page draws its images."""

from collections.abc import Iterator
from typing import Any

from woo.pdf.matrices import IDENTITY, Matrix, multiply
from woo.pdf.trees import entries

_MAX_DEPTH = 24


def images_on(page: Any) -> Iterator[tuple[Any, Matrix]]:
    """Every image that a page draws, also inside forms, with its matrix to user space.

    An image that is drawn twice comes twice. Raises pikepdf.PdfError when content is broken.
    """
    yield from _images_in(page, page.get("/Resources"), IDENTITY, 0)


def _images_in(
    stream: Any, resources: Any, start: Matrix, depth: int
) -> Iterator[tuple[Any, Matrix]]:
    import pikepdf

    if depth > _MAX_DEPTH:
        raise pikepdf.PdfError("forms nested too deep")
    xobjects = entries(resources, "XObject")
    if not xobjects:
        return
    for xobject, matrix in _drawn(stream, xobjects, start):
        if xobject.get("/Subtype") == "/Image":
            yield xobject, matrix
        elif xobject.get("/Subtype") == "/Form":
            inner = multiply(_matrix(xobject.get("/Matrix")), matrix)
            own = xobject.get("/Resources")
            yield from _images_in(xobject, resources if own is None else own, inner, depth + 1)


def _drawn(stream: Any, xobjects: Any, start: Matrix) -> Iterator[tuple[Any, Matrix]]:
    """The XObjects of one stream in order, each with the matrix at that moment."""
    import pikepdf

    current, saved = start, []
    if not isinstance(stream, pikepdf.Stream | pikepdf.Page):
        stream = pikepdf.Page(stream)  # a page that does not say that it is one
    for instruction in pikepdf.parse_content_stream(stream, "q Q cm Do"):
        operator = str(instruction.operator)
        if operator == "q":
            saved.append(current)
        elif operator == "Q" and saved:
            current = saved.pop()
        elif operator == "cm":
            current = multiply(_matrix(instruction.operands), current)
        elif operator == "Do" and str(instruction.operands[0]) in xobjects:
            yield xobjects[str(instruction.operands[0])], current


def _matrix(values: Any) -> Matrix:
    if values is None or len(values) != 6:
        return IDENTITY
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def invert(m: Matrix) -> Matrix | None:
    """The way back, or None for a matrix that flattens everything."""
    determinant = m[0] * m[3] - m[1] * m[2]
    if abs(determinant) < 1e-12:
        return None
    a, b, c, d = (m[3], -m[1], -m[2], m[0])
    a, b, c, d = a / determinant, b / determinant, c / determinant, d / determinant
    return a, b, c, d, -(m[4] * a + m[5] * c), -(m[4] * b + m[5] * d)


def apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point through a matrix."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
