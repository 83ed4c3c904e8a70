"""What all documents together say of the names in one: whose are things, and who goes.

The model tells who stays by the words near a name. Somebody who goes in other documents, by the
whole name or in enough of them by the surname, is not let stay in this one by that alone: a name
that goes here and stands there leaks. Who is cited by a rule more than once is an author in all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from woo.detect.agreement import MODEL
from woo.detect.dossier.dossier_things import NamedThings, as_things, named_things
from woo.detect.things.authors import AUTHORS, WELL_KNOWN
from woo.detect.words.name_parts import parse_name
from woo.model.document import Document
from woo.model.finding import GOING, Category, Finding, Role
from woo.reference.lexicon import is_first_name, is_ordinary
from woo.text.folding import fold

_DOUBTED = frozenset({Role.OFFICE_HOLDER, Role.AUTHOR})
# Documents in which somebody goes, by the whole name in one at least.
_ENOUGH = 2
# By the surname alone: documents, and in more than so many times as many as somebody stays by it.
_ENOUGH_ALONE, _ALONE = 3, 2

Read = tuple[Document, Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class DossierNames:
    """The names of things, and the names of who goes: an initial and the surname, or that alone."""

    things: NamedThings = field(repr=False)
    going: frozenset[str] = field(repr=False)
    writing: frozenset[str] = field(repr=False)  # who sent or got mail, by the whole name
    cited: frozenset[str] = field(repr=False)  # authors

    def marks(self) -> Iterator[str]:
        """By which one sees that what the documents tell has changed."""
        for names in (
            self.things.names,
            self.things.sure,
            self.things.places,
            self.going,
            self.writing,
            self.cited,
        ):
            yield from (*sorted(names), "")


@dataclass(slots=True)
class _Told:
    """In how many documents a name goes and stays; all names by their ``_key``."""

    going: Counter[str] = field(default_factory=Counter)
    staying: Counter[str] = field(default_factory=Counter)
    told: set[str] = field(default_factory=set)  # who stays by a rule, or by an office
    surely: set[str] = field(default_factory=set)  # the surnames of those, and of whole names
    writing: set[str] = field(default_factory=set)
    cites: Counter[str] = field(default_factory=Counter)  # times that a rule knows an author
    officials: set[str] = field(default_factory=set)  # by a rule

    def reading(self, per_document: Iterable[Read]) -> Iterator[Read]:
        """The documents one by one, counted on the way."""
        for document, findings in per_document:
            people = [(_key(one), one) for one in findings if one.category is Category.PERSON]
            self.going.update({name for name, one in people if one.role in GOING} - {""})
            staying = [(name, one) for name, one in people if one.role in _DOUBTED]
            self.staying.update({name for name, _ in staying} - {""})
            ruled = {name for name, one in staying if one.detector != MODEL}
            self.told |= ruled
            self.told |= {name for name, one in staying if one.role is Role.OFFICE_HOLDER}
            whole = {name for name, _ in staying if " " in name}
            self.surely.update(map(_surname, ruled | whole))
            self.writing.update(fold(p.text).text for _, p in people if p.detector == "contacts")
            self.cites.update(name for name, one in staying if one.detector == AUTHORS)
            self.officials.update(name for name, one in people if one.role is Role.OFFICIAL)
            yield document, findings

    def cited(self) -> frozenset[str]:
        """Authors by the whole name, and by the surname where nobody else of that name goes."""
        whole = {name for name, times in self.cites.items() if " " in name and times >= _ENOUGH}
        whole -= self.officials
        namesakes = {_surname(name) for name in self.going if " " in name and name not in whole}
        return frozenset(whole | set(map(_surname, whole)) - namesakes)

    def names(self) -> frozenset[str]:
        """Who goes, by the whole name or the surname alone."""
        whole = Counter[str]()
        for name, times in self.going.items():
            if " " in name:
                whole[_surname(name)] += times
        # Who stays by the word of a network alone, and has the name of whom all others tell of.
        namesakes = {s for s, times in whole.items() if times >= _ENOUGH_ALONE} - self.surely
        return frozenset(namesakes.union(filter(self._goes, self.going)))

    def _goes(self, name: str) -> bool:
        """In more documents than somebody stays by the whole name or the surname.

        Of a surname that no whole name goes with, more documents must say so.
        """
        going, staying, surname = self.going, self.staying, _surname(name)
        if surname == name:
            return going[name] >= _ENOUGH_ALONE and going[name] > _ALONE * staying[name]
        times, others = going[name] + going[surname], staying[name] + staying[surname]
        # Of an author the network's word against its own: then the name goes.
        doubtful = times >= others and self.told.isdisjoint({name, surname})
        return doubtful or (times >= _ENOUGH and times > others)


def names_of(per_document: Iterable[Read]) -> DossierNames:
    """What the documents say together; each is read once."""
    told = _Told()
    things = named_things(told.reading(per_document))
    return DossierNames(things, told.names(), frozenset(told.writing), told.cited())


def as_told(
    document: Document, findings: Sequence[Finding], names: DossierNames
) -> tuple[Finding, ...]:
    """The findings of a document as all documents together would have them."""
    found = as_things(document.text, findings, names.things)
    return tuple(_as_told(one, names) for one in found)


def _as_told(one: Finding, names: DossierNames) -> Finding:
    somebody = one.category is Category.PERSON
    if somebody and one.role in {*GOING, Role.AUTHOR} and _key(one) in names.cited:
        return replace(one, role=Role.AUTHOR, detector=AUTHORS)
    return replace(one, role=Role.UNKNOWN) if _is_doubted(one, names) else one


def _is_doubted(one: Finding, names: DossierNames) -> bool:
    """Of who mails too, also what a list of authors says: *Tom Zwart* is called as one of them."""
    if one.role is Role.AUTHOR and fold(one.text).text in names.writing:
        return one.detector in {MODEL, WELL_KNOWN}
    return one.detector == MODEL and one.role in _DOUBTED and _key(one) in names.going


def _without_trade(name: str) -> str:
    """*Corrie van Buuren* of *Vrijwilligster Corrie van Buuren*."""
    first, _, rest = name.partition(" ")
    is_trade = is_ordinary(first) and not is_first_name(first)
    return rest if is_trade and is_first_name(rest.partition(" ")[0]) else name


def _surname(key: str) -> str:
    """``tan`` of ``x tan``, and of ``tan``."""
    return key.rpartition(" ")[2]


def _key(one: Finding) -> str:
    """``x tan`` for *X. Tan* and *Xiaoling Tan*; ``tan`` for *Tan* alone."""
    parts = parse_name(_without_trade(one.text))
    letter = parts.first_key[:1] or parts.initial_letters[:1]
    if not parts.surname_key:
        return parts.first_key  # a surname alone reads as a first name
    return f"{letter} {parts.surname_key}".strip()
