"""Marks as wide as a cell of a table or a line of text: what shares it goes too."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from woo.model.boxstyle import Width
from woo.model.geometry import Box, Heading, unlevel
from woo.pdf.reading.textlayer import TextPage
from woo.redact.levelpage import LevelPage
from woo.redact.lines import Line, rulings_across
from woo.redact.neutral import Lines
from woo.redact.runs import Run


def whole_runs(
    page: TextPage, runs: Sequence[Run], lines: Lines, width: Width
) -> Iterator[tuple[Run, Box]]:
    """Every run with all that shares its cell or line, and the box over it, in page coordinates.

    Slanted text keeps its own runs and boxes. Runs of one line give one run.
    """
    found: list[tuple[Heading, Box, Run]] = []
    for number, run in enumerate(runs):
        line = lines.line(number)
        if line is None or run.heading is None:
            yield run, run.box
            continue
        flat = lines.level(run.heading)
        zone = _cell(flat, line) if width is Width.CELL else _whole_line(flat, line)
        same = [one for one in found if set(run.indexes) <= set(one[2].indexes)]
        if same:
            _add_label(same[0][2], run.label)
            continue
        found.append((run.heading, zone, _over(page, flat, run, zone)))
    for heading, zone, run in found:
        yield run, unlevel(zone, heading)


def _add_label(run: Run, label: str) -> None:
    if label not in run.label:
        run.label = f"{run.label} {label}"


def _over(page: TextPage, flat: LevelPage, run: Run, zone: Box) -> Run:
    """A run of its own glyphs and all else that is drawn on its line within a zone."""
    inside = [
        int(index)
        for index in flat.band(zone)
        if zone.x0 <= (flat.x0[index] + flat.x1[index]) / 2 <= zone.x1
    ]
    inside += [index for index in run.indexes if index not in inside]
    boxes = [box for index in inside if (box := page.box(index)) is not None]
    return replace(run, first=min(inside), boxes=boxes, indexes=sorted(inside))


def _cell(flat: LevelPage, line: Line) -> Box:
    """From ruling line to ruling line; else as wide as the column is on this page."""
    rulings = rulings_across(flat, Box(line.x0, line.top, line.x1, line.bottom))
    low, high = line.edges or (line.x0, line.x1)
    left, right = max(line.left, min(low, line.x0)), min(line.right, max(high, line.x1))
    if any(abs(ruling + 1 - line.left) < 0.01 for ruling in rulings):
        left = line.left
    if any(abs(ruling - 1 - line.right) < 0.01 for ruling in rulings):
        right = line.right
    return Box(left, line.top, right, line.bottom)


def _whole_line(flat: LevelPage, line: Line) -> Box:
    """From margin to margin."""
    low, high = _margins(flat, line)
    return Box(min(low, line.x0), line.top, max(high, line.x1), line.bottom)


def _margins(flat: LevelPage, line: Line) -> tuple[float, float]:
    """Where the text of the page begins and ends, this line left out."""
    others = [
        one for one in flat.lines if not (line.top < (one.y0 + one.y1) / 2 < line.bottom)
    ] or list(flat.lines)
    return min(one.x0 for one in others), max(one.x1 for one in others)
