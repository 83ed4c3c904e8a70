"""What one document calls somebody's number goes in the others as well."""

import pytest

from tests.detect.test_people import document
from woo.detect.detect import detect
from woo.detect.dossier.shared_numbers import shared_numbers, with_shared_numbers
from woo.detect.one_document import find_in

LIST = """\
Naam;Inlog;Pers.nr.;Kamer
Pasman, Jeroen;jpasm2;104872;2.15
Bennink, Ton;tonben;100954;2.16
"""


def gone(text: str, *others: str) -> list[str]:
    """What of a text goes, beside other documents."""
    documents = [document(one) for one in (text, *others)]
    found = [detect(one) for one in documents]
    return [one.text for one in with_shared_numbers(documents[0], found[0], shared_numbers(found))]


@pytest.mark.parametrize("number", ["104872", "jpasm2", "tonben"])
def test_a_number_of_one_document_goes_in_another(number: str) -> None:
    text = f"Kijk dat na in het dossier onder {number} graag."
    assert gone(text) == []
    assert gone(text, LIST) == [number]


@pytest.mark.parametrize("number", ["1048725", "204872", "104873", "2.15"])
def test_another_number_stays(number: str) -> None:
    assert gone(f"Kijk dat na in het dossier onder {number} graag.", LIST) == []


def test_what_another_document_knows_as_the_office_s_own_stays() -> None:
    private = detect(document("Zijn doorkiesnummer is 0544-371234."))
    general = detect(document("Receptie: 0544-371234"))
    assert [one.text for one in shared_numbers([private])] == ["0544-371234"]
    assert shared_numbers([private, general]) == ()


def test_a_number_that_returns_in_the_same_document_goes_there_too() -> None:
    text = "Personeelsnummer: 104872\n\nIn de planning staat weer 104872 bij maandag."
    assert [one.text for one in find_in(document(text))[0]] == ["104872", "104872"]


@pytest.mark.parametrize("written", ["12/06/1975", "12-6-1975", "12 juni 1975"])
def test_a_date_of_birth_goes_in_another_document_however_it_is_written(written: str) -> None:
    text = f"Zie ook wat er staat bij {written} en verder."
    assert gone(text) == []
    assert gone(text, "Geboortedatum: 12-06-1975") == [written]


def test_the_first_of_january_says_nothing() -> None:
    text = "De regeling geldt vanaf 1 januari 1975 zie het Staatsblad van 01-01-1975."
    assert gone(text, "Geboortedatum: 01-01-1975") == []
