"""Professors who are cited by their title: *het rapport van prof. dr. R. Wennekes*.

Behind the title alone stands as often somebody who sits in a meeting; the work before the name, or
what is said of it behind, tells that he is cited.
"""

import re
from collections.abc import Iterator

from woo.detect.words.grammar import Name, read_name

_TITLE = (
    r"(?:hoogleraar(?:[ ][a-z]{4,20})?|professor|prof\.?)"
    r"(?:[ \n](?:dr|mr|ir|drs|ing|em)\.){0,3}[ \n]"
)
_BEHIND_WORK = re.compile(
    r"\b(?:(?:[\w-]{0,25}(?:rapport|analyse|studie|onderzoek|boek|artikel|essay)|annotatie|noot|"
    r"betoog|grafiek|theorie|stelling|bevindingen|opvattingen?|mening|lezing)[ \n](?:van|door)|"
    r"(?:citeert|citeren|zie|vgl\.|aldus|lees|opinie[ ]?[–-]))[ \n]"
    rf"{_TITLE}(?=[A-ZÀ-Þ]|van |de )",
    re.IGNORECASE,
)
_TITLED = re.compile(rf"(?<!\w)(?i:{_TITLE})(?=[A-ZÀ-Þ]|van |de )")
_SAYS = re.compile(
    r"(?:[ \n]\([^()\n]{2,40}\))?[ \n](?:toon(?:t|de)[ ]aan|schreef|schrijft|stelt[ ]dat|"
    r"betoog(?:t|de)|noem(?:t|de)|"
    r"concludeer(?:t|de)|constateer(?:t|de)|laat[ ]zien|liet[ ]zien|wijst[ ]er[ ]?op|waarschuwt|"
    r"onderzocht|promoveerde|spreekt[ ]in[ ]dit[ ]verband)\b"
)


def cited_professors(text: str) -> Iterator[Name]:
    """The names of professors of whom a work or a view is told."""
    for match in _BEHIND_WORK.finditer(text):
        if name := read_name(text, match.end(), wrapped=True):
            yield name
    for match in _TITLED.finditer(text):
        name = read_name(text, match.end(), wrapped=True)
        if name and _SAYS.match(text, name.end):
            yield name
