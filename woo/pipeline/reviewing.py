"""What a reviewer sees and says: people, terms, places, whole documents."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from woo.dossier import documents, rulings
from woo.dossier.decisions import load_decisions
from woo.dossier.dossier import Dossier
from woo.dossier.findings import load_people
from woo.errors import InputError
from woo.model.decision import Decision
from woo.model.finding import Category
from woo.model.ground import Ground
from woo.model.person import Person
from woo.model.record import Judgement
from woo.model.ruling import Ruling, RulingKind
from woo.pipeline.judging import decide_all, unapproved
from woo.pipeline.stage import Work
from woo.reference.grounds import ground
from woo.reference.labels import judgement_label

_LINK = re.compile(r"https://[^\s/.]+(\.[^\s/.]+)+(/\S*)?")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person with how often the name goes and stays."""

    person: Person
    redacted: int
    kept: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All there is to judge; ``other`` counts per category what is not a person."""

    people: tuple[PersonRow, ...] = field(repr=False)
    other: tuple[tuple[Category, int, int], ...]
    waiting: tuple[documents.Entry, ...]


def overview(dossier: Dossier) -> Overview:
    """Everyone and everything found, most frequent first."""
    with dossier.transaction() as connection:
        decided = [
            decision
            for item in documents.all_entries(connection)
            for decision in load_decisions(connection, item.id)
        ]
        people = load_people(connection)
        waiting = unapproved(connection)
    return Overview(_people_rows(people, decided), _other_rows(decided), waiting)


def _people_rows(people: Sequence[Person], decided: Sequence[Decision]) -> tuple[PersonRow, ...]:
    counts = Counter((decision.person, decision.redact) for decision in decided)
    rows = [PersonRow(one, counts[one.id, True], counts[one.id, False]) for one in people]
    return tuple(sorted(rows, key=lambda row: (-row.redacted - row.kept, row.person.id)))


def _other_rows(decided: Sequence[Decision]) -> tuple[tuple[Category, int, int], ...]:
    counts = Counter((one.category, one.redact) for one in decided if one.person is None)
    return tuple(
        (category, counts[category, True], counts[category, False])
        for category in Category
        if counts[category, True] or counts[category, False]
    )


def rule_person(work: Work, person_id: str, *, redact: bool, codes: Sequence[str]) -> None:
    """One decision for a person in the whole dossier."""
    with work.dossier.transaction() as connection:
        person = next((one for one in load_people(connection) if one.id == person_id), None)
        if person is None:
            raise InputError("Deze persoon staat niet in het dossier.", "Zie: woo review list.")
        rulings.add_ruling(
            connection,
            Ruling(
                kind=RulingKind.PERSON,
                person=person.id,
                text=person.name,
                redact=redact,
                grounds=_grounds(codes, redact=redact),
            ),
        )
    decide_all(work)


def rule_term(work: Work, term: str, *, redact: bool, codes: Sequence[str]) -> None:
    """One decision for a word or text wherever it stands in the dossier."""
    if not any(character.isalnum() for character in term):
        raise InputError("Een zoekterm heeft minstens één letter of cijfer.", "Geef een term.")
    with work.dossier.transaction() as connection:
        rulings.add_ruling(
            connection,
            Ruling(
                kind=RulingKind.TERM,
                text=term,
                redact=redact,
                grounds=_grounds(codes, redact=redact),
            ),
        )
    decide_all(work)


def rule_span(
    work: Work, document: str, start: int, end: int, *, redact: bool, codes: Sequence[str]
) -> None:
    """One decision for one place in one document; offsets count in the document's text."""
    with work.dossier.transaction() as connection:
        rendition = work.dossier.layout.rendition(document)
        text = documents.load_document(connection, document, rendition).text
        if not 0 <= start < end <= len(text):
            raise InputError("Deze plaats valt buiten het document.", "Kies de plaats opnieuw.")
        rulings.add_ruling(
            connection,
            Ruling(
                kind=RulingKind.SPAN,
                document=document,
                start=start,
                end=end,
                text=text[start:end],
                redact=redact,
                grounds=_grounds(codes, redact=redact),
            ),
        )
    decide_all(work)


def undo(work: Work) -> bool:
    """Take back the last ruling; False when there is none."""
    with work.dossier.transaction() as connection:
        changed = rulings.undo(connection)
    decide_all(work)
    return changed


def redo(work: Work) -> bool:
    """Put back what was taken back last; False when there is nothing."""
    with work.dossier.transaction() as connection:
        changed = rulings.redo(connection)
    decide_all(work)
    return changed


def judge_document(
    work: Work, number: str, word: str, codes: Sequence[str] = (), link: str = ""
) -> None:
    """Judge a whole document. ``word`` is Dutch; an unknown word is an error, never a default.

    *openbaar* and *deels openbaar* follow from the marks, so they take an earlier judgement back.
    """
    judgement = _judgement(word)
    if judgement is Judgement.NOT_PUBLIC and not codes:
        raise InputError("Niet openbaar vraagt een weigeringsgrond.", "Geef --ground, zoals 5.1.5.")
    if judgement is Judgement.ALREADY_PUBLIC and not _LINK.fullmatch(link):
        raise InputError("Reeds openbaar vraagt een vindplaats.", "Geef --link https://…")
    withheld = judgement in (Judgement.NOT_PUBLIC, Judgement.ALREADY_PUBLIC)
    with work.dossier.transaction() as connection:
        item = documents.entry_by_number(connection, number)
        if item.kind is None and not withheld:
            raise InputError(
                "Dit bestand is niet gelezen en kan dus niet openbaar worden.",
                "Voeg een leesbaar exemplaar toe, of kies 'niet openbaar' met een grond.",
            )
        codes = [ground(code).code for code in codes]
        documents.judge(connection, item.id, judgement if withheld else None, codes, link)


def _judgement(word: str) -> Judgement:
    labels = {judgement_label(judgement): judgement for judgement in Judgement}
    try:
        return labels[word.strip().lower()]
    except KeyError:
        raise InputError("Onbekende beoordeling.", f"Kies uit: {', '.join(labels)}.") from None


def _grounds(codes: Sequence[str], *, redact: bool) -> tuple[Ground, ...]:
    if redact and not codes:
        raise InputError("Lakken vraagt een weigeringsgrond.", "Geef --ground, zoals 5.1.2e.")
    return tuple(ground(code) for code in codes) if redact else ()
