"""Regions that a person drew: everything in them goes, whatever it is."""

from collections.abc import Iterator, Sequence

from woo.model.decision import Region
from woo.model.geometry import Box
from woo.pdf.reading.textlayer import TextPage
from woo.pdf.removing.marks import Mark
from woo.redact.boxes import kernel

# A glyph of which more than this part lies in a region goes: half a letter still tells.
_TOUCHED = 0.2
# Boxes of which the union is no larger than this, in times the larger one, are the same place.
_SAME = 1.3


def with_regions(
    page: TextPage, marks: Sequence[Mark], regions: Sequence[Region]
) -> tuple[Mark, ...]:
    """The marks of a page and one for each region, which takes in the marks that it touches."""
    kept = list(marks)
    for box, codes in _apart(regions):
        touched = [mark for mark in kept if _part(mark.box, box) > _TOUCHED]
        kept = [mark for mark in kept if mark not in touched]
        kept.append(_region_mark(page, box, codes, touched))
    return tuple(kept)


def _apart(regions: Sequence[Region]) -> Iterator[tuple[Box, str]]:
    """Boxes that cover the regions and not each other, so that no box hides another one's label.

    Two that are nearly the same place become one. What is covered in part falls into pieces, of
    which the largest has the label.
    """
    boxes: list[tuple[Box, str]] = []
    for region in regions:
        boxes = _with(boxes, region.area.box, region.label)
    covered: list[Box] = []
    for box, label in sorted(boxes, key=lambda one: -one[0].area):
        left = [box]
        for other in covered:
            left = [part for one in left for part in one.without(other)]
        covered.append(box)
        for number, part in enumerate(sorted(left, key=lambda one: -one.area)):
            yield part, "" if number else label


def _with(boxes: Sequence[tuple[Box, str]], box: Box, label: str) -> list[tuple[Box, str]]:
    """The boxes and one more, which takes in those that it makes hardly larger."""
    for index, (other, codes) in enumerate(boxes):
        both = box.union(other)
        if both.area <= _SAME * max(box.area, other.area):
            rest = [*boxes[:index], *boxes[index + 1 :]]
            return _with(rest, both, _joined(codes, label))
    return [*boxes, (box, label)]


def _joined(*labels: str) -> str:
    """The codes of several labels, each once."""
    return " ".join(dict.fromkeys(code for label in labels for code in label.split()))


def _region_mark(page: TextPage, region: Box, codes: str, touched: Sequence[Mark]) -> Mark:
    """One mark that holds the region, the marks it touches, and every glyph that it touches."""
    box = region
    for mark in touched:
        box = box.union(mark.box)
    strips = [strip for mark in touched for strip in mark.strips]
    base, glyphs = box, list(_glyphs(page))
    for glyph in glyphs:
        if _part(glyph, base) > _TOUCHED:
            box = box.union(glyph)
    # What the larger box now covers for the most part would be hidden, not gone.
    strips += [kernel(g) for g in glyphs if _part(g, base) > _TOUCHED or _part(g, box) > 0.5]
    label = _joined(codes, *(mark.label for mark in touched))
    return Mark(box=box, label=label, strips=tuple(strips), whole=True)


def _glyphs(page: TextPage) -> Iterator[Box]:
    edges = page.edges
    for x0, y0, x1, y1 in zip(edges[0::4], edges[1::4], edges[2::4], edges[3::4], strict=True):
        if x1 > x0 and y1 > y0:
            yield Box(x0, y0, x1, y1)


def _part(thing: Box, box: Box) -> float:
    """The part of a thing that lies in a box, 0 to 1."""
    width = min(thing.x1, box.x1) - max(thing.x0, box.x0)
    height = min(thing.y1, box.y1) - max(thing.y0, box.y0)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (thing.width * thing.height)
