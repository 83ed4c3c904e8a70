"""The marks on a page: where content goes, and what is drawn over the gap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from woo.model.geometry import Box, Heading, unlevel

# The label to put in the place of a string that holds redacted text; None when it holds none.
LabelOf = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class WidthLeak:
    """What the width of a gap says about a surname that stood there, in bits.

    ``kept`` when the gap keeps its width, ``neutral`` when the line is respaced; None when no word
    stood there. ``why`` says why no respacing is planned, or is empty.
    """

    kept: float | None = None
    neutral: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One black box. ``strips`` are thin bands through the glyphs that must go.

    ``turned`` says that the text in it runs up or down the page, ``backwards`` that it runs down or
    upside down; ``whole`` that everything in the box goes, drawings too. ``beside`` is free room
    for a label that does not fit in the box. Places as in ``textlayer``.
    """

    box: Box
    label: str
    strips: tuple[Box, ...]
    turned: bool = False
    whole: bool = False
    backwards: bool = False
    leak: WidthLeak = WidthLeak()
    beside: Box | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Glyphs of which the middle lies between ``start`` and ``end`` go ``by`` further."""

    start: float
    end: float
    by: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Respacing:
    """New places for what stays on one line, so that the gaps do not tell what went.

    All but ``boxes`` in coordinates that are level with the line (``geometry.level``). ``strip``
    is the room that the line has; ``starts`` where each glyph that stays begins, to check that the
    operators are understood; ``gaps`` where glyphs went; ``last`` and ``new_last`` where the line
    ended and ends now. ``boxes`` replace those of ``marks`` (indexes in the plan), in page
    coordinates. With ``spread`` the spaces between words change.
    """

    heading: Heading
    strip: Box
    starts: Sequence[float]
    gaps: tuple[tuple[float, float], ...]
    moves: tuple[Move, ...]
    last: float
    new_last: float
    spread: bool
    marks: tuple[int, ...]
    boxes: tuple[Box, ...]

    @property
    def borders(self) -> tuple[float, ...]:
        """Where, along the line, one shift ends or another begins."""
        ends = [place for move in self.moves for place in (move.start, move.end)]
        return (self.strip.x0, self.strip.x1, *ends, *(start for start, _ in self.gaps))

    def shift(self, place: float) -> float:
        """How much further along the line something at ``place`` goes."""
        for move in self.moves:
            if move.start <= place < move.end:
                return move.by
        return 0.0

    @property
    def area(self) -> Box:
        """The strip in page coordinates."""
        return unlevel(self.strip, self.heading)


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """What happens to one page (from 1). ``raster`` turns the whole page into an image."""

    page: int
    marks: tuple[Mark, ...] = ()
    outside: bool = False
    raster: bool = False
    respacings: tuple[Respacing, ...] = ()
