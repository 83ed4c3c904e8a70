"""What a reviewer said, to be laid over the policy's decisions."""

from dataclasses import dataclass, field
from enum import StrEnum

from woo.model.ground import Ground


class RulingKind(StrEnum):
    """How far a ruling reaches."""

    SPAN = "span"  # one place in one document
    PERSON = "person"  # every finding of one person, in the whole dossier
    TERM = "term"  # every occurrence of a term, in the whole dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One ruling. Later rulings outrank earlier ones; a span outranks a person or a term.

    A SPAN has ``document``, ``start``, ``end`` and ``text``; a PERSON has ``person``; a TERM has
    ``text``. ``grounds`` is empty when something stays.
    """

    kind: RulingKind
    redact: bool
    grounds: tuple[Ground, ...] = ()
    document: str | None = None
    person: str | None = None
    start: int = 0
    end: int = 0
    text: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.redact and not self.grounds:
            raise ValueError("what is redacted has a ground")
        if self.kind is RulingKind.SPAN and (
            not self.document or self.end - self.start != len(self.text) or not self.text
        ):
            raise ValueError("a ruling on a span names the document and the text")
        if self.kind is RulingKind.PERSON and not self.person:
            raise ValueError("a ruling on a person names the person")
        if self.kind is RulingKind.TERM and not self.text:
            raise ValueError("a ruling on a term has a term")
