"""Addresses: street with house number, with or without postcode and place."""

import re
from collections.abc import Iterator

from woo.detect.contacts.whose_address import address_role, visiting_address
from woo.detect.rare import lowered, matches_in_lines
from woo.detect.spans import finding, line_start
from woo.detect.words.grammar import CAPITALISED, LETTER, PARTICLES, STREET_ENDING
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_ordinary, is_place
from woo.reference.tables import load_table

_SUFFIX = (
    r"(?:[ ]?(?:bis|hs|huis)\b|[ ]?[/-]?[ ]?[a-zA-Z]\d{1,3}(?!\w)|[ ]?[a-wyzA-WYZ](?![\w])|"
    r"[ ]?[-/][ ]?(?:[IVX]{1,4}|\d{1,4}|[a-zA-Z]|hs|"
    r"bis)"
    r"(?![\w])|[ ][IVX]{1,3}(?![\w]))"
)
# *28-3-2018* is a day.
_NUMBER = (
    rf"(?!\d\d?-\d\d?-(?:19|20)\d\d)(?:\d{{1,5}}|[lI]\d{{1,3}}|\d[lO]\d?)(?!\d){_SUFFIX}{{0,2}}"
)
# *Akerstraat Noord 217*, *Plein '40-'45 nr 93*
_MIDDLE = r"(?:[ ](?:Noord|Zuid|Oost|West|Z[ZO]|N[ZO]|Nz|Zz|['’]\d\d(?:-['’]\d\d)?))?[ ]"
_MEASURE = "(?:%|procent|promille|km|meter|m²|dB|graden|uur|jaar|ton|miljoen|euro)"
_UNIT = r"(?:,?[ ](?:plek|kamer|unit|app\.?|appartement|kavel|boot|ligplaats)[ ]?\w{1,5})?"
_OCR_NUMBER = rf"(?:{_NUMBER}|[\dlO]{{1,4}}[a-z]?(?:[ ]?-[ ]?[\dlOa-zA-Z]{{1,4}})?)"
_LEADING = (
    f"(?:(?:['’‘]s-)?(?:(?:Burg|Kon|Mgr|Dr|Prof|Ds|Gen|Past|Pr|Min|Mr|St|Jhr|Ir|Wilh|Adm|Pres|Joh|Jac|"
    f"Burgem|Kard)\\.|{CAPITALISED}|{PARTICLES}|[1-9]\\d?e|[A-Z]\\.|achter|bij|aan|op|het|de|"
    f"en)[ ])"
)
_JOIN = r"(?:[ ]{0,2}[,|•·;]?[ ]{0,2}(?:\n[ \t>]{0,40}|[ \t>]{0,4})|\"[,;]\"){1,2}"
_PLACE = (
    f"(?:(?:Hoge|Lage|Hoog|Nieuwe?|Oude?|Sint|St\\.|Den|De|Het|['’]t|Klein|Groot|Noord|Zuid|"
    f"Ter|Hoek[ ]van|"
    f"Wijk[ ]bij|Hof[ ]van|Berkel[ ]en)[ ])?(?:['’]s-)?{CAPITALISED}(?:[ ](?:aan[ ](?:den?|"
    f"het)[ ]den|aan[ ]den?|en|op|bij|a/?d|den)[ ]{CAPITALISED}"
    f"|[ ](?:Haag|Bosch|Helder|Burg|Rijn|aan Zee|HAAG|BOSCH))?"
)
_POSTCODE = re.compile(
    r"(?<![\w€-])[1-9][\dOl]{3}[ ]{0,2}(?!SA|SD|SS)[A-Z]{2}(?![\w-])|"
    # With the number of the house, as systems ask for it; in small letters behind its label.
    r"(?<![\w€-])[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}(?=\d{1,4}[a-zA-Z]?(?!\w))|"
    r"(?<=[Pp]ostcode: )[1-9]\d{3}[ ]?[a-z]{2}(?!\w)|(?<=[Pp]ostcode )[1-9]\d{3}[ ]?[a-z]{2}(?!\w)"
)
# *6644* at the end of a line and *CK Waalhoven* on the next, behind a street.
_BROKEN_POSTCODE = re.compile(
    r"(?<![\w€-])[1-9]\d{3}[ ]?\n[ \t>]{0,8}[A-Z]{2}(?=[ ]{1,2}['’]?[A-ZÀ-Þ])"
)
_BEFORE_POSTCODE = re.compile(
    f"(?<![\\w.]){_LEADING}{{0,5}}(?:['’‘]s-)?{CAPITALISED}"
    f"(?:[ ]19\\d\\d)?{_MIDDLE}(?:nr\\.? ?)?{_OCR_NUMBER}{_UNIT}{_JOIN}$"
)
_HOUSE_NUMBER = (
    r"\d{1,4}(?:[ ]?(?:bis|hs)(?!\w)|[a-zA-Z](?!\w)|[ ]?-[ ]?\w{1,3}|[ ][IVX]{1,3})?"
    r"(?!\w|[.,:/-]\d)"
)
_COUNTED = (
    r"[ ]?(?:%|stuks|keer|maal|maanden|weken|dagen|m2|personen|mensen|leden|pagina|blz|"
    rf"[a-z]+(?:ar|ri|rt|il|ei|ni|li|us|er)[ ](?:19|20)|{_MEASURE})"
)
# The place, or as in a query the number of the house: ``8911 KR 17``.
_AFTER_POSTCODE = re.compile(
    rf"{_JOIN}{_PLACE}|[;|,][ ]?\d{{1,5}}[a-zA-Z]?(?=[;|\n]|$)|"
    rf",?[ ]?(?:(?:nr\.?|nummer|huisnummer)[ ])?{_HOUSE_NUMBER}(?!{_COUNTED})"
)
_STREET = re.compile(
    f"(?<![\\w-]){_LEADING}{{0,4}}(?P<street>(?:['’‘]s-)?{CAPITALISED}\\.?){_MIDDLE}"
    f"(?:nr\\.? ?)?{_NUMBER}(?![.,/]?\\d|[xX]\\b)"
    f"(?![ ]?{_MEASURE}){_UNIT}(?:[ ](?:te|in)[ ]{_PLACE}|[ ]?,[ ]{_PLACE}|"
    f"[ ]{_PLACE}(?=[ ]?(?:\n|$)))?"
)
# Any capitalised words and a number, where the words before them say that somebody lives there.
_LIVES = re.compile(
    r"\b(?:woon(?:t|de|achtig)?|wonende?|(?:woon|thuis|gast|huis)?adres(?:[ ]wordt|[ ]is)?|"
    r"woning|gevestigd|verblijft?|ingeschreven|buur(?:man|vrouw)|bewoners?|pand|afsluiting|schoenmaker|winkelierster)\b"
    r"[ ]?[:|=]?[\"']?[ \t]{0,12}(?:(?:ook|nu|al|weer|nog|aan|op|in|van|bij|naast|achter|de|het|"
    r"mij|sinds|(?P<place>(?:te|in)[ \n][A-Z][a-z]{2,14}))[ ,\n]{1,3}){0,6}",
    re.IGNORECASE,
)
_ANY_STREET = re.compile(
    f"{_LEADING}{{0,3}}{CAPITALISED}{_MIDDLE}(?:nr\\.? ?)?{_NUMBER}(?![.,:/]?\\d)"
    f"(?:[ ](?:te|in)[ ]{_PLACE}|,[ ]{_PLACE})?"
)
# A known place behind a number: *Biest 72, Weert*.
_NUMBER_AND_PLACE = re.compile(
    rf"(?<=[ ])(?:nr\.? ?)?(?P<number>{_NUMBER})(?:,[ ]|[ ](?:te|in)[ ]|[ ]?[|;][ ]?)"
    rf"(?P<place>{CAPITALISED})"
)
_WORDS_BEFORE = re.compile(f"(?<![\\w-]){_LEADING}{{0,3}}(?P<last>{CAPITALISED}){_MIDDLE}$")
# In another country: *Zeelaan 144/0302, 8660 De Panne*, *Bentheimer Str. 27b, D-48529 Nordhorn*.
_ABROAD = re.compile(
    rf"(?<![\w-])(?!Kamerstuk|Handelingen|Aanhangsel){_LEADING}{{0,3}}(?!II?\b){CAPITALISED}"
    rf"(?:[ ]Str\.)?[ ]\d{{1,4}}[a-z]?(?:/\d{{1,4}})?"
    rf"(?:,?[ ](?:bus|box|bte)[ ]\w{{1,5}})?,[ ](?:[A-Z]{{1,2}}-)?\d{{4,5}}[ ]"
    rf"(?![A-Z]{{2}}\b){_PLACE}(?:[ ]\([A-Z]{{1,2}}\))?"
)
# In lower case, as in a chat; the ending and the words before it must be sure.
_BARE = re.compile(
    r"\b(?:de|het|aan|op)[ ](?P<street>(?:Singel|Gracht|Kade|Dijk|Markt|Brink|Vaart|Plein|"
    r"Haven|Laan|Wal)[ ]"
    rf"{_NUMBER})(?![\w]|[.,:/]\d)"
)
# *aan de Leemslag 22*: no ending shows it, and no word of the language is called so.
_UNKNOWN = re.compile(
    rf"\b(?:aan|op)[ ](?:de|het)[ ](?P<street>(?P<word>{CAPITALISED})[ ](?!(?:19|20)\d\d\b)"
    rf"{_NUMBER})(?![\w]|[.,:/]\d|[ ]?{_MEASURE})"
)
# *naar mevrouw De Wit, Vogelkers 9 hs*, *de heer Kok (Buizerd 5-2)*; *P. Visser*, and below it
# *Vogelkers 104*.
_OF_NAMED = re.compile(
    rf"\b(?:[Mm]evrouw|[Hh]eer|[Mm]w\.|[Dd]hr\.|[Mm]evr\.|[Ff]am\.|[Ff]amilie)[ ]"
    rf"(?:(?:[A-Z]\.){{1,4}}[ ])?(?:{PARTICLES}[ ])?{CAPITALISED}(?:,[ ]|[ ]\()"
    rf"(?P<street>{_LEADING}{{0,2}}{CAPITALISED}[ ]{_NUMBER})(?=[.,;)\n]|[ ](?:te|in)[ ][A-Z]|$)|"
    rf"^[ \t]*(?:[A-Z]\.[ ]?){{1,4}}(?:{PARTICLES}[ ])?{CAPITALISED}[ \t]*\n"
    rf"[ \t]*(?P<below>{_LEADING}{{0,2}}{CAPITALISED}[ ]{_NUMBER})[ \t]*$",
    re.MULTILINE,
)
_LOWER = re.compile(
    r"\b(?:adres is|woont? (?:op|aan)(?: de| het)?|naar|van de|op(?: de)?|aan(?: de)?|bij de)[ ]"
    r"(?P<street>[a-z]{3,24}(?:straat|laan|plein|gracht|singel|kade|dijk|hof|steeg|dreef|weg))[ ]"
    r"(?P<number>\d{1,4}[a-z]?(?!\w|[.,:/]\d|[ ](?:km|meter)\b))"
)
# *ik woon aan de Trekweg, het derde huis*, *woont in raalte aan de hofstedelaan*: without a number.
_AT_HOME = re.compile(
    r"\b(?:woont?|woonde|wonende?)\b(?:[ ](?:nu|al|nog|weer|zelf|ook))?"
    r"(?:[ ](?:in|te)[ ]\w{3,15})?[ ](?:aan|op|in)[ ](?:de|het)[ ]"
    r"(?P<street>[A-Za-z][a-z]{2,24}(?:straat|laan|weg|plein|gracht|singel|kade|dijk|hof|steeg|"
    r"dreef|pad))(?![\w-]|[ ]\d)"
)
_LOWER_PLACE = re.compile(r",?[ ](?P<place>[a-z]{3,20})(?!\w)")
_NO_STREET = re.compile(
    r"(?:snel|onder|rijks|provinciale|spoor|auto|vaar|water|fiets|lucht|om|hoofd|tol|gerechts)"
)
_BROKEN = re.compile(
    f"(?<![\\w-]){_LEADING}{{0,3}}{CAPITALISED}-\\n[ ]{{0,12}}[a-z]{{0,12}}(?:{STREET_ENDING})[ ]"
    f"{_NUMBER}(?!\\w)"
)
_DIGIT = re.compile(r"\d")
_POSTED = re.compile(r", (?:[a-z]{1,2}-)?\d{4,5} ")
_STREET_WORD = re.compile(f"[{LETTER}'’‘-]{{2,}}(?:{STREET_ENDING})$", re.IGNORECASE)
_POST_BOX = re.compile(
    r"(?:Postbus|Antwoordnummer|POSTBUS|P\.?O\.? ?Box|PB)[ ]\d{1,6}(?!\d|[ ][A-Z]{1,2}(?![\w]))"
)
# Two letters that are a word or a unit as well; alone they make no postcode.
_WORDS = frozenset(
    [
        "EN",
        "OF",
        "IN",
        "OP",
        "TE",
        "DE",
        "KM",
        "CM",
        "MM",
        "MB",
        "GB",
        "KB",
        "KG",
        "EU",
        "OM",
        "OV",
        "JA",
        "NA",
        "BC",
        "AD",
        "MW",
        "KW",
        "AAN",
        "UUR",
    ]
)
_DIRECTIONS = frozenset(["Noord", "Zuid", "Oost", "West"])
_NAME = re.compile(r"[^\W\d_]{3}")
_DAY = re.compile(r"\d/\d{1,2}$")
_REACH = 160


