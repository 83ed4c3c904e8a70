"""Every detector by name. To add one: a module, a line here, golden cases."""

from collections.abc import Callable, Iterable

from woo.detect.contacts.addresses import detect_address
from woo.detect.contacts.contacts import detect_contacts
from woo.detect.contacts.email_addresses import detect_email
from woo.detect.contacts.phone_numbers import detect_phone
from woo.detect.contacts.social_profiles import detect_social_profile
from woo.detect.contacts.usernames import detect_username
from woo.detect.layout.chats import detect_chats
from woo.detect.layout.fields import detect_fields
from woo.detect.layout.file_names import detect_file_names
from woo.detect.layout.headers import detect_headers
from woo.detect.layout.initials import detect_initials
from woo.detect.layout.keyed_values import detect_keyed
from woo.detect.layout.letters import detect_letters
from woo.detect.layout.meetings import detect_meetings
from woo.detect.layout.monograms import detect_monograms
from woo.detect.layout.reversed_names import detect_reversed
from woo.detect.layout.tables import detect_tables
from woo.detect.networks.model import detect_by_model
from woo.detect.numbers.birth_dates import detect_birth_date
from woo.detect.numbers.bsn import detect_bsn
from woo.detect.numbers.care_numbers import detect_care_number
from woo.detect.numbers.iban import detect_iban
from woo.detect.numbers.identity_documents import detect_identity_document
from woo.detect.numbers.ip_addresses import detect_ip_address
from woo.detect.numbers.licence_plates import detect_licence_plate
from woo.detect.numbers.personnel_numbers import detect_personnel_number
from woo.detect.numbers.v_numbers import detect_v_number
from woo.detect.numbers.vat_numbers import detect_vat_number
from woo.detect.offices.councils import detect_councils
from woo.detect.offices.offices import detect_offices
from woo.detect.prose.beside_names import detect_beside
from woo.detect.prose.names import detect_names
from woo.detect.prose.titled_names import detect_titled
from woo.detect.special.special import detect_special
from woo.detect.things.authors import detect_authors
from woo.detect.things.eponyms import detect_eponyms
from woo.model.document import Document
from woo.model.finding import Finding

Detector = Callable[[Document], Iterable[Finding]]

DETECTORS: dict[str, Detector] = {
    "bsn": detect_bsn,
    "iban": detect_iban,
    "phone": detect_phone,
    "email": detect_email,
    "address": detect_address,
    "birth_date": detect_birth_date,
    "licence_plate": detect_licence_plate,
    "identity_document": detect_identity_document,
    "v_number": detect_v_number,
    "personnel_number": detect_personnel_number,
    "vat_number": detect_vat_number,
    "care_number": detect_care_number,
    "username": detect_username,
    "social_profile": detect_social_profile,
    "ip_address": detect_ip_address,
    "special": detect_special,
    "contacts": detect_contacts,
    "headers": detect_headers,
    "letters": detect_letters,
    "fields": detect_fields,
    "keyed": detect_keyed,
    "meetings": detect_meetings,
    "chats": detect_chats,
    "file_names": detect_file_names,
    "initials": detect_initials,
    "monograms": detect_monograms,
    "reversed": detect_reversed,
    "tables": detect_tables,
    "names": detect_names,
    "titled": detect_titled,
    "beside": detect_beside,
    "model": detect_by_model,
    "offices": detect_offices,
    "councils": detect_councils,
    "eponyms": detect_eponyms,
    "authors": detect_authors,
}
