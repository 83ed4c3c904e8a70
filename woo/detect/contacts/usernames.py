"""Names by which people log in or are known on line: *account vdberg02*, ``@handle``, chat names.

A handle of an organisation is FUNCTIONAL. ``@channel`` and the like call everybody.
"""

import re
from collections import Counter
from collections.abc import Iterator

from woo.detect.contacts.chat_names import NICK, is_plain, is_shaped, speakers
from woo.detect.contacts.devices import devices
from woo.detect.contacts.domain_users import by_domain
from woo.detect.contacts.formed_users import formed_users
from woo.detect.layout.columns import DIGIT, GAP
from woo.detect.rare import matches_at, mentions
from woo.detect.spans import finding, repeated
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.abbreviations import units
from woo.reference.handles import (
    is_everybody,
    is_in_office,
    is_machine,
    is_no_user,
    is_organisation,
)
from woo.reference.lexicon import is_first_name, is_of_language, is_ordinary, is_surname
from woo.text.keys import is_key

_LABEL = (
    r"(?:gebruikersna(?:am|men)|centralist(?:en)?|inlogna(?:am|men)|"
    r"login(?:na(?:am|men))?|inlog(?:code|[ ][A-Za-z]{4,14}(?=:))?|"
    r"(?:spel|game|test)?account(?:naam|s)?|usernames?|user[- ]?id|user|"
    r"gebruikers?[- ]?id|gebruiker|screenname|nickname|"
    r"(?:opgeslagen|gewijzigd|aangemaakt|ingelogd|ingediend|gemeld|geëxporteerd|geexporteerd|"
    r"afgedrukt|geprint|exported|printed) (?:door|als|by)|onder de (?:naam|alias))(?![\w-])"
)
_CALLED = re.compile(
    rf"(?<!\w)(?P<label>{_LABEL})\"?"
    rf"(?:[ ](?:zaaksysteem|is|was|van mij is|met|blijft)\b)?{GAP}[\"'“‘`@]?"
    rf"(?P<name>{NICK})(?![\w@]|[.-]\w)",
    re.IGNORECASE,
)
# The number of a pass with which somebody enters, and *bezorger-ID RDR-28124*.
_PASS = re.compile(
    r"\b(?:(?:toegangs|rijks|bezoekers|personeels)?(?:pas|badge)[ -]?(?:nr|nummer|no|id)\b\.?|"
    r"(?:toegangs|rijks)pas)"
    rf"[ \t:#.]{{0,6}}(?P<pass>{DIGIT}{{2}}[ ]?{DIGIT}(?:[ ]?{DIGIT}){{1,6}})(?![\w]|[.,/-]\d)|"
    r"\bpas[ ]\d{5,8}[ ]en[ ](?P<other>\d{5,8})(?![\w]|[.,/-]\d)|"
    r"\b[a-z]{5,12}-id[ :]{1,3}(?P<code>[A-Z]{2,5}-?\d{3,8})(?![\w-])",
    re.IGNORECASE,
)
# A label a few words before something that can only be a user's name.
_NEAR = re.compile(rf"(?<![\w-]){_LABEL}[^\n:;.]{{1,40}}?[ (\"'“‘](?P<name>{NICK})(?![\w@])", re.I)
_ASKED = re.compile(
    rf"\b(?:gebruikersnaam|inlognaam|username)[^\n?]{{0,40}}\?[^\S\n]{{0,3}}\n[^\n]{{0,40}}?:[ ]"
    rf"(?P<name>{NICK})(?![\w@])",
    re.IGNORECASE,
)
# The next in a row; behind one may stand whose it is: *wennm (Marloes), brakdj (Dirk-Jan)*.
_OR = re.compile(
    r"`?(?:[ ]\([A-ZÀ-Þ][\w-]{1,20}\))?(?:,|[ ](?:of|en|/|dan wel))[ ]`?"
    rf"(?P<name>{NICK})(?![\w@])"
)
_BEFORE_LABEL = re.compile(
    rf"(?<![\w.@-])(?P<name>{NICK})[ ](?=wachtwoord|account\b|password|heeft[ ]{NICK}[ ]toegevoegd)"
)
_ACTION = re.compile(
    rf"\b(?:door(?:gezet naar)?|toegewezen aan|Bericht van|Systeem:)[ ](?P<name>{NICK})(?![\w@])"
)
_HANDLE = re.compile(
    r"@(?<![\w.@/&=+-]@)(?P<name>[A-Za-z0-9_][\w]{1,30}(?:[.-]\w{1,30}){0,3})(?![\w@]|-\w)"
)
# In the lines of a log, a configuration or an export: ``by=adm-ptolsma``, ``"door": "mgeesink"``.
_KEYS = (
    r"(?:by|user|usr|uname|target|actor|owner|log[io]n|uid|account|author|assignee|approver|"
    r"requester|sender|delegate|gebruiker|behandelaar|eigenaar|aanvrager|backup|dienst|door|wie|wijziger|"
    r"sip_?user|medewerker_?identificatie|samaccountname|github|"
    r"(?:gewijzigd|aangemaakt|gemaakt|goedgekeurd|gesloten|created|modified|updated|changed|"
    r"approved|closed|opened)[_ ]?(?:door|by))"
)
_PAIR = re.compile(
    rf"(?<!\w)(?:{_KEYS}=|[\"']{_KEYS}[\"'][ ]?:[ ]?|{_KEYS}:[ ])[\"']?"
    rf"(?P<name>{NICK})(?=$|[\"';,)\]}}\s])",
    re.IGNORECASE | re.MULTILINE,
)
_SYSTEM = re.compile(
    rf"\b(?:publickey|password) for (?P<accepted>{NICK}) from\b|\bsudo: (?P<sudo>{NICK}) :|"
    rf"\bsession (?:opened|closed) for user (?P<session>{NICK})|"
    # Of a version in git; of a query: *door igj-fbakx vanaf 10.9.53.62*.
    rf"\bcommit [0-9a-f]{{7,40}} author (?P<committed>{NICK})(?=[ \n])|"
    rf"\bdoor (?P<asked>{NICK}) vanaf \d{{1,3}}\.",
)
# *12-01 08:47 nbouazza zoekvraag*: more than once, no word of the language.
_ACTS = re.compile(
    r"^[ \t]*(?:\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?[ T])?\d{1,2}:\d\d(?::\d\d)?[ ]"
    r"(?P<acts>[a-z][a-z0-9._-]{5,20})[ ](?=[a-z])",
    re.MULTILINE,
)
# The third field of a web server's log (Common Log Format): *31.21.144.8 - mvdsteen [12/Apr…*.
_SERVED = re.compile(
    rf"^(?:[^\n\"]{{0,60}}\d{{1,3}}(?:\.\d{{1,3}}){{3}}|[\da-fA-F:]{{6,39}}) - "
    rf"(?P<served>{NICK}) [\[\"]",
    re.MULTILINE,
)
# Who did what when, in columns: *12-09-2023 09:14  LINDEN02  zaak aangemaakt*; *agent cvermeij*.
_DID = re.compile(
    rf"^[ \t]*\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}[ T,]{{1,2}}\d{{1,2}}:\d\d(?::\d\d)?"
    rf"(?:[ ]{{2,8}}|[ ]?[\t;|][ ]?)(?P<did>{NICK})(?=[ ]{{2}}|[ ]?[\t;|])|"
    rf"[ ]{{2}}agent (?P<agent>{NICK})(?=[ ]*$|[ ]{{2}})|"
    # *2019-10-07 10:14 (D_HUIZ) Gebruiker …*
    rf"^[ \t]*\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}[ T,]{{1,2}}\d{{1,2}}:\d\d(?::\d\d)?[ ]"
    rf"\((?P<noted>{NICK})\)[ ]|"
    # *10:02:14 dkuiper1 OPEN dossier 88120*
    r"^[ \t]*\d{1,2}:\d\d(?::\d\d)?[ ](?P<acts>[a-z][a-z0-9._-]{3,20})[ ](?=[A-Z]{4,}\b)",
    re.MULTILINE,
)
# *KRUIT_B*, *VDAM_L*: a surname and initials, where somebody's acts are dated.
_SURNAME_FIRST = re.compile(
    r"(?<![\w.@/-])(?:V|VD|VDR|D)?(?P<surname>[A-Z]{3,14})_[A-Z]{1,3}(?![\w@-])"
)
_DATED_LINE = re.compile(r"^[ \t]*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[^\n]{0,80}$", re.MULTILINE)
_STARTS = re.compile(
    r"gebruiker|centralist|inlog|login|account|user|screenname|nickname|opgeslagen|gewijzigd|aangemaakt|"
    r"ingelogd|ingediend|gemeld|ge[eë]xporteerd|afgedrukt|geprint|exported|printed|onder de "
)
_WORDS = (
    *("gebruik", "log", "account", "user", "name", "wachtwoord"),
    *("password", "door", "bericht van", "systeem", "centralist", "onder de "),
)
_IN_LOG = ("sudo", "for ", "commit ", " vanaf ")
# The account of somebody who may do more: ``adm-ptolsma``, ``r.hamstra-adm``.
_PRIVILEGED = re.compile(
    r"^(?:adm|admin|beheer|ext|extern|dba)[-_.]|[-_.](?:adm|admin|beheer|ext|extern)$"
)
_SHORTEST_ODD = 6
_PIECES = re.compile(r"[^\W\d_]+")
_COLUMN = re.compile(r"(?:naam|name|datum|date|rol|role|_id)$", re.IGNORECASE)
_STRONG = re.compile(r"gebruikersna|inlogna|inlogcode|loginna|username|user", re.IGNORECASE)
# Five consonants side by side: no word that could follow *zijn account is*.
_UNREADABLE = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}")


