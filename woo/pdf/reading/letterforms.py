"""Whether a page shows letters that are no text: outlines, loose bits, glyphs without a meaning."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from woo.model.geometry import Box

# The share of characters without a meaning (fonts that do not say what their glyphs are) from which
# nothing on a page is trusted.
_GARBLED = 0.1
_ROW = 3  # so many in a row are a word; one is a bullet
# Letters as outlines: this many curves and slanting lines in shapes as high as letters (points).
_STROKES = 40
_LOWEST, _HIGHEST = 2.0, 60.0
_TOO_MANY = 50_000  # shapes: a map, which is read without counting
# So many pictures of the size of a letter are letters.
_BITS = 20


def is_garbled(text: str) -> bool:
    """Whether too much of a text (without white space) has no meaning."""
    return sum(map(is_unknown, text)) > _GARBLED * len(text)


def is_unknown(character: str) -> bool:
    """U+FFFD, private use or unassigned: nobody knows what the glyph shows."""
    return character == "\ufffd" or unicodedata.category(character) in {"Co", "Cn"}


def letter_places(page: Any, text: str) -> Iterator[Box]:
    """Where on a MuPDF page letters are drawn that are in no text, in its own coordinates."""
    log = page.get_bboxlog()
    if _has_unknown_word(text):
        yield _box(page.rect)
        return
    outlines = list(_outlines(page, [box for kind, box in log if "path" in kind]))
    if outlines:
        yield _around(outlines)
    bits = [box for kind, box in log if "image" in kind or "imgmask" in kind]
    bits = [box for box in bits if _is_letter_sized(box)]
    if len(bits) >= _BITS:
        yield _around(_box(box) for box in bits)


def _has_unknown_word(text: str) -> bool:
    row = 0
    for character in text:
        row = row + 1 if is_unknown(character) else 0
        if row == _ROW:
            return True
    return False


def _outlines(page: Any, paths: list[Any]) -> Iterator[Box]:
    if not any(_LOWEST <= _short(box) <= _HIGHEST for box in paths):
        return
    if len(paths) > _TOO_MANY:
        yield _box(page.rect)
        return
    strokes, found = 0, []
    for drawing in page.get_cdrawings():
        box = drawing["rect"]
        if _LOWEST <= _short(box) <= _HIGHEST:
            curved = sum(map(_is_stroke, drawing["items"]))
            if curved:
                strokes += curved
                found.append(_box(box))
    if strokes >= _STROKES:
        yield from found


def _is_stroke(item: Any) -> bool:
    """A curve, or a line that is neither level nor upright."""
    if item[0] == "c":
        return True
    if item[0] != "l":
        return False
    (x0, y0), (x1, y1) = item[1], item[2]
    return bool(abs(x0 - x1) > 0.1 and abs(y0 - y1) > 0.1)


def _short(box: Any) -> float:
    return float(min(box[2] - box[0], box[3] - box[1]))


def _is_letter_sized(box: Any) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return bool(1 <= height <= 40 and 0.3 <= width <= 40)


def _box(rectangle: Any) -> Box:
    x0, y0, x1, y1 = (float(value) for value in rectangle[:4])
    return Box(x0, y0, x1, y1)


def _around(boxes: Iterable[Box]) -> Box:
    first, *rest = boxes
    for box in rest:
        first = first.union(box)
    return first
