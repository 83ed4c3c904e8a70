"""Every detector by name. To add one: a module, a line here, golden cases."""

from collections.abc import Callable, Iterable

from woo.detect.addresses import detect_address
from woo.detect.authors import detect_authors
from woo.detect.bsn import detect_bsn
from woo.detect.contacts import detect_contacts
from woo.detect.email_addresses import detect_email
from woo.detect.eponyms import detect_eponyms
from woo.detect.fields import detect_fields
from woo.detect.headers import detect_headers
from woo.detect.iban import detect_iban
from woo.detect.letters import detect_letters
from woo.detect.meetings import detect_meetings
from woo.detect.model import detect_by_model
from woo.detect.names import detect_names
from woo.detect.offices import detect_offices
from woo.detect.phone_numbers import detect_phone
from woo.detect.reversed_names import detect_reversed
from woo.model.document import Document
from woo.model.finding import Finding

Detector = Callable[[Document], Iterable[Finding]]

DETECTORS: dict[str, Detector] = {
    "bsn": detect_bsn,
    "iban": detect_iban,
    "phone": detect_phone,
    "email": detect_email,
    "address": detect_address,
    "contacts": detect_contacts,
    "headers": detect_headers,
    "letters": detect_letters,
    "fields": detect_fields,
    "meetings": detect_meetings,
    "reversed": detect_reversed,
    "names": detect_names,
    "model": detect_by_model,
    "offices": detect_offices,
    "eponyms": detect_eponyms,
    "authors": detect_authors,
}
