"""Writes the content of all pages anew, with fonts and resources pruned and the boxes drawn."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from woo.errors import RefusedError
from woo.pdf.rebuilding.announcing import Announcer
from woo.pdf.rebuilding.contents import Change
from woo.pdf.rebuilding.fontprograms import Use
from woo.pdf.rebuilding.fontpruning import prune_fonts, shown_before
from woo.pdf.rebuilding.inking import ink_for, with_marks
from woo.pdf.rebuilding.order import Order
from woo.pdf.rebuilding.reach import Key, Reach
from woo.pdf.rebuilding.relining import Relining
from woo.pdf.removing.layers import is_hidden
from woo.pdf.removing.marks import PagePlan


def write_contents(
    pdf: Any, before: Any, pages: Sequence[Any], order: Order, announcer: Announcer | None
) -> tuple[Reach, tuple[PagePlan, ...]]:
    """Write every stream anew, prune the resources, draw the boxes.

    Gives what is drawn, and the plans as they were carried out.
    """
    relines = [Relining(page.obj, plan) for page, plan in zip(pages, order.plans, strict=True)]
    changes = [lines.change if lines.has_marks else None for lines in relines]
    reach, contents = _walk(pages, changes, lambda thing: is_hidden(thing, order.hidden))
    plans = tuple(lines.plan for lines in relines)
    if any(order.label_of(name) for name in {*reach.names()}):
        raise RefusedError(
            "De opbouw van dit pdf-bestand bevat een gelakt gegeven als naam.",
            "Druk het bestand af naar een nieuwe pdf en lak die.",
        )
    if prune_fonts(pdf, reach, pages, partial(_shown_before, before, order)):
        # What only glyphs drew that are gone now must go as well.
        for page, content in zip(pages, contents, strict=True):
            page.obj["/Contents"] = pdf.make_stream(content)
        reach, contents = _walk(pages, [None] * len(pages), lambda _: False)
    reach.prune()
    ink = ink_for(pdf, order.plans, order.style)
    for page, content, plan in zip(pages, contents, plans, strict=True):
        cut, numbers = content, dict[int, int]()
        if announcer:
            cut, numbers = announcer.page(page.obj, content, plan)
        drawn = with_marks(page.obj, cut, plan, ink, numbers)
        page.obj["/Contents"] = pdf.make_stream(drawn)
    return reach, plans


def _walk(
    pages: Sequence[Any], changes: Sequence[Change | None], is_off: Callable[[Any], bool]
) -> tuple[Reach, list[bytes]]:
    reach = Reach(is_off)
    contents = [reach.page(page.obj, c) for page, c in zip(pages, changes, strict=True)]
    reach.follow()
    return reach, contents


def _shown_before(before: Any, order: Order) -> dict[Key, Use] | None:
    """What pages showed from which something went; None when letters may have gone anywhere."""
    if before is None or order.hidden or order.flattened:
        return None
    changed = [p.page for p in order.plans if p.marks or p.outside or p.raster]
    try:
        return shown_before(before, changed)
    except RefusedError:
        return None
