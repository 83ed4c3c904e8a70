"""The words that readers still see on the pages after redaction."""

import re
from collections.abc import Iterable, Sequence

from woo.redact.runs import Span
from woo.text.folding import fold

_WORD = re.compile(r"[^\W_]+")
_BROKEN = re.compile(r"[-\u00ad\u2010]\n")


class ShownWords:
    """Gathers the words of pages, without what is redacted.

    A bookmark may only say what stands on a page: everything else was never looked at.
    """

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._folded: frozenset[str] | None = None

    def add(self, text: str, going: Sequence[Span]) -> None:
        """Add the text of one page without the spans that go."""
        letters = list(text)
        for span in going:
            letters[span.start : span.end] = " " * (span.end - span.start)
        left = "".join(letters)
        self._words.update(_WORD.findall(left))
        if _BROKEN.search(left):
            self._words.update(_WORD.findall(_BROKEN.sub("", left)))
        self._folded = None

    def covers(self, text: str) -> bool:
        """Whether every word of a text stands on the pages."""
        if self._folded is None:
            self._folded = frozenset(_folded(self._words))
        return all(word in self._folded for word in _folded(_WORD.findall(text)))


def _folded(words: Iterable[str]) -> list[str]:
    return [letters for word in words if (letters := fold(word).text)]
