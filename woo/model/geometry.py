"""Places on a page.

Units of default user space (1/72 inch, unless the page sets UserUnit), measured from the top left
of the unrotated media box. Rotate, CropBox and UserUnit do not change a place: the point (u, v) of
user space is (u - media.x0, media.y1 - v).
"""

from dataclasses import dataclass
from enum import IntEnum


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: x grows to the right, y grows down."""

    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if self.x1 < self.x0 or self.y1 < self.y0:
            raise ValueError("a box ends before it begins")

    @property
    def width(self) -> float:
        """In points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """In points."""
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        """In square points."""
        return self.width * self.height

    @property
    def corners(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return (self.x0, self.y0, self.x1, self.y1)

    def union(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )

    def without(self, other: "Box") -> "tuple[Box, ...]":
        """The parts outside the other: above, below, left and right of it; itself when apart."""
        x0, x1 = max(self.x0, other.x0), min(self.x1, other.x1)
        y0, y1 = max(self.y0, other.y0), min(self.y1, other.y1)
        if x0 >= x1 or y0 >= y1:
            return (self,)
        parts = (
            (self.x0, self.y0, self.x1, y0),
            (self.x0, y1, self.x1, self.y1),
            (self.x0, y0, x0, y1),
            (x1, y0, self.x1, y1),
        )
        return tuple(Box(*part) for part in parts if part[2] > part[0] and part[3] > part[1])


@dataclass(frozen=True, slots=True)
class Area:
    """A box on a page; pages count from 1."""

    page: int
    box: Box

    def __post_init__(self) -> None:
        if self.page < 1:
            raise ValueError("pages count from 1")


class Heading(IntEnum):
    """Which way a line of text runs over the unrotated page."""

    RIGHT = 0
    UP = 1
    LEFT = 2
    DOWN = 3


def level(box: Box, heading: Heading) -> Box:
    """The page turned so that the line runs to the right: x along the line, y downwards from it."""
    if heading is Heading.RIGHT:
        return box
    if heading is Heading.UP:
        return Box(-box.y1, box.x0, -box.y0, box.x1)
    if heading is Heading.LEFT:
        return Box(-box.x1, -box.y1, -box.x0, -box.y0)
    return Box(box.y0, -box.x1, box.y1, -box.x0)


def unlevel(box: Box, heading: Heading) -> Box:
    """Back from ``level`` to the place on the page."""
    if heading is Heading.UP:
        return Box(box.y0, -box.x1, box.y1, -box.x0)
    if heading is Heading.DOWN:
        return Box(-box.y1, box.x0, -box.y0, box.x1)
    return level(box, heading)
