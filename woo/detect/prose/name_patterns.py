"""The token patterns of names, for spaCy's ``Matcher``; ``name_checks`` tests what they match."""

from functools import cache
from typing import TYPE_CHECKING, Any

from woo.detect.prose.nlp import flags, nlp

if TYPE_CHECKING:
    from spacy.matcher import Matcher

Token = dict[Any, Any]
Pattern = list[Token]

# Words after which a capitalised word is a person.
_COLLEAGUE = [
    "collega",
    "buurman",
    "buurvrouw",
    "echtgenoot",
    "echtgenote",
    "broer",
    "zus",
    "zoon",
    "dochter",
    "oom",
    "tante",
    "vriendin",
    "directeur-generaal",
    "secretaris-generaal",
    "directeur",
    "projectleider",
    "beleidsmedewerker",
    "advocaat",
    "huisarts",
    "wethouder",
    "gedeputeerde",
    "officier",
    "woordvoerder",
    "medewerker",
    "medewerkster",
    "landsadvocaat",
    "hoogleraar",
    *("secretaresse", "assistente", "chauffeur", "stagiair", "stagiaire", "beveiliger"),
    *("ervaringsdeskundige", "vrijwilliger", "vrijwilligster", "mantelzorger", "huismeester"),
]

# What stands behind the name of somebody who can be reached.
_DETAILS: list[Pattern] = [
    [
        {"ORTH": {"IN": [",", "("]}, "OP": "?"},
        {"LOWER": {"IN": ["tel", "tel.", "telefoon", "tst"]}},
    ],
    [{"ORTH": ",", "OP": "?"}, {"LOWER": {"IN": ["bereikbaar", "telefonisch", "doorkiesnummer"]}}],
    [{"ORTH": {"IN": [",", "("]}, "OP": "?"}, {"TEXT": {"REGEX": r"^(?:06|\+31)[-\d]*$"}}],
]


@cache
def matcher() -> "Matcher":
    """All patterns by the name of their rule; each gives its longest matches."""
    from spacy.matcher import Matcher

    made = Matcher(nlp().vocab, validate=False)  # the schema does not know our own flags
    for rule, patterns in _patterns().items():
        made.add(rule, patterns, greedy="LONGEST")
    return made


def _token(flag: str, times: str = "1") -> Token:
    """A word with this flag; ``times`` as in a regular expression."""
    token: Token = {flags()[flag]: True}
    return token if times == "1" else {**token, "OP": times}


def _patterns() -> dict[str, list[Pattern]]:
    """``break_`` lets a name go on in the next line of a page."""
    first, capital, surname = _token("first"), _token("capital"), _token("surname")
    initials, particles = _token("initials", "{0,3}"), _token("particle", "{0,3}")
    some_initials, some_particles = _token("initials", "{1,4}"), _token("particle", "{1,3}")
    joined = [_token("joiner"), _token("article"), capital]
    break_: Token = {"IS_SPACE": True, "LENGTH": {"<=": 3}, "OP": "?"}
    return {
        "title": _after_title(break_, joined),
        "initials": [
            [some_initials, break_, *joined],
            [some_initials, break_, particles, capital],
            [some_initials, particles, capital, surname],
        ],
        "first_capital": [
            [first, initials, capital],
            [first, _token("first", "{0,2}"), capital],
            [first, capital, surname],
            [_token("plain_first"), capital, capital],
            [first, break_, surname],
        ],
        "surname_first": [[surname, first], [surname, first, first]],
        "first_particle": [
            [first, capital, some_particles, capital],
            [first, initials, *joined],
            [first, _token("first", "?"), initials, break_, some_particles, break_, capital],
            [first, some_particles, capital, surname],
        ],
        "capital_surname": [[capital, surname]],
        "capital_like": [[capital, _token("surname_like")]],
        "particle_surname": [[capital, some_particles, surname]],
        "colleague": _after_colleague(initials, particles),
        "first_initial": [[_token("plain_first"), _token("initials")]],
        "bare_initials": [[_token("bare_initials"), particles, surname]],
        "contact": [[capital, particles, capital, *detail] for detail in _DETAILS],
        "first": [[_token("plain_first")]],
    }


def _after_title(break_: Token, joined: Pattern) -> list[Pattern]:
    """``mr. drs. J. (van der) Xx Yy``; after a title even ``Mei`` and ``Koning`` are names."""
    dot: Token = {"ORTH": ".", "OP": "?"}
    title = [_token("title"), dot, _token("title", "?"), dot]
    given = [*title, break_, _token("initials", "{0,3}"), _token("first", "{0,2}")]
    surname = [_token("particle", "{0,3}"), _token("capital")]
    return [
        [*given, *surname],
        [*given, *surname, _token("surname")],
        [*given, *joined],
        [*title, _token("initials", "{0,3}"), _token("odd_surname")],
    ]


def _after_colleague(initials: Token, particles: Token) -> list[Pattern]:
    announced: Pattern = [{"LOWER": {"IN": _COLLEAGUE}}, {"ORTH": ",", "OP": "?"}]
    capital = _token("capital")
    return [
        [*announced, initials, particles, capital],
        [*announced, capital, particles, capital],
    ]
