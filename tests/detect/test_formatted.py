"""Numbers, dates and names that have a form or a label of their own."""

import pytest

from woo.detect.detectors import DETECTORS
from woo.detect.numbers.day_patterns import EXPECTED_DATE
from woo.detect.numbers.vat_numbers import passes_mod_97
from woo.detect.rare import lowered
from woo.model.document import Document, DocumentKind
from woo.model.finding import Role
from woo.reference.handles import is_organisation


def found(detector: str, text: str) -> list[str]:
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    return sorted({one.text for one in DETECTORS[detector](document)})


def roles(detector: str, text: str) -> set[Role]:
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    return {one.role for one in DETECTORS[detector](document)}


@pytest.mark.parametrize(
    "written",
    [
        "3-4-1962",
        "03.04.62",
        "3/4/'62",
        "1962-04-03",
        "3 april 1962",
        "3 apr. 1962",
        "3 - 4 - 1962",
        "19620403",
        "03 04 62",
        "drie april negentienhonderdtweeënzestig",
        "O3-O4-l962",
        "April 3, 1962",
    ],
)
def test_every_way_to_write_a_date_of_birth(written: str) -> None:
    assert EXPECTED_DATE.fullmatch(written)
    assert found("birth_date", f"Zij is geboren op {written}.") == [written]
    assert found("birth_date", f"Het overleg was op {written}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "geboren op of na 1 januari 2004",
        "vóór 1 januari 2004 geboren",
        "geboren op 1 januari 2004 of later",
        "Hij is geboren. Op 1 januari 2004 begon het",
    ],
)
def test_a_date_in_a_rule_is_nobodys_birthday(text: str) -> None:
    assert found("birth_date", text) == []


def test_a_list_of_names_with_dates_far_apart_holds_dates_of_birth() -> None:
    rows = "Zwaagstra, Sietske  {}\nMeulendijks, Wout  {}\n"
    assert len(found("birth_date", rows.format("1-2-1951", "3-4-1988"))) == 2
    assert found("birth_date", rows.format("1-2-2021", "3-4-2022")) == []


@pytest.mark.parametrize(
    "plate",
    [
        "XS-12-34",
        "12-34-XS",
        "12-XS-34",
        "XS-12-VT",
        "XS-VT-12",
        "12-XS-VT",
        "12-XSV-3",
        "1-XSV-23",
        "XS-123-V",
        "X-123-VT",
        "XSV-12-T",
        "X-12-VTS",
        "1-XS-234",
        "123-XS-4",
    ],
)
def test_all_fourteen_sidecodes(plate: str) -> None:
    assert found("licence_plate", f"Daar staat {plate}.") == [plate]
    glued = plate.replace("-", "")
    assert found("licence_plate", f"kenteken {glued.lower()}") == [glued.lower()]
    assert found("licence_plate", f"Daar staat {glued}.") == []
    assert found("licence_plate", f"zaaknummer {plate}") == []


def test_letters_that_no_plate_has() -> None:
    assert found("licence_plate", "Zie AE-123-O en 1-MRT-24.") == []


@pytest.mark.parametrize(
    ("detector", "text", "number"),
    [
        ("identity_document", "paspoort nr. XR5KD0712", "XR5KD0712"),
        ("identity_document", "met nummer XR5KD0712 op tafel", "XR5KD0712"),
        ("identity_document", "rijbewijsnummer: 4729103366", "4729103366"),
        ("v_number", "vreemdelingennummer 2871234567", "2871234567"),
        ("personnel_number", "medewerkernummer 004512", "004512"),
        ("care_number", "BIG-nummer 19049871201", "19049871201"),
        ("care_number", "AGB 01024611", "01024611"),
        ("ip_address", "vanaf 84.26.113.207 ingelogd", "84.26.113.207"),
        ("ip_address", "vanaf 2001:db8::6f ingelogd", "2001:db8::6f"),
        ("social_profile", "zie www.linkedin.com/in/wout-m.", "www.linkedin.com/in/wout-m"),
        ("username", "inlognaam is woutm", "woutm"),
        ("username", "(account: w_meul)", "w_meul"),
        ("username", "UNLOCK by=adm-wmeulstra reason=1", "adm-wmeulstra"),
        ("username", '{"behandelaar": "wmeulstra"}', "wmeulstra"),
        ("username", "sudo: wmeulstra : TTY=pts/2", "wmeulstra"),
        ("v_number", "V-nr.: V 3011184072", "V 3011184072"),
        ("bsn", '<b naam="Jo" bsn="409122873"/>', "409122873"),
        ("bsn", "BSN van verzekerde (201447883)", "201447883"),
        ("care_number", "Cliëntnr       C-0077184", "C-0077184"),
        ("care_number", "patiëntnummer: 7712093", "7712093"),
        ("care_number", "dossier cliënt CL-0044871 niet", "CL-0044871"),
        ("personnel_number", "door verbalisant TBL-5518, van", "TBL-5518"),
        ("address", "huis, Molenallee 6b", "Molenallee 6b"),
        ("username", "door gebruiker wachtd_gbs.", "wachtd_gbs"),
        ("personnel_number", "tolk, Rbtv-nr 20471", "20471"),
        ("identity_document", "vaarbewijs 1100482213", "1100482213"),
        ("phone", "TEL;TYPE=CELL:+31 6 20 55 81 349", "+31 6 20 55 81 349"),
        ("phone", "verpleegkundige, sein 2047", "2047"),
        ("email", "mail m.meul©minvws.nl", "m.meul©minvws.nl"),
        ("email", "vraag p_meul@klant, die", "p_meul@klant"),
        ("email", "mail m.meul@ minvws. nl", "m.meul@ minvws. nl"),
        ("address", "adres 8911 KR 17", "8911 KR 17"),
        ("address", "wonende te Meddo, Goordiek 3", "te Meddo, Goordiek 3"),
        ("address", "naar Zeebries 144/0302, 8660 De Panne.", "Zeebries 144/0302, 8660 De Panne"),
        (
            "address",
            "Bentheimer Str. 27b, D-48529 Nordhorn",
            "Bentheimer Str. 27b, D-48529 Nordhorn",
        ),
        ("birth_date", "uw patiënt B. Kaplan (m), 23-08-1958,", "23-08-1958"),
        ("birth_date", "Geboren: 30|08|1969 te Eys", "30|08|1969"),
    ],
)
def test_behind_its_label(detector: str, text: str, number: str) -> None:
    assert found(detector, text) == [number]


