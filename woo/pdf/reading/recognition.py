"""Reads the words in one picture: small ones, light on dark, in colour, turned on their side.

Tesseract is made for black text of some 30 pixels high on white paper. So a picture is enlarged
first, read as a page, and what was not read is looked through once more for loose words. A picture
of which too little makes sense, such as a fax, is read again with its grain smoothed; one in which
hardly a word does is tried upside down and on its sides.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from woo.errors import UnreadableError
from woo.pdf.images.placement import apply
from woo.pdf.matrices import Matrix
from woo.pdf.reading.inkgaps import fitted
from woo.pdf.reading.shades import calmed, edge_shade, is_even, shades_of
from woo.pdf.reading.tesseract import Word, read_words

_PAGE, _LOOSE = 3, 11  # Tesseract's page segmentation modes
# Millions of pixels: below the first a picture is enlarged three times, below the second twice.
_TINY, _SMALL = 1.5, 2.6
_LARGEST = 40.0
_PROBE = 2.0  # for finding out which way is up
_USUAL_DPI = 300.0
_FINE_DPI = 400.0
# A picture is not made smaller than this (pixels): who knows how small its letters are.
_LONGEST = 3000
_LOW = 20.0  # letters lower than this (pixels) are read again, larger
_MARGIN = 16  # pixels around the picture: letters at the very edge are missed
_SURE, _LIKELY = 70, 45  # Tesseract's confidence
_ENOUGH = 20  # letters in words that make sense
_TEXTURE = 60  # words
# The share of the letters that make sense below which the grain may be in the way, and by how
# much it is smoothed (radius in pixels): the first serves a fax, the second finer print.
_CLEAR, _SMOOTHED = 0.85, (1.0, 0.7)
# From the picture turned a quarter (to the left) n times back to the picture, as fractions.
_BACK: tuple[Matrix, ...] = (
    (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
    (0.0, -1.0, 1.0, 0.0, 0.0, 1.0),
    (-1.0, 0.0, 0.0, -1.0, 1.0, 1.0),
    (0.0, 1.0, -1.0, 0.0, 1.0, 0.0),
)


def recognise(pixels: Any, dpi: float) -> list[Word]:
    """The words in a Pillow picture (L or RGB), in reading order.

    ``dpi`` is at which density the page shows it. Raises UnreadableError.
    """
    shades = shades_of(pixels)
    if not shades:
        return []
    words = _read_upright(shades, dpi)
    if _makes_sense(words):
        return words
    turn = _best_turn(shades[0], words)
    if turn == 0:
        return words
    turned = [_turned(shade, turn) for shade in shades]
    return [_back(word, _BACK[turn]) for word in _read_upright(turned, dpi)]


def _read_upright(shades: Sequence[Any], dpi: float) -> list[Word]:
    factor = _factor(shades[0].size, dpi)
    words = _read(shades[0], factor, _PAGE)
    heights = sorted(word.tall for word in words if word.confidence >= _LIKELY)
    if heights and heights[len(heights) // 4] < _LOW:
        larger = _capped(2 * factor, shades[0].size)
        if larger > 1.3 * factor:
            factor = larger
            words = _read(shades[0], factor, _PAGE)
    words = _best_smoothed(words, shades[0], factor)
    for shade in shades if not _is_texture(words) else ():
        left = calmed(_without(shade, words))
        if not is_even(left):
            words = added(words, filter(_is_likely, _read_loose(left, factor)))
    return words


def _best_smoothed(words: list[Word], grey: Any, factor: float) -> list[Word]:
    """Of the reading and those with the grain smoothed the one of which most makes sense.

    What another reading saw where that one saw nothing is added.
    """
    from PIL import ImageFilter

    readings = [words]
    for radius in _SMOOTHED:
        if _is_clear(max(readings, key=_sense)):
            break
        smooth = grey.filter(ImageFilter.GaussianBlur(radius))
        readings.append(_read(smooth, factor, _PAGE))
    best = found = max(readings, key=_sense)
    for other in readings:
        if other is not best:
            found = added(found, filter(_is_likely, other))
    return found


def _is_clear(words: Sequence[Word]) -> bool:
    return 0 < _CLEAR * sum(len(word.text) for word in words) <= _sense(words)


def _read_loose(grey: Any, factor: float) -> list[Word]:
    """Loose words; none when the grain keeps Tesseract busy until it is stopped."""
    try:
        return _read(grey, factor, _LOOSE)
    except UnreadableError:
        return []


def _factor(size: tuple[int, int], dpi: float) -> float:
    """How much larger a picture is made before it is read."""
    millions = size[0] * size[1] / 1e6
    if millions < _TINY:
        factor = 3.0
    elif millions < _SMALL:
        factor = 2.0
    elif dpi > _FINE_DPI:
        factor = min(1.0, max(_USUAL_DPI / dpi, _LONGEST / max(size)))
    else:
        factor = 1.0
    return _capped(factor, size)


def _capped(factor: float, size: tuple[int, int]) -> float:
    most = (_LARGEST * 1e6 / (size[0] * size[1])) ** 0.5
    return float(min(factor, most, 30_000 / max(size)))


def _read(grey: Any, factor: float, layout: int) -> list[Word]:
    """Read a picture made ``factor`` larger, with a margin of its own background around it."""
    from PIL import Image, ImageOps

    if factor != 1:
        size = tuple(max(1, round(side * factor)) for side in grey.size)
        grey = grey.resize(size, Image.Resampling.BICUBIC if factor > 1 else Image.Resampling.BOX)
    width, height = grey.size
    framed = ImageOps.expand(grey, _MARGIN, fill=edge_shade(grey))
    wide, high = framed.size
    # From fractions of the framed picture to those of the picture.
    matrix = (wide / width, 0.0, 0.0, high / height, -_MARGIN / width, -_MARGIN / height)
    words = fitted(framed, read_words(framed, layout=layout))
    return [_back(word, matrix) for word in words]


def _without(grey: Any, words: Iterable[Word]) -> Any:
    """The picture with the words that were read painted over in the shade around them."""
    from PIL import ImageStat

    left = grey.copy()
    width, height = grey.size
    for word in words:
        x0, y0, x1, y1 = word.box
        area = (
            max(0, round(x0 * width) - 1),
            max(0, round((1 - y1) * height) - 1),
            min(width, round(x1 * width) + 1),
            min(height, round((1 - y0) * height) + 1),
        )
        if area[2] > area[0] and area[3] > area[1]:
            left.paste(int(ImageStat.Stat(grey.crop(area)).median[0]), area)
    return left


def _is_likely(word: Word) -> bool:
    """A word of at least two letters or digits that Tesseract is not all too unsure of."""
    return word.confidence >= _LIKELY and sum(map(str.isalnum, word.text)) >= 2


def added(words: list[Word], more: Iterable[Word], *, anywhere: bool = False) -> list[Word]:
    """``words`` and those of ``more`` that stand where there was none yet, on lines of their own.

    ``anywhere``: a word may stand over another one, for one picture may lie behind another; only
    the same word in the same place comes once.
    """
    lines = 1 + max((word.line for word in words), default=-1)
    free = [
        replace(word, line=word.line + lines)
        for word in more
        if not _covered(word, (w for w in words if w.text == word.text) if anywhere else words)
    ]
    return [*words, *free]


def _covered(word: Word, words: Iterable[Word]) -> bool:
    x0, y0, x1, y1 = word.box
    size = (x1 - x0) * (y1 - y0)
    for other in words:
        a0, b0, a1, b1 = other.box
        width, height = min(x1, a1) - max(x0, a0), min(y1, b1) - max(y0, b0)
        if width > 0 and height > 0 and width * height > 0.4 * size:
            return True
    return False


def _is_texture(words: Sequence[Word]) -> bool:
    """Hundreds of words and none that makes sense: leaves, gravel, noise."""
    return len(words) > _TEXTURE and _sense(words) < 0.05 * sum(len(word.text) for word in words)


def _makes_sense(words: Sequence[Word]) -> bool:
    letters = sum(len(word.text) for word in words)
    return _sense(words) >= max(_ENOUGH, 0.4 * letters)


def _sense(words: Iterable[Word]) -> int:
    """The letters in level words of three or more that Tesseract is sure of."""
    level = (word for word in words if word.is_level)
    sure = (word for word in level if word.confidence >= _SURE and len(word.text) >= 3)
    return sum(len(word.text) for word in sure if sum(map(str.isalpha, word.text)) >= 3)


def _best_turn(grey: Any, upright: Sequence[Word]) -> int:
    """By how many quarters to the left the picture must be turned; 0 when that does not help."""
    factor = min(_factor(grey.size, _USUAL_DPI), (_PROBE * 1e6 / (grey.width * grey.height)) ** 0.5)
    factor = max(factor, min(1.0, 1000 / max(grey.size)))
    scores = {0: 1.5 * _sense(upright) + 4}
    for turn in (1, 3, 2):
        scores[turn] = float(_sense(_read(_turned(grey, turn), factor, _PAGE)))
    return max(scores, key=lambda turn: scores[turn])


def _turned(picture: Any, turn: int) -> Any:
    from PIL import Image

    ways = {
        1: Image.Transpose.ROTATE_90,
        2: Image.Transpose.ROTATE_180,
        3: Image.Transpose.ROTATE_270,
    }
    return picture.transpose(ways[turn]) if turn else picture


def _back(word: Word, matrix: Matrix) -> Word:
    """A word through a matrix."""
    a, b, c, d, _, _ = matrix
    x0, y0, x1, y1 = word.box
    corners = [apply(matrix, x, y) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]

    def direction(vector: tuple[float, float]) -> tuple[float, float]:
        x, y = vector
        return a * x + c * y, b * x + d * y

    return replace(
        word,
        box=(min(xs), min(ys), max(xs), max(ys)),
        start=apply(matrix, *word.start),
        along=direction(word.along),
        up=direction(word.up),
    )


def placed(words: Iterable[Word], matrix: Matrix) -> Iterator[Word]:
    """The words of a picture in the space that ``matrix`` leads to from the unit square."""
    return (_back(word, matrix) for word in words)