def detect_address(document: Document) -> Iterator[Finding]:
    """Every address; post office boxes and the government's own buildings are FUNCTIONAL."""
    text = document.text
    for match in _POST_BOX.finditer(text):
        end = _end_of_place(text, match.end())
        span = (match.start(), end)
        yield finding(text, span, Category.ADDRESS, "address", 0.95, Role.FUNCTIONAL)
    for match in visiting_address().finditer(lowered(text)):
        yield finding(text, match.span(), Category.ADDRESS, "address", 0.95, Role.FUNCTIONAL)
    yield from _with_postcode(text)
    for start, end in _by_words(text):
        role = address_role(text[max(0, start - 40) : end], *_around(text, start, end))
        yield finding(text, (start, end), Category.ADDRESS, "address", 0.7, role)
    for match in matches_in_lines(text, _DIGIT, _STREET):
        # ``10/1`` is a day or a number of a list.
        is_street = _STREET_WORD.match(_street_word(match)) and _is_house(match.group())
        if is_street and not _DAY.search(match.group()):
            role = address_role(match.group(), *_around(text, *match.span()))
            yield finding(text, match.span(), Category.ADDRESS, "address", 0.7, role)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - 90) : start], text[end : end + 40]


def _by_words(text: str) -> Iterator[tuple[int, int]]:
    """Streets that no ending shows: where somebody lives, before a place, in lower case."""
    for lives in _LIVES.finditer(text):
        street = _ANY_STREET.match(text, lives.end())
        if street and _is_house(street.group()):
            start = lives.start("place") if lives["place"] else street.start()
            yield start, street.end()
    for match in matches_in_lines(text, _DIGIT, _NUMBER_AND_PLACE):
        if is_place(match["place"]) and not _DAY.search(match["number"]):
            window = max(0, match.start() - 60)
            before = _WORDS_BEFORE.search(text[window : match.start()])
            if before and _is_house(before.group()) and _is_house(before["last"]):
                yield window + before.start(), match.end()
    yield from (match.span() for match in matches_in_lines(text, _POSTED, _ABROAD))
    for match in matches_in_lines(text, _DIGIT, _LOWER):
        if _NO_STREET.match(match["street"]) is None:
            place = _LOWER_PLACE.match(text, match.end())
            known = place is not None and is_place(place["place"])
            yield match.start("street"), place.end() if place and known else match.end()
    yield from (match.span("street") for match in _AT_HOME.finditer(text))
    yield from _behind_aan(text)
    for match in _OF_NAMED.finditer(text):
        group = match.lastgroup or "street"
        if _is_house(match[group]):
            yield match.span(group)
    yield from _broken(text)


