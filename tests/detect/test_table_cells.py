"""Names and offices in tables: each cell is by itself, and a column belongs to its heading."""

import re

import pytest

from tests.detect.test_who_stays import holders_in
from tests.golden.annotated import find_all, goes, going
from woo.detect.layout.columns import cells_below
from woo.detect.layout.tables import detect_tables
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category

_MEMBERS = """Kamerlid|Fractie|Onderwerp|Beantwoorder
Bushoffer|GroenLinks-PvdA|ijzeren voorraad|Bilal
Paulsmo|D66|preferentiebeleid|Gwen
Van Dijk|SGP|magistrale bereiding|Marloes
"""


def test_a_name_ends_with_its_cell_and_its_row() -> None:
    found = find_all(_MEMBERS)
    going = {f.text for f in found if goes(f.category, f.role)}
    assert going == {"Bilal", "Gwen", "Marloes"}
    staying = {f.text for f in found if f.category is Category.PERSON} - going
    assert staying >= {"Bushoffer", "Paulsmo", "Van Dijk"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Functie | Naam | Aanwezig\nMinister van Financiën | Wopke Bakkerman | ja\n"
            "Directeur | Kees Pronk | ja",
            ["Wopke Bakkerman"],
        ),
        ("9 | Secretaris | A. Bos\n10 | Minister | M. Agemaar | w.g.", ["M. Agemaar"]),
        ("Naam;functie;telefoon\nJ. Smit;wethouder financiën;0612345678", ["J. Smit"]),
        ("Naam;functie\nSmit, Jan;wethouder;12", ["Jan"]),
        ("Nr | Van | Aan\n1 | K. Vos | minister\n2 | J. Pieters | Minister van VWS", []),
        ("Nr;Afzender;Ontvanger\n1;K. Vos;wethouder\n2;Els Bosman;burgemeester", []),
        ("1 | K. Vos | wethouder belt terug | ja", []),
    ],
)
def test_an_office_in_the_next_cell(text: str, expected: list[str]) -> None:
    assert holders_in(text) == expected


def test_who_wrote_to_a_minister_goes_whatever_the_model_says() -> None:
    found = find_all("Nr | Van | Aan\n1 | K. Vos | minister\n2 | M. de Groot | Minister van VWS")
    assert {"K. Vos", "M. de Groot"} <= {f.text for f in found if goes(f.category, f.role)}


def test_a_table_goes_on_over_the_page() -> None:
    text = "Nr|Actie|Wie\n1|bellen|Jan\n\fpagina 2\n2|mailen|Piet\n"
    spans = cells_below(text, _heading("wie"))
    assert [text[start:end] for start, end in spans] == ["Jan", "Piet"]


def test_of_a_row_with_an_empty_cell_every_cell_may_be_meant() -> None:
    text = "Naam|Status|Bijzonderheden|Paraaf\nA. Bos|aanwezig|halal|AB\nC. Dik|aanwezig|CD\n"
    spans = cells_below(text, _heading("paraaf"))
    assert [text[start:end] for start, end in spans] == ["AB", "CD"]


def test_of_such_a_row_none_is_taken_for_an_office_holder() -> None:
    text = "Nr|Behandelaar|Kamerlid|Onderwerp\n1|Gwen|Bos|a\n2|Marloes|melding bij Lareb\n"
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))
    holders = {f.text for f in detect_tables(document) if not goes(f.category, f.role)}
    assert holders == {"Bos"}


def _heading(word: str) -> re.Pattern[str]:
    return re.compile(rf"{word}(?=$|[|\n])")


def test_in_a_list_of_people_every_address_is_somebodys() -> None:
    text = (
        "nr | datum | naam | adres\n1 | 1-2 | Jan Bakker | Dorpsstraat 1\n"
        "2 | 1-2 | Els Vos | De Brink 3\n3 | 1-2 | Piet Smit | De Brink 5\n"
        "4 | 1-3 | Gebr. Tuin | Kanaal Noordzijde 102\n"
    )
    going = {f.text for f in find_all(text) if f.category is Category.ADDRESS}
    assert "Kanaal Noordzijde 102" in going


def test_a_parcel_of_land_is_no_number_of_somebody() -> None:
    found = find_all("Klopt het dat perceel Holthees H 1423 via de grondbank loopt?")
    assert [f.text for f in found if f.category is not Category.PERSON] == []


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("<voorl>M.T.</voorl><tussen/><achter>Kowalczyk</achter>", "M.T."),
        ("<vrz:Naam>Noorlander</vrz:Naam><vrz:Vl>T.P.</vrz:Vl>", "T.P."),
        ("Achternaam,Tsv,Init,Telefoon\nAssendelft,,K.L.,0255519204\nBerg,van den,M.,", "K.L."),
    ],
)
def test_the_letters_of_a_name_have_a_column_or_tag_of_their_own(text: str, letters: str) -> None:
    assert letters in going(text)