def detect_username(document: Document) -> Iterator[Finding]:
    """Every name to log in with, every handle, and those who speak under one in a chat."""
    text = document.text
    spans = {
        *_by_label(text),
        *by_domain(text),
        *_in_log(text),
        *_surnames_first(text),
        *_of_passes(text),
        *speakers(text),
        *formed_users(text),
        *devices(text),
    }
    spans = {span for span in spans if not is_key(text, *span)}
    for span in spans:
        yield _found(text, span, 0.9)
    for match in _HANDLE.finditer(text):
        name = match["name"]
        if not is_everybody(name) and not name.isdigit():
            of_office = (_is_of_office(name) or is_in_office(name)) and not _are_letters(name)
            role = Role.FUNCTIONAL if of_office else Role.UNKNOWN
            if name.istitle() and is_first_name(name):
                # ``@Teun``: the person, where another detector knows him.
                yield _found(text, match.span("name"), 0.5, role)
            else:
                yield _found(text, match.span(), 0.85, role)
    known = {text[slice(*span)] for span in spans}
    shaped = {name for name in known if is_shaped(name) or (_is_account(name) and "." not in name)}
    if shaped:
        for match in re.finditer(rf"(?<![\w.@/\\-]){NICK}(?![\w@])", text):
            if match.group() in shaped:
                yield _found(text, match.span(), 0.85)


