"""Names in small letters beside each other: *ruth Manusama*, *Henk jansma*, *ruth manusama*.

Whoever types in haste writes them so. Rules and networks know a name by its capitals; a text stays
as long as it was.
"""

import re
from functools import lru_cache
from typing import Final

from woo.reference.lexicon import (
    is_first_name,
    is_in_use,
    is_ordinary,
    is_surname,
)

_PARTICLES: Final = r"(?:(?:van|v\.?d\.?|de[nr]?|te[nr]?|het|el|al)[ ]){0,3}"
_PAIR = re.compile(
    rf"(?<![\w.@/'’-])(?P<first>[A-Za-zÀ-ÿ]{{3,15}})(?P<between>[ ]{_PARTICLES})"
    r"(?P<last>[A-Za-zÀ-ÿ]{4,24}(?:-[A-Za-zÀ-ÿ]{2,24})?)(?![\w@'’-]|[./:]\w)"
)


def with_capitals(text: str) -> str:
    """``text`` with a capital where such a name has none."""
    pieces, done, place = [], 0, 0
    while pair := _PAIR.search(text, place):
        place = pair.end("first")
        if _is_somebody(pair["first"], pair["last"]):
            last = pair["last"]
            pieces += [text[done : pair.start()], pair["first"].capitalize(), pair["between"]]
            pieces.append(last[0].upper() + last[1:])
            done = place = pair.end()
    return "".join((*pieces, text[done:]))


def _is_somebody(first: str, last: str) -> bool:
    """One of both in small letters, and each a name that is no word."""
    small = first[0].islower() or last[0].islower()
    if not small or first.isupper() or last.isupper() or not _is_called_so(first):
        return False
    if last[0].isupper():
        return not is_first_name(last)
    return is_surname(last) and not _is_word(last)


@lru_cache(maxsize=1 << 14)
def _is_called_so(first: str) -> bool:
    return is_first_name(first) and not _is_word(first.lower())


def _is_word(word: str) -> bool:
    return is_ordinary(word) or is_in_use(word)
