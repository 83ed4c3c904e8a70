"""Firms, schools and places in a dossier: *Lindhout Jeugdhulp* is *Lindhout* in the next mail.

Where nobody in the dossier is called so, the bare name is the thing's, and stays.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from woo.detect.agreement import MODEL
from woo.detect.things.buildings import is_building
from woo.detect.things.called_places import called_places
from woo.detect.things.firms import THINGS, without_form
from woo.detect.words.name_parts import NameParts, key_of, parse_name
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import is_common_surname, is_first_name, is_ordinary

_ENOUGH = 2  # times that the dossier shows it
# *Nieboer van Nieboer Infra*: the first is somebody.
_WORKS_AT = len(" van ")
# *mevrouw Lindhout*, *ouwe Woerdman*, *eigenaar Rutgers*
_SOMEBODY = re.compile(
    r"\b(?:heer|mevrouw|meneer|juffrouw|mijnheer|dhr|mw|mevr|hr|fam|familie|(?:oude?|ouwe|jonge)|"
    r"[a-z]*(?:eigenaar|directeur|bestuurder)|dga|baas|boer|mr|dr|drs|ing|ir)[.]?[ \n]$",
    re.IGNORECASE,
)
_REACH = 16
_BEFORE = re.compile(r"(?:de|het|bij|van) (?=[A-ZÀ-Þ])")


def named_things(
    per_document: Iterable[tuple[Document, Sequence[Finding]]],
) -> frozenset[str]:
    """The names of things that are nobody's here, as ``as_things`` takes them.

    A form shows a thing (a firm, a school). Somebody is called so when a document has the surname
    with a first name, initials or a title, or when the layout or the words around it say that it is
    somebody's. What the model alone takes for somebody by the bare surname does not count: that is
    what is doubted.
    """
    shown = Counter[str]()
    somebody: list[tuple[str, NameParts]] = []
    for document, findings in per_document:
        shown.update(map(_written, called_places(document.text)))
        names = [one for one in findings if one.category is Category.PERSON]
        for one, following in zip_longest(names, names[1:]):
            parts = parse_name(one.text)
            if one.role is Role.EPONYM and one.detector == THINGS:
                shown.update({_written(one.text), _written(without_form(one.text))})
            elif one.role is not Role.EPONYM and (
                parts.is_whole or _is_somebodys(document.text, one, following)
            ):
                somebody.append((_written(one.text), parts))
    called = (parts for name, parts in somebody if not _is_formed(name, shown))
    people = {key for parts in called for key in (parts.surname_key, parts.first_key)}
    return frozenset(
        name
        for name, times in shown.items()
        if _is_formed(name, shown) or _is_things(name, times, people)
    )


def _is_formed(name: str, shown: Counter[str]) -> bool:
    """*Aletta Jacobshof*, *Jansma Polymeren*: the words themselves tell, and it is shown twice."""
    return shown[name] >= _ENOUGH and _has_form(name)


def _has_form(name: str) -> bool:
    return without_form(name) != name or is_building(name)


def _is_somebodys(text: str, one: Finding, following: Finding | None) -> bool:
    works_at = (
        following is not None
        and following.detector == THINGS
        and following.start - one.end == _WORKS_AT
    )
    before = max(0, one.start - _REACH)
    titled = _SOMEBODY.search(text, before, one.start) is not None
    return one.detector != MODEL or works_at or titled


def _is_things(name: str, times: int, people: set[str]) -> bool:
    parts = parse_name(name)
    surname = parts.surname or parts.first
    if not surname or key_of(surname) in people or key_of(name) in people:
        return False
    last = surname.rpartition(" ")[2]
    telling = not (is_common_surname(last) or is_first_name(last) or is_ordinary(name))
    return telling and times >= _ENOUGH


def as_things(findings: Sequence[Finding], things: frozenset[str]) -> tuple[Finding, ...]:
    """The findings, with what the model took for somebody and is a thing here as such."""
    return tuple(
        replace(one, role=Role.EPONYM, detector=THINGS) if _is_doubted(one, things) else one
        for one in findings
    )


def _is_doubted(one: Finding, things: frozenset[str]) -> bool:
    name = _written(one.text)
    if one.category is not Category.PERSON or name not in things:
        return False
    return one.detector == MODEL or (one.detector == "names" and _has_form(name))


def _written(name: str) -> str:
    """On one line, without what may stand before it."""
    return _BEFORE.sub("", " ".join(name.split()), count=1)