def _are_letters(handle: str) -> bool:
    """*@HJ*, and not *@RIVM*."""
    return len(handle) == 2 and handle.isupper() and handle not in units()


def _is_of_office(handle: str) -> bool:
    """``@sanne_nl`` is Sanne, although a handle of an office may end so too."""
    called = any(
        is_first_name(piece) and not is_ordinary(piece)
        for piece in _PIECES.findall(handle)
        if len(piece) > 2
    )
    return is_organisation(handle) and not called


def _by_label(text: str) -> Iterator[tuple[int, int]]:
    """Behind or before a label."""
    if not mentions(text, _WORDS):
        return
    for match in matches_at(text, _STARTS, _CALLED):
        if _is_name(match["name"], strong=_is_strong(match)) or _is_odd(match):
            yield match.span("name")
            yield from _others(text, match.end())
    for match in _around_label(text):
        if is_shaped(match["name"]):
            yield match.span("name")


def _others(text: str, end: int) -> Iterator[tuple[int, int]]:
    """*lnguyen2 / mverbeek / dpost*: the others in the row."""
    while (other := _OR.match(text, end)) and _is_account(other["name"]):
        yield other.span("name")
        end = other.end()


def _around_label(text: str) -> Iterator[re.Match[str]]:
    """Candidates a few words behind a label, in the answer to a question, or before a label."""
    for pattern in (_NEAR, _ASKED):
        yield from matches_at(text, _STARTS, pattern)
    if mentions(text, ("wachtwoord", "password", " account", "toegevoegd")):
        yield from _BEFORE_LABEL.finditer(text)
    if mentions(text, ("door ", "doorgezet", "toegewezen", "bericht van", "systeem:")):
        yield from _ACTION.finditer(text)


