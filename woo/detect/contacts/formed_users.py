"""Log-ins that office systems form of an initial and a surname: *mzegers*, *vdbeekt*, *hermsenk*.

They stand in logs, tickets and exports, often behind no word that says so. Such a word is no word
of the language, and what is left without the initial is a surname.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from woo.detect.words.mended import is_known
from woo.reference.lexicon import (
    is_english,
    is_first_name,
    is_not_name,
    is_of_language,
    is_ordinary,
    is_surname,
)

FORM: Final = r"[a-z]{5,14}"
_WORD = re.compile(rf"(?<![\w.@/\\:=&?%+-]){FORM}(?![\w@/\\=]|[.:-]\w)")
# With the department or task before it, or a number behind it: *soc_tbakker*, *nmulder3*.
_WITH_PART = re.compile(
    rf"(?<![\w.@/\\:=&?%+-])(?:(?P<part>[a-z]{{1,5}})[-_](?P<behind>{FORM})|"
    rf"(?P<numbered>{FORM})\d{{1,2}}|(?P<before>{FORM})[-_](?:beheer|adm|admin|ext|extern|test))"
    r"(?![\w@/\\=-]|[.:]\w)"
)
# *leila.haddad*: of a first name and a surname.
_DOTTED = re.compile(
    r"(?<![\w.@/\\:&?%+-])(?P<first>[a-z]{3,12})\.(?:(?:van|de|den|der|vd|v)\.?){0,2}"
    r"(?P<last>[a-z]{4,16})\d{0,2}(?![\w@/\\=-]|[.:]\w)"
)
# Of who buys, sells or plays: *verkoper gamer_dylan88*.
_ON_PLATFORM = re.compile(
    r"\b(?:(?:ver)?koper|adverteerder|speler|gamer|streamer|volger|profiel|kanaal)[ ]"
    r"(?P<name>(?=[\w.]*[\d_])[A-Za-z][\w.]{3,30})(?<!\.)(?![\w@])"
)
_BEFORE = re.compile(r"[^\W\d_]{1,12}(?=[ ]$)")
_BEHIND = re.compile(r"[ ]([a-zà-ÿ]{1,12})")
# How a log-in writes a tussenvoegsel; behind an initial more of them can be read.
_SHORT = ("vd", "vdr")
_PARTICLES = ("", *_SHORT, "vande", "vanden", "vander", "van", "v", "de", "d", "al", "ter", "ten")
_SHORTEST, _SHORTEST_BEHIND = 4, 3  # letters of a surname alone, and of one behind a particle
_REACH = 14  # characters
_MISREAD = (("rn", "m"), ("l", "i"))  # what a scan gives, and what stands there


def formed_users(text: str) -> Iterator[tuple[int, int]]:
    """Where a word can only be an initial with a surname, before or behind it; or two names.

    Behind who trades or plays, what no word is.
    """
    yield from (match.span("name") for match in _ON_PLATFORM.finditer(text))
    for match in _WORD.finditer(text):
        if is_formed(match.group()) and not _is_torn(match):
            yield match.span()
    for match in _WITH_PART.finditer(text):
        word, part = match["behind"] or match["numbered"] or match["before"], match["part"] or ""
        is_word = is_ordinary(part) and match.string[match.start("behind") - 1] == "-"
        if is_formed(word, marked=True) and not is_word:
            yield match.span()
    for match in _DOTTED.finditer(text):
        first, last = match["first"], match["last"]
        if is_first_name(first.title()) and not is_ordinary(first) and is_surname(last):
            yield match.span()


@lru_cache(maxsize=1 << 16)
def is_formed(word: str, *, marked: bool = False) -> bool:
    """Whether a word of ``FORM`` can only be an initial with a surname.

    ``marked``: something else shows that it is a log-in, so the surname may be a word (*Bakker*).
    """
    if not (
        _is_surname(word[1:], _PARTICLES, marked=marked)
        or _is_surname(word[:-1], ("", *_SHORT), marked=marked)
    ):  # most words are done here
        return False
    return not (is_known(word) or is_not_name(word) or is_english(word) or _is_misread(word))


def _is_misread(word: str) -> bool:
    """*januarl* and *rnail* of a bad scan."""
    return any(
        seen in word and is_of_language(word.replace(seen, stands)) for seen, stands in _MISREAD
    )


def _is_surname(letters: str, particles: tuple[str, ...], *, marked: bool) -> bool:
    """``vdmeulen`` and ``zegers``; not ``land``, which is a word too."""
    for particle in particles:
        name = letters.removeprefix(particle)
        least = _SHORTEST_BEHIND if particle else _SHORTEST
        if letters.startswith(particle) and len(name) >= least and is_surname(name):
            return marked or bool(particle) or not is_ordinary(name)
    return False


def _is_torn(match: re.Match[str]) -> bool:
    """*verg adering* of a bad scan: with the word beside it, it is one of the language."""
    text, word = match.string, match.group()
    before = _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
    behind = _BEHIND.match(text, match.end())
    return (before is not None and is_of_language((before.group() + word).lower())) or (
        behind is not None and is_of_language(word + behind[1])
    )
