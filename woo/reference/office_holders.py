"""Public office holders: ministers, staatssecretarissen, Kamervoorzitters, mayors of large cities.

The list is data (``office_holders.toml``) and is updated there: add a table with name, office,
from and, when known, to.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from woo.reference.tables import load_table

# The lists of ``members.toml`` in which a surname alone is no sign of anybody.
_ELECTED = ("elected_2012", "elected_2017", "elected_2023", "elected_2025")
_IN_FULL = (*_ELECTED, "known_in_full")
_LEAST_HALF = 4  # letters


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office, from ``start`` until the day ``end`` (None: as far as is known)."""

    name: str
    office: str
    start: date
    end: date | None

    def held(self, day: date) -> bool:
        """Tell whether the office was theirs; on the day of a change it is of both."""
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Held:
    """An office of ``further_holders.toml``: its table, and its town, body or portfolio."""

    name: str
    kind: str
    place: str


@cache
def holders() -> tuple[Holder, ...]:
    """Everybody on the list."""
    return tuple(
        Holder(str(one["name"]), str(one["office"]), one["from"], one.get("to"))
        for one in load_table("office_holders")["holder"]
    )


@cache
def offices() -> tuple[str, ...]:
    """Every office once, written as in the list: ``minister van Financiën``."""
    return tuple(dict.fromkeys(one.office for one in holders()))


@cache
def full_names() -> tuple[str, ...]:
    """Every full name, of members of parliament and others who act in public too."""
    table = load_table("members")
    in_full = (name for key in _IN_FULL for name in table[key])
    return tuple(dict.fromkeys((*_well_known(), *in_full)))


@cache
def elected() -> frozenset[str]:
    """Full names of members who are known for nothing else."""
    table = load_table("members")
    return frozenset(str(name) for key in _ELECTED for name in table[key]) - set(_well_known())


def _well_known() -> tuple[str, ...]:
    """Full names of those who are meant when only their surname is said."""
    table = load_table("members")
    members = (str(one[0]) for one in table["members"])
    return tuple(dict.fromkeys((*(one.name for one in holders()), *members, *table["public"])))


@cache
def surnames() -> tuple[str, ...]:
    """Surnames with their tussenvoegsels. Alone it proves little: it may be somebody else's."""
    return tuple(dict.fromkeys(name.partition(" ")[2] for name in _well_known()))


@cache
def holders_surnames() -> frozenset[str]:
    """The words that come last in surnames of the lists: ``Hijum``, of Eddy van Hijum."""
    return frozenset(name.rpartition(" ")[2] for name in surnames())


@cache
def _in_small_letters() -> frozenset[str]:
    return frozenset(map(str.casefold, holders_surnames()))


def is_holders_surname(word: str) -> bool:
    """True for ``Hijum`` and ``HIJUM``."""
    return word.casefold() in _in_small_letters()


@cache
def debaters() -> frozenset[str]:
    """Surnames, with their tussenvoegsels, of all who may be meant by them in a debate."""
    given = (name.partition(" ")[2] for name in full_names())
    return frozenset((*given, *load_table("members")["earlier_members"]))


@cache
def known_by_surname() -> tuple[str, ...]:
    """Surnames by which everybody knows who is meant."""
    return tuple(load_table("members")["known_by_surname"])


@cache
def double_surnames() -> frozenset[str]:
    """Of two names: hardly anybody else has ``Rikkers-Oosterkamp``."""
    given = (name.partition(" ")[2] for name in full_names())
    return frozenset(
        name
        for name in given
        if name.count("-") == 1 and all(len(half) >= _LEAST_HALF for half in name.split("-"))
    )


@cache
def known_in_public_life() -> tuple[str, ...]:
    """Surnames by which that is clear in a text about public life, where nobody else has it."""
    return tuple(load_table("members")["known_in_public_life"])


@cache
def initial_and_surname() -> frozenset[tuple[str, str]]:
    """``("J", "Uitermark")`` and ``("A", "van Huffelen")``: how a signature is recognised."""
    return frozenset((name[0], name.partition(" ")[2]) for name in _well_known())


@cache
def further_holders() -> tuple[Held, ...]:
    """Everybody of ``further_holders.toml``, once for each office."""
    table = load_table("further_holders")
    return tuple(
        Held(str(row[0]), kind, place)
        for kind, places in table.items()
        for place, rows in places.items()
        for row in rows
    )
