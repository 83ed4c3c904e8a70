"""Somebody who occurs in a dossier, with every way the name is written."""

from dataclasses import dataclass, field

from woo.model.finding import Role

HIGHEST_RANK = 30
"""Higher than any Dutch *schaal*: the central government counts to 19, others may go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person in a dossier.

    ``id`` is neutral (``p-0004``) and may be logged; the names may not. ``variants`` are the
    written forms to search for, longest first: full name, surname, first name, initials, address.

    ``rank`` (the Dutch *schaal*) and ``function`` come from the organisation's staff list, when it
    has one. ``seen`` is False for somebody who is on that list and in none of the documents.
    """

    id: str
    name: str = field(repr=False)
    role: Role
    variants: tuple[str, ...] = field(repr=False)
    addresses: tuple[str, ...] = field(default=(), repr=False)
    rank: int | None = field(default=None, repr=False)
    function: str = field(default="", repr=False)
    seen: bool = True
