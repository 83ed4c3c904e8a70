"""Findings become people: one person in a dossier, with every way the name is written."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from woo.detect.dossier.dossier_holders import DossierHolders
from woo.detect.dossier.mentions import Mention, composed, listed, mentions_in
from woo.detect.words.name_parts import NameParts, first_half, key_of, variants, without_unit
from woo.model.document import Document
from woo.model.employee import Employee
from woo.model.finding import Finding, Role
from woo.model.person import Person
from woo.reference.lexicon import is_first_name, is_ordinary
from woo.text.folding import fold

_T = TypeVar("_T")
# *B. v* of *B. v/d Sterren*, which a column or a sign cut off.
_CUT_OFF = re.compile(r"(?:[A-Z]\.? ?[a-z]|[a-z] ?[A-Z]\.?|[a-z]\.? ?[a-z]\.?)$")
_SMALL_WORDS = frozenset(
    [
        *("van", "von", "de", "den", "der", "het", "'t", "te", "ten", "ter", "vd", "v.d"),
        *("op", "in", "aan", "bij", "uit", "voor", "onder", "over", "tot", "en", "namens"),
        *("heer", "mevrouw", "meneer", "dhr", "mevr", "mw", "hr", "drs", "mr", "ir", "ing", "dr"),
        *("prof", "jhr", "ds", "mrs", "ms", "familie", "fam"),
    ]
)
# The first of these that occurs among somebody's findings is the person's role.
_ROLES = (
    *(Role.OFFICE_HOLDER, Role.OFFICIAL, Role.CITIZEN, Role.UNKNOWN),
    *(Role.SIGNATORY, Role.AUTHOR),
)


@dataclass(slots=True)
class _Cluster:
    """The mentions that are taken to be one person."""

    mentions: list[Mention] = field(default_factory=list)
    public: bool = False

    @property
    def firsts(self) -> set[str]:
        return {m.parts.first_key for m in self.mentions} - {""}

    @property
    def letters(self) -> set[str]:
        return {m.parts.initial_letters[:1] for m in self.mentions} - {""}

    @property
    def addresses(self) -> set[str]:
        return {m.address for m in self.mentions} - {""}

    @property
    def employees(self) -> list[Employee]:
        return [m.employee for m in self.mentions if m.employee is not None]


def gather(
    per_document: Iterable[tuple[Document, Sequence[Finding]]],
    staff: Sequence[Employee] = (),
    places: frozenset[str] = frozenset(),
) -> tuple[Person, ...]:
    """The people of a dossier, numbered in the order in which they first occur.

    Everybody on the ``staff`` list is one of them, also who occurs nowhere: those come last.
    *Oosterveen* alone is not Marco van Oosterveen, where the dossier has a town called so among
    its folded ``places``.
    Names that belong to a thing (EPONYM) make no person. Office holders are kept apart: an
    official who happens to have a minister's surname is somebody else.
    """
    mentions = [
        mention
        for number, (document, findings) in enumerate(per_document)
        for mention in mentions_in(number, document, findings)
    ]
    mentions += [mention for employee in staff for mention in listed(employee)]
    _read_double_surnames(mentions)
    _read_surnames(mentions)
    _without_words(mentions)
    holders = DossierHolders(mentions)
    clusters = _Clusters(holders)
    # What tells most comes first, so that a bare first name finds the person it belongs to.
    for mention in sorted(mentions, key=_vagueness):
        clusters.add(mention)
    order = {id(mention): index for index, mention in enumerate(mentions)}
    ordered = sorted(clusters.all, key=lambda c: min(order[id(m)] for m in c.mentions))
    return tuple(
        _person(f"p-{n:04d}", cluster, places, alone=not holders.overshadow(cluster.mentions))
        for n, cluster in enumerate(ordered, start=1)
    )


def _read_double_surnames(mentions: Sequence[Mention]) -> None:
    """*GLASTRA VAN LOON* is no Glastra, when *H.J. Glastra van Loon* is named too."""
    double = {
        key_of(m.parts.surname) for m in mentions if m.parts.is_whole and " " in m.parts.surname
    }
    for mention in mentions:
        parts = mention.parts
        if parts.first and parts.surname and not parts.initials:
            whole = f"{parts.first} {parts.full_surname}"
            if key_of(whole) in double:
                mention.parts = NameParts(surname=whole)


def _read_surnames(mentions: Sequence[Mention]) -> None:
    """Take a single word for a surname, when somebody has it and nobody is called so."""
    known = [m.parts for m in mentions if m.parts.surname]
    surnames = {one.surname_key for one in known} - {one.first_key for one in known}
    for mention in mentions:
        parts = mention.parts
        if not (parts.surname or parts.initials) and parts.first_key in surnames:
            mention.parts = NameParts(surname=parts.first)


def _without_words(mentions: Sequence[Mention]) -> None:
    """*Quote Ruitenberg*, of an office holder: a word of the language is no first name of hers.

    Where *Ruitenberg* alone holds the office too: *Groot Wassink* is called so.
    """
    holders = [mention for mention in mentions if mention.role is Role.OFFICE_HOLDER]
    alone = {one.parts.surname_key for one in holders if not one.parts.first} - {""}
    for mention in holders:
        parts = mention.parts
        is_word = is_ordinary(parts.first) and not is_first_name(parts.first)
        if is_word and parts.surname_key in alone:
            mention.parts = replace(parts, first="")


def _vagueness(mention: Mention) -> int:
    """0 for a first name with surname, then initials with surname, surname, first name.

    An office holder comes before others who are named as vaguely.
    """
    return 2 * _missing(mention.parts) + (mention.role is not Role.OFFICE_HOLDER)


def _missing(parts: NameParts) -> int:
    if parts.surname:
        return 0 if parts.first else 1 if parts.initials else 2
    return 3


class _Clusters:
    """Puts each mention with the one person it fits, or makes a new person."""

    def __init__(self, holders: DossierHolders) -> None:
        self._holders = holders
        self.all: list[_Cluster] = []
        self._by_address: dict[str, _Cluster] = {}
        self._by_surname: dict[tuple[bool, str], list[_Cluster]] = defaultdict(list)
        self._by_first: dict[tuple[bool, str], list[_Cluster]] = defaultdict(list)

    def add(self, mention: Mention) -> None:
        """Add to an existing cluster when exactly one fits."""
        public = self._is_public(mention)
        cluster = self._fitting(mention, public=public)
        if cluster is None:
            cluster = _Cluster(public=public)
            self.all.append(cluster)
        cluster.mentions.append(mention)
        self._index(cluster, mention, public=public)

    def _index(self, cluster: _Cluster, mention: Mention, *, public: bool) -> None:
        if mention.address:
            self._by_address.setdefault(mention.address, cluster)
        for index, name in (
            (self._by_surname, mention.parts.surname_key),
            (self._by_first, mention.parts.first_key),
        ):
            if name and cluster not in index[public, name]:
                index[public, name].append(cluster)

    def _is_public(self, mention: Mention) -> bool:
        """An office holder, here or by other documents; or a surname that only one has here."""
        if mention.role is Role.OFFICE_HOLDER or self._holders.is_meant(mention):
            return True
        parts = mention.parts
        if mention.role is not Role.UNKNOWN or parts.first or parts.initials or not parts.surname:
            return False
        holders = self._by_surname[True, parts.surname_key]
        here = any(m.document == mention.document for c in holders for m in c.mentions)
        others = self._by_surname[False, parts.surname_key]
        return here and not any(m.employee is None for c in others for m in c.mentions)

    def _fitting(self, mention: Mention, *, public: bool) -> _Cluster | None:
        parts = mention.parts
        if not public and mention.address in self._by_address:
            return self._by_address[mention.address]
        if parts.surname:
            named = self._by_surname[public, parts.surname_key]
            return _only([c for c in named if _compatible(c, parts) and not _is_other(c, mention)])
        named = self._by_first[public, parts.first_key]
        here = [c for c in named if any(m.document == mention.document for m in c.mentions)]
        return _only(here) or _only(named)


def _only(clusters: list[_Cluster]) -> _Cluster | None:
    return clusters[0] if len(clusters) == 1 else None


def _is_other(cluster: _Cluster, mention: Mention) -> bool:
    """Two with one name on the staff list are two people when their addresses differ."""
    listed = {one.address for one in cluster.employees} - {""}
    own = mention.employee.address if mention.employee else ""
    return bool(listed and own) and own not in listed


def _compatible(cluster: _Cluster, parts: NameParts) -> bool:
    """Same surname: the first names are equal, or only initials tell, and they agree."""
    if parts.first_key and cluster.firsts:
        return parts.first_key in cluster.firsts
    if parts.initial_letters and cluster.letters:
        return parts.initial_letters[:1] in cluster.letters
    return True


def _person(identity: str, cluster: _Cluster, places: frozenset[str], *, alone: bool) -> Person:
    """``alone`` says whether the bare surname may be this one's."""
    mentions = cluster.mentions
    role = _role(cluster)
    written = [m.written for m in mentions if m.written]
    name = max(
        written or [composed(mentions[0].parts)], key=lambda w: (" " in w, "," not in w, len(w))
    )
    return Person(
        id=identity,
        name=" ".join(name.split()),
        role=role,
        variants=_all_variants(cluster, places, alone=alone),
        addresses=tuple(sorted(cluster.addresses)),
        rank=_only_one({one.rank for one in cluster.employees}),
        function=_only_one({one.function for one in cluster.employees}) or "",
        seen=any(m.employee is None for m in mentions),
    )


