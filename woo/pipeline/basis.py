"""What decisions in a dossier rest on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from woo.dossier.dossier import Dossier
from woo.dossier.findings import load_people, people_hash
from woo.dossier.rulings import load_rulings
from woo.dossier.steps import fingerprint
from woo.model.decision import Decision
from woo.model.document import Document
from woo.model.finding import Finding
from woo.model.person import Person
from woo.model.policy import Policy
from woo.model.ruling import Ruling, RulingKind
from woo.review.decide import decide
from woo.review.policy_file import load_policy
from woo.review.rulings import apply, with_policy_terms


@dataclass(frozen=True, slots=True)
class Basis:
    """What decisions rest on: the people, the policy, and what the reviewer said."""

    people: tuple[Person, ...] = field(repr=False)
    policy: Policy
    rulings: tuple[Ruling, ...] = field(repr=False)
    common_hash: str  # of the people and the policy

    def hash_for(self, document_id: str) -> str:
        """The fingerprint of all that the decisions on one document rest on."""
        said = "\x00".join(f"{ruling!r}{ruling.text}" for ruling in self._rulings_on(document_id))
        return fingerprint(self.common_hash, said)

    def _rulings_on(self, document_id: str) -> list[Ruling]:
        return [ruling for ruling in self.rulings if ruling.document in (None, document_id)]

    def decide(
        self, document_id: str, document: Document, found: Sequence[Finding]
    ) -> tuple[Decision, ...]:
        """The decisions on one document."""
        return self._decide(document, found, self._rulings_on(document_id))

    def decide_on_title(self, title: Document, found: Sequence[Finding]) -> tuple[Decision, ...]:
        """The decisions on a title; what was said of a place in the document is not about it."""
        wide = [ruling for ruling in self.rulings if ruling.kind is not RulingKind.SPAN]
        return self._decide(title, found, wide)

    def _decide(
        self, document: Document, found: Sequence[Finding], rulings: Sequence[Ruling]
    ) -> tuple[Decision, ...]:
        suggested = decide(found, self.people, self.policy, document.text)
        return apply(with_policy_terms(suggested, self.policy, document), rulings, document)


def load_basis(dossier: Dossier, connection: Connection) -> Basis:
    """What the decisions in this dossier rest on now."""
    path = dossier.layout.policy
    policy = load_policy(path)
    people, rulings = load_people(connection), load_rulings(connection)
    mark = fingerprint(path.read_text("utf-8"), people_hash(people))
    return Basis(people, policy, rulings, mark)
