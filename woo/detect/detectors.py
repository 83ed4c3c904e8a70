"""Every detector by name. To add one: a module, a line here, golden cases."""

from collections.abc import Callable, Iterable

from woo.detect.addresses import detect_address
from woo.detect.authors import detect_authors
from woo.detect.birth_dates import detect_birth_date
from woo.detect.bsn import detect_bsn
from woo.detect.care_numbers import detect_care_number
from woo.detect.contacts import detect_contacts
from woo.detect.councils import detect_councils
from woo.detect.email_addresses import detect_email
from woo.detect.eponyms import detect_eponyms
from woo.detect.fields import detect_fields
from woo.detect.file_names import detect_file_names
from woo.detect.headers import detect_headers
from woo.detect.iban import detect_iban
from woo.detect.identity_documents import detect_identity_document
from woo.detect.initials import detect_initials
from woo.detect.ip_addresses import detect_ip_address
from woo.detect.letters import detect_letters
from woo.detect.licence_plates import detect_licence_plate
from woo.detect.meetings import detect_meetings
from woo.detect.model import detect_by_model
from woo.detect.monograms import detect_monograms
from woo.detect.names import detect_names
from woo.detect.offices import detect_offices
from woo.detect.personnel_numbers import detect_personnel_number
from woo.detect.phone_numbers import detect_phone
from woo.detect.reversed_names import detect_reversed
from woo.detect.social_profiles import detect_social_profile
from woo.detect.special import detect_special
from woo.detect.tables import detect_tables
from woo.detect.titled_names import detect_titled
from woo.detect.usernames import detect_username
from woo.detect.v_numbers import detect_v_number
from woo.detect.vat_numbers import detect_vat_number
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
    "meetings": detect_meetings,
    "file_names": detect_file_names,
    "initials": detect_initials,
    "monograms": detect_monograms,
    "reversed": detect_reversed,
    "tables": detect_tables,
    "names": detect_names,
    "titled": detect_titled,
    "model": detect_by_model,
    "offices": detect_offices,
    "councils": detect_councils,
    "eponyms": detect_eponyms,
    "authors": detect_authors,
}
