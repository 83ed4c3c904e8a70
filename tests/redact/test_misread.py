"""Words that OCR read a little wrong are found; words that only look like a term are not."""

from array import array

import pytest

from woo.pdf.reading.textlayer import TextPage
from woo.redact.misread import misread


def page(text: str, *, seen: bool = False, number: int = 1) -> TextPage:
    edges = array("f", (value for i in range(len(text)) for value in (i, 0, i + 1, 1)))
    return TextPage(number, text, edges, unseen=() if seen else ((0, len(text)),))


def found(text: str, *terms: str) -> list[str]:
    spans = sorted(set(misread([page(text)], terms)))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    "read",
    [
        "Zwartkrnis",
        "Zwartkruls",
        "Zwartkruis",
        "Zvvartkruis",
        "Zwartkru1s",
        "ZWARTKRUlS",
        "zwartkruis",
        "Zwartkrus.",
        "(Zwartkruis)",
        "Zwart kruis",
        "Zwart-\nkrnis",
    ],
)
def test_a_name_with_a_wrong_letter_is_found(read: str) -> None:
    assert found(f"Mevrouw {read} belde.", "Zwartkruis") == [read.strip("(.)")]


@pytest.mark.parametrize("read", ["PietPuntkomma", "Puntkomma06", "06Puntkornma"])
def test_a_name_that_ran_into_the_next_word_is_found(read: str) -> None:
    (name,) = found(f"bel {read} even", "Puntkomma")
    assert "Punt" in name
    assert len(name) <= 10


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Wij bakken en braden", "Bakker"),  # a small letter that is no capital
        ("Mevrouw Smit en Spits", "Smid"),  # too short
        ("De zwarte kruisen", "Zwartkruis"),
        ("nummer 123456789", "123456780"),
        ("de beverwijk", "Beverwaard"),
    ],
)
def test_other_words_are_left(text: str, term: str) -> None:
    assert found(text, term) == []


def test_signs_that_look_like_digits_count_as_those() -> None:
    assert found("BSN l234S6789 hier", "123456789") == ["l234S6789"]


def test_a_name_of_several_words_is_found() -> None:
    assert found("de heer Kees van den Bergn over", "Kees van den Bergh") == ["Kees van den Bergn"]
    assert found("de heer Kees vanden Bergh over", "Kees van den Bergh") == ["Kees vanden Bergh"]


def test_text_that_is_drawn_says_what_it_says() -> None:
    assert list(misread([page("Mevrouw Zwartkrnis belde.", seen=True)], ["Zwartkruis"])) == []


def test_offsets_count_over_pages() -> None:
    first, second = page("Een bladzijde vol"), page("Mevrouw Zwartkrnis belde.", number=2)
    assert set(misread([first, second], ["Zwartkruis"])) == {(18 + 8, 18 + 18)}


@pytest.mark.parametrize("read", ["Merembe Ullaa", "mirembe Uiica", "Mövembe Ullaa"])
def test_a_long_name_may_have_a_letter_wrong_in_every_four(read: str) -> None:
    assert read in found(f"Naam: {read} getekend", "Mirembe Ulloa")


def test_a_word_that_was_read_well_vouches_for_the_one_beside_it() -> None:
    assert found("Naam: Mirembe Uttsa, getekend", "Mirembe Ulloa") == ["Mirembe Uttsa"]


def test_a_namesake_is_not_taken_for_a_misread_name() -> None:
    assert found("Naam: Mirembe Hoogland, getekend", "Mirembe Ulloa") == []