@pytest.mark.parametrize(
    ("detector", "text"),
    [
        ("identity_document", "bestelnummer XR5KD0712"),
        ("identity_document", "nummer XO5KD0712"),
        ("v_number", "op 2871234567 euro"),
        ("personnel_number", "project P104512"),
        ("care_number", "nummer 19049871201"),
        ("ip_address", "versie 84.26.113.207"),
        ("ip_address", "paragraaf 3.1.2.4"),
        ("ip_address", "84.26.113.256"),
        ("social_profile", "zie www.linkedin.com/company/wout"),
        ("username", "uw account is verlopen"),
        ("username", "@channel let op"),
        ("special", "Kanker komt vaak voor."),
        ("username", "uitgevoerd: service=webserver mode=onderhoud"),
        ("phone", "zaak 05-118823-21 op de zitting"),
        ("phone", "bel bij brand tst 112"),
        ("care_number", "de zorg kost 118820 euro"),
    ],
)
def test_what_only_looks_like_it(detector: str, text: str) -> None:
    assert found(detector, text) == []


def test_values_below_a_heading() -> None:
    for separator in ("|", ";", "\t", "      "):
        table = "\n".join(
            separator.join(row) for row in (["naam", "v-nummer"], ["rij", "290.662.7718"])
        )
        assert found("v_number", table) == ["290.662.7718"]


def test_the_btw_id_of_a_legal_entity_stays() -> None:
    assert roles("vat_number", "Zandwerk B.V., btw NL853746333B01") == {Role.FUNCTIONAL}
    assert roles("vat_number", "NL001234567B11 van de kapper") == {Role.UNKNOWN}


def test_two_check_digits_in_a_hundred_fit_a_new_btw_id() -> None:
    passing = [last for last in range(100) if passes_mod_97(f"123456789{last:02d}")]
    assert 1 <= len(passing) <= 2


@pytest.mark.parametrize("handle", ["gemeente_ede", "NVWA_nl", "MinVWS", "politie"])
def test_handles_of_organisations(handle: str) -> None:
    assert is_organisation(handle)
    assert roles("username", f"volg @{handle}") == {Role.FUNCTIONAL}


def test_offsets_survive_lower_case() -> None:
    assert len(lowered("İX" * 9)) == 18


@pytest.mark.parametrize(
    "address",
    [
        *("redactie.wopkema@krant.example", "service@gmail.com", "j.kamer@minvws.nl", "jan@rvo.nl"),
        *("info@atelierwillemijnvanoijen.nl", "info@saskiadevriescoaching.nl"),
        "gemeentesecretaris.kuurstra@noarderlannen.nl",
    ],
)
def test_somebodys_own_mailbox(address: str) -> None:
    assert Role.FUNCTIONAL not in roles("email", f"mail {address} vandaag")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("e.c.roozendaal@rechtspraak\n-vb.nl of bel", "e.c.roozendaal@rechtspraak\n-vb.nl"),
        ("Aan: kvdmeij@ randweg-\nadvies.nl", "kvdmeij@ randweg-\nadvies.nl"),
        ("heeft l.vanroon\n> @hhr-vb.nl het", "l.vanroon\n> @hhr-vb.nl"),
        ("m.elh@ omgevingsdienst-ijm\nond.nl", "m.elh@ omgevingsdienst-ijm\nond.nl"),
    ],
)
def test_an_address_that_a_line_breaks(text: str, address: str) -> None:
    assert address in found("email", text)


@pytest.mark.parametrize("address", ["redactie@krant.example", "griffie.utrecht@utrecht.nl"])
def test_the_mailbox_of_an_office(address: str) -> None:
    assert roles("email", f"mail {address} vandaag") == {Role.FUNCTIONAL}


def test_a_handle_with_a_first_name_is_somebodys() -> None:
    assert roles("username", "vraag @wietske_nl of @gemeente_nl") == {Role.UNKNOWN, Role.FUNCTIONAL}


def test_care_numbers_below_headings_with_an_underscore() -> None:
    assert found("care_number", "naam;agb_code;plaats\nPraktijk;01024611;Ede") == ["01024611"]
