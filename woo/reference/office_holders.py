"""Public office holders: ministers, staatssecretarissen, Kamervoorzitters, mayors of large cities.

The list is data (``office_holders.toml``) and is updated there: add a table with name, office,
from and, when known, to.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from woo.reference.tables import load_table


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
    """Every full name, of members of parliament too."""
    table = load_table("members")
    members = (str(one[0]) for one in table["members"])
    return tuple(dict.fromkeys((*(one.name for one in holders()), *members, *table["public"])))


@cache
def surnames() -> tuple[str, ...]:
    """Every surname with its tussenvoegsels. Alone it proves little: it may be somebody else's."""
    return tuple(dict.fromkeys(name.partition(" ")[2] for name in full_names()))


@cache
def initial_and_surname() -> frozenset[tuple[str, str]]:
    """``("J", "Uitermark")`` and ``("A", "van Huffelen")``: how a signature is recognised."""
    return frozenset((name[0], name.partition(" ")[2]) for name in full_names())
