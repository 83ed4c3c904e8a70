"""User names and monograms of people who are known."""

import pytest

from tests.golden.annotated import find_all

KNOWN = "Beste Floris-Jan van der Mispelblom,\n\n"


def texts(text: str) -> list[str]:
    return [one.text for one in find_all(KNOWN + text)][1:]


@pytest.mark.parametrize("written", ["mispelf2", "fmispel1", "mispelblomf12", "FJvdM"])
def test_short_forms_of_a_known_person(written: str) -> None:
    assert texts(f"zie {written} hier") == [written]


@pytest.mark.parametrize(
    "written", ["mispelblomf", "fmispelblom", "fmisp", "FMISPEL1", "FMi", "FMis"]
)
def test_a_whole_surname_and_the_cut_one_count_anywhere(written: str) -> None:
    assert texts(f"zie {written} hier") == [written]


@pytest.mark.parametrize("written", ["rapport1", "mispel2", "mispelf", "XFJ", "MISPEL2", "fmis"])
def test_other_codes_are_left(written: str) -> None:
    assert texts(f"zie {written} hier") == []


def test_a_short_surname_with_its_initial_is_a_log_in() -> None:
    found = find_all("Van: Karin Wit <karin.wit@minienw.nl>\n\nDe map staat open voor kwit.")
    assert "kwit" in [one.text for one in found]


def test_capitals_below_a_greeting_are_a_signature() -> None:
    assert texts("Tot maandag.\n\nGroet,\nFJ\n") == ["FJ"]


@pytest.mark.parametrize("written", ["(mispelf)", "door mispelf; daarna"])
def test_a_log_in_without_a_number_needs_its_place(written: str) -> None:
    assert texts(f"zie {written}") == ["mispelf"]


@pytest.mark.parametrize(
    "text",
    ["2024-04-04T21:14 FJM ben je er", "[04-04-2024 21:14] FJM: ben je er", "| dinsdag | FJM |"],
)
def test_letters_before_what_is_said_and_in_a_cell(text: str) -> None:
    short = "Beste Floris-Jan Mispelblom,\n\n"
    assert "FJM" in [one.text for one in find_all(short + text)]


def test_letters_with_a_particle_count_in_small_letters_too() -> None:
    assert texts("Toch: fjvdm zegt dat het mag, de afd ook") == ["fjvdm"]


def test_letters_at_the_end_of_a_sentence() -> None:
    assert texts("Geen geld, vraag FJ. Dan verder.") == ["FJ"]


def test_a_body_is_not_somebody_who_is_called_so() -> None:
    people = "Beste Anneke Bos,\n\n"
    found = [one.text for one in find_all(people + "Vraag AB of het waterschap.")]
    assert "AB" not in found


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Vraag 2 is voor de ILT, vraag 3 voor FJ.", "FJ"),
        ("FJ zit klaar met tekst.", "FJ"),
        ("Zij wil bij naam genoemd worden, zei haar advocaat. FJ\nOpmerking 2\n", "FJ"),
        ("DCO|Van der Mispelblom|i.o. FJ|16-12\n", "FJ"),
        ("boonst (Teun), mispelf (Floris-Jan)", "mispelf"),
    ],
)
def test_letters_of_who_is_named_here(text: str, letters: str) -> None:
    assert letters in texts(text)


@pytest.mark.parametrize("text", ["2|Brief naar buiten|FJ, AH|12-12\n", "CONCEPT v5 FJ/AH\nBrief"])
def test_letters_of_two_who_are_known(text: str) -> None:
    people = KNOWN + "en beste Anneke Hoekzema,\n\n"
    assert {"FJ", "AH"} <= {one.text for one in find_all(people + text)}


def test_letters_with_an_accent_are_explained_too() -> None:
    text = "Code | Betekenis\nKÖ = Kadir Öner\n\nStruijk | ingetrokken | KÖ\n"
    assert [one.text for one in find_all(text)].count("KÖ") == 2
