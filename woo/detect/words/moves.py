"""Words that are set elsewhere in a text, with the way back; the text stays as long as it was."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Move(NamedTuple):
    """What comes at ``start`` in place of as many characters, and where each stood."""

    start: int
    text: str
    places: list[int]


def moved(text: str, places: Sequence[int], moves: Iterable[Move]) -> tuple[str, Sequence[int]]:
    """The text and the places of its characters, with what moves moved."""
    every = list(moves)
    if not every:
        return text, places
    signs, now = list(text), list(places)
    for move in every:
        stop = move.start + len(move.text)
        signs[move.start : stop] = move.text
        now[move.start : stop] = [places[place] for place in move.places]
    return "".join(signs), now


def span(match: re.Match[str], group: str) -> range:
    """The places of what a group matched."""
    return range(*match.span(group))
