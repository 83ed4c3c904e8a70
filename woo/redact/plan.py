"""From spans of text on a page to marks: which glyphs go, and where the black boxes stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from woo.model.boxstyle import Width
from woo.model.decision import Region
from woo.model.geometry import Box, Heading, level, unlevel
from woo.pdf.reading.textlayer import Drawing, TextPage
from woo.pdf.removing.marks import Mark, PagePlan, Respacing, WidthLeak
from woo.redact.boxes import (
    STEP,
    between_lines,
    lowered,
    padded,
    strips_through,
    widened,
)
from woo.redact.layout import Kept
from woo.redact.neutral import Lines, PlannedLine
from woo.redact.regions import with_regions
from woo.redact.runs import Run, Span, is_scanned, runs_of, whole_words
from woo.redact.whole import whole_runs

_NO_LEAK = WidthLeak(0.0, 0.0)


def plan_page(
    page: TextPage,
    spans: Sequence[Span],
    drawing: Drawing,
    regions: Sequence[Region] = (),
    width: Width = Width.STEP,
) -> PagePlan:
    """The marks for the spans and regions of one page, with what else the page draws.

    Raises RefusedError when a span has text but nothing is drawn for it, so that it cannot be
    located.
    """
    pictures = drawing.pictures
    runs = [run for span in spans for run in runs_of(page, whole_words(page, span, pictures))]
    for run in runs:
        run.scanned = is_scanned(page, run, pictures)
    marks, respacings = _planned(page, runs, drawing, width) if runs else ((), ())
    final = with_regions(page, list(marks), regions)
    return PagePlan(
        page=page.number,
        marks=final,
        outside=_draws_outside(page),
        raster=bool(spans or regions) and _is_unreadable(page.text),
        respacings=tuple(_beside_regions(respacings, marks, final, regions)),
    )


def _beside_regions(
    respacings: Sequence[Respacing],
    marks: Sequence[Mark],
    final: Sequence[Mark],
    regions: Sequence[Region],
) -> Iterator[Respacing]:
    """The respacings of lines that no region touches, for the marks as they are in the end."""
    places = {id(mark): index for index, mark in enumerate(final)}
    for one in respacings:
        indexes = [places.get(id(marks[index])) for index in one.marks]
        touched = any(_overlap_at_all(one.area, region.area.box) for region in regions)
        if not touched and all(index is not None for index in indexes):
            yield replace(one, marks=tuple(index for index in indexes if index is not None))


def _overlap_at_all(one: Box, other: Box) -> bool:
    across = one.x0 < other.x1 and other.x0 < one.x1
    return across and one.y0 < other.y1 and other.y0 < one.y1


def _planned(
    page: TextPage, runs: list[Run], drawing: Drawing, width: Width
) -> tuple[tuple[Mark, ...], tuple[Respacing, ...]]:
    lines = Lines(page, runs, drawing)
    if width in {Width.CELL, Width.LINE}:
        whole = list(whole_runs(page, runs, lines, width))
        around = _Neighbours(page, [run for run, _ in whole], drawing.paths)
        return tuple(_merged([around.over(run, box) for run, box in whole])), ()
    around = _Neighbours(page, runs, drawing.paths)
    if width is Width.EXACT:
        why = WidthLeak(why=Kept.AS_ASKED.value)
        planned = [(one, replace(leak, why=why.why)) for one, leak in _leaks(lines)]
        leaks = dict(planned)
        marks = [around.exact(run, leaks.get(number, why)) for number, run in enumerate(runs)]
        return tuple(_merged(marks)), ()
    return _neutral(runs, lines, around)


def _leaks(lines: Lines) -> Iterator[tuple[int, WidthLeak]]:
    """For every run of which the line is not slanted what the width of its gap tells."""
    for planned in lines.planned():
        for group, leak in zip(planned.groups, planned.leaks, strict=True):
            for number in group:
                yield number, leak


@dataclass(slots=True)
class _Marks:
    """Marks in the making; those of respaced lines stay apart from the rest."""

    respaced: list[Mark]
    rest: list[Mark]
    respacings: list[Respacing]


def _neutral(
    runs: Sequence[Run], lines: Lines, around: "_Neighbours"
) -> tuple[tuple[Mark, ...], tuple[Respacing, ...]]:
    """Marks whose lines are respaced where that can be done."""
    made = _Marks([], [], [])
    slanted = WidthLeak(why=Kept.SLANTED.value)
    made.rest += [around.mark(run, slanted) for run in runs if run.heading is None]
    for planned in lines.planned():
        _add(planned, runs, around, made)
    return (*made.respaced, *_merged(made.rest)), tuple(made.respacings)


def _add(
    planned: PlannedLine, runs: Sequence[Run], around: "_Neighbours", made: _Marks
) -> None:
    line = planned.line
    low, high = line.edges or (line.x0, line.x1)
    limits = (max(line.left, min(low, line.x0)), line.right)
    marks = [
        around.mark(_joined([runs[number] for number in group]), leak, limits)
        for group, leak in zip(planned.groups, planned.leaks, strict=True)
    ]
    if planned.respacing is None:
        made.rest += marks
        return
    first = len(made.respaced)
    boxes = tuple(
        _as_high(box, mark) for box, mark in zip(planned.boxes, marks, strict=True)
    )
    indexes = tuple(range(first, first + len(marks)))
    made.respaced += marks
    made.respacings.append(replace(planned.respacing, marks=indexes, boxes=boxes))


def _as_high(box: Box, mark: Mark) -> Box:
    """A box with the height of its mark, which leaves the lines above and below free."""
    if mark.turned:
        return replace(box, x0=mark.box.x0, x1=mark.box.x1)
    return replace(box, y0=mark.box.y0, y1=mark.box.y1)


def _joined(group: Sequence[Run]) -> Run:
    """Runs with nothing but space between them, as one."""
    first = group[0]
    labels = dict.fromkeys(run.label for run in group if run.label)
    return replace(
        first,
        boxes=[box for run in group for box in run.boxes],
        indexes=[index for run in group for index in run.indexes],
        label=" ".join(labels),
        scanned=any(run.scanned for run in group),
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

    def mark(
        self, run: Run, leak: WidthLeak, limits: tuple[float, float] | None = None
    ) -> Mark:
        """A box that is widened as far as white space allows, within ``limits`` (level)."""
        heading = run.heading or Heading.RIGHT
        whole = level(run.box, heading)
        beside = [level(box, heading) for box in self._near(run.box)]
        if run.scanned:
            box = padded(whole, beside, self._limits(heading, whole))
        else:
            lines = [level(line, heading) for line in self._paths]
            box = lowered(whole, beside)
            room = self._limits(heading, whole)
            if limits is not None:
                room = max(room[0], limits[0]), min(room[1], limits[1])
            box = widened(box, beside, between_lines(box, lines, room), run.label)
        return _mark(run, heading, box, leak)

    def exact(self, run: Run, leak: WidthLeak) -> Mark:
        """A box that fits what goes."""
        heading = run.heading or Heading.RIGHT
        whole = level(run.box, heading)
        beside = [level(box, heading) for box in self._near(run.box)]
        limits = self._limits(heading, whole)
        box = padded(whole, beside, limits) if run.scanned else lowered(whole, beside)
        return _mark(run, heading, box, leak)

    def over(self, run: Run, box: Box) -> Mark:
        """A box over a whole cell or line."""
        heading = run.heading or Heading.RIGHT
        flat = level(box, heading)
        beside = [level(one, heading) for one in self._near(box)]
        whole = level(run.box, heading)
        high = padded(whole, beside, (flat.x0, flat.x1)) if run.scanned else lowered(flat, beside)
        return _mark(run, heading, replace(flat, y0=high.y0, y1=high.y1), _NO_LEAK)

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

    def _limits(self, heading: Heading, whole: Box) -> tuple[float, float]:
        """How far a box may reach: the visible page."""
        if self._page.visible is None:
            return whole.x0, whole.x1
        page = level(self._page.visible, heading)
        return page.x0, page.x1


def _mark(run: Run, heading: Heading, box: Box, leak: WidthLeak) -> Mark:
    strips = strips_through([level(one, heading) for one in run.boxes])
    return Mark(
        box=unlevel(box, heading),
        label=run.label,
        strips=tuple(unlevel(strip, heading) for strip in strips),
        turned=run.turned,
        backwards=heading in {Heading.LEFT, Heading.DOWN},
        leak=leak,
    )


def _merged(marks: list[Mark]) -> Iterator[Mark]:
    """Marks with the same label that lie over each other become one."""
    kept: list[Mark] = []
    for mark in marks:
        for index, other in enumerate(kept):
            if _overlap(mark.box, other.box) and _same_way(mark, other):
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


def _same_way(one: Mark, other: Mark) -> bool:
    return (one.turned, one.backwards) == (other.turned, other.backwards)


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
