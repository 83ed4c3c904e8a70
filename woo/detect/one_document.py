"""Everything in one document that belongs to no dossier."""

from collections.abc import Sequence

from woo.detect.detect import detect
from woo.detect.dossier.dossier_names import as_told, names_of
from woo.detect.dossier.people import gather
from woo.detect.dossier.propagate import propagate
from woo.detect.dossier.shared_numbers import shared_numbers, with_shared_numbers
from woo.model.document import Document
from woo.model.employee import Employee
from woo.model.finding import Finding
from woo.model.person import Person


def find_in(
    document: Document, staff: Sequence[Employee] = ()
) -> tuple[tuple[Finding, ...], tuple[Person, ...]]:
    """Every finding, sorted, without overlaps; and the people in it and on the ``staff`` list."""
    found = detect(document)
    names = names_of([(document, found)])
    found = as_told(document, found, names)
    people = gather([(document, found)], staff, names.things.places)
    everything = propagate(document, found, people)
    return with_shared_numbers(document, everything, shared_numbers([found])), people
