"""Names in capitals among small letters: *dhr. JANSEN*, *Sofie VAN DAM*, *JAN DE VRIES belde*.

Reports of the police and forms write them so. Rules and networks know a name as it is written
elsewhere.
"""

import re
from typing import Final

from woo.detect.words.grammar import INITIALS, PARTICLES, TITLES
from woo.reference.abbreviations import units
from woo.reference.lexicon import (
    is_first_name,
    is_in_use,
    is_like_surname,
    is_not_name,
    is_ordinary,
    is_place,
    is_surname,
)

_WORD: Final = "[A-ZÀ-Þ]{2,24}(?:-[A-ZÀ-Þ]{2,24})?"
_ENDS: Final = r"(?![\w@/-]|\.\w)"
# *dhr. JANSEN* and *Sofie VAN DAM*; systems have first names too.
NAME_BEFORE: Final = (
    rf"(?P<before>(?<![\w.])(?:{TITLES}|{INITIALS}|(?P<first>[A-ZÀ-Þ][a-zà-ÿ]{{1,24}}))[ ]"
    rf"(?:{PARTICLES}[ ]){{0,3}})"
)
_BEHIND_NAME = re.compile(
    rf"{NAME_BEFORE}(?P<name>[A-ZÀ-Þ]{{3,24}}(?:-[A-ZÀ-Þ]{{2,24}})?){_ENDS}(?![ ]?:)"
)
_SEVERAL = re.compile(rf"(?<![\w.@/=&-]){_WORD}(?:[ ]{_WORD}){{0,5}}{_ENDS}")
_PARTICLE = re.compile("(?:VAN|VON|DE[NR]?|TE[NR]?|HET|EL|AL|BEN|OP|IN|TOT)")
_SHORTEST: Final = 4
_SMALL = re.compile(r"[a-zà-ÿ]{2}")
_REACH, _MOST_SMALL = 30, 3  # characters around capitals, and pairs of small letters in them


def without_shouting(text: str) -> str:
    """``text``, as long as before, with such names as they are written elsewhere."""
    return _SEVERAL.sub(_names_in_small, _BEHIND_NAME.sub(_name_in_small, text))


def _name_in_small(match: re.Match[str]) -> str:
    name = match["name"]
    if match["first"] and not is_first_name(match["first"]):
        return match.group()
    if not any(map(_is_name, name.split("-"))) or not _is_among_small(match):
        return match.group()
    return match["before"] + name.title()


def _names_in_small(match: re.Match[str]) -> str:
    """*Jan de Vries* for *JAN DE VRIES*, and *Zohra* for *ZOHRA*; *IRIS* in a list is a system."""
    words = match.group().split(" ")
    if not _is_among_small(match) or not _are_of_somebody(words):
        return match.group()
    # By itself it is *Van de Laar*, with a first name *Jan van de Laar*.
    others = (word.lower() if _PARTICLE.fullmatch(word) else word.title() for word in words[1:])
    return " ".join((words[0].title(), *others))


def _is_among_small(match: re.Match[str]) -> bool:
    around = match.string[max(0, match.start() - _REACH) : match.end() + _REACH]
    return len(_SMALL.findall(around)) >= _MOST_SMALL


def _are_of_somebody(words: list[str]) -> bool:
    """One name that is nothing else, or several of which each may be a name."""
    names = [word for word in words if not _PARTICLE.fullmatch(word)]
    if not names or any(word in units() or is_not_name(word) for word in names):
        return False
    if len(words) == 1:
        return len(words[0]) >= _SHORTEST and _is_nothing_else(words[0])
    particles = len(names) < len(words)
    return all(map(_is_any_name, names)) and (particles or any(map(is_first_name, names)))


def _is_nothing_else(word: str) -> bool:
    small = word.lower()
    if is_ordinary(small) or is_place(word):
        return False
    return is_first_name(word) or (_is_any_name(word) and not is_in_use(small))


def _is_any_name(word: str) -> bool:
    return any(map(_is_name, word.split("-")))


def _is_name(word: str) -> bool:
    return is_first_name(word) or is_surname(word) or is_like_surname(word)
