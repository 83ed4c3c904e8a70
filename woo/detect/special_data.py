"""Special data: health, criminal past, belief and orientation of a person (AVG, art. 9 and 10).

A word of the list counts only in a sentence that is about somebody: a word such as *lijdt aan* or
*veroordeeld wegens* before it, or *diagnose:*. General talk about an illness has neither. A
suggestion for a person to judge, so better missed than blackened in every policy paper.
"""

import re
from collections.abc import Iterator
from functools import cache

from woo.detect.spans import finding
from woo.model.document import Document
from woo.model.finding import Category, Finding
from woo.reference.tables import load_table

# What says that the words after it are somebody's own. The subject is one person.
_ABOUT = (
    r"\b(?:hij|zij|ze|ik|cliënte?|betrokkene|patiënte?|verzoek(?:er|ster)|klager|klaagster|"
    r"mevrouw|mw\.?|meneer|"
    r"dhr\.?|heer|vrouw|man|zoon|dochter|moeder|vader|broer|zus|kind|collega|medewerk(?:er|ster)|"
    r"werknemer|"
    r"zijn|haar|mijn|uw|je|m'n|z'n|d'r)\b"
)
_LABEL = (
    r"\b(?:diagnose|ziektebeeld|medicatie|medicijnen|aandoening|beperking|klachten|"
    r"reden (?:verzuim|opname|ziekmelding)|"
    r"medische gegevens|gezondheid|bijzonderheden|allergie[ëe]n|reden)[ \t]{0,12}[:=|]"
)
_VERB = (
    r"\b(?:lijdt aan|leed aan|lijd aan|gediagnosticeerd met|bekend met|opgenomen (?:met|wegens|"
    r"vanwege|voor)|ziek door|"
    r"behandeld voor|kampt met|veroordeeld (?:voor|wegens|tot)|verdacht van|ziekgemeld (?:met|"
    r"wegens|vanwege)|"
    r"ziek gemeld met|uitgevallen (?:door|met|wegens|vanwege)|kreeg een|heeft (?:een |ernstige |"
    r"chronische )?|"
    r"is (?:al jaren |sinds \w+ |vrijwel |zwaar |weer )?|was|slikt|gebruikt)\b"
)
_NEAR = 80


def detect_special(document: Document) -> Iterator[Finding]:
    """Every word of the list in a sentence about somebody."""
    text = document.text
    for match in _words().finditer(text):
        start = max(0, match.start() - _NEAR)
        before = re.split(r"[.!?]\s|\n\s*\n", text[start : match.start()])[-1]
        if _is_about_somebody(before):
            yield finding(text, match.span(), Category.SPECIAL, "special_data", 0.6)


def _is_about_somebody(before: str) -> bool:
    if _compiled(_LABEL).search(before):
        return True
    verb = _compiled(_VERB).search(before)
    return verb is not None and (
        _compiled(_ABOUT).search(before[: verb.start()]) is not None
        or re.search(r"[A-Z][\w'-]+ $", before[: verb.start()]) is not None
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    """One pattern of all the words, the longest first."""
    listed = [word for words in load_table("special").values() for word in words]
    parts = [
        re.escape(word[:-1]) + r"\w*" if word.endswith("-") else re.escape(word)
        for word in sorted(listed, key=len, reverse=True)
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)
