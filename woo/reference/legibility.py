"""Whether a text that was read from pixels makes sense: which share of its words is Dutch.

What text recognition reads badly is no word. Names, numbers, codes and addresses are in no
dictionary either, so only words are looked at that begin with a small letter, and none near words
of another language. Measured in ``docs/decisions/0041``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from woo.reference.lexicon import (
    is_first_name,
    is_in_place,
    is_in_use,
    is_of_language,
    is_surname,
)
from woo.reference.tables import load_table

_SHORTEST = 4  # letters: half of all shorter strings are a word or an abbreviation
_NEAR = 10  # words
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\u2011][ \t]*\n\s*(?=[^\W\d_])")
_AROUND = ".,;:!?()[]{}<>|'\"`*•–—-‘’“”„«»…"
# In an address, a file name, a code or a list of settings.
_NO_PROSE = re.compile(r"[@_=\\&#+;<>(]|\w[.:]\w|//|\d\d")
# Of fewer words nothing can be said; a few unknown ones are jargon.
_ENOUGH, _FEW, _CLEAR = 20, 3, 0.95
# In ink that cannot be read at all, short strings are seen: *en gge ne*.
_MANY, _LONG = 40, 0.2


@dataclass(frozen=True, slots=True)
class Sense:
    """How many different words a text has that can be judged, and how many of them make sense.

    ``small`` is how many words there are that begin with a small letter, ``long`` how many of these
    are long enough to be judged.
    """

    words: int
    sensible: int
    small: int
    long: int

    @property
    def is_poor(self) -> bool:
        """Whether the text is misread for a good part; false where there is too little of it."""
        if self.small >= _MANY and self.long < _LONG * self.small:
            return True
        unknown = self.words - self.sensible
        return self.words >= _ENOUGH and unknown >= _FEW and self.sensible < _CLEAR * self.words


def sense_of(text: str) -> Sense:
    """What a text read from pixels tells of how well it was read."""
    dutch = list(_dutch(_BROKEN.sub("", text)))
    words = {part for word in dutch for part in _parts(word)}
    long = sum(len(word) >= _SHORTEST for word in dutch)
    return Sense(len(words), sum(map(_is_known, words)), len(dutch), long)


def _dutch(text: str) -> Iterator[str]:
    """The words that begin with a small letter, where no word of another language is near."""
    words = [word.strip(_AROUND) for word in text.split()]
    known = [-_NEAR, *(i for i, word in enumerate(words) if word.lower() in _foreign())]
    for before, after in pairwise([*known, len(words) + _NEAR]):
        near = words[before + _NEAR : max(before + _NEAR, after - _NEAR + 1)]
        yield from (word for word in near if word[:1].islower())


def _parts(word: str) -> Iterator[str]:
    """A word, or those joined by a hyphen in it, that a dictionary can be asked for."""
    digits = sum(map(str.isdigit, word))
    if not _NO_PROSE.search(word) and 3 * digits <= len(word):
        for part in re.split("[-/]", word):
            if sum(map(str.isalpha, part)) >= _SHORTEST and part[0].islower():
                yield part


def _is_known(word: str) -> bool:
    """Whether it is a word, also a name that somebody wrote in small letters."""
    lists = (is_of_language, is_in_use, is_first_name, is_surname, is_in_place)
    return any(has(word) for has in lists)


@cache
def _foreign() -> frozenset[str]:
    return frozenset(word for words in load_table("foreign").values() for word in words)
