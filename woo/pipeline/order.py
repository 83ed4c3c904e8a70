"""The order of the stages, on one screen.

add       files            -> documents        intake.py
detect    documents        -> findings, people detection.py
decide    findings, policy -> decisions        judging.py
(a person approves)
redact    decisions        -> redacted PDFs    redaction.py
verify    redacted PDFs    -> leaks, or none   redaction.py
mend      leaks            -> redacted PDFs    redaction.py
inventory records          -> inventarislijst  publication.py
publish   dossier          -> bundle           publication.py
"""

from dataclasses import dataclass

from woo.dossier.documents import Entry, all_entries
from woo.errors import InputError
from woo.pipeline.accepting import accept_all
from woo.pipeline.besluit import write_decision
from woo.pipeline.detection import detect_all
from woo.pipeline.intake import read_all
from woo.pipeline.judging import decide_all, unapproved
from woo.pipeline.mending import mend_all
from woo.pipeline.publication import publish, ready_bundle
from woo.pipeline.redaction import redact_all, verify_all
from woo.pipeline.stage import Tally, Work
from woo.publish.bundle import Bundle


@dataclass(frozen=True, slots=True)
class Finish:
    """How a run ended: with a bundle, or with documents that wait for a person."""

    tally: Tally
    waiting: tuple[Entry, ...] = ()
    bundle: Bundle | None = None


def run(work: Work, *, accept_suggestions: bool = False) -> Finish:
    """Do every stage that is not done yet. Raises RefusedError when not all can go out."""
    tally = find_all(work)
    if accept_suggestions:
        accept_all(work)
    with work.dossier.transaction() as connection:
        waiting = unapproved(connection)
    if waiting:
        return Finish(tally, waiting)
    tally += redact_all(work) + verify_all(work) + mend_all(work)
    return Finish(tally, bundle=ready_bundle(work.dossier) or _publish(work))


def _publish(work: Work) -> Bundle:
    if work.dossier.settings.ondertekenaar_naam:
        write_decision(work.dossier)
    return publish(work.dossier)


def find_all(work: Work) -> Tally:
    """Read what was not read, find, and bring the decisions up to date.

    Raises InputError for a dossier in which there is nothing yet.
    """
    tally = read_all(work) + detect_all(work)
    decide_all(work)
    with work.dossier.transaction() as connection:
        if not all_entries(connection):
            raise InputError("Het dossier is nog leeg.", "Voeg eerst bestanden toe met: woo add.")
    return tally
