"""Words that a line end, a scan or wide letters took apart."""

import pytest

from tests.golden.annotated import going
from woo.detect.detect import _changes
from woo.detect.words.mended import mended

_NOISE = "De verg adering be sluit de opdr acht door te zetten en de nadr uk te le ggen. "


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("de weduwe Kooy-\nman gaf", "de weduwe Kooyman  \ngaf"),
        ("den heer Verstra-\n   ten, van", "den heer Verstraten,  \n   van"),
        ("de heer Bar-\ntels\nvan", "de heer Bartels  \nvan"),
        ("mevrouw Kroon\u00ad\nberg zegt", "mevrouw Kroonberg  \nzegt"),
        ("de heer W o l f f zegt", "de heer Wolff     zegt"),
        ("Aan: A n n e t t e", "Aan: Annette      "),
        ("mevrouw Sch0lten zegt", "mevrouw Scholten zegt"),
        ("Jol anda weet ervan", "Jolanda  weet ervan"),
        ("Mevr. lngeborg belt", "Mevr. Ingeborg belt"),
        ("adjudant Dijkst ra te Assen", "adjudant Dijkstra  te Assen"),
        ("mijn collega lnge", "mijn collega Inge"),
        ("Betr: SMlT, HOllAND", "Betr: SMIT, HOLLAND"),
        ("bij G. Noorzai\\, kamer", "bij G. Noorzai,  kamer"),
        (_NOISE + "De heer Kooi man", None),
    ],
)
def test_a_word_is_put_together(written: str, read: str | None) -> None:
    found = mended(written)
    assert found.text == read if read else found.text.endswith("Kooiman ")
    assert sorted(found.places) == list(range(len(written)))
    letters = "".join(written[place] for place in found.places)
    assert len(letters) == len(found.text)


@pytest.mark.parametrize(
    "written",
    [
        "mevrouw Jansen-\nde Vries",
        "de ex-\nminister",
        "de heer Kooi man",  # nothing else is in two here
        "ma di do, in week 4",
        "kamer1 en tel1 bij G4S",
        "stuk nr. 41",
        "lhbtiq en lkistemaker",
        "op den l4den Mei",
        "kopie aan jan-\nde.boer@x.example",
        "A B C",
    ],
)
def test_what_is_written_so_stays(written: str) -> None:
    assert mended(written).text == written
    assert list(mended(written).places) == list(range(len(written)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Verzoek toegezegd aan de weduwe Kooy-\nman gaf een glas.", "Kooy-\nman"),
        ("Gisteren belde de heer Th. Verstra-\nten over zijn vee.", "Th. Verstra-\nten"),
        ("Ik sprak de heer W o l f f hierover.", "W o l f f"),
        ("Getuige was mevrouw B0uwman uit Assen.", "B0uwman"),
    ],
)
def test_the_name_goes_as_it_is_written(text: str, name: str) -> None:
    assert name in going(text)


def test_of_a_long_text_the_lines_around_are_read_again() -> None:
    padding = "Het rapport beschrijft vier varianten van de planning.\n" * 120
    text = f"{padding}Gisteren belde de weduwe Kooy-\nman over haar vee.\n{padding}"
    assert "Kooy-\nman" in going(text)
    assert len(_changes(text, mended(text).text)) == 1
