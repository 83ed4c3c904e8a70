"""Rules ``pages-differ``, ``neighbour-lost`` and ``picture-changed``: the rest is untouched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from woo.model.geometry import Box
from woo.model.leak import Leak
from woo.pdf.examining.objectfacts import PageFacts
from woo.pdf.examining.pdfium_pages import PdfiumPage
from woo.verify.boxes import middle_of
from woo.verify.folding import letter_counts
from woo.verify.labels import without_labels
from woo.verify.respaced import NO_STRIPS, Strips, changed_lines, middle_of_line


@dataclass(frozen=True, slots=True)
class Sharpness:
    """How pictures are compared: dots an inch, dots a block, how much (of 255) is a change."""

    dpi: float
    block: int
    change: float

    def is_changed(self, before: Any, after: Any, shown: Any) -> bool:
        """True when the mean shade of a block that counts is not the same."""
        difference = abs(self.blocks(before) - self.blocks(after))
        return bool((difference[shown] > self.change).any())

    def is_changed_beyond_shift(self, before: Any, after: Any, shown: Any) -> bool:
        """The same, when moving the picture by one dot (half a millimetre) does not explain it."""
        import numpy as np

        base = self.blocks(before)
        least = np.full(base.shape, np.inf)
        for down in (-1, 0, 1):
            for right in (-1, 0, 1):
                moved = np.roll(after, (down, right), axis=(0, 1))
                least = np.minimum(least, abs(base - self.blocks(moved)))
        return bool((least[shown] > self.change).any())

    def blocks(self, picture: Any) -> Any:
        """The mean shade of each block. Added up by slices: four times as fast as a mean."""
        size = self.block
        height, width = (length // size * size for length in picture.shape)
        wide = picture[:height, :width].astype("uint16")
        rows = sum(wide[step::size] for step in range(size))
        return sum(rows[:, step::size] for step in range(size)).astype("float32") / size**2

    def rows_and_columns(self, area: Box, margin: float) -> tuple[slice, slice]:
        """The blocks that an area touches, a margin (points) added all round."""
        step = self.block * 72 / self.dpi
        x0, x1 = _limits(area.x0 - margin, area.x1 + margin, step)
        y0, y1 = _limits(area.y0 - margin, area.y1 + margin, step)
        return slice(y0, y1), slice(x0, x1)


def _limits(low: float, high: float, step: float) -> tuple[int, int]:
    return max(int(low // step), 0), max(int(high // step) + 1, 0)


# Pictures are compared by the mean shade of blocks of dots, some 6 points wide: letters that are
# drawn a fraction of a point further on keep the same mean. A page without areas first gets a quick
# look at few dots, which sees any change that the sharp one sees: a change in one sharp block may
# lie over four quick ones, so a quarter of it counts.
_QUICK = Sharpness(dpi=24.0, block=2, change=9.0)
_SHARP = Sharpness(dpi=50.0, block=4, change=40.0)
# A page that became a picture is compared at the dots of a picture: few dots draw a thin line far
# darker than a picture of that line.
_PICTURED = Sharpness(dpi=200.0, block=16, change=40.0)
_MARGIN = 2.0


def page_changes(
    old: PdfiumPage,
    new: PdfiumPage,
    facts: PageFacts,
    areas: Sequence[Box],
    respaced: Strips = NO_STRIPS,
) -> Iterator[Leak]:
    """What changed outside the areas. ``facts`` are those of the original page.

    Lines that were ``respaced`` are compared by their letters instead of by their picture.

    Not counted: what stood outside the crop box, in layers that are off, or in annotations, for
    redaction drops or flattens those.
    """
    if any(abs(a - b) > 1 for a, b in zip(old.size, new.size, strict=True)):
        yield Leak(rule="pages-differ", place="afmeting van de pagina", page=new.number)
        return
    if not facts.has_hidden_layers:
        yield from changed_lines(old, new, respaced, areas)
        elsewhere = [area for area in areas if not respaced.holds(area)]
        lines = [middle_of_line(strip) for strip in respaced.boxes]
        yield from lost_neighbours(old, new, elsewhere, facts.crop, lines)
        notes = [note.box for note in facts.annotations if note.subtype != "/Link"]
        yield from changed_pictures(old, new, [*areas, *respaced.boxes, *notes], facts.crop)


def lost_neighbours(
    old: PdfiumPage,
    new: PdfiumPage,
    areas: Sequence[Box],
    crop: Box | None,
    lines: Sequence[Box] = (),
) -> Iterator[Leak]:
    """Letters outside the areas and ``lines`` that the original has and the redacted page has not.

    Counted, not aligned: the order in which an engine reads a page changes with its gaps. A page
    that became a picture has no text to compare.
    """
    if not without_labels(new.text) and is_picture_of_page(new):
        return
    before = letter_counts(old.text if crop is None else old.text_in(crop))
    after = letter_counts(new.text)
    strips = [*map(middle_of, areas), *lines]
    before -= letter_counts("".join([old.text_in(strip) for strip in strips]))
    after -= letter_counts("".join([new.text_in(strip) for strip in strips]))
    if not before - after and not _any_overlap(strips):
        return
    # Slower, and right where strips share letters or letters stand beyond the page.
    shown = Box(0, 0, *old.size) if crop is None else crop
    if letter_counts(old.text_apart(strips, shown)) - letter_counts(new.text_apart(strips)):
        yield Leak(rule="neighbour-lost", place="tekst buiten de vakken", page=new.number)


def _any_overlap(boxes: Sequence[Box]) -> bool:
    """Whether two of the boxes lie over each other. Each is compared with those right of it."""
    ordered = sorted(boxes, key=lambda box: box.x0)
    for index, box in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.x0 >= box.x1:
                break
            if other.y0 < box.y1 and box.y0 < other.y1:
                return True
    return False


def is_picture_of_page(page: PdfiumPage) -> bool:
    """True when one picture fills the page."""
    width, height = page.size
    _, pictures = page.drawn
    return any(p.box.width * p.box.height > 0.8 * width * height for p in pictures)


def changed_pictures(
    old: PdfiumPage, new: PdfiumPage, areas: Sequence[Box], crop: Box | None
) -> Iterator[Leak]:
    """A rendering that differs outside the areas and inside the crop box."""
    # A quick block that touches an area hides more beside it than a sharp one does.
    became_picture = is_picture_of_page(new) and not is_picture_of_page(old)
    last = _PICTURED if became_picture else _SHARP
    for sharpness in (last,) if areas else (_QUICK, last):
        before, after = old.render(sharpness.dpi), new.render(sharpness.dpi)
        if before.shape != after.shape:
            return
        shown = _shown_blocks(sharpness, before, areas, crop)
        if not sharpness.is_changed(before, after, shown):
            return
    if last.is_changed_beyond_shift(before, after, shown):
        yield Leak(rule="picture-changed", place="beeld buiten de vakken", page=new.number)


def _shown_blocks(
    sharpness: Sharpness, picture: Any, areas: Sequence[Box], crop: Box | None
) -> Any:
    """Which blocks count: inside the crop box and outside the areas."""
    import numpy as np

    shown = np.ones_like(sharpness.blocks(picture), dtype=bool)
    if crop is not None:
        shown[:] = False
        shown[sharpness.rows_and_columns(crop, -_MARGIN)] = True
    for area in areas:
        shown[sharpness.rows_and_columns(area, _MARGIN)] = False
    return shown
