"""From spans of text on a page to marks: which glyphs go, and where the black boxes stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from woo.model.boxstyle import Width
from woo.model.decision import Region
from woo.model.geometry import Box
from woo.pdf.reading.textlayer import Drawing, TextPage
from woo.pdf.removing.marks import Mark, PagePlan, Respacing, WidthLeak
from woo.redact.beside import with_room_for_labels
from woo.redact.layout import Kept
from woo.redact.neighbours import Neighbours, glyphs
from woo.redact.neutral import Lines, PlannedLine
from woo.redact.regions import with_regions
from woo.redact.runs import Run, Span, apart, is_painted, is_scanned, runs_of, whole_words
from woo.redact.whole import whole_runs


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
    going = apart(whole_words(page, span, pictures) for span in spans)
    runs = [run for span in going for run in runs_of(page, span)]
    for run in runs:
        run.scanned = is_scanned(page, run, pictures)
    marks, respacings = _planned(page, runs, drawing, width) if runs else ((), ())
    final = with_regions(page, list(marks), regions)
    return PagePlan(
        page=page.number,
        marks=final,
        outside=_draws_outside(page),
        raster=(bool(spans or regions) and _is_unreadable(page.text))
        or any(is_painted(page, run, drawing) for run in runs),
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
        around = Neighbours(page, [run for run, _ in whole], drawing.paths)
        return tuple(_merged([around.over(run, box) for run, box in whole])), ()
    around = Neighbours(page, runs, drawing.paths)
    if width is Width.EXACT:
        why = WidthLeak(why=Kept.AS_ASKED.value)
        planned = [(one, replace(leak, why=why.why)) for one, leak in _leaks(lines)]
        leaks = dict(planned)
        marks = [around.exact(run, leaks.get(number, why)) for number, run in enumerate(runs)]
        return tuple(with_room_for_labels(_merged(marks), lines, ())), ()
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
    runs: Sequence[Run], lines: Lines, around: Neighbours
) -> tuple[tuple[Mark, ...], tuple[Respacing, ...]]:
    """Marks whose lines are respaced where that can be done."""
    made = _Marks([], [], [])
    seen: set[int] = set()
    for planned in lines.planned():
        _add(planned, runs, around, made)
        seen.update(number for group in planned.groups for number in group)
    slanted = WidthLeak(why=Kept.SLANTED.value)
    others = (run for number, run in enumerate(runs) if number not in seen)
    made.rest += [around.mark(run, slanted) for run in others]
    every = (*made.respaced, *_merged(made.rest))
    marks = with_room_for_labels(every, lines, range(len(made.respaced)))
    return tuple(marks), tuple(made.respacings)


def _add(planned: PlannedLine, runs: Sequence[Run], around: Neighbours, made: _Marks) -> None:
    line = planned.line
    lowest = line.edges[0] if line.edges else line.x0
    limits = (max(line.left, min(lowest, line.x0)), line.right)
    numbers = [number for group in planned.groups for number in group]
    if len(set(numbers)) < len(numbers):  # other text is printed over what goes
        made.rest += [
            around.mark(runs[n], planned.leaks[0], limits) for n in dict.fromkeys(numbers)
        ]
        return
    marks = [
        around.mark(_joined([runs[number] for number in group]), leak, limits)
        for group, leak in zip(planned.groups, planned.leaks, strict=True)
    ]
    if planned.respacing is None:
        made.rest += marks
        return
    first = len(made.respaced)
    boxes = tuple(_as_high(box, mark) for box, mark in zip(planned.boxes, marks, strict=True))
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


def _merged(marks: list[Mark]) -> Iterator[Mark]:
    """Marks with the same label that lie over each other become one."""
    kept: list[Mark] = []
    for mark in marks:
        for index, other in enumerate(kept):
            alike = _same_way(mark, other) and bool(mark.label) == bool(other.label)
            if alike and _is_over(mark, other):
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


def _is_over(one: Mark, other: Mark) -> bool:
    """Whether two marks lie over each other on one line of text."""
    across = min(one.box.x1, other.box.x1) - max(one.box.x0, other.box.x0)
    down = min(one.box.y1, other.box.y1) - max(one.box.y0, other.box.y0)
    if across <= 0 or down <= 0:
        return False
    if one.turned:
        return across > 0.8 * max(one.box.width, other.box.width)
    return down > 0.8 * max(one.box.height, other.box.height)


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
        for _, x0, y0, x1, y1 in glyphs(page)
    )


def _is_unreadable(text: str) -> bool:
    """Three or more signs in a row that stand for no known character (bullets do not count)."""
    row = 0
    for character in text:
        row = row + 1 if character == "\ufffd" or "\ue000" <= character <= "\uf8ff" else 0
        if row == 3:
            return True
    return False
