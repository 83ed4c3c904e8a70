"""Whether a term that was found in a text is a word there, or a part of a longer word.

A space is not all that parts words: a footnote number sits against a name, and a generator may lose
the space in ``deheerZwartkruis``. What is doubtful counts as a word, since a name that stays is
worse than a word that goes; only short terms are held to spaces and signs.
"""

import re
from collections.abc import Callable

from woo.text.letters import fold_character, is_invisible

# Says that character i of a text stands apart from the one before it, though no space does.
Parted = Callable[[int], bool]
# Below this many letters a change of case or from letters to digits (``A4``) parts no words.
_LOOSE = 3
# Below this many letters a term is not looked for in pieces.
_PIECES = 4
_BROKEN = re.compile("[-\u00ad\u2010\u2011]\\s*[\n\f]")


def is_alone(text: str, start: int, end: int, letters: int, parted: Parted | None = None) -> bool:
    """True when no part of a longer word touches the span; ``letters`` is the term's length."""
    before, after = start - 1, end
    while before >= 0 and is_invisible(text[before]):
        before -= 1
    while after < len(text) and is_invisible(text[after]):
        after += 1
    begins = before < 0 or not _joins(text[before], text[start], letters)
    if not begins and not (parted and parted(start)):
        return False
    if after == len(text) or not _joins(text[_last_letter(text, end)], text[after], letters):
        return True
    shouted = letters > _LOOSE and text[after].islower() and text[start:end].isupper()
    return shouted or bool(parted and parted(after))


def _last_letter(text: str, end: int) -> int:
    """Before the accents that belong to it."""
    last = end - 1
    while last > 0 and is_invisible(text[last]):
        last -= 1
    return last


def _joins(left: str, right: str, letters: int) -> bool:
    """Whether two neighbouring characters belong to one word."""
    if not fold_character(left) or not fold_character(right):
        return False
    if _needs_no_spaces(left) or _needs_no_spaces(right):
        return False
    if letters < _LOOSE:
        return True
    return left.isdigit() == right.isdigit() and not (left.islower() and right.isupper())


def _needs_no_spaces(character: str) -> bool:
    """Chinese and Japanese."""
    return "\u3040" <= character <= "\u9fff"


def is_one_token(written: str, term: str, letters: int) -> bool:
    """False when a short term is only there by joining two words (``Ed`` in ``e dag``: ``e d``).

    Letter spacing, a hyphen at a line end and signs that the term has itself join no words.
    """
    if letters >= _PIECES or any(not fold_character(c) and not is_invisible(c) for c in term):
        return True
    visible = "".join(c for c in written if not is_invisible(c))
    words = visible.split()
    if len(words) == 1:
        # ``12`` is not in ``1,2``.
        return visible.isalnum() or not any(c.isdigit() for c in visible)
    spaced = all(sum(map(len, map(fold_character, word))) == 1 for word in words)
    return spaced or _BROKEN.search(written) is not None
