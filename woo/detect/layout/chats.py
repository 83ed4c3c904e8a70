"""Who writes in a chat, whatever the name looks like: ``roos 10:41``, ``[14:23] Yvon``.

A single such line tells nothing: *Lunch 12:30* is one of a programme. Where most labels of one form
are names that the lists know, and there are turns, the others are people too: *Bent*, *Mark*.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from woo.detect.contacts.chat_names import TIME
from woo.detect.rare import mentions
from woo.detect.spans import finding, repeated
from woo.detect.words.grammar import PARTICLE_WORDS
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.abbreviations import units
from woo.reference.handles import is_no_user, is_organisation
from woo.reference.lexicon import (
    is_first_name,
    is_frequent,
    is_in_use,
    is_not_name,
    is_surname,
)

_NAME = r"[^\W\d_][\w.'’-]{0,20}(?:[ ][^\W\d_][\w.'’-]{0,20}){0,3}"
# A day, what stands in brackets, a picture: *Liv FairWork 🌱*.
_REST = (
    r"(?:[ ](?:ma|di|wo|do|vr|za|zo))?(?:[ ]\([^()\n]{1,40}\))?"
    r"(?:[ ]?[^\w\s:;,.()\[\]<>|*/–-]{1,4})?"
)
_DAY = r"(?:[\d/. -]{4,12},?[ ])?"
# *Esther 14b*, *Wil nr 30*: so neighbours are told apart.
_AT_NUMBER = r"[ ](?:nr\.?[ ]?|no\.?[ ]?|#)?\d{1,4}[a-zA-Z]?"
_LABEL = rf"(?P<name>(?P<called>{_NAME}?)(?:{_AT_NUMBER})?){_REST}"
# Each is one form of a turn; what is said follows on the line or on the next one.
_FORMS = tuple(
    re.compile(rf"^[ \t>]{{0,4}}{form}", re.MULTILINE)
    for form in (
        rf"\*{{0,2}}{_LABEL}\*{{0,2}}[ ,]{{1,4}}\[?{TIME}\]?:?[ \t]*\n(?=[ \t]*\S)",
        rf"\[?{TIME}\]?[ –-]{{1,3}}\*{{0,2}}{_LABEL}\*{{0,2}}[ \t]*\n(?=[ \t]*\S)",
        rf"\[?{_DAY}{TIME}\]?[ ]{{0,2}}[-–]?[ ]?{_LABEL}[ ]?:[ ](?=\S)",
        rf"{_LABEL}[ ]\[?{TIME}\]?[ ]?:?[ ](?=\S)",
    )
)
# *hart: geef de bon maar aan sterk*: without a time most lines must be turns.
_UNTIMED = re.compile(rf"^[ \t>*•-]{{0,4}}{_LABEL}\*{{0,2}}[ ]?:\*{{0,2}}[ ](?=\S)", re.MULTILINE)
_FEWEST_UNTIMED, _SHARE_UNTIMED = 4, 0.6
# *~ Guus*, and below it what he says: so a chat shows who is not in one's own contacts.
_UNKNOWN = re.compile(
    r"^[ \t]{0,4}~[ ]?(?P<name>[^\W\d_][\w.'’ -]{0,30}?)[^\w\n]{0,6}\n(?=[ \t]*[^\s~])",
    re.MULTILINE,
)
# *[za 14-5 07:02] Jayawardena, Nuwan (Extern)*, and below it what he says.
_DIRECTORY = re.compile(
    r"^[ \t>]{0,4}\[[^\[\]\n]{0,20}\d\d[:.]\d\d(?::\d\d)?(?:[ ][APap][Mm])?\][ ]"
    r"(?P<name>[A-ZÀ-Þ][\w'’ -]{1,30},[ ][A-ZÀ-Þ][\w'’-]{0,20}(?:[ ](?:van|de[nr]?|te[nr]?)){0,2})"
    r"(?=[ \t]|$)",
    re.MULTILINE,
)
# *STEFANIE (host): Je luistert naar …*, of who speaks twice in a transcript.
_IN_CAPITALS = re.compile(
    r"^[ \t]{0,4}(?P<name>[A-Z]{3,15})(?:[ ]\([^()\n]{1,30}\))?:[ ](?=\S)", re.MULTILINE
)
# There members of a council speak, and others say who they are.
_DEBATE = ("voorzitter", "fractie", "raadslid", "wethouder", "kamerlid", "college")
_INITIAL = re.compile(r"[A-Z]\.?")
# *08:32 - Ton Vastgoed: dan ga ik*, *[21:03:11] Kees Museum: …*: who writes, and where he works.
_BEFORE_LABEL = re.compile(r"\d\d(?:[ ]?[-–]|\])[ ]$")
# The model may know better in what quality somebody writes.
_LEAST_TURNS, _SCORE = 3, 0.85
# Of these some are names too, but never as the label of a turn.
_NO_PERSON = re.compile(
    r"(?:bot|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|vandaag|gisteren|morgen|"
    r"ma|di|wo|do|vr|za|zo|om|van|tot|vanaf|u|nn-\w+|dijkgraaf|heemraad)",
    re.IGNORECASE,
)


def detect_chats(document: Document) -> Iterator[Finding]:
    """Every label of a turn, where the turns are those of an exchange."""
    text = document.text
    for form in _FORMS:
        turns = [turn for turn in form.finditer(text) if not _is_nobody(turn["called"])]
        if _is_exchange(turns):
            for turn in turns:
                if _is_only_name(turn["called"]):
                    yield finding(text, turn.span("name"), Category.PERSON, "chats", _SCORE)
    in_capitals = (
        turn for turn in _IN_CAPITALS.finditer(text) if is_first_name(turn["name"].title())
    )
    for turn in (
        *_untimed(text),
        *_unknown(text),
        *_DIRECTORY.finditer(text),
        *repeated(in_capitals, "name"),
    ):
        yield finding(text, turn.span("name"), Category.PERSON, "chats", _SCORE)


def as_writers(text: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, and who writes as somebody though a thing is called so: *Kees Museum*."""
    for one in found:
        is_thing = one.category is Category.PERSON and one.role is Role.EPONYM
        writes = is_thing and text.startswith(":", one.end) and _begins_turn(text, one.start)
        called = writes and is_first_name(one.text.partition(" ")[0])
        yield replace(one, role=Role.UNKNOWN) if called else one


