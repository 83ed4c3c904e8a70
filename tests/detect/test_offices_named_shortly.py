"""Offices in few words: in the press, in lists of guests, in capitals; and what is no office."""

import pytest

from tests.detect.test_once_wrong import gone
from tests.golden.annotated import going


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Who writes a log: by letters, or by a code of the control room.
        (
            "08-10-2020 10:15 tvl  Gebeld, geen gehoor.\n08-10-2020 10:52 tvl  Mail gestuurd.",
            ["tvl", "tvl"],
        ),
        (
            "22:31:07 C118 Melder aan de lijn\n22:31:40 C118 adres bekend\n22:32:15 C118 ambu weg",
            ["C118"] * 3,
        ),
        ("gezien:  SMU            dossier:  ja", ["SMU"]),
        # No user, no day and no unit.
        ("00:14:02 voorzitter: welkom\n00:16:48 voorzitter: wilt u afronden\n00:17:05 ja: ja", []),
        ("Steller: zie kop. Gezien: PSG.", []),
    ],
)
def test_who_writes_in_few_signs(text: str, names: list[str]) -> None:
    assert going(text) == names
