"""Who is no author after all, though a network takes him for one: the words around tell."""

import re

from woo.model.finding import Finding
from woo.reference.lexicon import is_first_name, is_place

# *laboratorium: Tineke Aalbers*: who does the work, and not who wrote the book.
_LABELLED = re.compile(
    r"\b(?:laboratorium|monsternemer|analist|uitvoering|uitvoerder|contact|contactpersoon|telefoon|"
    r"vragen|begeleiding|begeleider|veldwerk|tolk|notulen|verslag|chauffeur|beheer|beheerder)"
    r"[ ]?(?::[ ]|\n)(?:(?:dr|ir|mr|drs|ing|prof)\.[ ])?$",
    re.IGNORECASE,
)
# *ABDTOPConsult (Reinier Scholtema)*, *WJZ (Anna de Wit)*: beside holders of an office somebody
# who works there, 47 times of 49 in marked text, and twice a journalist of a newspaper.
_AT_BODY = re.compile(
    r"(?<![\w-])(?!(?:AD|NRC|FD|ND|RD|NOS|RTL|BNR|FTM|BN|ANP)\b)"
    r"[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z]*[ \n]\($"
)
_REACH = 30
# *Henk Jansen (Almelo, 1979)* was born there; a book comes out in a town of publishers.
_FROM_TOWN = re.compile(r"[ ]\((?P<town>[A-ZÀ-Þ][\w' -]{1,30}?),[ ](?:19|20)\d\d\)")
_OF_PUBLISHERS = frozenset({"Amsterdam", "Den Haag", "Deventer", "Utrecht", "Nijmegen", "Leiden"})
# *Herman O.B.*, as one writes of a client: nobody is cited so.
_CALLED_IN_SHORT = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+[ ](?:[A-Z]\.[ ]?){1,3}")


def is_not_cited(text: str, one: Finding) -> bool:
    """Whether a finding in ``text`` with an author's role is of somebody who is not cited there."""
    first = one.text.partition(" ")[0]
    if _CALLED_IN_SHORT.fullmatch(one.text) and is_first_name(first):
        return True
    start = max(0, one.start - _REACH)
    if _LABELLED.search(text, start, one.start) or _is_from_town(text, one.end):
        return True
    alone = is_first_name(first) and text.startswith(")", one.end)
    return alone and _AT_BODY.search(text, start, one.start) is not None


def _is_from_town(text: str, end: int) -> bool:
    town = _FROM_TOWN.match(text, end)
    return town is not None and is_place(town["town"]) and town["town"] not in _OF_PUBLISHERS
