"""Findings become people: one person in a dossier, with every way the name is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from woo.detect.contacts import contact_role, is_personal
from woo.detect.name_parts import NameParts, parse_local_part, parse_name, variants
from woo.model.document import Document
from woo.model.employee import Employee
from woo.model.finding import Category, Finding, Role
from woo.model.person import Person
from woo.reference.mailboxes import split_address
from woo.text.folding import fold

_T = TypeVar("_T")
# The first of these that occurs among somebody's findings is the person's role.
_ROLES = (
    *(Role.OFFICE_HOLDER, Role.OFFICIAL, Role.CITIZEN, Role.UNKNOWN),
    *(Role.SIGNATORY, Role.AUTHOR),
)
# An address names the person just before it when nothing else lies between.
_ADDRESS_REACH = 120
_ON_NO_PAGE = -1  # instead of the number of a document: a staff list


@dataclass(slots=True)
class _Mention:
    """One written name, where it stands, and the address that goes with it."""

    parts: NameParts
    written: str = field(repr=False)
    role: Role
    document: int
    address: str = field(default="", repr=False)
    employee: Employee | None = field(default=None, repr=False)


@dataclass(slots=True)
class _Cluster:
    """The mentions that are taken to be one person."""

    mentions: list[_Mention] = field(default_factory=list)
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
    per_document: Iterable[tuple[Document, Sequence[Finding]]], staff: Sequence[Employee] = ()
) -> tuple[Person, ...]:
    """The people of a dossier, numbered in the order in which they first occur.

    Everybody on the ``staff`` list is one of them, also who occurs nowhere: those come last.
    Names that belong to a thing (EPONYM) make no person. Office holders are kept apart: an
    official who happens to have a minister's surname is somebody else.
    """
    mentions = [
        mention
        for number, (document, findings) in enumerate(per_document)
        for mention in _mentions(number, document, findings)
    ]
    mentions += [mention for employee in staff for mention in _listed(employee)]
    clusters = _Clusters()
    # What tells most comes first, so that a bare first name finds the person it belongs to.
    for mention in sorted(mentions, key=_vagueness):
        clusters.add(mention)
    order = {id(mention): index for index, mention in enumerate(mentions)}
    ordered = sorted(clusters.all, key=lambda c: min(order[id(m)] for m in c.mentions))
    return tuple(_person(f"p-{n:04d}", cluster) for n, cluster in enumerate(ordered, start=1))


def _vagueness(mention: _Mention) -> int:
    """0 for a first name with surname, then initials with surname, surname, first name.

    An office holder comes before others who are named as vaguely.
    """
    return 2 * _missing(mention.parts) + (mention.role is not Role.OFFICE_HOLDER)


def _missing(parts: NameParts) -> int:
    if parts.surname:
        return 0 if parts.first else 1 if parts.initials else 2
    return 3


def _mentions(number: int, document: Document, findings: Sequence[Finding]) -> Iterator[_Mention]:
    """The names among the findings, in the contacts, and in addresses that stand alone."""
    for contact in document.contacts:
        if is_personal(contact):
            parts = parse_name(contact.name)
            yield _Mention(
                parts, contact.name, contact_role(contact), number, contact.address.casefold()
            )
    for index, finding in enumerate(findings):
        if finding.category is Category.PERSON and finding.role is not Role.EPONYM:
            address = _address_after(document.text, findings, index)
            yield _Mention(parse_name(finding.text), finding.text, finding.role, number, address)
        elif finding.category is Category.EMAIL and finding.role is not Role.FUNCTIONAL:
            local, domain = split_address(finding.text)
            parts_of_local = parse_local_part(local)
            if parts_of_local:
                address = f"{local}@{domain}"
                yield _Mention(parts_of_local, "", finding.role, number, address)


def _listed(employee: Employee) -> Iterator[_Mention]:
    """The name on a staff list, written whole, in its parts, or both."""
    separate = NameParts(
        first=employee.first,
        initials=employee.initials,
        particles=employee.particles,
        surname=employee.surname,
    )
    if employee.surname:
        yield _listed_as(employee, separate, _composed(separate))
    if employee.name:
        yield _listed_as(employee, parse_name(employee.name), employee.name)


def _listed_as(employee: Employee, parts: NameParts, written: str) -> _Mention:
    return _Mention(parts, written, employee.role, _ON_NO_PAGE, employee.address, employee)


def _address_after(text: str, findings: Sequence[Finding], index: int) -> str:
    """The address that follows a name in a header: ``Jan Jansen <j.jansen@…>``."""
    if index + 1 == len(findings):
        return ""
    name, following = findings[index], findings[index + 1]
    between = text[name.end : following.start]
    if following.category is not Category.EMAIL or following.role is Role.FUNCTIONAL:
        return ""
    if len(between) > _ADDRESS_REACH or between.strip(" \t\n\"'") not in {
        "<",
        "(",
        "[",
        "[mailto:",
    }:
        return ""
    return "@".join(split_address(following.text))


class _Clusters:
    """Puts each mention with the one person it fits, or makes a new person."""

    def __init__(self) -> None:
        self.all: list[_Cluster] = []
        self._by_address: dict[str, _Cluster] = {}
        self._by_surname: dict[tuple[bool, str], list[_Cluster]] = defaultdict(list)
        self._by_first: dict[tuple[bool, str], list[_Cluster]] = defaultdict(list)

    def add(self, mention: _Mention) -> None:
        """Add to an existing cluster when exactly one fits."""
        public = self._is_public(mention)
        cluster = self._fitting(mention, public=public)
        if cluster is None:
            cluster = _Cluster(public=public)
            self.all.append(cluster)
        cluster.mentions.append(mention)
        self._index(cluster, mention, public=public)

    def _index(self, cluster: _Cluster, mention: _Mention, *, public: bool) -> None:
        if mention.address:
            self._by_address.setdefault(mention.address, cluster)
        for index, name in (
            (self._by_surname, mention.parts.surname_key),
            (self._by_first, mention.parts.first_key),
        ):
            if name and cluster not in index[public, name]:
                index[public, name].append(cluster)

    def _is_public(self, mention: _Mention) -> bool:
        """An office holder; or a bare surname in a document where only an office holder has it."""
        if mention.role is Role.OFFICE_HOLDER:
            return True
        parts = mention.parts
        if mention.role is not Role.UNKNOWN or parts.first or parts.initials or not parts.surname:
            return False
        holders = self._by_surname[True, parts.surname_key]
        here = any(m.document == mention.document for c in holders for m in c.mentions)
        others = self._by_surname[False, parts.surname_key]
        return here and not any(m.employee is None for c in others for m in c.mentions)

    def _fitting(self, mention: _Mention, *, public: bool) -> _Cluster | None:
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


def _is_other(cluster: _Cluster, mention: _Mention) -> bool:
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


def _person(identity: str, cluster: _Cluster) -> Person:
    mentions = cluster.mentions
    role = _role(cluster)
    written = [m.written for m in mentions if m.written]
    name = max(
        written or [_composed(mentions[0].parts)], key=lambda w: (" " in w, "," not in w, len(w))
    )
    return Person(
        id=identity,
        name=" ".join(name.split()),
        role=role,
        variants=_all_variants(cluster),
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


def _composed(parts: NameParts) -> str:
    return f"{parts.first or parts.initials} {parts.full_surname}".strip()


def _all_variants(cluster: _Cluster) -> tuple[str, ...]:
    """Longest first. A composed name counts also when nobody wrote it so yet."""
    given = {m.parts.first for m in cluster.mentions} - {""}
    initials = {m.parts.initials for m in cluster.mentions} - {""}
    initials |= {f"{name[0]}." for name in given if not cluster.public}
    found: set[str] = set()
    for parts in {m.parts for m in cluster.mentions}:
        found |= variants(parts, given, initials if parts.surname else set())
    found |= {" ".join(m.written.split()) for m in cluster.mentions if m.written}
    found |= {local for a in cluster.addresses if _is_telling(local := a.split("@")[0])}
    if cluster.public:
        # Nobody writes a minister by the first name alone; somebody else may be called so.
        found -= given | {f"{name}s" for name in given}
    return tuple(sorted((v for v in found if fold(v).text), key=lambda v: (-len(v), v)))


def _is_telling(local: str) -> bool:
    """A user name such as ``f.elidrissi`` is searched for; ``jan`` or ``fd12`` would hit others."""
    letters = fold(local).text
    return len(letters) >= 5 and ("." in local or "_" in local or len(letters) >= 7)
