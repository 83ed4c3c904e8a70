import json
import os
from pathlib import Path

import pytest

from woo.errors import InputError
from woo.model.record import DocumentType
from woo.reference import diwoo
from woo.reference.organisations import all_organisations, organisation

LISTS = Path(__file__).parents[3] / "shared/reference/diwoo/diwoo-lijsten-0.9.8.json"
NAMES = {
    "informatiecategorie": "informatiecategorielijst",
    "documentsoort": "documentsoortlijst",
    "soortHandeling": "soorthandelinglijst",
    "role": "documentrelatielijst",
    "language": "taallijst",
    "format": "formatlijst",
    "redenVerwijderingVervanging": "redenverwijderingvervanginglijst",
}


@pytest.mark.parametrize("element", [*NAMES, "publisher"])
def test_our_values_are_the_official_ones(element: str) -> None:
    if not LISTS.exists():
        assert os.environ.get("CI") != "true", "the official value lists are needed here"
        pytest.skip("the official value lists are not on this machine")
    lists = json.loads(LISTS.read_text("utf-8"))
    kinds = [NAMES[element]] if element in NAMES else [name for name in lists if name in ORGANISED]
    official = {one["uri"]: one["label"].strip() for kind in kinds for one in lists[kind]["values"]}
    ours = diwoo.value_list(element)
    assert ours.items() <= official.items()
    # Papiamento and Papiamentu are the only ones left out.
    assert len(official) - len(ours) == (2 if element == "language" else 0)


ORGANISED = {
    "collijst",
    "gemeentelijst",
    "ministerielijst",
    "provincielijst",
    "oorglijst",
    "solijst",
    "waterschapslijst",
    "zbolijst",
}


@pytest.mark.parametrize("name", ["BZK", "bzk", "mnre1034", "MINISTERIE van " + "Defensie"])
def test_an_organisation_is_found_by_short_name_code_or_name(name: str) -> None:
    assert organisation(name).label.startswith("ministerie van ")


def test_organisations_other_than_ministries_are_known() -> None:
    uri = "https://identifier.overheid.nl/tooi/id/gemeente/gm0363"
    assert organisation("gemeente Amsterdam").uri == organisation("gm0363").uri == uri
    assert len(all_organisations()) > 1300


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("BSK", "Bedoelt u BZK"),
        ("gemeente Amsterdan", "Bedoelt u gemeente Amsterdam"),
        ("zzzz", "Ministeries: AZ, AenM"),
        ("ministerie van Economische Zaken", "Kies uit: mnre1040, mnre1045"),
    ],
)
def test_an_unknown_organisation_is_answered_with_the_nearest(name: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        organisation(name)


def test_there_are_eighteen_categories() -> None:
    assert list(diwoo.categories()) == [f"{number:03d}" for number in range(1, 19)]
    assert diwoo.category("014").label == "Woo-verzoeken en -besluiten"
    with pytest.raises(InputError, match=r"014 \(Woo-verzoeken en -besluiten\)"):
        diwoo.category("14")


@pytest.mark.parametrize("document_type", DocumentType)
def test_every_document_type_has_a_documentsoort_and_a_handling(
    document_type: DocumentType,
) -> None:
    assert diwoo.document_type_value(document_type).label
    assert diwoo.handling_value(document_type).label in {"ondertekening", "vaststelling"}


def test_a_ministry_goes_by_its_short_name_too() -> None:
    assert organisation("Ministerie van BZK") == organisation("BZK")
    assert organisation("ministerie van Defensie") == organisation("Defensie")


def test_an_unknown_organisation_says_where_the_list_is() -> None:
    for name in ("VR", "Qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"):
        with pytest.raises(InputError, match="woo new --organisations"):
            organisation(name)


def test_a_place_alone_says_which_organisations_bear_its_name() -> None:
    with pytest.raises(InputError, match="gemeente Zwolle"):
        organisation("Zwolle")
