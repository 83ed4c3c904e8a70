"""Office holders whom the lists know: by full name, initials, or a surname that tells."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from woo.detect.offices.holder_rows import beside
from woo.detect.rare import mentions
from woo.detect.spans import finding, line_start, listed, person
from woo.detect.words.grammar import INITIALS, is_titled, read_name
from woo.detect.words.name_parts import parse_name
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_first_name, is_in_place, is_ordinary, is_surname
from woo.reference.office_holders import (
    double_surnames,
    elected,
    full_names,
    initial_and_surname,
    known_by_surname,
    known_in_public_life,
    surnames,
)
from woo.text.matcher import Match, Matcher

_INITIALS = re.compile(f"(?<![\\w.]){INITIALS}")
_GIVEN = re.compile(rf"(?<![\w.-])({INITIALS}|[A-ZÀ-Þ][\w'’-]+)[ ]$")
_OFFICE_WORD = re.compile(r"minister\b|staatssecretaris|excellentie|bewindspersoon", re.IGNORECASE)
_NEAR, _GIVEN_REACH, _NEAR_NAME, _LINE_REACH = 160, 24, 60, 200  # characters
_OF_CHAMBER = re.compile(
    r"\b(?:[Kk]amer|(?:oud-)?[Kk]amerl(?:id|eden)|[Hh]et lid|[Dd]e leden|[Mm]oties?|"
    r"[Ff]ractie|[Dd]ebat|[Vv]oorzitter|[Mm]inister|[Ss]taatssecretaris|VVD|PVV|CDA|D66|PvdA|SP|GroenLinks(?:-PvdA)?|"
    r"ChristenUnie|CU|SGP|PvdD|DENK|FvD|JA21|BBB|NSC|Volt|50PLUS)\b"
)
BY_SURNAME = "surnames"
"""The source of a finding by surname, with or without initials: a dossier may know another one."""
_SHORTEST_ALONE = 4
# A surname alone is the member's only where a text is about public life; that of a town has its
# own people with such a name, and rooms (*kamer 2.08*).
_PUBLIC_LIFE = (
    *(
        "kamerl",
        "kamerb",
        "kamerv",
        "kamers",
        "kamerc",
        "kamerd",
        "kamerm",
        "de kamer",
        "minister",
        "staatssecretaris",
        "kabinet",
        "motie",
        "debat",
    ),
    *("formateur", "fractie", "premier", "binnenhof", "politiek", "commissaris"),
    *("amendement", "coalitie", "partij", "verkiezing", "bewinds", "vragenuur", "persvraag"),
    *("woordvoering", "belnotitie", "departement", "staatsecretaris", "noodopvang"),
    *(" bzk", " vws", " ocw", " ezk", " lnv", " lvvn", " ienw", " szw", " jenv", "(bzk", " rivm"),
    *(" tk ", "tk-", " ek ", " dg ", " sg ", " mp ", " stas", " cdk", "q&a", "catshuis", "plenair"),
    *("spreektekst", "indiener", "persmoment", "bgm", "ridderzaal", "vak k", " wvd", " wh."),
)
# So many of them in cells or as who speak are no colleagues with the same names.
_MANY = 3
# Of whom a file of officials speaks with: *Van: Harbers, Jan*, *Beste Harbers*, *harbers@…*.
_PERSONAL_BEFORE = re.compile(
    r"^[ \t>]*(?:Van|Aan|[Cc][Cc]|[Bb][Cc][Cc]|From|To|Afzender|Deelnemers|Aanwezig|Naam|"
    r"Medewerker)[ \t]*:|"
    r"\bPA[ ]\($|"
    r"\b(?:[Bb]este|[Dd]ag|[Hh]oi|[Hh]a|[Hh]allo|[Hh]i|[Ll]ieve|[Ff]am(?:ilie|\.))[ ]$|[.@_]$"
)
_PERSONAL_BEHIND = re.compile(
    r"[@_]|,[ ](?:[A-ZÀ-Þ][.]|[A-ZÀ-Þ][\w-]+(?:[ ]?[(\n|;\t]|[ ]{2}))|[ ]?\n[\w.+-]+@|"
    r"[ ]\((?:bewoner|bewoonster|omwonende|nicht|neef|broer|zus|zoon|dochter|niet de|"
    r"geen familie|stagiair)"
)
# *Şahin-Veldkamp* is nobody's but hers; *motie-Veldkamp* is of the member.
_DOUBLE_BEFORE = re.compile(
    r"(?<!\w)(?!Motie-|Amendement-|Commissie-|Wet-|Kabinet-|Lijst-|Plan-|Fractie-)"
    r"[^\W\d_a-zà-ÿ][\w'’]+-$"
)
# On a line or in a cell of its own, or as who speaks in a chat.
_NOTHING_BEFORE = re.compile(r"(?:.*[|;\t])?[\s\d:.,/()\[\]>–-]*")
_ALONE_BEHIND = re.compile(r"[ \t]*(?:\n|$|[:|;\t])")
_PARTICLES_FIRST = re.compile(r"((?:[a-z][a-z' ]*(?= ))?) ?(\S.*)")
_MIDDLE = re.compile(r"(?<![\w-])([A-ZÀ-Þ][\w'’-]+)[ ](?:[A-ZÀ-Þ]\.){1,3}[ ]")

# *Keijzer, M.C.G. (Mona)*
_WITH_CALL_NAME = re.compile(
    r"(?<![\w'’-])[A-ZÀ-Þ][\w'’-]{1,30}(?:[ ][A-ZÀ-Þ][\w'’-]{1,30})?,[ ]"
    r"(?:[A-Z]\.){1,6}(?:[ ][a-z][a-z' ]{1,9})?[ ]\([A-ZÀ-Þ][\w'’-]{1,30}\)"
)


def known_holders(text: str) -> Iterator[Finding]:
    """Who is on the lists, by the full name; by the surname where hardly anybody else has it."""
    yield from _by_name(text)
    yield from _with_middle_initials(text)
    yield from _with_initials(text)
    yield from _surname_first(text)


def _by_name(text: str) -> Iterator[Finding]:
    whole = [one for one in _holders().find(text) if _is_the_member(text, one)]
    alone = list(_surnames_alone().find(text))
    elsewhere = {one.term for one in alone if _is_somebody_elses(text, one)}
    names = {one.term for one in alone} - elsewhere
    in_cells = {one.term for one in alone if _stands_alone(text, one)}
    # *verzoek Kuzu*, *Hennis' PA*, *Bijleveld*: so many of them speak of public life by themselves.
    together = {one.term for one in (*whole, *alone)} - elsewhere - in_cells
    public = mentions(text, _PUBLIC_LIFE) or len(together) >= _MANY
    if not (public or names & _tell_anywhere()):
        names = set()
    if not public:
        # *Mevrouw Harbers belde over haar aanvraag*, where nothing speaks of public life.
        names -= {one.term for one in alone if _is_titled(text, one) or _is_colleague(text, one)}
    if len(in_cells & names) < _MANY or not public:
        names -= in_cells
    alone = [one for one in alone if one.term in names]
    if public:
        alone += [one for one in beside(text, alone) if not _is_somebody_elses(text, one)]
    yield from listed(text, whole, "offices", 0.96, Role.OFFICE_HOLDER)
    yield from listed(text, alone, BY_SURNAME, 0.95, Role.OFFICE_HOLDER)
    sure = [one for one in alone if _tells_in_small_letters(one.term, public=public)]
    yield from _in_small_letters(text, [*whole, *sure])


@cache
def _tells_in_small_letters(surname: str, *, public: bool) -> bool:
    """*remkes*, *grapperhaus*; not *helder*, which is a word, nor *de vries*: that is anybody."""
    if public and (surname in known_by_surname() or surname in known_in_public_life()):
        return not is_ordinary(surname.rsplit(maxsplit=1)[-1])
    return not all(map(is_listed_word, surname.split()))


def _is_the_member(text: str, found: Match) -> bool:
    """Many are called *Jan Vos*: then the words around it must speak of the chamber."""
    if found.term not in _ordinary_names():
        return True
    start = max(line_start(text, found.start), found.start - _NEAR_NAME)
    return _OF_CHAMBER.search(text, start, found.end + _NEAR_NAME) is not None


@cache
def _ordinary_names() -> frozenset[str]:
    """Names of members that say nothing by themselves: of words that are in the lists of names."""
    return frozenset(
        name for name in elected() if all(map(is_listed_word, re.split(r"[ -]", name)))
    )


def _is_colleague(text: str, surname: Match) -> bool:
    return text.endswith(("collega ", "Collega "), 0, surname.start)


def _is_titled(text: str, surname: Match) -> bool:
    titled = is_titled(text, surname.start)
    return titled and "-" not in surname.term and any(map(is_listed_word, surname.term.split()))


def _is_somebody_elses(text: str, surname: Match) -> bool:
    """In an address, a greeting or a signature, or with a first name that the member has not."""
    before = _line_before(text, surname)
    return (
        _PERSONAL_BEFORE.search(before) is not None
        or _DOUBLE_BEFORE.search(before) is not None
        or _PERSONAL_BEHIND.match(text, surname.end) is not None
        or _has_other_given_name(text, surname)
    )


def _stands_alone(text: str, surname: Match) -> bool:
    """As who signs, in a cell, or as who speaks in a chat: there a colleague may be called so."""
    return (
        _NOTHING_BEFORE.fullmatch(_line_before(text, surname)) is not None
        and _ALONE_BEHIND.match(text, surname.end) is not None
    )


def _line_before(text: str, surname: Match) -> str:
    start = surname.start
    return text[max(line_start(text, start), start - _LINE_REACH) : start]


def _has_other_given_name(text: str, surname: Match) -> bool:
    """*Lieke Kuiken*: somebody who has a member's surname and another first name or initials."""
    given = _GIVEN.search(text, max(0, surname.start - _GIVEN_REACH), surname.start)
    if given is None:
        return False
    if _INITIALS.match(given[1]):
        return (given[1][0], surname.term) not in initial_and_surname()
    return is_first_name(given[1]) and f"{given[1]} {surname.term}" not in full_names()


