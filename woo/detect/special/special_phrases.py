"""The whole phrase that tells something special: *is opgenomen met een psychose*, not the one word.

A word alone says little less than the phrase; but the words beside it often tell the rest (*zijn
enkel* without *verbrijzeld*), and half a phrase can be guessed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from woo.detect.special.whose_fact import SUBJECT
from woo.model.finding import Category, Finding

_MOST_WORDS = 8
BODY = (
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
    rf"(?:(?:linker|rechter)-?)?(?:{BODY})(?!\w)|"
    r"[ ](?:links|rechts|beiderzijds)(?!\w)|"
    r"[ \n](?:in[ ])?(?:stadium|fase|gold|graad|type|klasse)[ ](?:[IV]{1,3}|\d)(?!\w)|"
    r",?[ ]\d{1,2}(?:e|ste|de)?[ ](?:weken|maanden)(?:[ ]zwanger)?(?!\w)|"
    r"[ ](?:sinds|in|vanaf)[ ](?:[a-z]{3,9}[ ])?(?:19|20)\d\d(?!\w)|"
    r"[ \n](?:na|door)[ ]een[ ](?:val|ongeluk|ongeval|beroerte|operatie|aanrijding|infarct)"
    r"(?:[ ]van[ ](?:een|de|het)[ ][a-z]+)?(?!\w)"
    r")",
    re.IGNORECASE,
)
# To the end of the clause: up to a sign, a line end (running text has none, ``flowing``), or a word
# with which another begins.
_OTHER_CLAUSE = (
    r"maar|dus|want|zodat|waardoor|waarna|omdat|terwijl|toen|hoewel|of|dat|die|wat|waar\w*|wie|en|"
    r"volgens|aldus|hij|zij|ze|ik|u|we|wij|jullie|men|er|graag|ook|daarom|verder"
)
_WORD = r"(?![0-9.]*\d{6})[^\s.,;:!?()|\"“”<>\[\]{}=*]"
_REST = re.compile(
    rf"(?:[ ](?!(?:{_OTHER_CLAUSE})(?!\w)|[-–—•]){_WORD}+){{1,{_MOST_WORDS}}}"
    r"(?=[\s.,;:!?()|\"”]|$)",
    re.IGNORECASE,
)
# *een keizersnede gehad had* | *wil het ziekenhuis …*
_HAD = re.compile(r"[ ](?:heb|hebt|heeft|had|hadden)(?!\w)(?![ ](?:gehad|gekregen|opgelopen))")
# *COPD* | *van Truus*: what leads to a name or a thing is not the end of a phrase.
_LOOSE_END = re.compile(
    r"(?:[ ](?:van|de|het|een|met|bij|in|op|aan|te|voor|door|naar|om|uit|als|over|onder|tot|the|"
    r"of))*$",
    re.IGNORECASE,
)
# *heeft suikerziekte* | *en mist een voet.*
_AND_MORE = re.compile(
    rf"[ ]en(?:[ ](?!(?:de|het|hij|zij|ze|ik|u|we|wij|dat|die|er|graag|wil|zou|zal|verzoek|vraag|"
    rf"nu|toen|dan|daarna|"
    rf"werk|woon|wens|daarom)\w*(?!\w)){_WORD}+){{1,6}}(?=[.,;!?)])",
    re.IGNORECASE,
)
# Back to who it is said of: what stands between him and what is told.
_LEAD = re.compile(rf"(?<!\w)(?:(?![-–—•/][ ]){_WORD}+[ ]){{1,{_MOST_WORDS}}}$")
_CLAUSE_BEGINS = re.compile(
    r"(?<!\w)(?:maar|dus|want|zodat|waardoor|omdat|terwijl|toen|hoewel|of|dat|en|als|nadat|"
    r"voordat)[ ]",
    re.IGNORECASE,
)
# Words between two facts of one sentence about somebody.
_SAME_SENTENCE = re.compile(
    rf"(?:,?[ ](?!(?:hij|zij|ze|ik|u|we|wij|dat|die|mijn|maar)(?!\w)){_WORD}+){{0,9}},?[ ]",
    re.IGNORECASE,
)
# What may stand between two halves of one phrase.
_BETWEEN = re.compile(
    r"[ \n](?:(?:en|of|met|na|door|van|voor|wegens|in|aan)[ \n])?"
    r"(?:(?:een|de|het|zijn|haar|mijn)[ \n])?",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"[ ]+")
_MOST_BEFORE, _MOST_AFTER = 5, 3
_REACH, _VERB = 100, 7  # characters
_PRONOUN = re.compile(r"\b(?:ik|hij|zij|ze|wij|we)[ \n]$", re.IGNORECASE)
_PRONOUN_REACH = 5


def whole_phrases(text: str, found: Iterable[Finding]) -> list[Finding]:
    """The findings; those of special data with the words that belong to them."""
    everything = list(found)
    special = [one for one in everything if one.category is Category.SPECIAL]
    if not special:
        return everything
    others = [one for one in everything if one.category is not Category.SPECIAL]
    room = _Room(len(text), others)
    joined: list[Finding] = []
    for one in sorted((_grown(text, each, room) for each in special), key=_place):
        if joined and _is_one(text, joined[-1], one, room):
            joined[-1] = _at(text, joined[-1], joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return [*others, *(_with_pronoun(text, one, room) for one in joined)]


def _with_pronoun(text: str, one: Finding, room: "_Room") -> Finding:
    """*Ik ben homoseksueel*: a pronoun right before it is part of what is said."""
    before = _PRONOUN.search(
        text, max(room.before(one.start), one.start - _PRONOUN_REACH), one.start
    )
    goes_on = before is not None and one.text[0].islower()  # not *slikt hij | Depakine*
    return _at(text, one, before.start(), one.end) if before and goes_on else one


def _place(one: Finding) -> tuple[int, int]:
    return (one.start, one.end)


class _Room:
    """Where other findings leave room: a name that a phrase took in would be nobody's any more."""

    def __init__(self, length: int, others: Sequence[Finding]) -> None:
        self._starts = sorted(one.start for one in others)
        self._ends = sorted(one.end for one in others)
        self._people = {one.end for one in others if one.category is Category.PERSON}
        self._length = length

    def names_somebody(self, end: int) -> bool:
        """True when the finding that ends here is of a person."""
        return end in self._people

    def before(self, place: int) -> int:
        """Where the last finding before a place ends."""
        index = bisect_right(self._ends, place)
        return self._ends[index - 1] if index else 0

    def after(self, place: int) -> int:
        """Where the first finding behind a place begins."""
        index = bisect_left(self._starts, place)
        return self._starts[index] if index < len(self._starts) else self._length


