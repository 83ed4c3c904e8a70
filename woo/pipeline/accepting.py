"""Every suggestion accepted at once, for who wants a first result, or looks at it afterwards."""

from woo.dossier.documents import all_entries
from woo.dossier.rulings import add_ruling
from woo.model.ruling import Ruling, RulingKind
from woo.pipeline.consistency import Forgotten, forgotten_places
from woo.pipeline.judging import approve, decide_all
from woo.pipeline.stage import Work

_MOST = 3  # times: what goes now may stand elsewhere too


def accept_all(work: Work) -> None:
    """Approve all that is suggested; what goes in one document goes in the others too.

    Without a person to say that it stays there, what was forgotten keeps nothing in: it goes.
    """
    for _ in range(_MOST):
        _approve_everything(work)
        with work.dossier.transaction() as connection:
            places = forgotten_places(work.dossier, connection)
            for place in places:
                add_ruling(connection, _ruling(place))
        if not places:
            return
        decide_all(work)
    _approve_everything(work)


def _approve_everything(work: Work) -> None:
    with work.dossier.transaction() as connection:
        everything = all_entries(connection)
    approve(work.dossier, everything)


def _ruling(place: Forgotten) -> Ruling:
    return Ruling(
        kind=RulingKind.SPAN,
        document=place.entry.id,
        start=place.start,
        end=place.end,
        text=place.text,
        redact=True,
        grounds=place.grounds,
    )
