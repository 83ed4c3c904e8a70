"""Terms that text recognition misread by a letter: ``Zwartkruls`` is as legible as the name."""

import re
from collections.abc import Iterable, Iterator

from woo.pdf.reading.textlayer import TextPage
from woo.text.matcher import fold

# In a shorter word one other letter often makes another word.
_SHORTEST = 7
_WORD = re.compile(r"\S+")


def misread(page: TextPage, terms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Start and end of what differs by one letter from a term, in the recognised text of a page."""
    wanted = [
        (folded, len(_WORD.findall(term)))
        for term in terms
        if len(folded := fold(term).text) >= _SHORTEST
    ]
    if not wanted:
        return
    for start, end in _joined(page.unseen):
        words = [
            (fold(word.group()).text, start + word.start(), start + word.end())
            for word in _WORD.finditer(page.text[start:end])
        ]
        for letters, most in wanted:
            yield from _places(words, letters, most)


def _places(
    words: list[tuple[str, int, int]], letters: str, most: int
) -> Iterator[tuple[int, int]]:
    """Rows of at most ``most`` words that together are one letter away from ``letters``."""
    from rapidfuzz.distance import Levenshtein

    for first in range(len(words)):
        together = ""
        for word, _, end in words[first : first + most]:
            together += word
            if Levenshtein.distance(together, letters, score_cutoff=1) == 1:
                yield words[first][1], end


def _joined(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges that lie against each other as one, for a word may run over two."""
    current: tuple[int, int] | None = None
    for start, end in ranges:
        if current is not None and start <= current[1] + 1:
            current = (current[0], max(end, current[1]))
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current