def _in_small_letters(text: str, places: Iterable[Match]) -> Iterator[Finding]:
    """*staat grapperhaus erbij?*, in a chat: a whole name, or one that is hardly anybody else's."""
    for found in places:
        written = text[found.start : found.end]
        if written.islower():
            span = (found.start, found.end)
            yield finding(text, span, Category.PERSON, BY_SURNAME, 0.9, Role.OFFICE_HOLDER)


def _surname_first(text: str) -> Iterator[Finding]:
    """*Slob, Arie*, *Engelshoven, Ingrid van* and *Keijzer, M.C.G. (Mona)*, as address books do."""
    found = _holders_reversed().find(text) if "," in text else ()
    yield from listed(text, found, "offices", 0.98, Role.OFFICE_HOLDER)
    for match in _WITH_CALL_NAME.finditer(text):
        parts = parse_name(match.group())
        name = f"{parts.first} {parts.full_surname}"
        if name in full_names() and name not in _ordinary_names():
            yield finding(text, match.span(), Category.PERSON, "offices", 0.99, Role.OFFICE_HOLDER)


@cache
def _holders() -> Matcher:
    return Matcher(full_names())


@cache
def _holders_reversed() -> Matcher:
    """Without those of two common names: *Vos, Jan* may be anybody."""
    names = [name for name in full_names() if name not in _ordinary_names()]
    return Matcher({written for name in names for written in _reversed(name)})


