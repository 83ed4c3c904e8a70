"""Where in a picture a secret can still be read: so that a box can be put over that place."""

from collections.abc import Iterable, Iterator, Sequence

from woo.model.geometry import Box
from woo.verify.misread import misread
from woo.verify.needles import Needle, Needles
from woo.verify.recognising import Reading, Word

_MOST_WORDS = 6


def legible_places(
    readings: Iterable[Reading], known: Sequence[str], needles: Needles, wanted: Needle
) -> Iterator[Box]:
    """The boxes, in pixels of the picture, around the fewest words that give the secret.

    Over a line end, and in a picture that was turned, it has no place here.
    """
    for reading in readings:
        if reading.is_level:
            for line in reading.lines:
                yield from _in_line(line, known, needles, wanted)


def _in_line(
    line: Sequence[Word], known: Sequence[str], needles: Needles, wanted: Needle
) -> Iterator[Box]:
    for size in range(1, min(_MOST_WORDS, len(line)) + 1):
        windows = [line[first : first + size] for first in range(len(line) - size + 1)]
        found = [words for words in windows if _tells(words, known, needles, wanted)]
        if found:
            yield from map(_around, found)
            return


def _tells(words: Sequence[Word], known: Sequence[str], needles: Needles, wanted: Needle) -> bool:
    text = " ".join(word.text for word in words)
    return wanted in needles.count(text) or wanted in misread(text, known, needles)


def _around(words: Sequence[Word]) -> Box:
    box = words[0].box
    for word in words[1:]:
        box = box.union(word.box)
    return box
