"""Carries out the respacings of a page's plan: its text, the boxes, and links on moved text."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from woo.model.geometry import Box, Heading, level, unlevel
from woo.pdf.rebuilding.measuring import Corner
from woo.pdf.rebuilding.spacing import Band, respace
from woo.pdf.removing.marks import Mark, PagePlan, Respacing
from woo.pdf.trees import entries


class Relining:
    """One page: ``change`` rewrites its text, after which ``plan`` says what became of it."""

    def __init__(self, page: Any, plan: PagePlan) -> None:
        self.plan = replace(plan, respacings=()) if plan.raster else plan
        self._page = page
        self._corner = _corner(page)

    @property
    def has_marks(self) -> bool:
        """Whether there is anything to do on this page."""
        return bool(self.plan.marks) and not self.plan.raster

    def change(self, instructions: list[Any]) -> list[Any]:
        """The instructions of the page with the text on marked lines set anew."""
        fonts = entries(self._page.get("/Resources"), "Font")
        respacings = self.plan.respacings
        bands = [*map(_band_of_mark, self.plan.marks), *map(_band, respacings)]
        done = respace(instructions, fonts, bands, respacings, self._corner)
        self.plan = _carried_out(self.plan, done.applied)
        return done.instructions


def _carried_out(plan: PagePlan, applied: frozenset[int]) -> PagePlan:
    """The plan with the boxes of the respacings that were applied."""
    marks = list(plan.marks)
    respacings = [one for index, one in enumerate(plan.respacings) if index in applied]
    for one in respacings:
        for index, box in zip(one.marks, one.boxes, strict=True):
            marks[index] = replace(marks[index], box=box)
    return replace(plan, marks=tuple(marks), respacings=tuple(respacings))


def _band(respacing: Respacing) -> Band:
    return Band(respacing.heading, respacing.strip.y0, respacing.strip.y1)


def _band_of_mark(mark: Mark) -> Band:
    heading = Heading(int(mark.turned) + 2 * int(mark.backwards))
    box = level(mark.box, heading)
    return Band(heading, box.y0, box.y1)


def _corner(page: Any) -> Corner:
    x0, y0, x1, y1 = (float(value) for value in page["/MediaBox"])
    return Corner(min(x0, x1), max(y0, y1))


def move_links(page: Any, links: Iterable[Any], plan: PagePlan) -> None:
    """Move the rectangles of links along with the text that they lie over."""
    if not plan.respacings:
        return
    corner = _corner(page)
    for link in links:
        for key, size in (("/Rect", 4), ("/QuadPoints", 8)):
            if key in link:
                _move(link, key, size, plan.respacings, corner)


def _move(link: Any, key: str, size: int, respacings: Iterable[Respacing], corner: Corner) -> None:
    import pikepdf

    numbers = [float(value) for value in link[key]]
    for start in range(0, len(numbers) - size + 1, size):
        corners = numbers[start : start + size]
        xs, ys = corners[0::2], corners[1::2]
        if max(xs) <= min(xs) or max(ys) <= min(ys):
            continue
        box = Box(
            min(xs) - corner.left,
            corner.top - max(ys),
            max(xs) - corner.left,
            corner.top - min(ys),
        )
        for one in respacings:
            moved = _moved(box, one)
            if moved is not None:
                low_x, high_x = moved.x0 + corner.left, moved.x1 + corner.left
                low_y, high_y = corner.top - moved.y1, corner.top - moved.y0
                xs = [low_x if x == min(corners[0::2]) else high_x for x in xs]
                ys = [low_y if y == min(corners[1::2]) else high_y for y in ys]
                numbers[start : start + size] = [
                    round(value, 2) for pair in zip(xs, ys, strict=True) for value in pair
                ]
                break
    link[key] = pikepdf.Array(numbers)


def _moved(box: Box, respacing: Respacing) -> Box | None:
    """Where a box over text of the line goes; None when it lies on another line."""
    flat, strip = level(box, respacing.heading), respacing.strip
    middle = (flat.y0 + flat.y1) / 2
    if not strip.y0 <= middle <= strip.y1 or flat.x1 <= strip.x0 or flat.x0 >= strip.x1:
        return None
    inside = min(0.25 * strip.height, 0.4 * flat.width)
    x0 = flat.x0 + respacing.shift(flat.x0 + inside)
    x1 = flat.x1 + respacing.shift(flat.x1 - inside)
    return unlevel(replace(flat, x0=min(x0, x1), x1=max(x0, x1)), respacing.heading)
