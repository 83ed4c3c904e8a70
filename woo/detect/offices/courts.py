"""Judges: who gives a ruling holds a public office (Woo 5.1; rulings are spoken in public)."""

import re
from collections.abc import Iterator

from woo.detect.rare import mentions
from woo.detect.spans import person
from woo.detect.words.grammar import name_before, read_name
from woo.model.finding import Finding, Role

_COURTS = ("rechtbank", "gerechtshof", "hof", "raad van state", "afdeling", "griffier", "zitting")
_RULINGS = ("vonnis", "uitspraak", "beschikking", "arrest", "beslissing", "overweegt", "zitting")
# *Deze uitspraak is gedaan door*, *gewezen te Assen door*, *De rechtbank (mr. A. Wolf, …*.
_GIVEN = re.compile(
    r"\b(?:gewezen|gegeven|gedaan|uitgesproken|beslist|bepaald)\s(?:[^.,;\n]{0,60}\s)?door\s(?=mrs?\b)|"
    r"\b(?:[Aa]fdeling|[Kk]amer|[Hh]of|[Rr]echtbank)\s[^.\n]{0,30}bestaa(?:n|t)\suit\s(?=mrs?\b)|"
    r"\b(?:[Rr]echtbank|[Hh]of|[Kk]amer|[Rr]aad|[Cc]ollege)[ ]\((?=mrs?\b)|"
    r"\b[Dd]eze\suitspraak\s(?:is|wordt)\sgedaan\sdoor\s(?=[A-ZÀ-Þ]\.)|"
    # *De zitting is bij mr. Westenberg*
    r"\b[Zz]itting\b[^.\n]{0,40}[ ]bij[ ](?=mr\.[ ])|"
    r"^[ \t|*]{0,8}(?:[Rr]echters?|[Rr]aadsh(?:eer|eren)|[Vv]oorzieningenrechter|[Kk]antonrechter|"
    r"[Pp]olitierechter|[Kk]inderrechter)[ ]?[:|\t][ \t|]{0,4}(?=mrs?\b)",
    re.MULTILINE,
)
_JUDGE = (
    r"(?:(?:oudste|jongste|vice-?)[ -]?)?(?:\w{0,20}rechter(?:-commissaris)?s?|raadsh(?:eer|eren)|"
    r"(?:vice-?)?voorzitter|president|staatsra(?:ad|den)|lid-(?:jurist|beroepsgenoot)|"
    r"leden-(?:juristen|beroepsgenoten)|leden|lid)"
)
_TITLE = re.compile(r"(?:(?:mrs?|dr|prof|drs|ir)\.?\s){0,3}")
_JOINED = re.compile(
    rf"(?:,?\s\(?(?:(?:als|tevens)\s)?{_JUDGE}\b(?:\s(?:van|in)\sde\s[\w ]{{2,40}}kamer)?\)?)?"
    r"(?:,\s(?:en\s)?|\sen\s|;\s)"
)
# *mr. H. Troost, lid van de enkelvoudige kamer*; of the other *leden* of a board nothing is said.
_BEHIND = re.compile(
    r"(?:,\s(?:als\s)?|\s\()(?:de\s)?(?:(?:oudste|jongste)\s)?(?:(?:kinder|politie|kanton|"
    r"voorzieningen|bestuurs)?rechter(?:-commissaris)?|raadsheer(?:-commissaris)?|"
    r"(?:voorzitter|lid)\svan\sde\s(?:enkel|meer)voudige\s\w{0,10}\s?kamer|"
    r"staatsraad)\b(?![ ]in[ ]opleiding)"
)
_MOST = 9  # a grand chamber is smaller


def judges(text: str) -> Iterator[Finding]:
    """Findings with the role OFFICE_HOLDER for those who judge; the clerk is an official."""
    if not (mentions(text, _COURTS) and mentions(text, _RULINGS)):
        return
    for match in _GIVEN.finditer(text):
        yield from _bench(text, match.end())
    for match in _BEHIND.finditer(text):
        if name := name_before(text, match.start()):
            yield person(text, name, "offices", 0.96, Role.OFFICE_HOLDER)


def _bench(text: str, position: int) -> Iterator[Finding]:
    """Those who sit together: *mr. A. Wolf, voorzitter, mr. B. Haas en mr. C. Das, rechters*."""
    for _ in range(_MOST):
        title = _TITLE.match(text, position)
        name = read_name(text, title.end() if title else position, wrapped=True)
        if name is None:
            return
        yield person(text, name, "offices", 0.96, Role.OFFICE_HOLDER)
        joined = _JOINED.match(text, name.end)
        if joined is None:
            return
        position = joined.end()
