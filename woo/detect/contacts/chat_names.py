"""Who speaks under a user's name in the export of a chat: ``10:02 jansen_e: …``, ``<jdv> …``."""

import re
from collections.abc import Iterator

from woo.reference.handles import is_machine, is_no_user, is_organisation

NICK = r"[a-zA-Z][\w-]{0,30}(?:\.[\w-]{1,30}){0,3}"
TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ ]?[AP]M)?"
_DAY = r"(?:\[?[\d/. -]{4,12}[, ]{0,2})?"
# ``9:02 AM`` may stand before or after the name; ``└`` marks an answer.
_SPEAKER = re.compile(
    rf"^[ \t>└↪|*-]{{0,6}}(?:[A-Z][a-z]{{2,10}}[ ])?(?:{_DAY}\[?{TIME}\]?[ ]{{0,3}}[-–]?[ ]?)?"
    rf"(?:<(?P<angled>{NICK})>|\[(?P<bracketed>{NICK})\][ ]{{1,2}}{TIME}|"
    rf"(?P<named>{NICK})(?::[ ]|[ ]{{1,4}}{TIME}(?!\d)))",
    re.MULTILINE,
)
# *[10:04 agent0731] Klant boos*, of who writes the notes of a case.
_IN_NOTE = re.compile(rf"^[ \t]{{0,4}}\[{TIME}[ ](?P<name>{NICK})\][ ]", re.MULTILINE)
# A time, or a name in brackets: without these nobody speaks.
_CHAT = re.compile(r"\d[:.]\d\d|<[a-z]|\[[a-z]|└|↪|: ")
# A time or a mark of an answer; without it ``kopie_aan:`` is the name of a field.
_MARKED = re.compile(r"\d[:.]\d\d|[└↪>]")
# Who leads a meeting is no user.
_CHAIRS = frozenset({"voorzitter", "griffier", "secretaris", "notulist", "tolk"})
_EXPORT = re.compile(
    r'"(?:user|username|sender|author|from)"[ ]{0,2}:[ ]{0,2}"(?P<name>[^"\s]{2,40})"'
)
# A digit or underscore in it, or parts joined by points, as no word has.
_SHAPE = re.compile(r"(?:[A-Za-z][\w.-]*(?:\d|_)[\w.-]*|[a-z]+(?:\.[a-z-]+)+\d{0,3})$")
_FILE = re.compile(
    r"\.(?:docx?|xls[xm]?|ods|pdf|txt|csv|zip|png|jpe?g|nl|com|org|eu|net|msg|eml|html?|json|xml|py|"
    r"sh|ps1|bat|sql|log|ya?ml|js|css|cfg|ini|conf|bak|example)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?:[a-z]{3,20}|[a-z]{2,20}-[a-z]{2,20})$")


def is_shaped(name: str) -> bool:
    """True for ``vdberg02``, ``j.jansen``, ``jan_d``: no word, no file, no machine's account."""
    return (
        len(name) > 3
        and _SHAPE.match(name) is not None
        and re.search("[a-z]", name) is not None
        and not _FILE.search(name)
        and not is_machine(name)
    )


def is_plain(name: str) -> bool:
    """True for a single lower-case word that is none of the words one expects there."""
    return _WORD.match(name) is not None and not is_no_user(name) and not is_organisation(name)


def speakers(text: str) -> Iterator[tuple[int, int]]:
    """The place of every name that speaks; a plain word must speak twice, in a real exchange."""
    for match in _EXPORT.finditer(text) if '": "' in text or '":"' in text else ():
        if is_shaped(match["name"]) or is_plain(match["name"]):
            yield match.span("name")
    noted = _IN_NOTE.finditer(text) if "] " in text else ()
    yield from (match.span("name") for match in noted if is_shaped(match["name"]))
    plain: dict[str, list[tuple[int, int]]] = {}
    turns = 0
    for match in _SPEAKER.finditer(text) if _CHAT.search(text) else ():
        group = match.lastgroup or "named"
        turns += 1
        if is_shaped(match[group]) and (_MARKED.search(match[0]) or group != "named"):
            yield match.span(group)
        elif is_shaped(match[group]) or (
            is_plain(match[group]) and (group == "angled" or any(c.isdigit() for c in match[0]))
        ):
            plain.setdefault(match[group], []).append(match.span(group))
    for name, spans in plain.items():
        if len(spans) > 1 and turns > 2 and name not in _CHAIRS:
            yield from spans
