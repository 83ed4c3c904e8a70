"""Says in the structure tree what a black box stands for, at the place of what was removed.

A screen reader follows the tree: the element that held a name gets a ``Span`` between the text
before and the text after the gap, with the box's label as its content and ``gelakt, 5.1.2e`` as
its replacement text. Where the text stood is found in the document before removal.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from woo.model.geometry import Box
from woo.pdf.rebuilding.pen import ARTIFACT, OUTSIDE, Pen, Shown
from woo.pdf.rebuilding.splitting import Cut, split_content
from woo.pdf.rebuilding.tagging import PageTags, Tagger, page_tags
from woo.pdf.removing.marks import Mark, PagePlan

_MAX_GLYPHS = 20_000  # on one page, to compare before with after
_LAST = 10**9
_FAR = 20_000.0  # points: larger than any page
_ROW = 16.0  # points: glyphs are compared with the strips near them
_REACH = 0.45  # of the size of a letter: how far its middle may be from a strip


@dataclass(slots=True)
class Announcement:
    """One thing to say: the labels of these marks (by index), at a cut in a sequence.

    ``mcid`` is OUTSIDE when the place is not known. ``numbers`` gives each mark the number of the
    marked content that its label becomes.
    """

    mcid: int
    cut: Cut
    marks: list[int]
    label: str
    numbers: dict[int, int] = field(default_factory=dict)


def said(label: str) -> str:
    """What is read aloud for a box."""
    return f"gelakt, {label}" if label else "gelakt"


def announcements(
    before: Sequence[Shown], after: Sequence[Shown], marks: Sequence[Mark], corner: Sequence[float]
) -> list[Announcement]:
    """What to say on a page, in reading order of its content.

    ``before`` and ``after`` are the glyphs of the page with and without the redacted text,
    ``corner`` the left and top of its media box. Marks over what is no part of the text (a header
    that repeats, a line of decoration) are not announced.
    """
    going = _going(before, marks, corner)
    firsts: dict[int, int] = {}
    for index, number in going.items():
        firsts.setdefault(number, index)
    kept = _kept_counts(before, after, set(going))
    found: list[Announcement] = []
    for number, mark in sorted(enumerate(marks), key=lambda pair: firsts.get(pair[0], _LAST)):
        glyph = firsts.get(number)
        mcid = before[glyph].mcid if glyph is not None else OUTSIDE
        if mcid == ARTIFACT:
            continue
        cut = Cut(kept[glyph] if glyph is not None and mcid != OUTSIDE else 0)
        if found and _is_one(found[-1], mcid, cut, mark.label):
            found[-1].marks.append(number)
            found[-1].label = found[-1].label or mark.label
        else:
            found.append(Announcement(mcid, cut, [number], mark.label))
    return found


def _is_one(last: Announcement, mcid: int, cut: Cut, label: str) -> bool:
    """Whether a box only continues the box before it (on the next line, or letter by letter)."""
    same_place = (last.mcid, last.cut) == (mcid, cut) and mcid != OUTSIDE
    return not label or (same_place and label in {last.label, ""})


def _going(
    shown: Sequence[Shown], marks: Sequence[Mark], corner: Sequence[float]
) -> dict[int, int]:
    """By index the glyphs that a strip runs through, with the number of the mark."""
    left, top = corner
    reach = min(max((glyph.size for glyph in shown), default=0.0) * _REACH, _FAR)
    rows: dict[int, list[tuple[int, Box, Mark]]] = {}
    for number, mark in enumerate(marks):
        for box in (*mark.strips, *((mark.box,) if mark.whole else ())):
            y0, y1 = max(box.y0 - reach, -_FAR), min(box.y1 + reach, _FAR)
            for row in range(int(y0 // _ROW), int(y1 // _ROW) + 1):
                rows.setdefault(row, []).append((number, box, mark))
    found: dict[int, int] = {}
    for index, glyph in enumerate(shown):
        x, y = glyph.x - left, top - glyph.y
        if not abs(y) < _FAR:  # also when it is no number
            continue
        for number, box, mark in rows.get(int(y // _ROW), ()):
            near = 0.0 if mark.whole and box is mark.box else glyph.size * _REACH
            if _runs_through(box, x, y, near, turned=mark.turned):
                found[index] = number
                break
    return found


def _runs_through(box: Box, x: float, y: float, near: float, *, turned: bool) -> bool:
    """Whether the middle of a letter lies in a box, or beside it across the line of text."""
    across, along = (near, 0.0) if turned else (0.0, near)
    return box.x0 - across <= x <= box.x1 + across and box.y0 - along <= y <= box.y1 + along


def _kept_counts(
    before: Sequence[Shown], after: Sequence[Shown], going: set[int]
) -> dict[int, int]:
    """For each glyph that goes: how many glyphs of its sequence are left before it."""
    counts: dict[int, int] = {}
    for mcid in {before[index].mcid for index in going}:
        old = [index for index, glyph in enumerate(before) if glyph.mcid == mcid]
        left = [glyph.code for glyph in after if glyph.mcid == mcid]
        staying = [index for index in old if index not in going]
        if [before[index].code for index in staying] != left:
            counts |= _aligned(old, [before[index].code for index in old], left)
            continue
        kept = 0
        for index in old:
            counts[index] = kept
            kept += index not in going
    return counts


def _aligned(old: Sequence[int], codes: Sequence[Any], left: Sequence[Any]) -> dict[int, int]:
    """The same where more or less went than the strips say: by comparing both texts."""
    if len(codes) > _MAX_GLYPHS:
        return {index: min(at, len(left)) for at, index in enumerate(old)}
    changes = [
        (start, end, new)
        for kind, start, end, new, _ in SequenceMatcher(
            None, codes, left, autojunk=False
        ).get_opcodes()
        if kind != "equal"
    ]
    if not changes:
        return {index: min(at, len(left)) for at, index in enumerate(old)}
    counts: dict[int, int] = {}
    for at, index in enumerate(old):
        # Where the strips seem to run through a glyph that stayed, its neighbours went.
        _, _, counts[index] = min(changes, key=lambda one: max(one[0] - at, at - one[1] + 1, 0))
    return counts


class Announcer:
    """Goes over the pages of a tagged document: finds places, cuts content, writes the tree.

    ``before`` is the document as it was given, with its text; None when it cannot be opened.
    """

    def __init__(self, pdf: Any, before: Any, root: Any) -> None:
        self._pdf = pdf
        self._root = root
        self._before = list(before.pages) if before is not None else []
        self._done: list[PageTags] = []

    def page(self, page: Any, content: bytes, plan: PagePlan) -> tuple[bytes, dict[int, int]]:
        """The content of a page cut where marks are announced, and a number for their labels."""
        if not plan.marks or plan.raster:
            return content, {}
        resources, corner = page["/Resources"], _corner(page)
        after, numbers = _shown(self._pdf.make_stream(content), resources)
        before: list[Shown] = []
        if plan.page <= len(self._before):
            old = self._before[plan.page - 1]
            before, _ = _shown(old, old.get("/Resources"))
        tags = page_tags(page, self._root, numbers)
        wanted = announcements(before, after, plan.marks, corner)
        content = self._cut(content, resources, tags, wanted)
        self._done.append(tags)
        return content, {mark: n for one in wanted for mark, n in one.numbers.items()}

    def _cut(
        self, content: bytes, resources: Any, tags: PageTags, wanted: Sequence[Announcement]
    ) -> bytes:
        cuts: dict[int, list[Cut]] = {}
        for one in wanted:
            if one.mcid != OUTSIDE and one.cut not in cuts.setdefault(one.mcid, []):
                cuts[one.mcid].append(one.cut)
        for places in cuts.values():
            places.sort(key=lambda cut: cut.glyph)
        if cuts:
            first = tags.next_number
            content, tags.pieces = split_content(self._pdf, content, resources, cuts, first)
            tags.count(tags.pieces)
        for one in wanted:
            for mark in one.marks:
                one.numbers[mark] = tags.new_number()
        tags.announcements = wanted
        return content

    def finish(self, language: str) -> None:
        """Write all of it into the structure tree, which must be clean by now."""
        tagger = Tagger(self._pdf, self._root, language=language)
        for tags in self._done:
            tagger.tag(tags)


def _shown(stream: Any, resources: Any) -> tuple[list[Shown], set[int]]:
    """The glyphs of a content stream and its MCIDs; none when it cannot be read."""
    import pikepdf

    try:
        pen = Pen(resources)
        return list(pen.run(pikepdf.parse_content_stream(stream))), pen.numbers
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        return [], set()


def _corner(page: Any) -> tuple[float, float]:
    """The left and top of the media box."""
    x0, y0, x1, y1 = (float(value) for value in page["/MediaBox"])
    return min(x0, x1), max(y0, y1)
