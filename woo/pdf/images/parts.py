"""Which part of an image lies under a box, and back: the place where a page shows that part."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from woo.model.geometry import Box
from woo.pdf.images.placement import apply, invert
from woo.pdf.matrices import Matrix

_PAD = 0.08  # of the height of a box, above and below it
_LEVEL = 1e-4  # of the image: sides that lean over less are level
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """Four corners as fractions of an image's width and height, from its top left."""

    corners: tuple[Point, Point, Point, Point]

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the corners, cut off at the edges of the image."""
        xs, ys = [x for x, _ in self.corners], [y for _, y in self.corners]
        return max(0.0, min(xs)), max(0.0, min(ys)), min(1.0, max(xs)), min(1.0, max(ys))

    @property
    def is_level(self) -> bool:
        """Whether the sides run along those of the image."""
        sides = zip(self.corners, (*self.corners[1:], self.corners[0]), strict=True)
        return all(min(abs(a - c), abs(b - d)) < _LEVEL for (a, b), (c, d) in sides)


def part_under(box: Box, matrix: Matrix, left: float, top: float) -> Part | None:
    """The part of an image, drawn with ``matrix``, under a box; None when they do not meet.

    ``left`` and ``top`` are those of the media box in user space.
    """
    back = invert(matrix)
    if back is None:
        return None
    pad = _PAD * min(box.height, box.width)
    y0, y1 = box.y0 - pad, box.y1 + pad
    around = ((box.x0, y0), (box.x1, y0), (box.x1, y1), (box.x0, y1))
    points = [apply(back, left + x, top - y) for x, y in around]
    # The unit square has its origin at the bottom left, the image at the top left.
    one, two, three, four = ((x, 1 - y) for x, y in points)
    part = Part((one, two, three, four))
    x0, y0, x1, y1 = part.bounds
    return part if x1 > x0 and y1 > y0 else None


def box_over(part: Part, matrix: Matrix, left: float, top: float) -> Box:
    """Where a page that draws the image with ``matrix`` shows a part: the box around it."""
    whole = Part(((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)))
    x0, y0, x1, y1 = _around(part, matrix)
    a0, b0, a1, b1 = _around(whole, matrix)
    x0, y0, x1, y1 = max(x0, a0), max(y0, b0), min(x1, a1), min(y1, b1)
    return Box(x0 - left, top - y1, max(x0, x1) - left, top - min(y0, y1))


def _around(part: Part, matrix: Matrix) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a part in user space."""
    points = [apply(matrix, x, 1 - y) for x, y in part.corners]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def area_of(part: Part, size: tuple[int, int]) -> tuple[slice, slice, Any]:
    """Rows and columns of an image of ``size`` pixels, and which of those pixels are in the part.

    The last is None when all are. Pixels that are touched count as inside.
    """
    width, height = size
    x0, y0, x1, y1 = part.bounds
    left, right = math.floor(x0 * width), math.ceil(x1 * width)
    upper, lower = math.floor(y0 * height), math.ceil(y1 * height)
    rows, columns = slice(upper, max(lower, upper + 1)), slice(left, max(right, left + 1))
    if part.is_level:
        return rows, columns, None
    corners = [(x * width - left, y * height - upper) for x, y in part.corners]
    return rows, columns, _polygon(corners, (right - left, lower - upper))


def _polygon(corners: Sequence[Point], size: tuple[int, int]) -> Any:
    import numpy as np
    from PIL import Image, ImageDraw

    inside = Image.new("1", size, 0)
    # The line around it takes in the pixels that are only touched.
    ImageDraw.Draw(inside).polygon(corners, fill=1, outline=1, width=3)
    return np.asarray(inside)
