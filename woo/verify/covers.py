"""What lies over and under a glyph: shapes, pictures and annotations, in drawing order."""

from collections.abc import Iterable
from dataclasses import dataclass

from woo.model.geometry import Box
from woo.verify.subject import PageView

_TOP_LAYER = 1_000_000_000
_MAX_COVERS = 5000
# Annotations that draw something over the page. Links, notes and pop-ups do not; form fields do,
# but not to hide what is under them.
_COVERING = frozenset(
    {"/Square", "/Circle", "/Redact", "/Highlight", "/Polygon", "/PolyLine", "/Stamp", "/FreeText"}
    | {"/Ink", "/Line", "/Underline", "/StrikeOut", "/Caret"}
)


@dataclass(frozen=True, slots=True)
class Cover:
    """Something that fills a box, or at least lies in it."""

    box: Box
    layer: int
    is_picture: bool = False

    def hugs(self, text: Box, times: float) -> bool:
        """True for a bar that is hardly higher (or, up the page, wider) than the text."""
        small, large = sorted((text.width, text.height))
        line = text.height if text.height <= text.width else small
        low = min(self.box.width, self.box.height)
        return (
            low <= times * max(line, 4.0)
            and max(self.box.width, self.box.height) < 20 * large + 200
        )


class Covers:
    """All covers of a page."""

    def __init__(self, covers: Iterable[Cover]) -> None:
        self._all = sorted(covers, key=lambda cover: cover.layer)[-_MAX_COVERS:]

    def over(self, glyph: Box, layer: int) -> Cover | None:
        """What was drawn over a glyph of this layer, the last one first; None when nothing."""
        for cover in reversed(self._all):
            if cover.layer <= layer:
                return None
            if _holds_middle(cover.box, glyph):
                return cover
        return None

    def under(self, glyph: Box, layer: int) -> Cover | None:
        """What a glyph of this layer was drawn on; None for the paper."""
        for cover in reversed(self._all):
            if cover.layer < layer and _holds_middle(cover.box, glyph):
                return cover
        return None

    def cutting(self, glyph: Box, layer: int) -> Cover | None:
        """What covers a glyph at one side only."""
        for cover in reversed(self._all):
            if cover.layer <= layer:
                return None
            across = min(cover.box.x1, glyph.x1) - max(cover.box.x0, glyph.x0)
            down = min(cover.box.y1, glyph.y1) - max(cover.box.y0, glyph.y0)
            part = across / max(glyph.width, 0.1)
            if 0.2 < part < 0.85 and down > 0.7 * glyph.height and not cover.is_picture:
                return cover
        return None


def _holds_middle(box: Box, glyph: Box) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2
    return box.x0 - 1 <= x <= box.x1 + 1 and box.y0 - 1 <= y <= box.y1 + 1


def read_covers(view: PageView) -> Covers:
    """Everything on a page that is no text and that nothing shows through."""
    shapes, pictures = view.page.drawn
    found = [Cover(shape.box, shape.layer) for shape in shapes if shape.is_opaque]
    found += [Cover(picture.box, picture.layer, is_picture=True) for picture in pictures]
    found += [
        Cover(note.box, _TOP_LAYER) for note in view.facts.annotations if note.subtype in _COVERING
    ]
    return Covers(found)
