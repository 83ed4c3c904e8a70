"""Rules ``pages-differ``, ``neighbour-lost`` and ``picture-changed``: the rest is untouched."""

from collections.abc import Iterator, Sequence
from typing import Any

from woo.model.geometry import Box
from woo.model.leak import Leak
from woo.pdf.examining.objectfacts import PageFacts
from woo.pdf.examining.pdfium_pages import PdfiumPage
from woo.verify.folding import letter_counts

_DPI = 50.0
# Pictures are compared by the mean shade of blocks of 4 x 4 dots (5.8 points at 50 dpi): letters
# that are drawn a fraction of a point further on keep the same mean.
_BLOCK = 4
_CHANGED = 40.0
_MARGIN = 2.0
_HALF_LINE = 5.0  # points


def page_changes(
    old: PdfiumPage, new: PdfiumPage, facts: PageFacts, areas: Sequence[Box]
) -> Iterator[Leak]:
    """What changed outside the areas. ``facts`` are those of the original page.

    Not counted: what stood outside the crop box, in layers that are off, or in annotations, for
    redaction drops or flattens those.
    """
    if any(abs(a - b) > 1 for a, b in zip(old.size, new.size, strict=True)):
        yield Leak(rule="pages-differ", place="afmeting van de pagina", page=new.number)
        return
    if not facts.has_hidden_layers:
        yield from lost_neighbours(old, new, areas, facts.crop)
        notes = [note.box for note in facts.annotations if note.subtype != "/Link"]
        yield from changed_pictures(old, new, [*areas, *notes], facts.crop)


def lost_neighbours(
    old: PdfiumPage, new: PdfiumPage, areas: Sequence[Box], crop: Box | None
) -> Iterator[Leak]:
    """Letters outside the areas that the original has and the redacted page has not.

    Counted, not aligned: the order in which an engine reads a page changes with its gaps. A page
    that became a picture has no text to compare.
    """
    if not new.text.strip() and is_picture_of_page(new):
        return
    before = letter_counts(old.text if crop is None else old.text_in(crop))
    after = letter_counts(new.text)
    for area in areas:
        strip = _strip(area)
        before -= letter_counts(old.text_in(strip))
        after -= letter_counts(new.text_in(strip))
    if before - after:
        yield Leak(rule="neighbour-lost", place="tekst buiten de vakken", page=new.number)


def is_picture_of_page(page: PdfiumPage) -> bool:
    """True when one picture fills the page."""
    width, height = page.size
    _, pictures = page.drawn
    return any(p.box.width * p.box.height > 0.8 * width * height for p in pictures)


def _strip(box: Box) -> Box:
    """The middle of a box, which every letter in it crosses and those of other lines do not.

    A box may cover several lines of text, so no more than half a small line is left out.
    """
    edge = min(0.35 * box.height, _HALF_LINE)
    return Box(box.x0, box.y0 + edge, box.x1, box.y1 - edge)


def changed_pictures(
    old: PdfiumPage, new: PdfiumPage, areas: Sequence[Box], crop: Box | None
) -> Iterator[Leak]:
    """A rendering that differs outside the areas and inside the crop box."""
    import numpy as np

    before, after = old.render(_DPI), new.render(_DPI)
    if before.shape != after.shape:
        return
    shown = np.ones_like(_blocks(before), dtype=bool)
    if crop is not None:
        shown[:] = False
        shown[_rows_and_columns(crop, -_MARGIN)] = True
    for area in areas:
        shown[_rows_and_columns(area, _MARGIN)] = False
    if _is_changed(before, after, shown) and _is_changed_beyond_shift(before, after, shown):
        yield Leak(rule="picture-changed", place="beeld buiten de vakken", page=new.number)


def _is_changed(before: Any, after: Any, shown: Any) -> bool:
    difference = abs(_blocks(before) - _blocks(after))
    return bool((difference[shown] > _CHANGED).any())


def _is_changed_beyond_shift(before: Any, after: Any, shown: Any) -> bool:
    """The same, when moving the picture by one dot (half a millimetre) does not explain it."""
    import numpy as np

    base = _blocks(before)
    least = np.full(base.shape, np.inf)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            moved = np.roll(after, (down, right), axis=(0, 1))
            least = np.minimum(least, abs(base - _blocks(moved)))
    return bool((least[shown] > _CHANGED).any())


def _blocks(picture: Any) -> Any:
    """The mean shade of each block of dots. Added up by slices: four times as fast as a mean."""
    height, width = (length // _BLOCK * _BLOCK for length in picture.shape)
    wide = picture[:height, :width].astype("uint16")
    rows = sum(wide[step::_BLOCK] for step in range(_BLOCK))
    return sum(rows[:, step::_BLOCK] for step in range(_BLOCK)).astype("float32") / _BLOCK**2


def _rows_and_columns(area: Box, margin: float) -> tuple[slice, slice]:
    """The blocks that an area touches, a margin (points) added all round."""
    step = _BLOCK * 72 / _DPI
    x0, x1 = _limits(area.x0 - margin, area.x1 + margin, step)
    y0, y1 = _limits(area.y0 - margin, area.y1 + margin, step)
    return slice(y0, y1), slice(x0, x1)


def _limits(low: float, high: float, step: float) -> tuple[int, int]:
    return max(int(low // step), 0), max(int(high // step) + 1, 0)
