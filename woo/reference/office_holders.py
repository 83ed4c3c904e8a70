"""Public office holders: ministers, staatssecretarissen, Kamervoorzitters, mayors of large cities.

The list is data (``office_holders.toml``) and is updated there: add a table with name, office,
from and, when known, to.
"""

from functools import cache

from woo.reference.tables import load_table


@cache
def full_names() -> tuple[str, ...]:
    """Every full name. A surname alone proves nothing: it may be somebody else's."""
    return tuple(str(holder["name"]) for holder in load_table("office_holders")["holder"])


@cache
def initial_and_surname() -> frozenset[tuple[str, str]]:
    """``("J", "Uitermark")`` and ``("A", "van Huffelen")``: how a signature is recognised."""
    return frozenset((name[0], name.partition(" ")[2]) for name in full_names())
