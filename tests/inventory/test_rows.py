import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventory.lists import listing, not_public, public, record, sample_records
from woo.errors import InputError
from woo.inventory.rows import COLUMNS, rows
from woo.model.record import Judgement
from woo.reference.grounds import ground
from woo.reference.labels import judgement_label
from woo.text.plain import one_line

# The words that the reader of open.minvws knows; it takes any other for "not public".
OPEN_MINVWS_JUDGEMENTS = {"openbaar", "deels openbaar", "niet openbaar", "reeds openbaar"}


def test_the_columns_are_those_of_open_minvws_in_their_order() -> None:
    assert " ".join(COLUMNS) == (
        "ID Matter Family Email Thread ID Document File Type Datum Beoordeling Opgeschort "
        "Beoordelingsgrond Toelichting Publieke Link Gerelateerd ID Zaaknummer"
    )
    assert all(tuple(row) == COLUMNS for row in listing().rows)


def test_judgements_are_the_exact_words_that_open_minvws_reads() -> None:
    assert {judgement_label(judgement) for judgement in Judgement} == OPEN_MINVWS_JUDGEMENTS


def test_grounds_are_separated_by_a_semicolon() -> None:
    marked = record(
        grounds=(ground("5.1.1e"), ground("5.1.2e")), marks_by_ground={"5.1.1e": 1, "5.1.2e": 3}
    )
    assert rows([marked], "2025-0042")[0]["Beoordelingsgrond"] == "5.1.1e; 5.1.2e"
    assert rows([public("0001")], "2025-0042")[0]["Beoordelingsgrond"] is None


def test_an_email_and_its_attachments_share_a_family_number() -> None:
    families = [row["Family"] for row in listing().rows]
    assert families == [1, 1, None, None, None]
    assert [row["Email Thread ID"] for row in listing().rows] == [1, None, 1, None, None]


def test_families_are_numbered_when_document_numbers_have_letters() -> None:
    made = rows([public("a.1"), public("a.2", family="a.1"), public("b.1")], "2025-0042")
    assert [row["Family"] for row in made] == [1, 1, None]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"title": "a" * 501}, "Document is langer dan 500 tekens"),
        ({"remarks": "a" * 1001}, "Toelichting is langer dan 1000 tekens"),
        ({"link": "https://" + "a" * 2048}, "Publieke Link is langer dan 2048 tekens"),
        ({"link": "javascript:alert(1)"}, "geen webadres"),
        ({"link": "https://a.example|https://b.example"}, "geen webadres"),
        ({"title": "\u202e \n"}, "geen waarde voor Document"),
    ],
)
def test_what_open_minvws_would_not_take_is_refused(changes: dict[str, str], says: str) -> None:
    with pytest.raises(InputError, match=says):
        rows([public("0001", **changes)], "2025-0042")


@pytest.mark.parametrize("number", ["", "../1", "1 2", "=1", "a" * 41])
def test_a_number_that_is_no_file_name_is_refused(number: str) -> None:
    with pytest.raises(InputError, match="documentnummer"):
        rows([public(number)], "2025-0042")


def test_two_documents_with_one_number_are_refused() -> None:
    with pytest.raises(InputError, match="twee keer"):
        rows([public("0001"), not_public("0001")], "2025-0042")


@pytest.mark.parametrize("case_number", ["7", "", "12;13", "12,13"])
def test_a_case_number_that_open_minvws_would_misread_is_refused(case_number: str) -> None:
    with pytest.raises(InputError, match="zaaknummer"):
        rows(sample_records(), case_number)


@given(st.text())
def test_any_text_becomes_one_line_that_xml_can_hold(text: str) -> None:
    line = one_line(text)
    assert line == " ".join(line.split())
    assert one_line(line) == line
    assert not any(ord(sign) < 0x20 or 0xD800 <= ord(sign) < 0xE000 for sign in line)
