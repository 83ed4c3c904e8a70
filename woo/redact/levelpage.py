"""The glyphs of a page, turned so that the text of one heading is level (``geometry.level``)."""

from functools import cached_property
from typing import Any

from woo.model.geometry import Box, Heading, level
from woo.pdf.reading.textlayer import Drawing, TextPage

# In heights of a line (ascender to descender, some 1.25 em).
COLUMN_GAP = 2.0  # 2.5 em parts columns
TALL = 2.0  # a larger letter is no part of the line
NEAR_LINES = 4.5
_WHITE = [code for code in range(0x3001) if chr(code).isspace()]
TAB_LINES, TAB_NEAR = 2, 0.7  # so many near lines start there, within so many points


def blanks_of(text: str) -> Any:
    """For every character whether it is white space, as a numpy array."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.isin(codes, _WHITE)


class LevelPage:
    """The glyphs of a page, turned so that text of one heading is level."""

    def __init__(self, page: TextPage, heading: Heading, drawing: Drawing) -> None:
        import numpy as np

        edges = np.array(page.edges, dtype="float64").reshape(-1, 4)
        x0, y0, x1, y1 = edges.T
        self._drawn = (x1 > x0) & (y1 > y0)
        turned = {
            Heading.RIGHT: (x0, y0, x1, y1),
            Heading.UP: (-y1, x0, -y0, x1),
            Heading.LEFT: (-x1, -y1, -x0, -y0),
            Heading.DOWN: (y0, -x1, y1, -x0),
        }
        self.x0, self.y0, self.x1, self.y1 = turned[heading]
        blank = np.fromiter((c.isspace() for c in page.text), bool, len(page.text))
        self.size_at = page.size_at
        self.ink = self._drawn & ~blank
        # A word has one number; the later letters of a ligature have no width, but belong to it.
        self.words = np.cumsum(blank)
        self.heading = heading
        self.visible = level(page.visible, heading) if page.visible else None
        self.paths = [level(box, heading) for box in drawing.paths]
        self.pictures = [level(box, heading) for box in drawing.pictures]
        self._breaks = [i for i, c in enumerate(page.text) if c == "\n"]

    def band(self, box: Box) -> Any:
        """The indexes of drawn glyphs on the line of a box, from left to right."""
        import numpy as np

        middle = (self.y0 + self.y1) / 2
        on = self._drawn & (middle >= box.y0) & (middle <= box.y1)
        on &= (self.y1 - self.y0) < TALL * box.height
        found = np.nonzero(on)[0]
        return found[np.argsort(self.x0[found], kind="stable")]

    @cached_property
    def _parts(self) -> tuple[Box, ...]:
        """Around the ink of every line of text that MuPDF saw, which parts lines at wide gaps."""
        starts = [0, *(end + 1 for end in self._breaks)]
        boxes = (self.around(start, end) for start, end in zip(starts, self._breaks, strict=False))
        return tuple(box for box in boxes if box is not None)

    def starts_near(self, box: Box) -> list[float]:
        """Where lines above and below, and parts of those, begin."""
        reach = NEAR_LINES * box.height
        return [
            part.x0
            for part in self._parts
            if box.y0 - reach < (part.y0 + part.y1) / 2 < box.y1 + reach
            and not box.y0 < (part.y0 + part.y1) / 2 < box.y1
        ]

    @cached_property
    def lines(self) -> tuple[Box, ...]:
        """Around the ink of every line of text, the parts of one line in one column joined."""
        found: list[Box] = []
        for box in self._parts:
            last = found[-1] if found else None
            if last and _continues(last, box) and not self._is_tab(box.x0):
                found[-1] = last.union(box)
            else:
                found.append(box)
        return tuple(found)

    def _is_tab(self, place: float) -> bool:
        """Whether several lines, or parts of lines, begin here: a column does."""
        return sum(abs(part.x0 - place) < TAB_NEAR for part in self._parts) > TAB_LINES

    def around(self, start: int, end: int) -> Box | None:
        """Around the ink of a range of characters."""
        ink = self.ink[start:end]
        if not ink.any():
            return None
        low_x, low_y = self.x0[start:end][ink].min(), self.y0[start:end][ink].min()
        high_x, high_y = self.x1[start:end][ink].max(), self.y1[start:end][ink].max()
        return Box(float(low_x), float(low_y), float(high_x), float(high_y))


def _continues(one: Box, other: Box) -> bool:
    """Whether two boxes are parts of one line in one column."""
    height = min(one.height, other.height)
    overlap = min(one.y1, other.y1) - max(one.y0, other.y0)
    return overlap > 0.5 * height and abs(other.x0 - one.x1) < COLUMN_GAP * height
