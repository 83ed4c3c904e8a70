"""Rules ``pages-differ``, ``neighbour-lost`` and ``picture-changed``: the rest is untouched."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from woo.model.geometry import Box
from woo.model.leak import Leak
from woo.pdf.objectfacts import FileFacts
from woo.pdf.pdfium_objects import shapes_and_pictures
from woo.pdf.pdfium_pages import PdfiumPage
from woo.verify.folding import fold

_DPI = 50.0
# Pictures are compared by the mean shade of blocks of 4 x 4 dots (5.8 points at 50 dpi): letters
# that are drawn a fraction of a point further on keep the same mean.
_BLOCK = 4
_CHANGED = 40.0
_MARGIN = 6.0


def page_differences(old: PdfiumPage, new: PdfiumPage) -> Iterator[Leak]:
    """A page that changed size (one point of rounding allowed)."""
    if any(abs(a - b) > 1 for a, b in zip(old.size, new.size, strict=True)):
        yield Leak(rule="pages-differ", place="afmeting van de pagina", page=new.number)


def lost_neighbours(old: PdfiumPage, new: PdfiumPage, areas: Sequence[Box]) -> Iterator[Leak]:
    """Letters outside the areas that the original has and the redacted page has not.

    Counted, not aligned: the order in which an engine reads a page changes with its gaps. A page
    that became a picture has no text to compare.
    """
    if not new.text.strip() and is_picture_of_page(new):
        return
    before, after = _letters(old.text), _letters(new.text)
    for area in areas:
        before -= _letters(old.text_in(_strip(area)))
        after -= _letters(new.text_in(_strip(area)))
    if before - after:
        yield Leak(rule="neighbour-lost", place="tekst buiten de vakken", page=new.number)


def is_picture_of_page(page: PdfiumPage) -> bool:
    """True when one picture fills the page."""
    width, height = page.size
    _, pictures = shapes_and_pictures(page)
    return any(p.box.width * p.box.height > 0.8 * width * height for p in pictures)


def _letters(text: str) -> Counter[str]:
    return Counter(fold(text).letters)


def _strip(box: Box) -> Box:
    """The middle of a box, which every letter in it crosses and those of other lines do not."""
    return Box(box.x0, box.y0 + 0.35 * box.height, box.x1, box.y1 - 0.35 * box.height)


def changed_pictures(old: PdfiumPage, new: PdfiumPage, areas: Sequence[Box]) -> Iterator[Leak]:
    """A rendering that differs outside the areas."""
    import numpy as np

    before, after = old.render(_DPI), new.render(_DPI)
    if before.shape != after.shape:
        return
    difference = _blocks(before) - _blocks(after)
    for area in areas:
        _blank(difference, area)
    if bool((np.abs(difference) > _CHANGED).any()):
        yield Leak(rule="picture-changed", place="beeld buiten de vakken", page=new.number)


def _blocks(picture: Any) -> Any:
    height, width = (length // _BLOCK * _BLOCK for length in picture.shape)
    cut = picture[:height, :width].astype("float32")
    return cut.reshape(height // _BLOCK, _BLOCK, width // _BLOCK, _BLOCK).mean(axis=(1, 3))


def _blank(difference: Any, area: Box) -> None:
    step = _BLOCK * 72 / _DPI
    x0, y0 = int((area.x0 - _MARGIN) // step), int((area.y0 - _MARGIN) // step)
    x1, y1 = int((area.x1 + _MARGIN) // step), int((area.y1 + _MARGIN) // step)
    difference[max(y0, 0) : max(y1 + 1, 0), max(x0, 0) : max(x1 + 1, 0)] = 0


def flattened(facts: FileFacts, page: int) -> list[Box]:
    """Where the original has annotations that redaction flattens or drops."""
    notes = facts.pages[page - 1].annotations
    return [note.box for note in notes if note.subtype != "/Link"]