def _reversed(name: str) -> tuple[str, ...]:
    """*Engelshoven, Ingrid van* and *Van Engelshoven, Ingrid*."""
    first, _, surname = name.partition(" ")
    particles, own = _PARTICLES_FIRST.fullmatch(surname).groups()  # type: ignore[union-attr]
    if not particles:
        return (f"{own}, {first}",)
    whole = f"{particles} {own}"
    return (f"{own}, {first} {particles}", f"{whole[0].upper()}{whole[1:]}, {first}")


@cache
def _surnames_alone() -> Matcher:
    """Surnames that tell, those that tell in public life, and those in no list: *Grinwis*."""
    rare = (name for name in surnames() if not any(map(is_listed_word, name.split())))
    return Matcher(
        {
            *_tell_anywhere(),
            *known_in_public_life(),
            *(name for name in rare if len(name) >= _SHORTEST_ALONE),
        }
    )


@cache
def _tell_anywhere() -> frozenset[str]:
    rare = (name for name in known_in_public_life() if not any(map(is_listed_word, name.split())))
    return frozenset((*known_by_surname(), *double_surnames(), *rare))


@cache
def _surnames_of() -> dict[str, tuple[str, ...]]:
    """By first name, the surnames of those who are known by both."""
    found: dict[str, tuple[str, ...]] = {}
    for name in full_names():
        first, _, surname = name.partition(" ")
        found[first] = (*found.get(first, ()), surname)
    return found


def _with_middle_initials(text: str) -> Iterator[Finding]:
    """*Alexandra C. van Huffelen*."""
    for match in _MIDDLE.finditer(text):
        for surname in _surnames_of().get(match[1], ()):
            end = match.end() + len(surname)
            if text.startswith(surname, match.end()) and not text[end : end + 1].isalpha():
                span = (match.start(), end)
                yield finding(text, span, Category.PERSON, "offices", 0.96, Role.OFFICE_HOLDER)


def is_listed_word(word: str) -> bool:
    """Whether others may be called so: the word is in a list of names, words or places."""
    return is_surname(word) or is_first_name(word) or is_ordinary(word) or is_in_place(word)


def _with_initials(text: str) -> Iterator[Finding]:
    """``J.J.M. Uitermark``, when the office is named close by."""
    for match in _INITIALS.finditer(text):
        name = read_name(text, match.start())
        if name is None or not name.initials or not name.words:
            continue
        surname = f"{name.particles} {' '.join(name.words)}".strip()
        around = text[max(0, match.start() - _NEAR) : name.end + _NEAR]
        if (name.initials[0], surname) in initial_and_surname() and _OFFICE_WORD.search(around):
            yield person(text, name, BY_SURNAME, 0.96, Role.OFFICE_HOLDER)