def _broken(text: str) -> Iterator[tuple[int, int]]:
    """Streets with a hyphen at the end of a line."""
    place = text.find("-\n")
    while place >= 0:
        start = line_start(text, place)
        yield from (match.span() for match in _BROKEN.finditer(text, start, place + _REACH))
        place = text.find("-\n", place + 1)


def _behind_aan(text: str) -> Iterator[tuple[int, int]]:
    """*aan de Brink 3*, *op de Leemslag 22*."""
    for match in matches_in_lines(text, _DIGIT, _BARE):
        yield match.span("street")
    for match in matches_in_lines(text, _DIGIT, _UNKNOWN):
        word = match["word"]
        if _is_house(match["street"]) and not (word.isupper() or is_ordinary(word)):
            yield match.span("street")


def _street_word(match: re.Match[str]) -> str:
    """The word that tells it is a street: *Akerstraat* of *Akerstraat Noord 217*."""
    before = match.string[match.start() : match.start("street")].split()
    return before[-1] if before and match["street"] in _DIRECTIONS else match["street"]


def _is_house(written: str) -> bool:
    """False for ``Zaal 4`` and ``Artikel 12``: a word that counts something else."""
    return written.split(maxsplit=1)[0].casefold() not in load_table("numbers")["no_street"]


def _with_postcode(text: str) -> Iterator[Finding]:
    for match in (*_POSTCODE.finditer(text), *_BROKEN_POSTCODE.finditer(text)):
        window = max(0, match.start() - _REACH)
        street = _BEFORE_POSTCODE.search(text[window : match.start()])
        start = window + street.start() if street else match.start()
        after = _AFTER_POSTCODE.match(text, match.end())
        broken = "\n" in match.group()
        placed = after is not None and _NAME.search(after.group()) is not None
        if not street and (broken or _is_no_postcode(match.group(), placed=placed)):
            continue
        end = after.end() if after else match.end()
        score = 0.97 if street else 0.85
        role = address_role(text[max(0, start - 40) : end], *_around(text, start, end))
        yield finding(text, (start, end), Category.ADDRESS, "address", score, role)


def _is_no_postcode(written: str, *, placed: bool) -> bool:
    """``2024 EN`` and ``1000 KM``: a word or unit after a number, in a text in capitals."""
    return written[-2:] in _WORDS and (not placed or written[:2] in {"19", "20"})


def _end_of_place(text: str, end: int) -> int:
    """Where the postcode and place after a post office box end, if they are there."""
    joined = re.compile(_JOIN).match(text, end)
    postcode = _POSTCODE.match(text, joined.end()) if joined else None
    if postcode is None:
        return end
    place = _AFTER_POSTCODE.match(text, postcode.end())
    return place.end() if place else postcode.end()
