"""Members of the Tweede Kamer in the report of a debate, where a surname behind a title is enough.

*Mevrouw Hachchi vroeg …* says nothing by itself. In a debate she is the member: in 19,000
invented passages 141 people who are named so are members, and one is not.
"""

import re
from collections.abc import Iterator
from functools import cache

from woo.detect.offices.known_holders import BY_SURNAME
from woo.detect.offices.parties import party_names
from woo.detect.rare import mentions
from woo.detect.spans import person
from woo.detect.words.grammar import Name
from woo.detect.words.name_lists import names_in_row
from woo.model.finding import Finding, Role
from woo.reference.office_holders import debaters

# How somebody speaks, or is given the floor.
_SPEECH = (
    r"[Hh]et woord is (?:nu )?aan\b|[Ii]k geef (?:het woord aan|[^.\n]{1,30} het woord)|"
    r"(?:^|[.!?:\"“][ ]{0,3})"
    r"(?:Dank u(?: wel)?, )?(?:(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer) de )?[Vv]oorzitter[.!:,]|"
    r"^[ \t]*De (?:voorzitter|VOORZITTER)[ ]?(?:\([^)\n]{1,40}\))?[ ]?:"
)
_OF_CHAMBER = ("kamer", "motie", "minister", "staatssecretaris", "amendement", "kabinet", "fractie")
# In a municipality or province others are called so.
_OF_COUNCIL = ("raadsvergadering", "statenvergadering", "raad van de gemeente")
# *een ambtenaar, mevrouw Van Dijk*
_STAFF_BEFORE = re.compile(
    r"\b(?:ambtenaar|medewerk(?:er|ster)|projectleider|woordvoerder|adviseur|inwoner|bewoner|"
    r"bewoonster),[ ]$"
)
_STAFF_REACH = 20
_TITLED = re.compile(
    r"\b(?:[Dd]en? heer|[Dd]e heren|[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Cc]ollega(?:'s)?|[Hh]et lid)"
    r"[ ]{1,2}"
    r"(?=[A-ZÀ-Þ'’]|van |de |den )"
)


def in_debate(text: str) -> Iterator[Finding]:
    """Findings with the role OFFICE_HOLDER, when the text is one of a debate in the Chamber."""
    if not (mentions(text, _OF_CHAMBER) and _debate().search(text)) or mentions(text, _OF_COUNCIL):
        return
    for title in _TITLED.finditer(text):
        if _STAFF_BEFORE.search(text, max(0, title.start() - _STAFF_REACH), title.start()):
            continue
        for name in names_in_row(text, title.end(), lambda *_: False):
            if _is_member(name):
                # Who is *van het COA* or *uit Heerde* is not the member (``no_office``).
                yield person(text, name, BY_SURNAME, 0.84, Role.OFFICE_HOLDER)


@cache
def _debate() -> re.Pattern[str]:
    national, _ = party_names()
    speaker = r"^[ \t>*]{0,6}(?:De heer |Mevrouw )?[A-ZÀ-Þ][^\n:()]{1,40}"
    return re.compile(rf"{speaker}[ ]\((?:{national})\)[ ]?:|{_SPEECH}", re.MULTILINE)


def _is_member(name: Name) -> bool:
    surname = f"{name.particles} {' '.join(name.words)}".strip().casefold()
    return not name.initials and surname in _surnames()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(one.casefold() for one in debaters())
