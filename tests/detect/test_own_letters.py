"""Letters in brackets behind the name of which they are the initials."""

import pytest

from woo.detect.words.own_letters import letters_below, own_letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Aanw.: Marit Verbruggen (MV, vz) en anderen", ["MV"]),
        ("Pleun Dijkgraaf-Ramaker (PDR), Gerda Otten (GO, notulen)", ["PDR", "GO"]),
        ("Jan van Leeuwe (JvL)", ["JvL"]),
        ("Afw.: Marciano \nSedney (ms)", ["ms"]),
        ("de Wet open overheid (Woo) en Natuur en Milieu (NM)", []),
        ("Roelof Bleker (RB, ged.)", []),  # he holds an office
    ],
)
def test_initials_of_the_name_before(text: str, letters: list[str]) -> None:
    assert [match["letters"] for match in own_letters(text)] == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("EenK – P. Kamerling\n\nPK 4-12\n\nWJZ\n", ["PK"]),
        ("Femke van der Wal\nFvdW\n", ["FvdW"]),
        ("Gezien door\nP. Kamerling\nOCW\n", []),
        ("Wet open overheid\nWOO\n", []),
    ],
)
def test_initials_below_the_name(text: str, letters: list[str]) -> None:
    assert list(letters_below(text)) == letters
