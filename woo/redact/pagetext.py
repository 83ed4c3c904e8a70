"""The text of all pages together, with what only the places of the glyphs tell."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from woo.model.document import PAGE_BREAK
from woo.model.geometry import Box
from woo.pdf.reading.textlayer import TextPage

# In heights of a glyph's box, some 1.2 em: less than what counts as a space.
_PARTED = 0.07
_ACCENTS = frozenset("\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02d8\u02d9\u02da\u02db\u02dc\u02dd^`~")


class PagesText:
    """Pages joined by a form feed; offsets count in ``text``."""

    def __init__(self, pages: Sequence[TextPage]) -> None:
        self.text = PAGE_BREAK.join(page.text for page in pages)
        self._pages = pages
        lengths = (len(page.text) + len(PAGE_BREAK) for page in pages)
        self._starts = [0, *accumulate(lengths)][:-1]

    def box(self, offset: int) -> Box | None:
        """Where a character stands; None when nothing is drawn for it."""
        if not 0 <= offset < len(self.text):
            return None
        number = bisect_right(self._starts, offset) - 1
        index = offset - self._starts[number]
        return None if index == len(self._pages[number].text) else self._pages[number].box(index)

    def is_parted(self, offset: int) -> bool:
        """Whether a letter stands apart from the one before it, and not as letter spacing."""
        gap = self._gap(offset)
        if gap < _PARTED:
            return False
        return all(self._gap(near) < gap / 2 for near in (offset - 1, offset + 1))

    def _gap(self, offset: int) -> float:
        """Between a character and the one before it, in heights; 0 unless both are on one line."""
        before, here = self.box(offset - 1), self.box(offset)
        if before is None or here is None:
            return 0.0
        across = max(here.x0 - before.x1, before.x0 - here.x1)
        down = max(here.y0 - before.y1, before.y0 - here.y1)
        size = max(min(here.width, here.height), min(here.height, 2 * here.width))
        return max(across, down) / size if size else 0.0

    def with_accents(self, span: tuple[int, int]) -> tuple[int, int]:
        """A span with the accents that are drawn over its outer letters as glyphs of their own."""
        start, end = span
        while self._is_over(start - 1, start):
            start -= 1
        while self._is_over(end, end - 1):
            end += 1
        return start, end

    def _is_over(self, accent: int, letter: int) -> bool:
        if not 0 <= accent < len(self.text) or self.text[accent] not in _ACCENTS:
            return False
        one, other = self.box(accent), self.box(letter)
        if one is None or other is None:
            return False
        shared = min(one.x1, other.x1) - max(one.x0, other.x0)
        return shared > 0.5 * min(one.width, other.width)