def _is_one(text: str, first: Finding, second: Finding, room: _Room) -> bool:
    """True when the two overlap, or so little stands between them that tells the rest."""
    if second.start <= first.end or _BETWEEN.fullmatch(text, first.end, second.start):
        return True
    same = _SAME_SENTENCE.fullmatch(text, first.end, second.start) is not None
    return same and room.after(first.end) >= second.start


def _grown(text: str, one: Finding, room: _Room) -> Finding:
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
    start, end = _from_subject(text, start, room), _to_end_of_clause(text, end, room)
    return _at(text, one, start, end)


def _from_subject(text: str, start: int, room: _Room) -> int:
    """Where what is said of somebody begins: *zij* | *gebruikt sinds mei dagelijks cocaïne*."""
    first = max(room.before(start), start - _REACH)
    lead = _LEAD.search(text, first, start)
    if lead is None:
        return start
    clause = max(
        (one.end() for one in _CLAUSE_BEGINS.finditer(text, lead.start(), start)),
        default=lead.start(),
    )
    if room.names_somebody(first) and clause == lead.start() == first + 1:
        return clause  # *Sjef* | *is al eens veroordeeld*
    subject = SUBJECT.search(text, clause, start)
    said = _NEXT_WORD.match(text, subject.end(), start) if subject else None
    return said.end() if said else start


def _to_end_of_clause(text: str, end: int, room: _Room) -> int:
    last = min(room.after(end), end + _REACH)
    over = _HAD.search(text, max(0, end - _VERB), end) is not None
    rest = None if over else _REST.match(text, end, last)
    if rest:
        verb = _HAD.search(text, end, rest.end())
        stop = verb.end() if verb else rest.end()
        loose = _LOOSE_END.search(text, end, stop)
        end = loose.start() if loose else stop
    more = _AND_MORE.match(text, end, last)
    return more.end() if more else end


def _at(text: str, one: Finding, start: int, end: int) -> Finding:
    return replace(one, start=start, end=end, text=text[start:end])
