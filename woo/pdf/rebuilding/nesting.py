"""Mends the nesting of marked content and text objects (ISO 32000-1, 14.6.1).

MuPDF starts a text object only when it shows something, so that marked content that began inside a
text object now begins before it and ends within.
"""

from collections.abc import Sequence
from typing import Any

from woo.pdf.rebuilding.contents import PAINTING, SHOWING


def nested(instructions: Sequence[Any]) -> list[Any]:
    """The instructions with such marked content begun inside its text object again."""
    moves = _moves(instructions)
    if not moves:
        return list(instructions)
    moved = {begin for begins in moves.values() for begin in begins}
    out: list[Any] = []
    for index, instruction in enumerate(instructions):
        if index not in moved:
            out.append(instruction)
        out += [instructions[begin] for begin in sorted(moves.get(index, ()))]
    return out


def _moves(instructions: Sequence[Any]) -> dict[int, list[int]]:
    """By the place of a BT the places of the BDC and BMC that belong behind it."""
    found: dict[int, list[int]] = {}
    begun: list[tuple[int, int]] = []  # place, and the text object that it is in
    text, painted, painted_before = -1, -1, -1
    for index, instruction in enumerate(instructions):
        operator = str(instruction.operator)
        if operator == "BT":
            text, painted_before = index, painted
        elif operator == "ET":
            text = -1
        elif operator in {"BDC", "BMC"}:
            begun.append((index, text))
        elif operator == "EMC" and begun:
            begin, inside = begun.pop()
            if inside < 0 <= text and painted_before < begin:
                found.setdefault(text, []).append(begin)
        elif operator in SHOWING | PAINTING:
            painted = index
    return found