def _begins_turn(text: str, start: int) -> bool:
    return _BEFORE_LABEL.search(text, max(0, start - 5), start) is not None


def _untimed(text: str) -> Sequence[re.Match[str]]:
    """The turns with a name of the lists, where nearly every line is a turn and nobody debates."""
    turns = [turn for turn in _UNTIMED.finditer(text) if not _is_nobody(turn["called"])]
    lines = sum(bool(line.strip()) for line in text.splitlines())
    if len(turns) < max(_FEWEST_UNTIMED, _SHARE_UNTIMED * lines) or mentions(text, _DEBATE):
        return ()
    if not _is_exchange(turns):
        return ()
    return [turn for turn in turns if _has_name(turn["called"]) and _is_name_alone(turn["called"])]


def _unknown(text: str) -> Sequence[re.Match[str]]:
    """The turns of those who are no contacts, where somebody speaks twice: all are people."""
    turns = list(_UNKNOWN.finditer(text)) if "~" in text else []
    repeated = len({turn["name"] for turn in turns}) < len(turns)
    return turns if len(turns) >= _LEAST_TURNS and repeated else ()


def _is_name_alone(label: str) -> bool:
    """Not *arts Lotfi*: some are called Arts, but not in small letters beside a capital."""
    mixed = label[0].islower() and not label.islower()
    return _is_only_name(label) and not mixed


def _is_only_name(label: str) -> bool:
    """*Joost K.* and *bas*; of *Merel RT* and *Chauffeur Wiljan* the rest is no name."""
    words = label.split()
    if len(words) == 1:
        return _has_name(label) or not (is_in_use(label) or label in units())
    return all(
        word.casefold() in PARTICLE_WORDS or _INITIAL.fullmatch(word) or _has_name(word)
        for word in words
    )


def _is_nobody(label: str) -> bool:
    words = label.split()
    return (
        _NO_PERSON.fullmatch(words[0]) is not None
        or is_no_user(label.lower())
        or is_organisation(label.lower())
        or (is_not_name(words[-1]) and not _is_called(words))
        or (all(map(is_frequent, words)) and not is_first_name(words[0]))
    )


def _is_called(words: Sequence[str]) -> bool:
    """*Liv FairWork*: behind a first name stands where she works."""
    return len(words) > 1 and is_first_name(words[0])


def _is_exchange(turns: Sequence[re.Match[str]]) -> bool:
    """At least three turns, somebody speaks twice, and most who speak have a name of the lists."""
    labels = {turn["called"] for turn in turns}
    if len(turns) < _LEAST_TURNS or len(labels) < 2 or len(labels) == len(turns):
        return False
    named = sum(_has_name(label) for label in labels)
    return named > 0 and 2 * named >= len(labels)


def _has_name(label: str) -> bool:
    return any(is_first_name(word) or is_surname(word) for word in label.split())
