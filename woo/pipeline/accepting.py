"""Every suggestion accepted at once, for who wants a first result, or looks at it afterwards."""

from collections.abc import Iterable, Iterator

from woo.dossier.documents import all_entries
from woo.dossier.rulings import add_ruling
from woo.dossier.steps import Stage, steps_of
from woo.model.decision import Decision
from woo.model.ruling import Ruling, RulingKind
from woo.pipeline.consistency import Forgotten, compare
from woo.pipeline.judging import approve, decide_all
from woo.pipeline.stage import Work
from woo.reference.grounds import between_codes
from woo.text.matcher import Matcher

_MOST = 3  # times: what goes now may stand elsewhere too


def accept_all(work: Work) -> None:
    """Approve all that is suggested; what goes in one document goes in the others too.

    Without a person to say that it stays there, what was forgotten in a document or a title keeps
    nothing in: it goes.
    """
    for _ in range(_MOST):
        _approve_everything(work)
        rulings = _rulings(work)
        if not rulings:
            return
        with work.dossier.transaction() as connection:
            for ruling in rulings:
                add_ruling(connection, ruling)
        decide_all(work)
    _approve_everything(work)


def _approve_everything(work: Work) -> None:
    with work.dossier.transaction() as connection:
        everything = all_entries(connection)
    approve(work.dossier, everything)


def _rulings(work: Work) -> tuple[Ruling, ...]:
    """What somebody would say about what was forgotten, when it is to go."""
    with work.dossier.transaction() as connection:
        comparison = compare(work.dossier, connection)
        decided = steps_of(connection, Stage.DECIDE).values()
    titles = [step.result["title"] for step in decided]
    return (*map(_on_place, comparison.forgotten), *_on_titles(titles, comparison.nowhere))


def _on_place(place: Forgotten) -> Ruling:
    return Ruling(
        kind=RulingKind.SPAN,
        document=place.entry.id,
        start=place.start,
        end=place.end,
        text=place.text,
        redact=True,
        grounds=place.grounds,
    )


def _on_titles(titles: Iterable[str], nowhere: Iterable[Decision]) -> Iterator[Ruling]:
    """A term stands in a title; in the documents it stays nowhere, so nothing else changes."""
    grounds = {decision.text: decision.grounds for decision in nowhere}
    matcher = Matcher(grounds)
    pieces = [piece for title in titles for piece in between_codes(title)]
    for term in sorted({match.term for piece in pieces for match in matcher.find(piece)}):
        yield Ruling(kind=RulingKind.TERM, text=term, redact=True, grounds=grounds[term])
