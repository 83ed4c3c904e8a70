"""The boxes of marks, as far as the glyphs, lines and edges around them leave room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from woo.model.geometry import Box, Heading, level, unlevel
from woo.pdf.reading.textlayer import TextPage
from woo.pdf.removing.marks import Mark, WidthLeak
from woo.redact.boxes import (
    STEP,
    between_lines,
    inner_half,
    lowered,
    narrowed,
    padded,
    strips_through,
    widened,
)
from woo.redact.levelpage import blanks_of
from woo.redact.runs import Run

_NO_LEAK = WidthLeak(0.0, 0.0)


class Neighbours:
    """The glyphs that stay, which a box must not touch."""

    def __init__(self, page: TextPage, runs: Iterable[Run], paths: Sequence[Box]) -> None:
        import numpy as np

        self._page = page
        self._paths = paths
        edges = np.array(page.edges, dtype="float64").reshape(-1, 4)
        staying = edges[:, 2] > edges[:, 0]
        staying &= ~blanks_of(page.text)
        for run in runs:
            staying[run.indexes] = False
        self._staying = edges[staying]

    def mark(self, run: Run, leak: WidthLeak, limits: tuple[float, float] | None = None) -> Mark:
        """A box that is widened as far as white space allows, within ``limits`` (level)."""
        heading = run.heading or Heading.RIGHT
        whole = level(run.box, heading)
        beside = [level(box, heading) for box in self._near(run.box)]
        if run.scanned:
            box = padded(whole, beside, self._limits(heading, whole))
        else:
            box = _free(run, whole, beside)
            if not run.label:  # what goes on after a first box on a slope stays as it is
                return _mark(run, heading, box, leak, beside)
            lines = [level(line, heading) for line in self._paths]
            room = self._limits(heading, whole)
            if limits is not None:
                room = max(room[0], limits[0]), min(room[1], limits[1])
            box = widened(box, _on_line(box, beside), between_lines(box, lines, room), run.label)
        return _mark(run, heading, box, leak, beside)

    def exact(self, run: Run, leak: WidthLeak) -> Mark:
        """A box that fits what goes."""
        heading = run.heading or Heading.RIGHT
        whole = level(run.box, heading)
        beside = [level(box, heading) for box in self._near(run.box)]
        limits = self._limits(heading, whole)
        box = padded(whole, beside, limits) if run.scanned else _free(run, whole, beside)
        return _mark(run, heading, box, leak, beside)

    def over(self, run: Run, box: Box) -> Mark:
        """A box over a whole cell or line."""
        heading = run.heading or Heading.RIGHT
        flat = level(box, heading)
        beside = [level(one, heading) for one in self._near(box)]
        whole = level(run.box, heading)
        high = padded(whole, beside, (flat.x0, flat.x1)) if run.scanned else lowered(flat, beside)
        return _mark(run, heading, replace(flat, y0=high.y0, y1=high.y1), _NO_LEAK, beside)

    def _near(self, whole: Box) -> list[Box]:
        """What stands within a step of a box."""
        reach = STEP * max(whole.height, min(whole.width, whole.height)) + 1
        left, right = whole.x0 - reach, whole.x1 + reach
        top, bottom = whole.y0 - reach, whole.y1 + reach
        x0, y0, x1, y1 = self._staying.T
        near = (y1 > top) & (y0 < bottom) & (x1 > left) & (x0 < right)
        return [Box(*edges) for edges in self._staying[near].tolist()]

    def _limits(self, heading: Heading, whole: Box) -> tuple[float, float]:
        """How far a box may reach: the visible page."""
        if self._page.visible is None:
            return whole.x0, whole.x1
        page = level(self._page.visible, heading)
        return page.x0, page.x1


def _free(run: Run, whole: Box, beside: Sequence[Box]) -> Box:
    """A box that leaves the letters around it free."""
    if run.heading is None:
        return inner_half(whole)
    box = lowered(whole, beside)
    return narrowed(box, _on_line(box, beside))


def _on_line(box: Box, beside: Sequence[Box]) -> list[Box]:
    """What stands at the height of a box."""
    y0, y1 = box.y0, box.y1
    return [other for other in beside if other.y0 < y1 and other.y1 > y0]


def _mark(run: Run, heading: Heading, box: Box, leak: WidthLeak, beside: Sequence[Box]) -> Mark:
    strips = strips_through([level(one, heading) for one in run.boxes], beside)
    return Mark(
        box=unlevel(box, heading),
        label=run.label,
        strips=tuple(unlevel(strip, heading) for strip in strips),
        turned=run.turned,
        backwards=heading in {Heading.LEFT, Heading.DOWN},
        leak=leak,
    )


def glyphs(page: TextPage) -> Iterator[tuple[str, float, float, float, float]]:
    """Every character with the edges of its box."""
    edges = page.edges
    return zip(page.text, edges[0::4], edges[1::4], edges[2::4], edges[3::4], strict=True)
