"""Firms, schools and places in a dossier: *Lindhout Jeugdhulp* is *Lindhout* in the next mail.

Where nobody in the dossier is called so, the bare name is the thing's, and stays. So is what mail
comes from: *rapportage@fibralab.nl* makes *Fibralab* no person.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from woo.detect.agreement import MODEL
from woo.detect.dossier.shown_things import (
    CERTAIN,
    OUTWEIGHS,
    SURELY,
    Shown,
    has_form,
    may_be_called,
    plain_name,
)
from woo.detect.things.firms import THINGS
from woo.detect.words.grammar import PARTICLE_WORDS, is_titled
from woo.detect.words.name_parts import NameParts, key_of, parse_name
from woo.model.document import Document
from woo.model.finding import Category, Finding, Role
from woo.reference.lexicon import (
    is_common_surname,
    is_first_name,
    is_ordinary,
    is_surname,
)
from woo.text.folding import fold
from woo.text.matcher import Match, Matcher

_ENOUGH = 2  # times that the dossier shows it
_SHOWN = 0.95  # the score of what a dossier shows to be a thing
# Documents in which a place, a system or a firm of two names is called so.
_TOWN = _SYSTEM = _FIRM_OF_TWO = 5
# *FairWork*, and not *McCarthy*
_BRAND = re.compile(r"(?!Mc|Mac|De|Van|Le|La|Du|Fitz)[A-Z][a-z]{1,15}[A-Z][a-z]+$")
# What stands between somebody and where he works: *S. Ramcharan, Fibralab*.
_TAIL = r"(?:[ \n]*[,+|/–][ \n]*|[ \n]+(?:van|bij)[ \n]+(?:de |het )?|[ \n]+)"


@dataclass(frozen=True, slots=True)
class NamedThings:
    """Names of things that are nobody's here; of which many documents say so; and of places.

    Those of places are folded, since *OOSTERVEEN* is one too.
    """

    names: frozenset[str] = field(repr=False)
    sure: frozenset[str] = field(repr=False)
    places: frozenset[str] = field(repr=False)


def named_things(
    per_document: Iterable[tuple[Document, Sequence[Finding]]],
) -> NamedThings:
    """The names of things that are nobody's here, as ``as_things`` takes them.

    A form shows a thing (a firm, a school). Somebody is called so when a document has the surname
    with a first name, initials or a title, or when the layout or the words around it say that it is
    somebody's. What the model alone takes for somebody by the bare surname does not count: that is
    what is doubted. Nor does a rule that read *De Waterlelie* as a name, where ten documents show a
    pool and no list has such a surname.
    """
    shown = Shown.of(per_document)
    called = (parts for name, parts in shown.somebody if not _is_formed(name, shown.times))
    people = {key for parts in called for key in (parts.surname_key, parts.first_key)}
    names = frozenset(
        name
        for name, times in shown.times.items()
        if _is_formed(name, shown.times)
        or (_is_things(name, shown, people) and _is_shown_most(name, shown))
    )
    sure = frozenset(
        name
        for name in names
        if shown.formed[name] + shown.mails(name) >= SURELY and not may_be_called(name)
    )
    joint = {name for name, times in shown.times.items() if " & " in name and times >= _ENOUGH}
    towns = _towns(shown)
    places = _places_beside_namesakes(shown) | {fold(name).text for name in towns}
    return NamedThings(names | towns | joint | _systems(shown), sure | towns, places)


def _systems(shown: Shown) -> frozenset[str]:
    """*Saskia*, where many documents have a programme called so and hardly any somebody."""
    whole = {parts.first for parts in shown.certain if parts.surname[:1].isupper()}
    bare = Counter(parts.first for parts in shown.certain if not parts.surname)
    return frozenset(
        name
        for name, documents in shown.systems.items()
        if name not in whole
        and documents >= max(_SYSTEM, SURELY * (bare[name] + shown.unsure[name]))
    )


def _towns(shown: Shown) -> frozenset[str]:
    """Of which so many documents say it that nobody's mailbox outweighs them."""
    # *Schadeloket Rijnveld* is nobody who is called so.
    known = {
        parts.surname or parts.first
        for parts in shown.certain
        if not parts.first or is_first_name(parts.first)
    }
    bare = _bare_places(shown, _TOWN) - known
    return frozenset(name for name in bare if not is_common_surname(name))


def _places_beside_namesakes(shown: Shown) -> frozenset[str]:
    """Folded; *Oosterveen*, where somebody is called Van Oosterveen and nobody Oosterveen."""
    with_particle, bare = _surnames(shown.certain)
    places = {fold(name).text for name in _bare_places(shown, SURELY)}
    return frozenset((places & with_particle) - bare)


