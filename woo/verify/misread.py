"""Secrets that Tesseract reads with one letter wrong: a reader of the picture reads them right."""

from collections.abc import Iterable, Iterator

from woo.verify.folding import fold
from woo.verify.needles import Needle, Needles

# In a shorter word one other letter often makes another word.
_SHORTEST = 7
_MOST_WORDS = 4


def misread(recognised: str, known: Iterable[str], needles: Needles) -> Iterator[Needle]:
    """The secrets that are one letter away from what was recognised on a page.

    ``known`` are readings of the page's own text: what stands there is read rightly. A secret that
    may stay somewhere is left out.
    """
    wanted = [n for n in needles.all if len(n.letters) >= _SHORTEST and not n.allowed]
    if not wanted:
        return
    text = " ".join(fold(reading).letters for reading in known)
    rows = {row for row in _rows(recognised) if row not in text}
    for needle in wanted:
        if any(_is_near(row, needle.letters) for row in rows):
            yield needle


def _rows(text: str) -> Iterator[str]:
    """The letters of every row of one to four words."""
    words = [letters for word in text.split() if (letters := fold(word).letters)]
    for first in range(len(words)):
        together = ""
        for word in words[first : first + _MOST_WORDS]:
            together += word
            yield together


def _is_near(row: str, letters: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(row, letters, score_cutoff=1) == 1
