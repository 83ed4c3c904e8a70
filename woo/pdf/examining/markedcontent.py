"""Marked content (ISO 32000-1, 14.6): parts of a stream with an identifier or a text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Marked:
    """``said`` is its ActualText as stored; ``shown`` the text that it draws."""

    identifier: int | None
    said: bytes | None = field(repr=False)
    shown: str = field(repr=False)


def marked_facts(operands: Sequence[bytes | float | str]) -> tuple[int | None, bytes | None]:
    """MCID and ActualText of a property list that stands in the stream, from its tokens."""
    identifier, said = None, None
    for key, value in pairwise(operands):
        if key == "/MCID" and isinstance(value, float):
            identifier = int(value)
        elif key == "/ActualText" and isinstance(value, bytes):
            said = value
    return identifier, said
