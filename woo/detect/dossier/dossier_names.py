"""What all documents together say of the names in one: whose are things, and who goes.

The model tells who stays by the words near a name. Somebody who goes in other documents, by the
whole name or in enough of them by the surname, is not let stay in this one by that alone: a name
that goes here and stands there leaks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from woo.detect.agreement import MODEL
from woo.detect.dossier.dossier_things import NamedThings, as_things, named_things
from woo.detect.words.name_parts import parse_name
from woo.model.document import Document
from woo.model.finding import GOING, Category, Finding, Role

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

    def marks(self) -> Iterator[str]:
        """By which one sees that what the documents tell has changed."""
        for names in (self.things.names, self.things.sure, self.things.places, self.going):
            yield from (*sorted(names), "")


def names_of(per_document: Iterable[Read]) -> DossierNames:
    """What the documents say together; each is read once."""
    going, staying = Counter[str](), Counter[str]()
    things = named_things(_counting(per_document, going, staying))
    names = frozenset(name for name in going if _goes(name, going, staying))
    return DossierNames(things, names)


def as_told(
    document: Document, findings: Sequence[Finding], names: DossierNames
) -> tuple[Finding, ...]:
    """The findings of a document as all documents together would have them."""
    return tuple(
        replace(one, role=Role.UNKNOWN) if _is_doubted(one, names.going) else one
        for one in as_things(document.text, findings, names.things)
    )


def _goes(name: str, going: Counter[str], staying: Counter[str]) -> bool:
    """By the whole name or the surname alone, in more documents than somebody stays by either.

    Of a surname that no whole name goes with, more documents must say so.
    """
    surname = name.partition(" ")[2]
    if not surname:
        return going[name] >= _ENOUGH_ALONE and going[name] > _ALONE * staying[name]
    times = going[name] + going[surname]
    return times >= _ENOUGH and times > staying[name] + staying[surname]


def _counting(
    per_document: Iterable[Read], going: Counter[str], staying: Counter[str]
) -> Iterator[Read]:
    """The documents one by one, counted in how many of them a name goes or stays."""
    for document, findings in per_document:
        people = [one for one in findings if one.category is Category.PERSON]
        going.update({_key(one) for one in people if one.role in GOING} - {""})
        staying.update({_key(one) for one in people if one.role in _DOUBTED} - {""})
        yield document, findings


def _is_doubted(one: Finding, going: frozenset[str]) -> bool:
    return one.detector == MODEL and one.role in _DOUBTED and _key(one) in going


def _key(one: Finding) -> str:
    """``x tan`` for *X. Tan* and *Xiaoling Tan*; ``tan`` for *Tan* alone."""
    parts = parse_name(one.text)
    letter = parts.first_key[:1] or parts.initial_letters[:1]
    if not parts.surname_key:
        return parts.first_key  # a surname alone reads as a first name
    return f"{letter} {parts.surname_key}".strip()
