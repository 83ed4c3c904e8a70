"""What a draft is made from, and what comes out."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from woo.model.values import dataclass


class Severity(StrEnum):
    """An error stops rendering; a hint does not."""

    ERROR = "error"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a source. Lines and columns count from 1; the message is Dutch."""

    line: int
    column: int
    message: str
    severity: Severity = Severity.ERROR

    @property
    def place(self) -> str:
        """Where it is, in Dutch."""
        return f"regel {self.line}, kolom {self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A finished document. ``marks_by_ground`` counts the blocks of a public version by code."""

    content: bytes = field(repr=False)
    title: str = field(repr=False)
    dated: date | None
    kind: str
    marks_by_ground: dict[str, int]