def _of_passes(text: str) -> Iterator[tuple[int, int]]:
    """Behind a word for a pass or an id: a number, which only the office can lead to somebody."""
    for match in _PASS.finditer(text) if mentions(text, ("pas", "badge", "-id")) else ():
        yield match.span(match.lastgroup or 0)


def _surnames_first(text: str) -> Iterator[tuple[int, int]]:
    """Where a dated line has one of which the surname is known, or that acts more than once."""
    lines = _DATED_LINE.finditer(text) if "_" in text else ()
    found = [m for line in lines for m in _SURNAME_FIRST.finditer(text, *line.span())]
    times = Counter(match.group() for match in found)
    for match in found:
        if is_surname(match["surname"]) or times[match.group()] > 1:
            yield match.span()


def _in_log(text: str) -> Iterator[tuple[int, int]]:
    """What a machine writes of who did something; a word or a machine's account is nobody's."""
    if "=" in text or '":' in text or '" :' in text or mentions(text, _IN_LOG):
        for pattern in (_PAIR, _SYSTEM):
            yield from _accounts(pattern, text)
    for pattern in (_SERVED, _DID):
        yield from _accounts(pattern, text)
    for match in repeated(_ACTS.finditer(text), "acts"):
        if not is_of_language(match["acts"]) and _is_account(match["acts"]):
            yield match.span("acts")


def _accounts(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        group = match.lastgroup or "name"
        if _is_account(match[group], any_case=pattern in {_DID, _PAIR}):
            yield match.span(group)


def _is_account(name: str, *, any_case: bool = False) -> bool:
    plain = _PRIVILEGED.sub("", name)
    in_capitals = any_case and plain.isupper() and len(plain) >= _SHORTEST_ODD
    if is_no_user(name):
        return False
    if is_shaped(plain) or (plain != name and is_surname(plain)):
        return True
    known = is_ordinary(plain) or is_no_user(plain) or is_organisation(plain) or is_machine(name)
    return len(plain) > 3 and (plain.islower() or in_capitals) and not known


def _is_strong(match: re.Match[str]) -> bool:
    """True when the label can only be followed by a name: *gebruikersnaam:*, *login: x*."""
    gap = match.string[match.end("label") : match.start("name")]
    return any(sign in gap for sign in ":|=`") or (
        " is " in gap and _STRONG.match(match["label"]) is not None
    )


def _is_odd(match: re.Match[str]) -> bool:
    """*login bouzambi werkt niet*: right behind the label what is no word of the language."""
    name = match["name"]
    right_behind = match.start("name") == match.end("label") + 1
    pieces = name.split("-")
    is_word = not all(map(str.isalpha, pieces)) or any(map(is_of_language, pieces))
    of_login = name.isupper() and _STRONG.match(match["label"]) is not None
    account = _is_account(name, any_case=of_login)
    return right_behind and len(name) >= _SHORTEST_ODD and account and not is_word


def _is_name(name: str, *, strong: bool) -> bool:
    """``volledige_naam`` behind *login;* is the heading of the next column."""
    if _COLUMN.search(name):
        return False
    if is_shaped(name):
        return True
    return (strong and is_plain(name)) or _UNREADABLE.search(name) is not None


def _found(text: str, span: tuple[int, int], score: float, role: Role = Role.UNKNOWN) -> Finding:
    return finding(text, span, Category.USERNAME, "username", score, role)
