"""Somebody who occurs in a dossier, with every way the name is written."""

from dataclasses import dataclass, field

from woo.model.finding import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person in a dossier.

    ``id`` is neutral (``p-0004``) and may be logged; the names may not. ``variants`` are the
    written forms to search for, longest first: full name, surname, first name, initials, address.
    """

    id: str
    name: str = field(repr=False)
    role: Role
    variants: tuple[str, ...] = field(repr=False)
    addresses: tuple[str, ...] = field(default=(), repr=False)