def _bare_places(shown: Shown, least: int) -> frozenset[str]:
    """Places of one word, and no first name, in at least so many documents."""
    return frozenset(
        name
        for name, times in shown.places.items()
        if times >= least and " " not in name and not is_first_name(name)
    )


def _surnames(people: Iterable[NameParts]) -> tuple[set[str], set[str]]:
    """Folded, those that have a tussenvoegsel (Van Oosterveen) and those that have none."""
    with_particle, bare = set[str](), set[str]()
    for parts in people:
        name = fold(parts.surname or parts.first).text
        (with_particle if parts.particles else bare).add(name)
    return with_particle, bare


def _is_shown_most(name: str, shown: Shown) -> bool:
    """Not when rules read it as somebody's in a third of the documents that show it, or more.

    Where mail alone shows it nobody may have believed it a name, not even the model: *Groet,
    Tjaberings* writes from his own domain.
    """
    if shown.formed[name] == 0:
        return name not in shown.believed or _BRAND.match(name) is not None
    return shown.formed[name] >= SURELY * shown.unsure[name]


def _is_formed(name: str, shown: Counter[str]) -> bool:
    """*Aletta Jacobshof*, *Jansma Polymeren*: the words themselves tell, and it is shown twice.

    Of *Sloopwerken Brandsma* the first word tells, which nobody is called.
    """
    first = name.partition(" ")[0]
    is_name = is_first_name(first) or is_surname(first) or first.casefold() in PARTICLE_WORDS
    begins = " " in name and is_ordinary(first) and not is_name
    return (shown[name] >= _ENOUGH and has_form(name)) or (shown[name] >= SURELY and begins)


def _is_things(name: str, shown: Shown, people: set[str]) -> bool:
    """Of a surname that thousands have ten documents must show it, of two of them five.

    *Ter Linden Jeugdhulp*, *Kuipers Brandsma Groep*.
    """
    parts = parse_name(name)
    surname = parts.surname or parts.first
    if not surname or key_of(surname) in people or key_of(name) in people:
        return False
    last = surname.rpartition(" ")[2]
    if is_first_name(last) or is_ordinary(name):
        return False
    if is_common_surname(last):
        two = " " in name and not parts.particles
        return shown.formed[name] >= (_FIRM_OF_TWO if two else OUTWEIGHS)
    return shown.times[name] >= _ENOUGH


def as_things(text: str, findings: Sequence[Finding], things: NamedThings) -> tuple[Finding, ...]:
    """The findings in a text, with what was taken for somebody and is a thing here as such.

    Behind somebody's name a thing is where he works: that is cut off.
    """
    joint = list(_joint(things).find(text))
    return tuple(_as_thing(text, _without_tail(one, things), things, joint) for one in findings)


@lru_cache(maxsize=4)
def _joint(things: NamedThings) -> Matcher:
    """Finds firms of two names, *Hageman & De Wit*, and what many documents call so.

    The *Johan* of *Johan van Veenplein* is nobody. Built once for a dossier: the next document
    finds it ready.
    """
    joint = (name for name in things.names if " & " in name)
    surely = (name for name in things.sure if " " in name)
    return Matcher({*joint, *surely})


def _as_thing(text: str, one: Finding, things: NamedThings, joint: Sequence[Match]) -> Finding:
    if one.category is not Category.PERSON:
        return one
    within = any(firm.start <= one.start and one.end <= firm.end for firm in joint)
    if not (within or _is_doubted(text, one, things)):
        return one
    return replace(one, role=Role.EPONYM, detector=THINGS, score=max(one.score, _SHOWN))


def _is_doubted(text: str, one: Finding, things: NamedThings) -> bool:
    name = plain_name(one.text)
    if name in things.names:
        shown = has_form(name) or name in things.sure
        if one.detector == MODEL or (shown and one.detector not in CERTAIN):
            return True
    # *Oosterveen*, where somebody is called Van Oosterveen.
    written = fold(name).text
    bare = one.detector == MODEL and (
        written in things.places
        # *De Rijnvelder*, in Rijnveld: a newspaper, or somebody from there.
        or (one.text.startswith("De ") and written.removesuffix("er") in things.places)
    )
    return bare and not is_titled(text, one.start)


def _without_tail(one: Finding, things: NamedThings) -> Finding:
    if one.category is not Category.PERSON or one.role is Role.EPONYM:
        return one
    for tail in re.finditer(_TAIL, one.text):
        name, head = plain_name(one.text[tail.end() :]), one.text[: tail.start()]
        if not head or name not in things.names or may_be_called(name):
            continue
        parts = parse_name(head)
        # *Liv FairWork*, as a telephone calls her
        called = " " not in name and is_first_name(parts.first)
        if not tail.group().isspace() or parts.is_whole or called:
            return replace(one, end=one.start + tail.start(), text=head)
    return one
