"""What came out of redaction leaking is redacted again in another way, before it is refused."""

from collections.abc import Sequence

from woo.dossier.steps import Stage, Step, steps_of
from woo.model.geometry import Area
from woo.model.leak import Leak
from woo.pipeline.picturing import MOST_PICTURES, Mending, blamed, to_picture
from woo.pipeline.redaction import areas_from, leaks_of, redact_all, verify_all
from woo.pipeline.stage import Tally, Work

_MOST = 3  # times


def mend_all(work: Work) -> Tally:
    """Redact what leaks again, with the pages to blame as pictures, and verify that.

    What can still be read on such a picture gets a box where it was read, and so again.
    """
    tally = Tally()
    for _ in range(_MOST):
        with work.dossier.transaction() as connection:
            leaks = leaks_of(connection)
            steps = steps_of(connection, Stage.REDACT)
        mendings = {document: _mending(steps[document], leaks[document]) for document in leaks}
        leaking = {document: one for document, one in mendings.items() if one is not None}
        if not leaking:
            break
        tally += redact_all(work, leaking) + verify_all(work)
    return tally


def _mending(redacted: Step, leaks: Sequence[Leak]) -> Mending | None:
    """What to do about the leaks of a document; None when there are none, or nothing helps."""
    result = redacted.result
    known, before = frozenset(result.get("pictured", ())), areas_from(result.get("legible", []))
    pages = known | to_picture(blamed(leaks), result["report"]["pages"])
    if len(known) < len(pages) <= MOST_PICTURES:
        return Mending(pages, before)
    seen = [
        Area(leak.page, leak.box)
        for leak in leaks
        if leak.page is not None and leak.page in known and leak.box is not None
    ]
    return Mending(known, (*before, *seen)) if seen else None
