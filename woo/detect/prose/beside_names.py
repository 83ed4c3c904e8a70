"""Names that are words, by what stands beside them: *Ben en Lenie*, *Bakker is deze week vrij*.

The lists hold such words back everywhere else.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from woo.detect.spans import finding
from woo.detect.words.grammar import PARTICLES
from woo.model.document import Document
from woo.model.finding import GOING, Category, Finding, Role
from woo.reference.lexicon import (
    is_first_name,
    is_not_name,
    is_ordinary,
    is_place,
    is_surname,
)

_BEFORE = re.compile(r"(?<![\w.@-])(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{1,12})[ ](?:en|&)[ ]$")
_BEHIND = re.compile(r"[ ](?:en|&)[ ](?P<name>[A-ZÀ-Þ][a-zà-ÿ]{1,12})(?![\w@-])")
_REACH = 20
# Only somebody is free, ill or on leave.
_AWAY = re.compile(
    r"(?<![\w.@-])(?P<name>(?:(?:Van|De)[ ](?:de[nr]?[ ])?)?[A-ZÀ-Þ][a-zà-ÿ]{2,20})[ ]is[ ]"
    r"(?:(?:deze week|vandaag|morgen|nu|weer|al|tot|helaas|volgende week)[ ])?"
    r"(?:vrij\b(?![ ](?:van|om|te|in|toegankelijk|beschikbaar|verkrijgbaar))|met verlof|"
    r"op vakantie|ziek(?: thuis)?\b|afwezig\b|met zwangerschapsverlof)"
)
# *patiënte X. van L.*: a tussenvoegsel between two letters.
_LETTERS = re.compile(rf"(?<![\w.@-])[A-Z]\.[ ]?{PARTICLES}[ ][A-Z]\.(?![\w-])")
# *fam. H. en R. Çelik*: two of one surname.
_COUPLE = re.compile(
    r"(?<![\w.@-])(?!B\.[ ]en[ ]W\.)(?P<letters>(?:[A-Z]\.){1,4})[ ](?:en|&|e/v)[ ]"
    rf"(?:[A-Z]\.){{1,4}}[ ](?:{PARTICLES}[ ]){{0,3}}[A-ZÀ-Þ][a-zà-ÿ]"
)
# *bel ov v Lankveld*: a tussenvoegsel typed in short.
_SHORT = re.compile(r"(?<![\w.])(?:v/?d\.?|v)[ ](?P<surname>[A-ZÀ-Þ][a-zà-ÿ]{2,20})(?![\w-])")
# *Saskia, DJ, Ronald*: two letters; three are an organisation more often.
_IN_ROW = re.compile(r",[ ](?P<letters>[A-Z]{2}|[A-Z][a-z])(?:,[ ]|[ ]en[ ])")
# *haar kinderen Jaden en Zoë*, *Kinderen: Jaden 12, Zoe 9*: of whom the lists know one at least.
_CHILD = r"[A-ZÀ-Þ][a-zà-ÿ]{2,15}(?:-[A-ZÀ-Þ][a-zà-ÿ]{2,15})?"
_AGE = r"(?:[ ]\(?\d{1,2}(?:[ ]jr?\.?)?\)?)?"
_CHILDREN = re.compile(
    r"\b(?:[Kk]inderen|(?:[Kk]lein|[Pp]leeg|[Ss]tief)kinderen|[Dd]ochters|[Zz]oons|[Zz]onen|"
    r"[Zz]ussen|[Bb]roers|[Tt]weeling):?[ ]"
    rf"(?P<row>{_CHILD}{_AGE}(?:(?:,|,?[ ]en)[ ]{_CHILD}{_AGE}){{1,7}})"
)
# *my daughter Ava (born …)*
_ENGLISH_KIN = re.compile(
    r"\b(?:daughter|son|wife|husband|sister|brother|mother|father|cousin|niece|nephew|friend)[ ]"
    r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{1,14}(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,14})?)(?![\w-])"
)
_CHILD_IN_ROW = re.compile(_CHILD)
# No second *van de* stands behind it: *de map van vd Meer*.
_PREPOSITION = re.compile(r"\b(?:van|bij|met|aan|door|voor|volgens|tegen)[ ]$")


def detect_beside(document: Document) -> Iterator[Finding]:
    """Surnames of who is away, and letters with a tussenvoegsel between them."""
    text = document.text
    for match in _AWAY.finditer(text):
        last = match["name"].split()[-1]
        if is_surname(last) or is_first_name(last):
            yield finding(text, match.span("name"), Category.PERSON, "beside", 0.88)
    for match in _SHORT.finditer(text):
        surname = match["surname"]
        is_word = is_place(surname) or is_ordinary(surname)
        behind = _PREPOSITION.search(text, max(0, match.start() - _REACH), match.start())
        if is_surname(surname) and (behind or not is_word):
            yield finding(text, match.span(), Category.PERSON, "beside", 0.88)
    for match in _LETTERS.finditer(text):
        yield finding(text, match.span(), Category.PERSON, "beside", 0.9)
    for match in _COUPLE.finditer(text):
        yield finding(text, match.span("letters"), Category.PERSON, "beside", 0.9)
    for span in _kin(text):
        yield finding(text, span, Category.PERSON, "beside", 0.9)


def _kin(text: str) -> Iterator[tuple[int, int]]:
    """Behind a word for one of somebody's family, in English, or for children."""
    yield from (match.span("name") for match in _ENGLISH_KIN.finditer(text))
    for match in _CHILDREN.finditer(text):
        row = list(_CHILD_IN_ROW.finditer(text, *match.span("row")))
        if any(is_first_name(child.group()) for child in row):
            yield from (child.span() for child in row)


def with_pairs(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, and first names that are words in a pair with one of them alone.

    And letters in a row of people: *Saskia, DJ, Ronald*.
    """
    ends = {one.end for one in findings}
    starts = {one.start for one in findings}
    added = []
    for one in findings:
        if one.category is not Category.PERSON or one.role is not Role.UNKNOWN:
            continue
        if not is_first_name(one.text):
            continue
        before = _BEFORE.search(text, max(0, one.start - _REACH), one.start)
        if before and before.end("name") not in ends and is_first_name(before["name"]):
            added.append(finding(text, before.span("name"), Category.PERSON, "beside", 0.88))
        behind = _BEHIND.match(text, one.end)
        if behind and behind.start("name") not in starts and is_first_name(behind["name"]):
            added.append(finding(text, behind.span("name"), Category.PERSON, "beside", 0.88))
    return [*findings, *added, *_letters_in_row(text, findings)]


def _letters_in_row(text: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    people = sorted(
        (one for one in findings if one.category is Category.PERSON and one.role in GOING),
        key=attrgetter("start"),
    )
    for one, other in pairwise(people):
        between = _IN_ROW.fullmatch(text, one.end, other.start)
        if between and not is_not_name(between["letters"]):
            yield finding(text, between.span("letters"), Category.PERSON, "beside", 0.85)
