"""What the numbers of an image mean: how many make a colour, and which of them is black."""

from collections.abc import Sequence
from typing import Any

# Components of the colour spaces that are just a name (also as inline images abbreviate them).
_DEVICE = {
    "/DeviceGray": 1,
    "/CalGray": 1,
    "/G": 1,
    "/DeviceRGB": 3,
    "/CalRGB": 3,
    "/RGB": 3,
    "/DeviceCMYK": 4,
    "/CMYK": 4,
    "/Lab": 3,
    "/Separation": 1,
    "/Indexed": 1,
    "/I": 1,
}


def components(image: Any) -> int:
    """How many numbers one pixel has. Raises ValueError for a colour space that is not known."""
    if image.get("/ImageMask") is True:
        return 1
    return _components(image.get("/ColorSpace"))


def _components(space: Any) -> int:
    name, parts = _parts(space)
    if name == "/ICCBased":
        return int(parts[1]["/N"])
    if name == "/DeviceN":
        return len(parts[1])
    if name not in _DEVICE:
        raise ValueError("unknown colour space")
    return _DEVICE[name]


def _parts(space: Any) -> tuple[str, Sequence[Any]]:
    """The name of a colour space, and the array that it stands in front of."""
    import pikepdf

    if isinstance(space, pikepdf.Array) and len(space):
        return str(space[0]), list(space)
    return str(space), [space]


def black(image: Any, bits: int, count: int) -> tuple[int, ...]:
    """The sample values that paint an image of ``count`` components as dark as it goes.

    A stencil is painted, whatever its colour. A colour space that is not known gives zeroes.
    """
    if image.get("/ImageMask") is True:
        return _stored(image, (0.0,), bits)
    name, parts = _parts(image.get("/ColorSpace"))
    if name in {"/Indexed", "/I"}:
        return (_darkest_entry(parts, bits),)
    inks = name in {"/Separation", "/DeviceN"}
    if count == 4 and not inks:
        return _stored(image, (0.0, 0.0, 0.0, 1.0), bits)
    if name == "/Lab":
        # Lightness 0; half-way stands for no colour in the usual ranges.
        return _stored(image, (0.0, 0.5, 0.5), bits, natural=False)
    return _stored(image, (1.0 if inks else 0.0,) * count, bits)


def opaque(image: Any, bits: int, count: int) -> tuple[int, ...]:
    """The sample values of a mask that let what it masks be seen."""
    if image.get("/ImageMask") is True:
        return _stored(image, (0.0,), bits)
    return _stored(image, (1.0,) * count, bits)


def _stored(
    image: Any, shown: Sequence[float], bits: int, *, natural: bool = True
) -> tuple[int, ...]:
    """The samples for values from 0 to 1, by way of Decode (ISO 32000-1, 8.9.5.2)."""
    most = (1 << bits) - 1
    decode = [float(value) for value in image.get("/Decode", [])] if natural else []
    stored = []
    for index, value in enumerate(shown):
        pair = decode[2 * index : 2 * index + 2]
        if len(pair) == 2 and pair[0] != pair[1]:
            stored.append(round(min(1.0, max(0.0, (value - pair[0]) / (pair[1] - pair[0]))) * most))
        else:
            stored.append(round(value * most))
    return tuple(stored)


def _darkest_entry(parts: Sequence[Any], bits: int) -> int:
    """The number of the darkest colour in a palette."""
    import pikepdf

    base, high, table = parts[1], int(parts[2]), parts[3]
    data = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
    count = _components(base)
    name, _ = _parts(base)
    sign = -1 if count == 4 or name in {"/Separation", "/DeviceN"} else 1
    most = min(high, (1 << bits) - 1, len(data) // count - 1)
    used = 1 if name == "/Lab" else count
    return min(
        range(max(0, most) + 1),
        key=lambda i: sign * sum(data[i * count : i * count + used]),
        default=0,
    )
