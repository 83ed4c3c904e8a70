"""The shades of a picture before it is read: grey, darkest channel, without grain."""

from typing import Any

_EVEN = 24  # levels of 256 between the darkest and the lightest pixel of a picture without words
_COLOURED = 60  # levels between the channels of a coloured pixel
_GRAIN, _GRAINY = 7, 0.03  # levels of 256, and the share of the paper that differs by more
_FAINT = 40  # levels: what differs less from grainy paper is grain
_SOME = 0.002  # the share of coloured pixels that may be letters


def shades_of(pixels: Any) -> list[Any]:
    """The picture in grey, and when it is coloured its darkest channel; none when it is even.

    In the darkest channel every colour is dark on white paper, yellow too.
    """
    grey = pixels.convert("L")
    found = [grey]
    if pixels.mode == "RGB" and _is_coloured(pixels):
        found.append(_darkest(pixels))
    return [shade for shade in found if not is_even(shade)]


def is_even(grey: Any) -> bool:
    """Whether a grey picture shows nothing but its paper."""
    low, high = grey.getextrema()
    return bool(high - low <= _EVEN)


def _is_coloured(pixels: Any) -> bool:
    from PIL import Image, ImageChops

    small = pixels.resize(
        tuple(max(1, min(side, 400)) for side in pixels.size), Image.Resampling.NEAREST
    )
    red, green, blue = small.split()
    lightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    spread = ImageChops.subtract(lightest, _darkest(small))
    coloured = sum(spread.histogram()[_COLOURED:])
    return bool(coloured > _SOME * small.width * small.height)


def _darkest(pixels: Any) -> Any:
    from PIL import ImageChops

    red, green, blue = pixels.split()
    return ImageChops.darker(ImageChops.darker(red, green), blue)


def calmed(grey: Any) -> Any:
    """Without the grain of a scan: looking for loose words Tesseract takes every speck for one.

    A page then takes minutes. Grain is what the median of nine pixels takes away all over the
    paper, where no letters are. What is left of it becomes paper.
    """
    from PIL import ImageChops, ImageFilter

    smooth = grey.filter(ImageFilter.MedianFilter(3))
    levels = smooth.histogram()
    paper = levels.index(max(levels))
    is_paper = [255 * (abs(level - paper) < _FAINT) for level in range(256)]
    differing = ImageChops.difference(grey, smooth).histogram(smooth.point(is_paper, "1"))
    if sum(differing[_GRAIN:]) <= _GRAINY * sum(differing):
        return grey
    return smooth.point([paper if abs(level - paper) < _FAINT else level for level in range(256)])


def edge_shade(grey: Any) -> int:
    """The most usual shade along the edges."""
    width, height = grey.size
    edges = (
        (0, 0, width, 1),
        (0, height - 1, width, height),
        (0, 0, 1, height),
        (width - 1, 0, width, height),
    )
    counts = [0] * 256
    for edge in edges:
        counts = [a + b for a, b in zip(counts, grey.crop(edge).histogram(), strict=True)]
    return counts.index(max(counts))
