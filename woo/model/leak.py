"""What the verifier found. Never holds the secret itself."""

from dataclasses import dataclass
from enum import StrEnum

from woo.model.geometry import Box


class Severity(StrEnum):
    """A leak blocks release; a warning is for a person to look at."""

    LEAK = "leak"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """One reason not to release a PDF, or to look at it again.

    ``rule`` is a neutral code (``text-under-box``), explained in ``reference/leak_rules.toml``;
    ``place`` says where without quoting (``object 12, /Info /Title``).
    """

    rule: str
    place: str
    page: int | None = None
    box: Box | None = None
    severity: Severity = Severity.LEAK
