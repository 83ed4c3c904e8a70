"""Buildings called after somebody: *Johan de Witt-kazerne*, *Lelyhal*, *de Aletta Jacobshof*."""

import re
from collections.abc import Iterator

from woo.detect.words.grammar import CAPITALISED, LETTER, PARTICLES
from woo.reference.lexicon import is_first_name, is_surname

# *Johan de Witt-kazerne*, *Lelyhal*, *Thorbeckeflat*; *de Aletta Jacobshof* only with its article.
_KINDS = "kazerne|sporthal|flat|complex|tunnel|sluis|gemaal|toren|viaduct"
_BUILDING = re.compile(
    f"(?<![\\w-])(?:(?:{CAPITALISED}|{PARTICLES})[ ]){{0,3}}"
    f"[A-ZÀ-Þ][{LETTER}'’]{{2,20}}-(?:{_KINDS})(?!\\w)|"
    r"(?<![\w-])(?:(?:Dr|Prof|Burg|Ir|Mr)\.[ ])?"
    r"(?P<stem>[A-ZÀ-Þ][a-zà-ÿ]{3,18})(?:hal|flat|kazerne)(?!\w)"
)
_HOUSE = re.compile(
    rf"(?<=\b[Dd]e )(?P<first>{CAPITALISED})[ ][A-ZÀ-Þ][a-zà-ÿ]{{3,20}}"
    r"(?:hof|burcht|borg|hoeve)(?!\w)|"
    rf"(?<=\b[Hh]et )(?P<giver>{CAPITALISED})[ ][A-ZÀ-Þ][a-zà-ÿ]{{3,20}}huis(?!\w)"
)


def is_building(name: str) -> bool:
    """Whether a name may be that of a building: *Aletta Jacobshof*."""
    places = ((len(article) + 1, f"{article} {name}") for article in ("de", "het"))
    return any((start, len(text)) in buildings(text) for start, text in places)


def buildings(text: str) -> Iterator[tuple[int, int]]:
    """Where such a name stands; what could be a surname counts only behind its article."""
    for match in _BUILDING.finditer(text):
        stem = match["stem"]
        if stem is None or is_surname(stem) or is_first_name(stem) or "." in match.group():
            yield match.span()
    for match in _HOUSE.finditer(text):
        if is_first_name(match["first"] or match["giver"]):
            yield match.span()
