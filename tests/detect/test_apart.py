"""Names, addresses and numbers whose halves stand on two lines or somewhat apart."""

import pytest

from tests.golden.annotated import going
from woo.detect.words.mended import mended


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("met adviseur Mounir\nChaara. De", "met adviseur Mounir Chaara.\nDe"),
        ("Door S. van\n> Hintum, IB", "Door S. van Hintum,\n> IB"),
        ("mevr van\nDrunen, die", "mevr van Drunen,\ndie"),
        ("nr 36 Zoutewelle,\nI. op", "nr 36 Zoutewelle, I.\nop"),
        ("en Fatiha  El Idrissi ja", "en Fatiha El Idrissi  ja"),
        ("woont Rielerweg\n120, Deventer", "woont Rielerweg 120,\nDeventer"),
        ("Zijweg 210,\nAmsterdam) kreeg", "Zijweg 210, Amsterdam)\nkreeg"),
        ("boeren Hoekstra-\nVisser en", "boeren Hoekstra-Visser \nen"),
        ("dienstnr 141-008-\n22, een", "dienstnr 141-008-22, \neen"),
        ("op NL91 ABNA\n  0417 1643 00 ja", "op NL91 ABNA 0417 1643 00\n  ja"),
        ("dhr. JANSEN en Sofie BAKKER zijn er", "dhr. Jansen en Sofie Bakker zijn er"),
        ("volgens @Jan is het klaar", "volgens  Jan is het klaar"),
        ("de heer Jansen3 stelt", "de heer Jansen  stelt"),
    ],
)
def test_halves_come_together(written: str, read: str) -> None:
    found = mended(written)
    assert found.text == read
    assert len(found.places) == len(written)


@pytest.mark.parametrize(
    "written",
    [
        "Beste Jan\nMorgen ga ik",
        "vergadering van de\nKamer",
        "Bakker, P.     Damen",
        "3. Kerkstraat\n4. Houtsnip",
        "lijn Markt\t31\tBergen",
        "systeem IRIS en de heer",
        "Jan Bos\nPiet Vis",
        "Groeten, Karin\nSlachthuis De Lage Kamp",
        "beleids-\nMaker",
    ],
)
def test_what_stands_apart_stays_apart(written: str) -> None:
    assert mended(written).text == written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Tijdens het gesprek waren ook de bewoners aanwezig, onder wie Mounir\n"
            "Chaara en zijn buurvrouw. Zij vragen om een nieuw onderzoek.",
            "Mounir\nChaara",
        ),
        (
            "> De bezwaren zijn besproken met de gemachtigde, mevrouw S. van\n"
            "> Hintum, die nadere stukken toezegde.",
            "S. van\n> Hintum",
        ),
        (
            "De wethouder, Van Aalderen, zegt dat het budget\nvan volgend jaar op is.\n"
            "Wij vragen 400 euro. De penningmeester,\nKhadija Oosterveld, heeft een begroting\n"
            "bijgevoegd.",
            "Khadija Oosterveld",
        ),
    ],
)
def test_a_name_over_a_line_end_goes(text: str, name: str) -> None:
    assert any(name in one for one in going(text))


def test_a_thing_over_a_line_end_is_not_half_somebody() -> None:
    text = (
        "Over raadsleden weten we veel, over de balie bijna niets. De Commissie-\nRemkes noemde ze."
    )
    assert going(text) == []
