"""From spans of text on a page to marks: which glyphs go, and where the black boxes stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from woo.model.decision import Region
from woo.model.geometry import Box
from woo.pdf.reading.textlayer import Drawing, TextPage
from woo.pdf.removing.marks import Mark, PagePlan
from woo.redact.boxes import (
    STEP,
    between_lines,
    lowered,
    padded,
    strips_through,
    turned_box,
    widened,
)
from woo.redact.regions import with_regions
from woo.redact.runs import Run, Span, is_scanned, runs_of, whole_words


def plan_page(
    page: TextPage, spans: Sequence[Span], drawing: Drawing, regions: Sequence[Region] = ()
) -> PagePlan:
    """The marks for the spans and regions of one page, with what else the page draws.

    Raises RefusedError when a span has text but nothing is drawn for it, so that it cannot be
    located.
    """
    pictures = drawing.pictures
    runs = [run for span in spans for run in runs_of(page, whole_words(page, span, pictures))]
    for run in runs:
        run.scanned = is_scanned(page, run, pictures)
    around = _Neighbours(page, runs, drawing.paths)
    return PagePlan(
        page=page.number,
        marks=with_regions(page, list(_merged([around.mark(run) for run in runs])), regions),
        outside=_draws_outside(page),
        raster=bool(spans or regions) and _is_unreadable(page.text),
    )


class _Neighbours:
    """The glyphs that stay, which a box must not touch."""

    def __init__(self, page: TextPage, runs: Iterable[Run], paths: Sequence[Box]) -> None:
        gone = {(box.x0, box.y0) for run in runs for box in run.boxes}
        self._page = page
        self._paths = paths
        # Plain tuples: this is looked through for every box.
        self._staying = (
            []
            if not gone
            else [
                (x0, y0, x1, y1)
                for character, x0, y0, x1, y1 in _glyphs(page)
                if x1 > x0 and not character.isspace() and (x0, y0) not in gone
            ]
        )

    def mark(self, run: Run) -> Mark:
        whole = run.box
        beside, lines = self._near(whole), list(self._paths)
        if run.turned:
            whole, beside = turned_box(whole), [turned_box(box) for box in beside]
            lines = [turned_box(line) for line in lines]
        if run.scanned:
            box = padded(whole)
        else:
            box = lowered(whole, beside)
            limits = between_lines(box, lines, self._limits(run))
            box = widened(box, beside, limits, run.label)
        strips = strips_through([turned_box(b) for b in run.boxes] if run.turned else run.boxes)
        if run.turned:
            box, strips = turned_box(box), tuple(turned_box(strip) for strip in strips)
        return Mark(box=box, label=run.label, strips=strips, turned=run.turned)

    def _near(self, whole: Box) -> list[Box]:
        """What stands within a step of a box."""
        reach = STEP * max(whole.height, min(whole.width, whole.height)) + 1
        left, right = whole.x0 - reach, whole.x1 + reach
        top, bottom = whole.y0 - reach, whole.y1 + reach
        return [
            Box(x0, y0, x1, y1)
            for x0, y0, x1, y1 in self._staying
            if y1 > top and y0 < bottom and x1 > left and x0 < right
        ]

    def _limits(self, run: Run) -> tuple[float, float]:
        """How far a box may reach: the visible page."""
        page = self._page.visible
        if page is None:
            return run.box.x0, run.box.x1
        return (page.y0, page.y1) if run.turned else (page.x0, page.x1)


def _merged(marks: list[Mark]) -> Iterator[Mark]:
    """Marks with the same label that lie over each other become one."""
    kept: list[Mark] = []
    for mark in marks:
        for index, other in enumerate(kept):
            if _overlap(mark.box, other.box) and mark.turned == other.turned:
                label = other.label if mark.label in other.label else f"{other.label} {mark.label}"
                kept[index] = replace(
                    other,
                    box=other.box.union(mark.box),
                    label=label,
                    strips=other.strips + mark.strips,
                )
                break
        else:
            kept.append(mark)
    yield from kept


def _overlap(one: Box, other: Box) -> bool:
    """Whether two boxes lie over each other on one line of text, level or turned."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    if width <= 0 or height <= 0:
        return False
    same_line = height > 0.8 * max(one.height, other.height)
    return same_line or width > 0.8 * max(one.width, other.width)


def _glyphs(page: TextPage) -> Iterator[tuple[str, float, float, float, float]]:
    """Every character with the edges of its box."""
    edges = page.edges
    return zip(page.text, edges[0::4], edges[1::4], edges[2::4], edges[3::4], strict=True)


def _draws_outside(page: TextPage) -> bool:
    """Whether any glyph stands wholly outside the visible page."""
    shown, edges = page.visible, page.edges
    if shown is None or not page.text.strip():
        return False
    if (
        min(edges[0::4]) >= 0
        and min(edges[1::4]) >= 0
        and max(edges[2::4]) <= shown.x1
        and max(edges[3::4]) <= shown.y1
        and (shown.x0, shown.y0) == (0, 0)
    ):
        return False
    return any(
        x1 > x0 and (x1 < shown.x0 or x0 > shown.x1 or y1 < shown.y0 or y0 > shown.y1)
        for _, x0, y0, x1, y1 in _glyphs(page)
    )


def _is_unreadable(text: str) -> bool:
    """Three or more signs in a row that stand for no known character (bullets do not count)."""
    row = 0
    for character in text:
        row = row + 1 if character == "\ufffd" or "\ue000" <= character <= "\uf8ff" else 0
        if row == 3:
            return True
    return False
