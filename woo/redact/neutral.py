"""Plans new places for the words beside marks, so that no gap keeps the width of a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from woo.model.geometry import Box, Heading, level, unlevel
from woo.pdf.reading.textlayer import Drawing, TextPage
from woo.pdf.removing.marks import Move, Respacing, WidthLeak
from woo.redact.layout import Kept, Placed, box_in_gap, gaps_of, lay_out, step_of
from woo.redact.leakage import bits_in_steps, bits_when_exact
from woo.redact.levelpage import LevelPage
from woo.redact.lines import Gone, Line, Piece, line_of
from woo.redact.runs import Run

_BEFORE = 0.01  # points
_NEAR = 0.4  # points: a space is narrower than twice this nowhere


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """One line: per mark (a group of runs, by index) its new box and leak.

    ``respacing`` has no marks and boxes yet; None when the line stays as it is, with ``why``.
    """

    line: Line
    groups: tuple[tuple[int, ...], ...]
    boxes: tuple[Box, ...]
    leaks: tuple[WidthLeak, ...]
    respacing: Respacing | None


class Lines:
    """The lines of one page on which something goes."""

    def __init__(self, page: TextPage, runs: Sequence[Run], drawing: Drawing) -> None:
        self._page = page
        self._runs = runs
        self._drawing = drawing
        self._levels: dict[Heading, LevelPage] = {}
        self._gone: dict[Heading, list[Gone]] = {}
        for number, run in enumerate(runs):
            if run.heading is not None and not run.sloping:
                box = level(run.box, run.heading)
                gone = Gone(number, frozenset(run.indexes), box)
                self._gone.setdefault(run.heading, []).append(gone)

    def level(self, heading: Heading) -> LevelPage:
        """The page, turned; made once."""
        if heading not in self._levels:
            self._levels[heading] = LevelPage(self._page, heading, self._drawing)
        return self._levels[heading]

    def line(self, number: int) -> Line | None:
        """The line of a run; None when its glyphs do not stand on one line, or that is slanted."""
        heading = self._runs[number].heading
        if heading is None or self._runs[number].sloping:
            return None
        gone = self._gone[heading]
        first = next(one for one in gone if one.mark == number)
        return line_of(self.level(heading), gone, first)

    def planned(self) -> Iterator[PlannedLine]:
        """Every line once."""
        done: set[int] = set()
        for number in range(len(self._runs)):
            if number in done:
                continue
            line = self.line(number)
            if line is None:
                continue
            planned = self._plan(line)
            done.update(one for group in planned.groups for one in group)
            yield planned

    def _plan(self, line: Line) -> PlannedLine:
        groups = tuple(piece.marks for piece in line.pieces if piece.marks)
        scanned = any(self._runs[one].scanned for group in groups for one in group)
        placed = Kept.SCAN if scanned else lay_out(line)
        leaks = tuple(self._leaks(line, groups, placed))
        if isinstance(placed, Kept):
            return PlannedLine(line, groups, (), leaks, None)
        boxes = tuple(
            unlevel(box_in_gap(line, placed, index), line.heading)
            for index, piece in enumerate(line.pieces)
            if piece.marks
        )
        return PlannedLine(line, groups, boxes, leaks, _respacing(line, placed))

    def _leaks(
        self, line: Line, groups: Sequence[tuple[int, ...]], placed: Placed | Kept
    ) -> Iterator[WidthLeak]:
        why = placed.value if isinstance(placed, Kept) else ""
        for place, (group, gap) in enumerate(zip(groups, gaps_of(line.pieces), strict=True)):
            word, width = self._last_word(self._runs[group[-1]])
            if not word:
                yield WidthLeak(why=why)
                continue
            kept, neutral = bits_when_exact(word, width), None
            if not isinstance(placed, Kept):
                count = placed.steps[place]
                # Without steps the gap follows from the words that stay.
                neutral = (
                    bits_in_steps(word, width, gap[1] - gap[0], step_of(line), {count})
                    if count
                    else 0.0
                )
            yield WidthLeak(kept, neutral, why)

    def _last_word(self, run: Run) -> tuple[str, float]:
        """The last word with letters of a run, and its width in points; the surname in a name."""
        page = self.level(run.heading or Heading.RIGHT)
        end = run.indexes[-1]
        while end >= run.indexes[0] and not self._page.text[end].isalpha():
            end -= 1
        start = end
        while start > run.indexes[0] and self._page.text[start - 1].isalpha():
            start -= 1
        if end < run.indexes[0]:
            return "", 0.0
        box = page.around(start, end + 1)
        return (self._page.text[start : end + 1], box.width) if box else ("", 0.0)


def _respacing(line: Line, placed: Placed) -> Respacing:
    strip = Box(round(line.left, 2), line.top, round(line.right, 2), line.bottom)
    return Respacing(
        heading=line.heading,
        strip=strip,
        starts=line.starts,
        gaps=tuple((piece.x0, piece.x1) for piece in line.pieces if piece.marks),
        moves=tuple(_moves(line, placed)),
        last=line.x1,
        new_last=placed.pieces[-1].x1,
        spread=placed.is_spread,
        marks=(),
        boxes=(),
    )


def _moves(line: Line, placed: Placed) -> Iterator[Move]:
    """Each word moves with the space behind it; the space before a word after a mark as well."""
    if placed.is_spread:
        yield from _moved_blanks(line, placed)
    last = len(line.pieces) - 1
    for index, (old, new) in enumerate(zip(line.pieces, placed.pieces, strict=True)):
        if old.marks and index < last:
            continue
        start, end = old.x0 - _BEFORE, inf
        shift = new.x0 - old.x0
        if old.marks:
            # A space behind the last mark of a line.
            start, shift = old.x1 - 0.25 * old.width, new.x1 - old.x1
        elif index == 0:
            start = -inf
        elif line.pieces[index - 1].marks:
            start = _middle(line.pieces[index - 1])
        if index < last:
            after = line.pieces[index + 1]
            end = _middle(after) if after.marks else after.x0 - _BEFORE
        if abs(shift) > 1e-6:
            yield Move(start, end, shift)


def _middle(piece: Piece) -> float:
    return (piece.x0 + piece.x1) / 2


def _moved_blanks(line: Line, placed: Placed) -> Iterator[Move]:
    """Spaces right behind the word before them, or before the word after a mark.

    Where they stood on a line that was filled out depends on what is gone.
    """
    for x0, x1 in line.blanks:
        after = next((i for i, piece in enumerate(line.pieces) if piece.x0 > x1 - _BEFORE), None)
        before = (len(line.pieces) if after is None else after) - 1
        if before >= 0 and not line.pieces[before].marks:
            target = placed.pieces[before].x1
        elif after is not None:
            target = placed.pieces[after].x0 - (x1 - x0)
        else:
            target = placed.pieces[before].x1
        middle = (x0 + x1) / 2
        yield Move(middle - _NEAR, middle + _NEAR, target - x0)
