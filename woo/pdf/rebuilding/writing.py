"""Writes the content of all pages anew, with fonts and resources pruned and the boxes drawn."""

from collections.abc import Callable, Sequence
from typing import Any

from woo.errors import RefusedError
from woo.pdf.rebuilding.announcing import Announcer
from woo.pdf.rebuilding.contents import Change
from woo.pdf.rebuilding.fontprograms import Use
from woo.pdf.rebuilding.fontpruning import prune_fonts, shown_before
from woo.pdf.rebuilding.order import Order
from woo.pdf.rebuilding.reach import Key, Reach
from woo.pdf.rebuilding.relining import Relining
from woo.pdf.removing.drawing import FONT_NAME, LabelFont, draw, label_font
from woo.pdf.removing.layers import is_hidden
from woo.pdf.removing.marks import PagePlan
from woo.pdf.trees import entries


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
    if prune_fonts(pdf, reach, pages, _shown_before(before, order)):
        # What only glyphs drew that are gone now must go as well.
        for page, content in zip(pages, contents, strict=True):
            page.obj["/Contents"] = pdf.make_stream(content)
        reach, contents = _walk(pages, [None] * len(pages), lambda _: False)
    reach.prune()
    font = _font(pdf, order)
    for page, content, plan in zip(pages, contents, plans, strict=True):
        cut, numbers = content, dict[int, int]()
        if announcer:
            cut, numbers = announcer.page(page.obj, content, plan)
        drawn = _with_marks(page.obj, cut, plan, font, numbers)
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


def _font(pdf: Any, order: Order) -> LabelFont | None:
    labels = {mark.label for plan in order.plans for mark in plan.marks if mark.label}
    marked = any(plan.marks for plan in order.plans)
    return label_font(pdf, sorted(labels)) if marked else None


def _with_marks(
    page: Any, content: bytes, plan: PagePlan, font: LabelFont | None, numbers: dict[int, int]
) -> bytes:
    """The page's content in brackets of its own, then the boxes."""
    import pikepdf

    if not plan.marks or font is None:
        return content
    x0, y0, x1, y1 = (float(value) for value in page["/MediaBox"])
    resources = pikepdf.Dictionary(page["/Resources"])
    fonts = pikepdf.Dictionary(dict(entries(resources, "Font")))
    fonts[FONT_NAME] = font.resource
    resources["/Font"] = fonts
    page["/Resources"] = resources
    return b"q\n" + content + b"\nQ\n" + draw(plan.marks, font, min(x0, x1), max(y0, y1), numbers)
