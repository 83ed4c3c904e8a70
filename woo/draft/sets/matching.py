"""Which file is which row of a table of attachments, as far as its name tells."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from pathlib import Path

from woo.draft.sets.draft_set import hyphenated
from woo.model.values import dataclass

# What says in a name that it is an attachment or which version, and not what it is about.
_EMPTY_WORDS = frozenset({"bijlage", "bijlagen", "concept", "definitief", "versie", "document"})
_SHORTEST_WORD = 4
_NUMBERED = re.compile(r"(?:^|-)bijlage-?(\d{1,3})(?:-|$)")
# How much each sign says where no name is whole: a word that both have, the number in
# bijlage-2.pdf.
_WORD, _NUMBER = 10, 5


@dataclass(frozen=True, slots=True)
class Match:
    """A file and the number of its row, from 0. A guess goes by less than the whole name."""

    row: int
    path: Path
    is_guess: bool


class _Sign(IntEnum):
    """By what a row and a file look like each other, the strongest last."""

    WORDS = 1
    PART = 2
    EQUAL = 3


@dataclass(frozen=True, slots=True, order=True)
class _Likeness:
    """``length`` is that of the part; a longer one says more."""

    sign: _Sign
    length: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class _Pair:
    """A row and a file that look like each other."""

    row: int
    path: Path
    likeness: _Likeness

    def rivals(self, other: "_Pair") -> bool:
        """Whether the other pair is of the same row or file, and looks like as well founded."""
        is_beside = (self.row == other.row) != (self.path == other.path)
        return is_beside and other.likeness.sign >= self.likeness.sign


def matches(rows: Sequence[str], paths: Sequence[Path]) -> list[Match]:
    """Each row with at most one file, in the order of the rows.

    A name, or a part of one, that fits more than one row or file makes a guess. One row and one
    file that are left over are taken to be of each other.
    """
    pairs = sorted(_pairs(rows, paths), key=lambda one: one.likeness, reverse=True)
    found: dict[int, Match] = {}
    taken: set[Path] = set()
    for pair in pairs:
        if pair.row not in found and pair.path not in taken:
            found[pair.row] = Match(pair.row, pair.path, _is_guess(pair, pairs, found))
            taken.add(pair.path)
    for match in _last(rows, paths, found, taken):
        found[match.row] = match
    return [found[at] for at in sorted(found)]


def _is_guess(pair: _Pair, pairs: Sequence[_Pair], found: dict[int, Match]) -> bool:
    """Whether another row or file fits as well, of those that are not surely of something else."""
    sure = [one for one in found.values() if not one.is_guess]
    rows, paths = {one.row for one in sure}, {one.path for one in sure}
    open_pairs = (one for one in pairs if one.row not in rows and one.path not in paths)
    return pair.likeness.sign is _Sign.WORDS or any(map(pair.rivals, open_pairs))


def _last(
    rows: Sequence[str], paths: Sequence[Path], found: dict[int, Match], taken: set[Path]
) -> Iterator[Match]:
    free = [at for at in range(len(rows)) if at not in found]
    left = [path for path in paths if path not in taken]
    if len(free) == len(left) == 1:
        yield Match(free[0], left[0], is_guess=True)


def _pairs(rows: Sequence[str], paths: Sequence[Path]) -> Iterator[_Pair]:
    files = [(path, hyphenated(path.stem)) for path in paths]
    for at, row in enumerate(map(hyphenated, rows)):
        for path, file in files:
            likeness = _likeness(row, at, file)
            if likeness:
                yield _Pair(at, path, likeness)


def _likeness(row: str, at: int, file: str) -> _Likeness | None:
    if row == file:
        return _Likeness(_Sign.EQUAL) if row else None
    numbered = _NUMBERED.search(file)
    number = _NUMBER if numbered and int(numbered[1]) == at + 1 else 0
    words = _WORD * len(_words(row) & _words(file)) + number
    if _holds(file, row) or _holds(row, file):
        return _Likeness(_Sign.PART, min(len(row), len(file)), words)
    return _Likeness(_Sign.WORDS, words=words) if words else None


def _holds(name: str, part: str) -> bool:
    """Whether all the words of ``part`` stand in ``name``, one behind the other."""
    return bool(_words(part)) and f"-{part}-" in f"-{name}-"


def _words(name: str) -> frozenset[str]:
    """The words that say what something is about."""
    words = (one for one in name.split("-") if len(one) >= _SHORTEST_WORD and not one.isdigit())
    return frozenset(words) - _EMPTY_WORDS
