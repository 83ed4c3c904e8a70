"""What happens to a finding, and who said so."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from woo.model.finding import Category
from woo.model.geometry import Area
from woo.model.ground import Ground


class Origin(StrEnum):
    """Who took a decision."""

    POLICY = "policy"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One span of a document's text that goes, with its grounds, or stays.

    ``start`` and ``end`` are character offsets in ``Document.text``. A reviewer's decision
    outranks the policy's.
    """

    category: Category
    start: int
    end: int
    text: str = field(repr=False)
    redact: bool
    grounds: tuple[Ground, ...]
    origin: Origin
    person: str | None = None

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise ValueError("a decision covers at least one character")
        if self.end - self.start != len(self.text):
            raise ValueError("span and text differ in length")
        if self.redact and not self.grounds:
            raise ValueError("what is redacted has a ground")

    @property
    def label(self) -> str:
        """What is printed in the box: the codes of the grounds."""
        return label_of(self.grounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of a page that goes, whatever stands there: text, picture or drawing."""

    area: Area
    grounds: tuple[Ground, ...]

    def __post_init__(self) -> None:
        if not self.grounds:
            raise ValueError("what is redacted has a ground")

    @property
    def label(self) -> str:
        """What is printed in the box: the codes of the grounds."""
        return label_of(self.grounds)


def label_of(grounds: Sequence[Ground]) -> str:
    """The codes of grounds as a box shows them."""
    return " ".join(ground.code for ground in grounds)
