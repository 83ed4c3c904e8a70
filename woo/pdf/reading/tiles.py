"""The pictures of a page as they are stored, upright, and with strips of one scan put together.

What is read are the stored pixels and not a rendering: words that a page covers or cuts off are in
the file all the same, and text that is drawn over a picture is not read twice.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from woo.pdf.matrices import IDENTITY, Matrix, multiply

_TOUCHING = 1.5  # points between two strips of one scan
_LEVEL = 0.02  # a picture whose sides lean over by more than this part is sheared
_MAX_PIXELS = 60_000_000
# From a picture turned a quarter to the left, or mirrored, back to what it was: unit squares.
QUARTER: Matrix = (0.0, -1.0, 1.0, 0.0, 0.0, 1.0)
MIRROR: Matrix = (-1.0, 0.0, 0.0, 1.0, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pixels (Pillow, L or RGB) and the matrix that leads from their unit square to the page."""

    pixels: Any = field(repr=False)
    matrix: Matrix
    is_mask: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height on the page, in units of user space."""
        a, b, c, d, _, _ = self.matrix
        return math.hypot(a, b), math.hypot(c, d)

    @property
    def dpi(self) -> float:
        """Pixels to the inch as the page shows them."""
        width, height = self.size
        wide, high = self.pixels.size
        return float(72 * max(wide / max(width, 0.1), high / max(height, 0.1)))

    def turned(self, quarters: int) -> "Sheet":
        """The same, its pixels turned to the left."""
        from PIL import Image

        sheet = self
        for _ in range(quarters % 4):
            pixels = sheet.pixels.transpose(Image.Transpose.ROTATE_90)
            sheet = Sheet(pixels, multiply(QUARTER, sheet.matrix), self.is_mask)
        return sheet


@dataclass(frozen=True, slots=True)
class _Tile:
    """A sheet in a frame that is turned by ``angle`` (degrees): there its sides are level."""

    sheet: Sheet
    angle: float
    x0: float
    y0: float
    x1: float
    y1: float

    def touches(self, other: "_Tile") -> bool:
        """Whether two tiles share a whole side."""
        same_columns = _near(self.x0, other.x0) and _near(self.x1, other.x1)
        same_rows = _near(self.y0, other.y0) and _near(self.y1, other.y1)
        stacked = _near(self.y0, other.y1) or _near(self.y1, other.y0)
        beside = _near(self.x0, other.x1) or _near(self.x1, other.x0)
        alike = self.sheet.is_mask == other.sheet.is_mask and _near(
            self.angle * 50, other.angle * 50
        )
        return alike and ((same_columns and stacked) or (same_rows and beside))


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _TOUCHING


def put_together(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Upright sheets, with those that are strips or tiles of one picture as one sheet."""
    tiles: list[_Tile] = []
    for sheet in sheets:
        tile = _tile(_upright(sheet))
        if tile is None:
            yield _upright(sheet)
        else:
            tiles.append(tile)
    for group in _groups(tiles):
        yield group[0].sheet if len(group) == 1 else _joined(group)


def _upright(sheet: Sheet) -> Sheet:
    """Mirrored and turned so that the pixels stand as in (unturned) user space."""
    from PIL import Image

    a, b, c, d, _, _ = sheet.matrix
    if a * d - b * c < 0:
        pixels = sheet.pixels.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        sheet = Sheet(pixels, multiply(MIRROR, sheet.matrix), sheet.is_mask)
    a, b = sheet.matrix[:2]
    return sheet.turned(round(math.degrees(math.atan2(b, a)) / 90))


def _tile(sheet: Sheet) -> _Tile | None:
    angle = math.degrees(math.atan2(sheet.matrix[1], sheet.matrix[0]))
    a, b, c, d, e, f = multiply(sheet.matrix, _rotation(-angle))
    if abs(b) > _LEVEL * abs(a) or abs(c) > _LEVEL * abs(d) or a <= 0 or d <= 0:
        return None
    return _Tile(sheet, angle, e, f, e + a, f + d)


def _rotation(degrees: float) -> Matrix:
    if abs(degrees) < 1e-6:
        return IDENTITY
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (cosine, sine, -sine, cosine, 0.0, 0.0)


def _groups(tiles: Sequence[_Tile]) -> list[list[_Tile]]:
    groups: list[list[_Tile]] = []
    for tile in tiles:
        own = [group for group in groups if any(tile.touches(other) for other in group)]
        for group in own:
            groups.remove(group)
        groups.append([*(other for group in own for other in group), tile])
    return groups


def _joined(group: Sequence[_Tile]) -> Sheet:
    """One picture of all tiles, as fine as the finest."""
    from PIL import Image

    x0, y0 = min(tile.x0 for tile in group), min(tile.y0 for tile in group)
    x1, y1 = max(tile.x1 for tile in group), max(tile.y1 for tile in group)
    fine = max(tile.sheet.pixels.width / (tile.x1 - tile.x0) for tile in group)
    fine = min(fine, (_MAX_PIXELS / ((x1 - x0) * (y1 - y0))) ** 0.5)
    mode = "RGB" if any(tile.sheet.pixels.mode == "RGB" for tile in group) else "L"
    size = (max(1, round((x1 - x0) * fine)), max(1, round((y1 - y0) * fine)))
    whole = Image.new(mode, size, "white")
    for tile in group:
        left, right = round((tile.x0 - x0) * fine), round((tile.x1 - x0) * fine)
        top, bottom = round((y1 - tile.y1) * fine), round((y1 - tile.y0) * fine)
        if right > left and bottom > top:
            pixels = tile.sheet.pixels.convert(mode)
            if pixels.size != (right - left, bottom - top):
                pixels = pixels.resize((right - left, bottom - top), Image.Resampling.BICUBIC)
            whole.paste(pixels, (left, top))
    frame = (x1 - x0, 0.0, 0.0, y1 - y0, x0, y0)
    return Sheet(whole, multiply(frame, _rotation(group[0].angle)), group[0].sheet.is_mask)
