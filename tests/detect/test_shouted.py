"""Names in capitals among small letters are read as they are written elsewhere."""

import pytest

from tests.golden.annotated import going
from woo.detect.words.shouted import without_shouting


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ik sprak JAN DE VRIES bij de balie.", "Ik sprak Jan de Vries bij de balie."),
        ("met de heren SMIT en VAN DE LAAR erbij", "met de heren SMIT en Van de Laar erbij"),
        ("werd door ZOHRA gezien bij de winkel", "werd door Zohra gezien bij de winkel"),
        # An office, a system with the name of a flower, a town, a word, and a heading.
        ("bij de VNG en in het systeem IRIS stond", "bij de VNG en in het systeem IRIS stond"),
        ("in ROTTERDAM is geen BAKKER meer over", "in ROTTERDAM is geen BAKKER meer over"),
        ("VERTROUWELIJK VERSLAG ZOHRA JANSEN", "VERTROUWELIJK VERSLAG ZOHRA JANSEN"),
    ],
)
def test_what_is_read(written: str, read: str) -> None:
    assert without_shouting(written) == read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De verdachte werd door ZOHRA gezien bij de supermarkt.", ["ZOHRA"]),
        ("Ik sprak JAN DE VRIES bij de balie van het huis.", ["JAN DE VRIES"]),
        ("In het systeem IRIS en bij de VNG stond niets over de zaak.", []),
        ("Voor gezien, w.g. K.J.Timmer", ["K.J.Timmer"]),
        ("mevrouw Şahin en de heer Wałęsa belden", ["Şahin", "Wałęsa"]),
    ],
)
def test_who_goes(text: str, names: list[str]) -> None:
    assert going(text) == names
