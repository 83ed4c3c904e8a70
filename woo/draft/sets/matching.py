"""Which file is which row of a table of attachments, as far as its name tells."""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from woo.draft.sets.draft_set import slug
from woo.model.values import dataclass

# What says in a name that it is an attachment or which version, and not what it is about.
_EMPTY_WORDS = frozenset({"bijlage", "bijlagen", "concept", "definitief", "versie", "document"})
_SHORTEST_WORD = 4
_NUMBERED = re.compile(r"(?:^|-)bijlage-?(\d{1,3})(?:-|$)")
# How much each sign says: a whole name, a word that both have, the number in bijlage-2.pdf.
_WHOLE, _WORD, _NUMBER = 100, 10, 5


@dataclass(frozen=True, slots=True)
class Match:
    """A file and the number of its row, from 0. A guess goes by less than the whole name."""

    row: int
    path: Path
    is_guess: bool


def matches(rows: Sequence[str], paths: Sequence[Path]) -> list[Match]:
    """Each row with at most one file, in the order of the rows.

    One row and one file that are left over are taken to be of each other.
    """
    scored = [
        (_score(row, at, path.stem), -at, path)
        for (at, row), path in product(enumerate(rows), paths)
    ]
    found: dict[int, Match] = {}
    taken: set[Path] = set()
    for score, negative, path in sorted(scored, key=lambda one: one[:2], reverse=True):
        if score and -negative not in found and path not in taken:
            found[-negative] = Match(-negative, path, score < _WHOLE)
            taken.add(path)
    for match in _last(rows, paths, found, taken):
        found[match.row] = match
    return [found[at] for at in sorted(found)]


def _last(
    rows: Sequence[str], paths: Sequence[Path], found: dict[int, Match], taken: set[Path]
) -> Iterator[Match]:
    free = [at for at in range(len(rows)) if at not in found]
    left = [path for path in paths if path not in taken]
    if len(free) == len(left) == 1:
        yield Match(free[0], left[0], is_guess=True)


def _score(row: str, at: int, stem: str) -> int:
    name, file = slug(row), slug(stem)
    if _holds(file, name) or _holds(name, file):
        return _WHOLE
    numbered = _NUMBERED.search(file)
    number = _NUMBER if numbered and int(numbered[1]) == at + 1 else 0
    return _WORD * len(_words(name) & _words(file)) + number


def _holds(name: str, part: str) -> bool:
    """Whether all the words of ``part`` stand in ``name``, one behind the other."""
    return bool(_words(part)) and f"-{part}-" in f"-{name}-"


def _words(name: str) -> frozenset[str]:
    """The words that say what something is about."""
    words = (one for one in name.split("-") if len(one) >= _SHORTEST_WORD and not one.isdigit())
    return frozenset(words) - _EMPTY_WORDS
