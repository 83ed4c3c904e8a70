"""Numbers and addresses as people, systems and text recognition write them, one form at a time."""

import pytest

from tests.golden.annotated import find_all, goes


def left_of(text: str, written: str) -> str:
    """The letters and digits of ``written`` that no finding that goes covers."""
    start = text.index(written)
    places = set(range(start, start + len(written)))
    for one in find_all(text):
        if goes(one.category, one.role):
            places -= set(range(one.start, one.end))
    return "".join(text[place] for place in sorted(places) if text[place].isalnum())


@pytest.mark.parametrize(
    "address",
    [
        "jan punt jansen apenstaartje minvws punt nl",
        "jan (punt) jansen (apestaart) live.nl",
        "jjansen(a)ziggo.nl",
        "j.jansen_at_minvws.nl",
        "jansen@@minvws.nl",
        "j. jansen@minvws.nl",
        "jan-jansen@live nl",
        "j.jansen©minvws.nl",
        "j.jansen@minvws,nl",
    ],
)
@pytest.mark.parametrize("sentence", ["Stuur het naar {}, dan kijk ik.", "E-mail: {}"])
def test_mailbox(sentence: str, address: str) -> None:
    assert left_of(sentence.format(address), address) == ""


@pytest.mark.parametrize("number", ["06—12345678", "O6-12345678", "06-l2345678", "06_12345678"])
@pytest.mark.parametrize("sentence", ["Bel me op {} als het moet.", "Jan de Vries, {}"])
def test_telephone(sentence: str, number: str) -> None:
    assert left_of(sentence.format(number), number) == ""


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("Hij rijdt in een grijze Golf, TP 84 VR, en parkeert hier.", "TP 84 VR"),
        ("de witte bus (HB.582.N) van mijn buurman", "HB.582.N"),
        ("| Jan de Vries | 62-tbf-8 | Opel |", "62-tbf-8"),
        ("| Jan de Vries | GHP26T | Opel |", "GHP26T"),
    ],
)
def test_plate_beside_a_vehicle(text: str, plate: str) -> None:
    assert left_of(text, plate) == ""


def test_a_flight_is_no_plate() -> None:
    text = "Taxi naar Schiphol, KL1701 vertrekt om 9.00."
    assert left_of(text, "KL1701") == "KL1701"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mijn postcode is 1234AB12 en ik heb overlast.", "1234AB12"),
        ("Naam: P. Bakker\nKerkstraat 3\nPostcode: 1234 ab", "1234 ab"),
        ("| P. Bakker | 2e Weteringdwarsstraat 8 | Zwolle |", "2e Weteringdwarsstraat 8"),
        ("J. de Vries, Parallelweg Zuid 12, Utrecht", "Parallelweg Zuid 12"),
        ("Boven de waarde: Thorbeckeplein 31 (fam. Özkan) en de school.", "Thorbeckeplein 31"),
    ],
)
def test_address(text: str, written: str) -> None:
    assert left_of(text, written) == ""


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("geb. 120381 te Gouda", "120381"),
        ("J. de Vries (12-03-81) is verhuisd.", "12-03-81"),
        ("J. de Vries (12 maart '81) is verhuisd.", "12 maart '81"),
        ("Kinderen\nIlyas (22-11-2007), Nour (2011-03-15)", "2011-03-15"),
    ],
)
def test_birth_date(text: str, date: str) -> None:
    assert left_of(text, date) == ""


def test_a_motion_and_a_fire_engine_have_numbers_of_nobody() -> None:
    text = "Motie-Ceder (31066-1520). Wagen 26-8131 en wagen 26-2231 zijn ter plaatse."
    assert left_of(text, "31066-1520") == "310661520"
    assert left_of(text, "26-8131") == "268131"
