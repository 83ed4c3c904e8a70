"""Adds the boxes to the contents of pages, with the font and colours that they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from woo.model.boxstyle import BoxStyle
from woo.pdf.removing.drawing import (
    FONT_NAME,
    SPACE_NAME,
    LabelFont,
    colour_space,
    draw,
    label_font,
    needs_colour,
)
from woo.pdf.removing.marks import PagePlan
from woo.pdf.trees import entries


@dataclass(frozen=True, slots=True)
class Ink:
    """What boxes are drawn with; ``space`` is a colour space, None when all is grey."""

    font: LabelFont
    style: BoxStyle
    space: Any


def ink_for(pdf: Any, plans: Sequence[PagePlan], style: BoxStyle) -> Ink | None:
    """What the boxes of these plans are drawn with; None when there are none."""
    labels = {mark.label for plan in plans for mark in plan.marks if mark.label}
    if not any(plan.marks for plan in plans):
        return None
    space = colour_space(pdf) if needs_colour(style) else None
    return Ink(label_font(pdf, sorted(labels)), style, space)


def with_marks(
    page: Any, content: bytes, plan: PagePlan, ink: Ink | None, numbers: dict[int, int]
) -> bytes:
    """The page's content in brackets of its own, then the boxes."""
    import pikepdf

    if not plan.marks or ink is None:
        return content
    x0, y0, x1, y1 = (float(value) for value in page["/MediaBox"])
    resources = pikepdf.Dictionary(page["/Resources"])
    _add_resource(resources, "Font", FONT_NAME, ink.font.resource)
    if ink.space is not None:
        _add_resource(resources, "ColorSpace", SPACE_NAME, ink.space)
    page["/Resources"] = resources
    drawn = draw(plan.marks, ink.font, ink.style, min(x0, x1), max(y0, y1), numbers)
    return b"q\n" + content + b"\nQ\n" + drawn


def _add_resource(resources: Any, kind: str, name: str, value: Any) -> None:
    """Add to a page alone: others may share its resources."""
    import pikepdf

    listed = pikepdf.Dictionary(dict(entries(resources, kind)))
    listed[name] = value
    resources["/" + kind] = listed