def _role(cluster: _Cluster) -> Role:
    """As the staff list says it, when it is unanimous; else what tells most among the mentions."""
    listed = _only_one({one.role for one in cluster.employees})
    said = {m.role for m in cluster.mentions if m.employee is None}
    if listed is not None and Role.OFFICE_HOLDER not in said:
        return listed
    return next(r for r in _ROLES if any(m.role is r for m in cluster.mentions))


def _only_one(values: set[_T]) -> _T | None:
    """Two people on the list who seem one: what differs between them is not known."""
    return next(iter(values)) if len(values) == 1 else None


def _all_variants(cluster: _Cluster, places: frozenset[str], *, alone: bool) -> tuple[str, ...]:
    """Longest first. A composed name counts also when nobody wrote it so yet."""
    mentions = cluster.mentions
    given = {m.parts.first for m in mentions} - {""}
    initials = {m.parts.initials for m in mentions} - {""}
    initials |= {f"{name[0]}." for name in given if not cluster.public}
    found: set[str] = set()
    # A mailbox *gulsen.rijnveld@* in Rijnveld has the town in it, and no surname.
    own = (m for m in mentions if m.written or fold(m.parts.surname).text not in places)
    for parts in {m.parts for m in own}:
        found |= variants(parts, given, initials if parts.surname else set())
    found |= {" ".join(without_unit(m.written).split()) for m in mentions if m.written}
    locals_ = [address.split("@")[0] for address in cluster.addresses]
    found |= {local for local in locals_ if _is_telling(local)}
    # *Mei*, of who mails as *mei.tan*: where she is a word is seen at each place.
    found |= {name for name in given if any(_begins_with(local, name) for local in locals_)}
    if not cluster.public:
        halves = {half for m in mentions if (half := first_half(m.parts.surname))}
        # *Oldermeer-Wetserwold* in Oldermeer is nobody, or a region.
        found |= {half for half in halves if fold(half).text not in places}
    else:
        # Nobody writes a minister by the first name alone; somebody else may be called so.
        found -= given | {f"{name}s" for name in given}
    if not alone:
        found -= {name for m in mentions for name in (m.parts.surname, m.parts.full_surname)}
    if any(m.parts.particles for m in mentions):
        found = {v for v in found if fold(v).text.removesuffix("s") not in places}
    telling = (v for v in found if fold(v).text and not (_is_small_word(v) or _CUT_OFF.match(v)))
    return tuple(sorted(telling, key=lambda v: (-len(v), v)))


def _is_small_word(variant: str) -> bool:
    """*van*, of a name that a column cut off; *jhr*: such a word stands on every page."""
    return variant.casefold().strip(".") in _SMALL_WORDS


def _begins_with(local: str, name: str) -> bool:
    return local.casefold().startswith(f"{name.casefold()}.")


def _is_telling(local: str) -> bool:
    """A user name such as ``f.elidrissi`` is searched for; ``jan`` or ``fd12`` would hit others."""
    letters = fold(local).text
    return len(letters) >= 5 and ("." in local or "_" in local or len(letters) >= 7)
