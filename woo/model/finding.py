"""What a detector saw."""

from dataclasses import dataclass, field
from enum import StrEnum


class Category(StrEnum):
    """The kind of personal data. Dutch labels: ``reference/categories.toml``."""

    PERSON = "person"
    EMAIL = "email"
    PHONE = "phone"
    BSN = "bsn"
    IBAN = "iban"
    ADDRESS = "address"
    BIRTH_DATE = "birth_date"
    LICENCE_PLATE = "licence_plate"
    IDENTITY_DOCUMENT = "identity_document"
    V_NUMBER = "v_number"
    PERSONNEL_NUMBER = "personnel_number"
    VAT_NUMBER = "vat_number"
    CARE_NUMBER = "care_number"
    USERNAME = "username"
    SOCIAL_PROFILE = "social_profile"
    IP_ADDRESS = "ip_address"
    SPECIAL = "special"
    TERM = "term"


class Role(StrEnum):
    """In what quality somebody, a mailbox or a number occurs. The policy decides on it."""

    OFFICIAL = "official"
    OFFICE_HOLDER = "office_holder"
    SIGNATORY = "signatory"
    CITIZEN = "citizen"
    AUTHOR = "author"
    EPONYM = "eponym"
    FUNCTIONAL = "functional"
    UNKNOWN = "unknown"


GOING = frozenset({Role.UNKNOWN, Role.OFFICIAL, Role.CITIZEN})
"""The roles in which somebody's name goes; all others stay, as the policy has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One place where a detector saw personal data.

    ``start`` and ``end`` are character offsets in ``Document.text``. ``detector`` names the rule,
    ``score`` is its certainty between 0 and 1. ``person`` is the id of a ``Person`` once known.
    """

    category: Category
    start: int
    end: int
    text: str = field(repr=False)
    detector: str
    score: float
    role: Role = Role.UNKNOWN
    person: str | None = None

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise ValueError("a finding has at least one character")
        if self.end - self.start != len(self.text):
            raise ValueError("span and text differ in length")
        if not 0 < self.score <= 1:
            raise ValueError("a score lies between 0 and 1")
