"""One slip of the fingers, or of a scan, in a word of folded letters and digits."""

from collections.abc import Iterator
from typing import Final

_ROWS: Final = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_READ_AS: Final = (("rn", "m"), ("cl", "d"), ("vv", "w"))
_LOOKS_LIKE: Final = str.maketrans({"1": "l", "i": "l", "0": "o"})


def _neighbours() -> dict[str, str]:
    """The keys around each key: left, right, and those above and below, which stand shifted."""
    found = {}
    for number, row in enumerate(_ROWS):
        for place, sign in enumerate(row):
            beside = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
            above = _ROWS[number - 1][place : place + 2] if number else ""
            below = _ROWS[number + 1][max(0, place - 1) : place + 1] if number < 3 else ""
            found[sign] = beside + above + below
    return found


NEIGHBOURS: Final = _neighbours()


def deletions(word: str) -> Iterator[str]:
    """The word without one of its letters."""
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def is_slip(word: str, name: str) -> bool:
    """True when one letter was dropped, doubled, swapped with the next, or hit beside its key."""
    longer = len(word) - len(name)
    if longer == 0:
        return _is_swap_or_neighbour(word, name)
    place = _first_difference(word, name)
    if longer == -1:
        return word[place:] == name[place + 1 :]
    # The letter that is one too many is the same as the one before it.
    return (
        longer == 1
        and place > 0
        and word[place] == word[place - 1]
        and word[place + 1 :] == name[place:]
    )


def _is_swap_or_neighbour(word: str, name: str) -> bool:
    place = _first_difference(word, name)
    if place == len(name):
        return False
    if word[place + 1 :] == name[place + 1 :]:
        return word[place] in NEIGHBOURS.get(name[place], "")
    swapped = name[place + 1 : place + 2] + name[place]
    return word[place : place + 2] == swapped and word[place + 2 :] == name[place + 2 :]


def _first_difference(word: str, name: str) -> int:
    place = 0
    while place < min(len(word), len(name)) and word[place] == name[place]:
        place += 1
    return place


def skeleton(word: str) -> str:
    """The same for words that a scan confuses: rn for m, cl for d, vv for w, 1 and I for l, 0."""
    for read, meant in _READ_AS:
        word = word.replace(read, meant)
    return word.translate(_LOOKS_LIKE)
