"""Check digits: BSN and IBAN."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.annotated import find_all
from woo.detect.numbers.bsn import detect_bsn, passes_elfproef
from woo.detect.numbers.iban import detect_iban, is_iban
from woo.detect.numbers.v_numbers import detect_v_number
from woo.model.document import Document, DocumentKind
from woo.model.finding import Category

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2)


def document(text: str) -> Document:
    return Document(kind=DocumentKind.TEXT, untrusted_title="", pages=(text,))


@given(st.lists(st.integers(0, 9), min_size=8, max_size=8).filter(any))
def test_at_most_one_last_digit_passes_the_elfproef(digits: list[int]) -> None:
    body = "".join(map(str, digits))
    remainder = sum(w * d for w, d in zip(WEIGHTS, digits, strict=True)) % 11
    passing = [last for last in range(10) if passes_elfproef(f"{body}{last}")]
    assert passing == ([remainder] if remainder < 10 else [])


@given(st.integers(0, 10**10 - 1), st.sampled_from(["INGB", "RABO", "ABNA"]))
def test_one_check_number_makes_an_iban_and_a_changed_digit_breaks_it(
    account: int, bank: str
) -> None:
    letters = "".join(str(int(c, 36)) for c in bank)
    check = 98 - int(f"{letters}{account:010d}232100") % 97
    number = f"NL{check:02d}{bank}{account:010d}"
    assert is_iban(number)
    spaced = " ".join(number[i : i + 4] for i in range(0, 18, 4))
    assert [f.text for f in detect_iban(document(f"Naar {spaced}."))] == [spaced]
    changed = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert not is_iban(changed)
    (miswritten,) = detect_iban(document(f"Naar {changed}."))
    assert miswritten.score < 0.9
    assert not list(detect_iban(document(f"Naar {changed[:-1]}.")))
    assert not list(detect_iban(document(f"Naar {changed.replace(bank, 'Q2QQ')}.")))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("storten op nl04asnb0267118820.", "nl04asnb0267118820"),
        ("IBAN  NL 0 4 I N G B 0 1 1 8 8 2 0 4 4 7", "NL 0 4 I N G B 0 1 1 8 8 2 0 4 4 7"),
        ("rekening BE39 7350 9562 3019, België", "BE39 7350 9562 3019"),
        ("onderdeel BE39 7350 9562 3019 van de lijst", None),
    ],
)
def test_an_account_number_with_a_wrong_digit_is_known_by_its_shape(
    text: str, number: str | None
) -> None:
    assert [f.text for f in detect_iban(document(text))] == ([number] if number else [])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ons kenmerk: V-287.114.3306", "287.114.3306"),
        ("V: 296 190 7313 / band 361", "296 190 7313"),
        ("de asielzoeker in zaak 2783.321.509.", "2783.321.509"),
        ("artikel MAV2234567890", None),
    ],
)
def test_a_v_number_is_known_by_its_letter_or_its_points(text: str, number: str | None) -> None:
    assert [f.text for f in detect_v_number(document(text))] == ([number] if number else [])


@pytest.mark.parametrize("number", ["000000000", "1234567", "12345678a", "²23456782", "1112223334"])
def test_what_is_no_bsn(number: str) -> None:
    assert not passes_elfproef(number)


def test_a_word_before_the_number_raises_the_score() -> None:
    (with_word,) = detect_bsn(document("bsn: 111222333"))
    (without,) = detect_bsn(document("en 111222333 ook"))
    assert with_word.score > 0.9 > without.score


def test_an_account_number_is_not_also_a_telephone_number() -> None:
    found = find_all("Rekening NL91 ABNA 0417 1643 00 bij de bank")
    assert [(f.category, f.text) for f in found] == [(Category.IBAN, "NL91 ABNA 0417 1643 00")]


def test_what_a_table_tells_of_the_health_of_somebody_goes() -> None:
    text = (
        "Leerling | Leerlingnr. | Geb.datum | Bijzonderheden\n"
        "Wielwaal, Noor | LLV-20411 | 22-06-2015 | autisme; mag niet naast raam\n"
        "van der Meij, Floor | LLV-20501 | 18-08-2014 | hemofilie\n"
        "Grutto, Fenna | LLV-20433 | 03-05-2017 | geen bijzonderheden\n"
    )
    found = {(one.text, one.category.value) for one in find_all(text)}
    assert ("autisme; mag niet naast raam", "special") in found
    assert ("hemofilie", "special") in found
    assert {("LLV-20411", "personnel_number"), ("LLV-20433", "personnel_number")} <= found
    assert not any("geen" in words for words, _ in found)
    planning = "Week | Taak | Bijzonderheden | Stand\n12 | Kopij | naar de drukker | klaar\n"
    assert not any(one.category.value == "special" for one in find_all(planning))
