"""The whole phrase that tells something special: *is opgenomen met een psychose*, not the one word.

A word alone says little less than the phrase; but the words beside it often tell the rest (*zijn
enkel* without *verbrijzeld*), and half a phrase can be guessed.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from woo.model.finding import Category, Finding

_BODY = (
    r"hoofd|nek|hals|schouders?|armen|arm|elleboog|pols(?:en)?|handen|hand|vingers?|duim|rug|borst|buik|"
    r"bekken|heup(?:en)?|benen|been|bovenbeen|onderbeen|knie(?:ën)?|enkels?|voeten|voet|tenen|teen|"
    r"ogen|oog|oren|oor|neus|kaak|gezicht|hart|longen|long|nieren|nier|lever|maag|darmen"
)
# Before the word: its article and adjectives, and the verb and preposition that lead to it.
_BEFORE = re.compile(
    r"(?<![\w'’-])(?:"
    r"(?:ben|bent|is|was|waren|werd|wordt|word|geweest|heb|hebt|heeft|had|kreeg|krijgt|krijg|zit|zat|"
    r"ligt|lag|lijdt|leed|kan|kon|kunt|gebruikt|slikt|lijdend|bekend|behandeld|overleden|opgenomen|"
    r"gediagnosticeerd|uitgevallen)[ \n]|"
    r"(?:een|de|het|mijn|zijn|haar|uw|je|jouw|diens|m'n|z'n|'n|zn|mn)[ \n]|"
    r"(?:met|na|wegens|vanwege|door|aan|voor|sinds|bij|in|op|van|tegen|onder)[ \n](?!\d)|"
    r"(?:ook|weer|nu|net|al|nog|zelf|eerder|ernstig|zwaar|erg|licht|deels|vrijwel|bijna|langdurig|"
    r"slecht|maar|wel|toen|er|niet[ ]meer|niet|geen|gevolgen[ ]van|ziekte[ ]van|"
    r"vorm[ ]van|soort)[ \n]|"
    r"(?:(?:ernstig|zwar|licht|erg|beginnend|blijvend|dreigend|chronisch|acut|dubbel|nieuw|eerst|"
    r"oud|half|halv|open|psychisch|fysiek|lichamelijk|geestelijk|medisch|kwaadaardig|erfelijk|"
    r"onherroepelijk|posttraumatisch|postnatal|depressiev|verminderd|verhoogd|"
    r"aangeboren|zeldzam|gebroken|gescheurd|gekneusd)e?)[ \n]|"
    r"(?:in|sinds|vanaf)[ ](?:(?:19|20)\d\d|januari|februari|maart|april|mei|juni|juli|augustus|"
    r"september|oktober|november|december)[ \n]|"
    r"(?:twee|drie|vier|vijf|zes|zeven|acht|meermalen|meerdere|enkele|tweemaal|driemaal|\d{1,2})[ ]"
    r"(?:keer[ ]|maal[ ]|jaar[ ]|weken[ ]|maanden[ ])?"
    r")$",
    re.IGNORECASE,
)
# Behind it: the rest of the verb, where in the body, since when, and what came of it.
_AFTER = re.compile(
    r"(?:"
    r"[ \n](?:gehad|opgelopen|geweest|gemeld|geworden|gebroken|verbrijzeld|gekneusd|verrekt|"
    r"gescheurd|geamputeerd|opgenomen|geopereerd|behandeld|veroordeeld|overleden|overgehouden|"
    r"uitgezeten|gepleegd|gekregen|gediagnosticeerd|verlamd|vastgesteld|verloren|kwijt|"
    r"(?:nodig|gehad|opgelopen|gekregen)[ ](?:heeft|hebt|heb|had)|heeft|had|heb|ben|bent|"
    r"is[ ]terug|te[ ]hebben[ ]gepleegd|vast|terug)(?!\w)|"
    rf"[ \n](?:in|aan|van|op)[ ](?:(?:de|het|zijn|haar|mijn|uw|beide|een|m'n|z'n)[ ])?"
    rf"(?:(?:linker|rechter)-?)?(?:{_BODY})(?!\w)|"
    r"[ ](?:links|rechts|beiderzijds)(?!\w)|"
    r"[ \n](?:in[ ])?(?:stadium|fase|gold|graad|type|klasse)[ ](?:[IV]{1,3}|\d)(?!\w)|"
    r",?[ ]\d{1,2}(?:e|ste|de)?[ ](?:weken|maanden)(?:[ ]zwanger)?(?!\w)|"
    r"[ ](?:sinds|in|vanaf)[ ](?:[a-z]{3,9}[ ])?(?:19|20)\d\d(?!\w)|"
    r"[ \n](?:na|door)[ ]een[ ](?:val|ongeluk|ongeval|beroerte|operatie|aanrijding|infarct)"
    r"(?:[ ]van[ ](?:een|de|het)[ ][a-z]+)?(?!\w)"
    r")",
    re.IGNORECASE,
)
# What may stand between two halves of one phrase.
_BETWEEN = re.compile(
    r"[ \n](?:(?:en|of|met|na|door|van|voor|wegens|in|aan)[ \n])?"
    r"(?:(?:een|de|het|zijn|haar|mijn)[ \n])?",
    re.IGNORECASE,
)
_MOST_BEFORE, _MOST_AFTER = 5, 3


def whole_phrases(text: str, found: Iterable[Finding]) -> list[Finding]:
    """The findings; those of special data with the words that belong to them."""
    everything = list(found)
    special = [one for one in everything if one.category is Category.SPECIAL]
    joined: list[Finding] = []
    for one in sorted((_grown(text, each) for each in special), key=lambda f: (f.start, f.end)):
        if joined and _is_one(text, joined[-1], one):
            joined[-1] = _at(text, joined[-1], joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return [*(one for one in everything if one.category is not Category.SPECIAL), *joined]


def _is_one(text: str, first: Finding, second: Finding) -> bool:
    """True when the two overlap, or no more than *en een* stands between them."""
    return (
        second.start <= first.end or _BETWEEN.fullmatch(text, first.end, second.start) is not None
    )


def _grown(text: str, one: Finding) -> Finding:
    start, end = one.start, one.end
    for _ in range(_MOST_BEFORE):
        before = _BEFORE.search(text, max(0, start - 30), start)
        if before is None:
            break
        start = before.start()
    for _ in range(_MOST_AFTER):
        after = _AFTER.match(text, end)
        if after is None:
            break
        end = after.end()
    return _at(text, one, start, end)


def _at(text: str, one: Finding, start: int, end: int) -> Finding:
    return replace(one, start=start, end=end, text=text[start:end])
