"""Mayors, senators and heads of bodies stay; who is called so by chance goes."""

import pytest

from tests.golden.annotated import find_all, goes
from woo.detect.offices.further_holders import _SPEAKS, _TITLES, further_holders_in
from woo.reference.office_holders import further_holders
from woo.reference.tables import load_table


def _goes(text: str, name: str) -> bool:
    return any(name in f.text for f in find_all(text) if goes(f.category, f.role))


@pytest.mark.parametrize(
    ("text", "name", "stays"),
    [
        ("Ik sprak Tjapko Poppens over de fietsbrug.", "Poppens", True),
        ("Ik sprak Tjapko Poppens-Ruig over de fietsbrug.", "Poppens-Ruig", False),
        ("Ik sprak mevrouw L. Poppens over de fietsbrug.", "Poppens", False),
        # Many are called so: only beside the office.
        ("Burgemeester was toen Hans Janssen, die het verbood.", "Janssen", True),
        ("Mijn buurman Hans Janssen heeft zijn schutting verzet.", "Janssen", False),
        ("Hans Janssen van de gemeente Oisterwijk belde mij op.", "Janssen", False),
        ("In de Eerste Kamer vroeg Arjan Vliegenthart (SP) ernaar.", "Vliegenthart", True),
        ("Onze klusjesman Arjan Vliegenthart komt om tien uur.", "Vliegenthart", False),
        ("De korpschef, toen nog Henk van Essen, tekende.", "Essen", True),
        ("Gisteren kwam Henk van Essen de ketel repareren.", "Essen", False),
    ],
)
def test_who_held_an_office(text: str, name: str, *, stays: bool) -> None:
    assert _goes(text, name) is not stays


@pytest.mark.parametrize(
    "text",
    [
        "De burgemeester van Deventer kwam. Heidema sprak ons toe.",
        "De burgemeester van Drechterland heeft het verbod opgelegd. Betrokkene Pijl is in beroep.",
        "Betrokkene Jan van Belzen heeft geen identiteitsbewijs.",
        "Leerling Mohammed Chahim heeft verzuimd.",
        "Verzoekster Marijke Vos heeft beroep ingesteld tegen het besluit van de minister.",
        "Aanvrager Peter Oskam (burgemeester in kennis gesteld) krijgt een uitkering.",
        "Medewerker Gerard Renkema heeft het stuk aan de burgemeester voorgelegd.",
        "Aan: burgemeester\nVan: Theo Bouwman\nOnderwerp: fractie SP",
    ],
)
def test_who_is_named_in_another_quality_goes(text: str) -> None:
    assert list(further_holders_in(text)) == []


def test_each_table_has_words_that_speak_of_its_office() -> None:
    assert {one.kind for one in further_holders()} <= set(_SPEAKS)
    assert set(_TITLES) <= {one.place for one in further_holders()}


def test_nobody_stands_twice_with_one_office() -> None:
    for kind in _SPEAKS:
        if kind in {"bodies", "ministries"}:
            continue  # somebody may have led a body after being a member of it
        held = [one for one in further_holders() if one.kind == kind]
        assert len(set(held)) == len(held)


def test_a_row_has_a_whole_name_and_years_in_order() -> None:
    for places in load_table("further_holders").values():
        for rows in places.values():
            for name, *_, first, last in rows:
                assert " " in name
                assert last == 0 or 1945 < first <= last
