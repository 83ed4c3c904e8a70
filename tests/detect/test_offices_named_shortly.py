"""Offices in few words: in the press, in lists of guests, in capitals; and what is no office."""

import pytest

from tests.detect.test_once_wrong import gone


@pytest.mark.parametrize(
    "text",
    [
        "Genodigden\n1. Liesbeth Grevers, wethouder Deventer – ja\n2. zaal 3",
        "Buiten stond stikstofminister Van der Wal te wachten.",
        "BBB-lijsttrekker Abel Kooistra vond de toon prima.",
        'RAADSLID DE HOOP: "IK STOP NIET"',
        "VOORZITTER MEIJERINK: U heeft drie minuten, gaat uw gang.",
        # A surname that ministers and members have, and few others, where they are spoken of.
        "Beckerman komt met een motie, mede ondertekend door Nijboer.",
        "DG Volkshuisvesting en Bouwen: Chris Kuijpers",
    ],
)
def test_who_holds_it_stays(text: str) -> None:
    assert gone(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # The heading below a name is the next one's.
        ("Ontvangst Joke van der Meij\nDG Volkshuisvesting: Chris Kuijpers", "Joke van der Meij"),
        ("Zitting bezwaarschriftencommissie\nVOORZITTER Egberts-Luth: Bezwaar 23.", "Egberts-Luth"),
        ("Mies Bakker, wethouder Post en Karel Smit waren er.", "Mies Bakker"),
        # Of a name that thousands have the network must be surer.
        ("Op 3 maart belden Remkes en De Vries met de bewoner over de motie.", "De Vries"),
    ],
)
def test_who_holds_none_goes(text: str, name: str) -> None:
    assert name in gone(text)
