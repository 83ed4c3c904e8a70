"""Somebody on an organisation's staff list."""

from dataclasses import dataclass, field

from woo.model.finding import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """One row of a staff list, which gives a whole name, the parts of a name, or both.

    ``rank`` is the Dutch *schaal*. ``address`` is an e-mail address in lower case.
    """

    name: str = field(default="", repr=False)
    first: str = field(default="", repr=False)
    initials: str = field(default="", repr=False)
    particles: str = field(default="", repr=False)
    surname: str = field(default="", repr=False)
    role: Role = Role.OFFICIAL
    rank: int | None = field(default=None, repr=False)
    function: str = field(default="", repr=False)
    address: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not (self.name or self.surname):
            raise ValueError("an employee has a name")
