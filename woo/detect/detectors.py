"""Every detector by name. To add one: a module, a line here, golden cases."""

from collections.abc import Callable, Iterable

from woo.detect.accounts import detect_accounts
from woo.detect.addresses import detect_address
from woo.detect.authors import detect_authors
from woo.detect.birth_dates import detect_birth_dates
from woo.detect.bsn import detect_bsn
from woo.detect.contacts import detect_contacts
from woo.detect.email_addresses import detect_email
from woo.detect.eponyms import detect_eponyms
from woo.detect.fields import detect_fields
from woo.detect.headers import detect_headers
from woo.detect.iban import detect_iban
from woo.detect.ip_addresses import detect_ip
from woo.detect.labelled_numbers import detect_labelled_numbers
from woo.detect.letters import detect_letters
from woo.detect.licence_plates import detect_licence_plates
from woo.detect.meetings import detect_meetings
from woo.detect.model import detect_by_model
from woo.detect.names import detect_names
from woo.detect.offices import detect_offices
from woo.detect.phone_numbers import detect_phone
from woo.detect.reversed_names import detect_reversed
from woo.detect.special_data import detect_special
from woo.detect.vat_numbers import detect_vat
from woo.model.document import Document
from woo.model.finding import Finding

Detector = Callable[[Document], Iterable[Finding]]

DETECTORS: dict[str, Detector] = {
    "bsn": detect_bsn,
    "iban": detect_iban,
    "phone": detect_phone,
    "email": detect_email,
    "address": detect_address,
    "birth_dates": detect_birth_dates,
    "labelled": detect_labelled_numbers,
    "licence_plates": detect_licence_plates,
    "vat": detect_vat,
    "ip": detect_ip,
    "accounts": detect_accounts,
    "special_data": detect_special,
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
