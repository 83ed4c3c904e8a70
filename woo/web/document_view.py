"""What the page of one document shows: the picture's overlay and the list of decisions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from woo.dossier.decisions import load_decisions
from woo.dossier.documents import Entry, all_entries, load_document
from woo.dossier.dossier import Dossier
from woo.dossier.findings import load_findings, load_people
from woo.errors import MissingError, WooError
from woo.model.decision import Decision
from woo.model.document import PAGE_BREAK
from woo.model.finding import Category, Finding, Role
from woo.model.geometry import Box
from woo.model.person import Person
from woo.pdf.reading.places import Line, PagePlaces
from woo.pipeline.worklist import Row, State, worklist
from woo.web.page_pictures import PagePictures


@dataclass(frozen=True, slots=True)
class Item:
    """One decision as a reviewer sees it; ``score`` is the detector's certainty, if any."""

    decision: Decision = field(repr=False)
    text: str = field(repr=False)
    category: Category
    role: Role
    person: Person | None
    score: float | None
    boxes: tuple[Box, ...]

    @property
    def anchor(self) -> str:
        """The id of this decision in the page; survives a change of the decision."""
        return f"b-{self.decision.start}-{self.decision.end}"

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the grounds, or the one that fits when it stays now."""
        usual = "5.1.1e" if self.category is Category.BSN else "5.1.2e"
        return tuple(ground.code for ground in self.decision.grounds) or (usual,)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One page of one document; ``problem`` is Dutch and says why there is no picture."""

    row: Row
    parent: Entry | None
    number: int
    pages: int
    places: PagePlaces | None
    items: tuple[Item, ...]
    total: int
    lines: tuple[Line, ...] = field(repr=False)
    problem: str
    before: Row | None
    after: Row | None
    waiting: Row | None


def row_of(rows: Sequence[Row], document: str) -> Row:
    """The line of one document. Raises MissingError when it is not in the dossier."""
    for row in rows:
        if row.entry.id == document:
            return row
    raise MissingError("Dit document staat niet in het dossier.", "Kies een document in de lijst.")


def view_document(
    dossier: Dossier, pictures: PagePictures, document: str, number: int
) -> DocumentView:
    """Page ``number`` of a document, with its decisions in reading order. Raises MissingError."""
    rows = worklist(dossier)
    row = row_of(rows, document)
    pages = max(row.entry.page_count, 1)
    if not 1 <= number <= pages:
        raise MissingError("Deze pagina bestaat niet.", f"Dit document heeft {pages} pagina's.")
    decided, spans = _decided(dossier, row.entry, number)
    places, problem = _places(dossier, pictures, row.entry, number, spans)
    return DocumentView(
        row=row,
        parent=_parent(dossier, row.entry),
        number=number,
        pages=pages,
        places=places,
        items=_items(dossier, document, decided, places),
        total=row.redacted + row.kept,
        lines=places.lines if places else (),
        problem=problem,
        before=_neighbour(rows, row, -1),
        after=_neighbour(rows, row, 1),
        waiting=next_waiting(rows, document),
    )


def next_waiting(rows: Sequence[Row], document: str) -> Row | None:
    """The first document after this one that waits for a person, or else before it."""
    index = next((at for at, row in enumerate(rows) if row.entry.id == document), -1)
    around = [*rows[index + 1 :], *rows[: max(index, 0)]]
    return next((row for row in around if row.state is State.TO_REVIEW), None)


def _neighbour(rows: Sequence[Row], row: Row, step: int) -> Row | None:
    index = rows.index(row) + step
    return rows[index] if 0 <= index < len(rows) else None


def _parent(dossier: Dossier, item: Entry) -> Entry | None:
    if item.parent is None:
        return None
    with dossier.transaction() as connection:
        return next(one for one in all_entries(connection) if one.id == item.parent)


def _decided(
    dossier: Dossier, item: Entry, number: int
) -> tuple[list[Decision], list[tuple[int, int]]]:
    """The decisions that touch a page, and their offsets in the text of that page."""
    if item.kind is None:
        return [], []
    with dossier.transaction() as connection:
        pages = load_document(connection, item.id, dossier.layout.rendition(item.id)).pages
        decisions = load_decisions(connection, item.id)
    lengths = (len(page) + len(PAGE_BREAK) for page in pages)
    starts = list(accumulate(lengths, initial=0))
    first, last = starts[number - 1], starts[number] - len(PAGE_BREAK)
    touching = [one for one in decisions if one.start < last and first < one.end]
    return touching, [(one.start - first, one.end - first) for one in touching]


def _places(
    dossier: Dossier,
    pictures: PagePictures,
    item: Entry,
    number: int,
    spans: Sequence[tuple[int, int]],
) -> tuple[PagePlaces | None, str]:
    """Where everything stands; or why the page cannot be shown."""
    rendition = dossier.layout.rendition(item.id)
    if item.kind is None or not rendition.is_file():
        return None, "Dit bestand is niet gelezen. Er is geen pagina om te tonen."
    try:
        return pictures.places(rendition, number, spans), ""
    except WooError as error:
        return None, str(error)


def _items(
    dossier: Dossier, document: str, decided: Sequence[Decision], places: PagePlaces | None
) -> tuple[Item, ...]:
    with dossier.transaction() as connection:
        people = {person.id: person for person in load_people(connection)}
        found = {
            (one.start, one.end): one
            for one in load_findings(connection, document, propagated=True)
        }
    return tuple(
        _item(
            decision,
            found.get((decision.start, decision.end)),
            people,
            places.spans[index] if places else (),
        )
        for index, decision in enumerate(decided)
    )


def _item(
    decision: Decision,
    finding: Finding | None,
    people: dict[str, Person],
    boxes: tuple[Box, ...],
) -> Item:
    person = people.get(decision.person or (finding.person if finding else None) or "")
    return Item(
        decision=decision,
        text=" ".join(decision.text.split()),
        # A ruling on one place gives a decision without the finding's category.
        category=finding.category if finding else decision.category,
        role=finding.role if finding else (person.role if person else Role.UNKNOWN),
        person=person,
        score=finding.score if finding else None,
        boxes=boxes,
    )
