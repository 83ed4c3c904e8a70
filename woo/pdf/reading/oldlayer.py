"""The text that a scanner laid over its picture, beside what is read in the picture here."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import Any

from woo.model.geometry import Box
from woo.pdf.reading.poorpages import is_poor, recognised
from woo.pdf.reading.tesseract import Word
from woo.pdf.reading.textlayer import TextPage
from woo.reference.legibility import sense_of

# Fewer characters on a page are no reading of it: a page number, a scanner's stamp.
FEW_CHARACTERS = 40
_TOUCH = 0.1  # of the width and height of a word


def is_untrusted(page: TextPage) -> bool:
    """Whether the invisible text over the pictures of a page makes no sense, or is too little."""
    return len("".join(page.text.split())) < FEW_CHARACTERS or is_poor(page)


def makes_more_sense(words: Sequence[Word], page: TextPage) -> bool:
    """Whether ``words`` are a better reading of a page than the invisible text that it has."""
    own = sense_of(" ".join(word.text for word in words))
    return own.sensible > sense_of(recognised(page)).sensible


def apart_from(others: Sequence[Word], words: Iterable[Word]) -> Iterator[Word]:
    """Those of ``words`` that stand where none of the others does, not even for a part.

    A scanner may cut its words elsewhere.
    """
    for word in words:
        x0, y0, x1, y1 = word.box
        if not any(
            min(x1, a1) - max(x0, a0) > _TOUCH * (x1 - x0)
            and min(y1, b1) - max(y0, b0) > _TOUCH * (y1 - y0)
            for a0, b0, a1, b1 in (other.box for other in others)
        ):
            yield word


def layer_words(page: TextPage, media: Any) -> Iterator[Word]:
    """The words of the invisible text, in user space; ``media`` is MuPDF's media box."""
    for line, (start, end) in enumerate(page.unseen):
        for match in re.finditer(r"\S+", page.text[start:end]):
            drawn = range(start + match.start(), start + match.end())
            boxes = [box for index in drawn if (box := page.box(index))]
            if boxes:
                yield _word(match.group(), boxes, line, media)


def _word(text: str, boxes: Sequence[Box], line: int, media: Any) -> Word:
    around, first, last = reduce(Box.union, boxes), boxes[0], boxes[-1]
    left, right = media.x0 + around.x0, media.x0 + around.x1
    top, bottom = media.y1 - around.y0, media.y1 - around.y1
    start, along, up = (left, bottom), (right - left, 0.0), (0.0, top - bottom)
    if abs(last.y0 - first.y0) > abs(last.x0 - first.x0):
        rises = last.y0 < first.y0
        start = (right, bottom) if rises else (left, top)
        along = (0.0, top - bottom if rises else bottom - top)
        up = (left - right if rises else right - left, 0.0)
    box = (left, bottom, right, top)
    return Word(text, box, start, along, up, line, confidence=0, tall=0.0)
