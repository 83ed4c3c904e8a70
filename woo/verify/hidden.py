"""Text that is in the file and not on the page: under boxes, behind pictures, white, off the page.

One look for all: a glyph that leaves no trace in the drawing is hidden, and the rest is why.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from woo.model.geometry import Box
from woo.model.leak import Leak, Severity
from woo.pdf.examining.pdfium_pages import GlyphFacts
from woo.pdf.examining.visibility import Glyphs, read_glyphs
from woo.verify.covers import Cover, Covers, read_covers
from woo.verify.labels import without_labels
from woo.verify.places import spot
from woo.verify.subject import PageView

# Of a glyph's ink: less than this shows when it is hidden, more than that when it is not.
_HIDDEN, _WHOLE = 0.3, 0.75
_TINY = 2.0  # points: smaller cannot be read on paper
_MAX_GLYPHS = 20_000
# Shades of the page under a glyph, of 255.
_DARK, _LIGHT, _EVEN = 90, 225, 60
# A bar that was drawn to hide one line is at most this many times as high as its letters.
_HUGS = 3.5
# In shares of the page: a larger picture is a scan, with the words that were read in it.
_SCAN = 0.3


class Reason(Enum):
    """Why a glyph does not show."""

    OFF_PAGE = "outside-page"
    TINY = "tiny-text"
    INVISIBLE = "invisible-text"
    COVERED = "covered"
    OWN_COLOUR = "own colour"
    NOT_DRAWN = "clipped-text"


@dataclass(frozen=True, slots=True)
class Hidden:
    """One glyph that does not show; ``cover`` is what lies over it, or the ground it blends in."""

    index: int
    box: Box
    reason: Reason
    cover: Cover | None


@dataclass(frozen=True, slots=True)
class Run:
    """Hidden glyphs one after another, hidden by the same thing."""

    text: str = field(repr=False)
    box: Box
    first: Hidden


def hidden_text(view: PageView) -> Iterator[Leak]:
    """Every stretch of text that a reader does not see and a computer does."""
    glyphs = read_glyphs(view.page)
    if glyphs is None:
        return
    covers = read_covers(view)
    hidden = [
        one for index in _suspects(view, glyphs) if (one := _why(view, glyphs, index, covers))
    ]
    seen: set[tuple[str, tuple[int, ...]]] = set()
    for run in _runs(glyphs, hidden):
        leak = _judge(view, glyphs, run)
        if leak is not None and leak.box is not None:
            key = (leak.rule, tuple(round(edge) for edge in leak.box.corners))
            if key not in seen:
                seen.add(key)
                yield leak
    yield from _cut_letters(view, glyphs, covers)


def _suspects(view: PageView, glyphs: Glyphs) -> list[int]:
    """Letters that do not show, that are tiny, or that lie outside what is shown of the page."""
    import numpy as np

    letters = np.isin(
        glyphs.codes, [code for code in set(glyphs.codes.tolist()) if _is_letter(code)]
    )
    left, bottom, right, top = _shown_part(view)
    x = (glyphs.corners[:, 0] + glyphs.corners[:, 2]) / 2
    y = (glyphs.corners[:, 1] + glyphs.corners[:, 3]) / 2
    off = (x < left) | (x > right) | (y < bottom) | (y > top)
    tiny = (glyphs.corners[:, 3] - glyphs.corners[:, 1]) < _TINY * 0.6
    found = np.flatnonzero(letters & ((glyphs.seen < _HIDDEN) | off | tiny))
    return [int(index) for index in found[:_MAX_GLYPHS]]


def _is_letter(code: int) -> bool:
    """A letter or digit; a code without a meaning may be one."""
    return code == 0xFFFD or 0xE000 <= code <= 0xF8FF or (code <= 0x10FFFF and chr(code).isalnum())


def _shown_part(view: PageView) -> tuple[float, float, float, float]:
    crop = view.facts.crop
    return view.page.media if crop is None else view.page.to_pdf(crop)


def _why(view: PageView, glyphs: Glyphs, index: int, covers: Covers) -> Hidden | None:
    left, bottom, right, top = (float(edge) for edge in glyphs.corners[index])
    box = view.page.from_pdf((left, bottom, right, top))
    facts = view.page.glyph_facts(index)
    reason, cover = _reason(view, glyphs, index, box, facts, covers)
    return None if reason is None else Hidden(index, box, reason, cover)


def _reason(
    view: PageView, glyphs: Glyphs, index: int, box: Box, facts: GlyphFacts, covers: Covers
) -> tuple[Reason | None, Cover | None]:
    x0, y0, x1, y1 = _shown_part(view)
    x, y = view.page.centre(box)
    if not (x0 <= x <= x1 and y0 <= y <= y1):
        return Reason.OFF_PAGE, None
    above = covers.over(box, facts.layer)
    if facts.is_invisible:
        return Reason.INVISIBLE, above or covers.under(box, facts.layer)
    if glyphs.seen[index] >= _HIDDEN:
        return (Reason.TINY, None) if facts.size < _TINY else (None, None)
    if above is not None:
        return Reason.COVERED, above
    if glyphs.ink[index] == 0:
        return (Reason.TINY if facts.size < _TINY else Reason.NOT_DRAWN), None
    return Reason.OWN_COLOUR, covers.under(box, facts.layer)


def _runs(glyphs: Glyphs, hidden: Sequence[Hidden]) -> Iterator[Run]:
    """Join what stands side by side and is hidden by the same thing; scans word by word."""
    current: list[Hidden] = []
    for one in hidden:
        if current and not _belongs(glyphs, current[-1], one):
            yield _run(glyphs, current)
            current = []
        current.append(one)
    if current:
        yield _run(glyphs, current)


def _belongs(glyphs: Glyphs, last: Hidden, one: Hidden) -> bool:
    gap = glyphs.codes[last.index + 1 : one.index]
    if one.reason is not last.reason or one.cover != last.cover or len(gap) > 3:
        return False
    if one.reason is Reason.INVISIBLE and len(gap):
        return False
    size = max(last.box.height, one.box.height, last.box.width, 1.0)
    apart = abs(one.box.y0 - last.box.y1 + last.box.height / 2) + abs(one.box.x0 - last.box.x1)
    return apart < 4 * size


def _run(glyphs: Glyphs, hidden: Sequence[Hidden]) -> Run:
    codes = glyphs.codes[hidden[0].index : hidden[-1].index + 1].tolist()
    text = "".join(
        "x" if code == 0xFFFD or 0xE000 <= code <= 0xF8FF else chr(code) for code in codes
    )
    box = hidden[0].box
    for one in hidden[1:]:
        box = box.union(one.box)
    return Run(text, box, hidden[0])


def _judge(view: PageView, glyphs: Glyphs, run: Run) -> Leak | None:
    letters = len(without_labels(run.text))
    if not letters:
        return None
    reason, cover = run.first.reason, run.first.cover
    if reason in {Reason.OFF_PAGE, Reason.TINY}:
        return _leak(view, reason.value, run.box, Severity.WARNING)
    if reason is Reason.NOT_DRAWN:
        rule = "hidden-layer" if view.facts.has_hidden_layers else reason.value
        return _leak(view, rule, run.box, Severity.WARNING)
    shade = _shade(glyphs, run.box)
    box = cover.box if cover is not None and cover.hugs(run.box, _HUGS) else run.box
    if cover is not None and cover.is_picture and not _is_bar_in(view, glyphs, cover, shade):
        return _behind_picture(view, run, cover)
    if shade.is_dark or (cover is not None and shade.is_even and _is_bar_over(run, cover, shade)):
        return _leak(view, "text-under-box", box, Severity.LEAK)
    rule = "invisible-text" if reason is Reason.INVISIBLE else "hidden-text"
    return _leak(view, rule, box, Severity.WARNING)


def _is_bar_over(run: Run, cover: Cover, shade: "Shade") -> bool:
    """A light or coloured shape that was drawn over just this text, or in just its colour."""
    if not cover.hugs(run.box, _HUGS) or cover.is_picture:
        return False
    return run.first.reason is not Reason.OWN_COLOUR or not shade.is_light


def _is_scan(view: PageView, cover: Cover) -> bool:
    width, height = view.page.size
    return cover.box.area > _SCAN * width * height


def _is_bar_in(view: PageView, glyphs: Glyphs, cover: Cover, shade: "Shade") -> bool:
    """A part of a scan that was made even, or a picture that is one bar."""
    return shade.is_even if _is_scan(view, cover) else _shade(glyphs, cover.box).is_even


def _behind_picture(view: PageView, run: Run, cover: Cover) -> Leak | None:
    """Words behind or over a scan are the words that were read in it; else they are hidden."""
    if run.first.reason is Reason.INVISIBLE or _is_scan(view, cover):
        return None
    return _leak(view, "hidden-text", run.box, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Shade:
    """How a spot of the page looks: its middle shade (0 to 255), and whether it has one shade."""

    middle: float
    is_even: bool

    @property
    def is_dark(self) -> bool:
        """One dark shade: a black box, or something very near to it."""
        return self.is_even and self.middle < _DARK

    @property
    def is_light(self) -> bool:
        """White, or nearly."""
        return self.middle > _LIGHT


def _shade(glyphs: Glyphs, box: Box) -> Shade:
    import numpy as np

    pixels: Any = glyphs.pixels(box)
    if not pixels.size:
        return Shade(255.0, is_even=True)
    grey = pixels.mean(axis=2)
    low, high = np.percentile(grey, (5, 95))
    return Shade(float(np.median(grey)), is_even=bool(high - low < _EVEN))


def _cut_letters(view: PageView, glyphs: Glyphs, covers: Covers) -> Iterator[Leak]:
    """Letters that a dark box covers in part: what sticks out tells what stands under it."""
    import numpy as np

    for index in np.flatnonzero((glyphs.seen >= _HIDDEN) & (glyphs.seen < _WHOLE)).tolist():
        if not _is_letter(int(glyphs.codes[index])):
            continue
        left, bottom, right, top = (float(edge) for edge in glyphs.corners[index])
        box = view.page.from_pdf((left, bottom, right, top))
        cover = covers.cutting(box, view.page.glyph_facts(index).layer)
        if cover is not None and _shade(glyphs, cover.box).is_dark:
            yield _leak(view, "cut-letter", box, Severity.WARNING)


def _leak(view: PageView, rule: str, box: Box, severity: Severity) -> Leak:
    place = spot(view.facts, box)
    return Leak(rule=rule, place=place, page=view.number, box=box, severity=severity)
