import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woo.text.matcher import Matcher, fold

HIDDEN = {
    "soft hyphen": "Jan\u00adsen",
    "zero width": "J\u200ba\u200bn\u200bs\u200be\u200bn",
    "letter spacing": "J a n s e n",
    "line break": "Jan-\nsen",
    "page break": "Jan-\fsen",
    "upper case": "JANSEN",
    "wide forms": "\uff2a\uff41\uff4e\uff53\uff45\uff4e",
    "right to left mark": "Jan\u200fsen",
}


@pytest.mark.parametrize("written", HIDDEN.values(), ids=HIDDEN.keys())
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    text = f"Van {written} aan allen"
    (match,) = Matcher(["Jansen"]).find(text)
    assert text[match.start : match.end] == written


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_accents_composed_or_not(form: str) -> None:
    text = unicodedata.normalize(form, "Beste Zoë,")  # type: ignore[arg-type]
    (match,) = Matcher(["Zoe"]).find(text)
    assert unicodedata.normalize("NFC", text[match.start : match.end]) == "Zoë"


def test_a_ligature_is_two_letters() -> None:
    (match,) = Matcher(["Steffi"]).find("Aan Ste\ufb03.")
    assert (match.start, match.end) == (4, 8)


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert list(Matcher(["Jan"]).find("januari en Janssen")) == []
    assert len(list(Matcher(["Jan"]).find("januari", whole_words=False))) == 1


def test_a_term_without_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="letter or digit"):
        Matcher(["--"])


def test_no_terms_find_nothing() -> None:
    assert list(Matcher([]).find("tekst")) == []


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1), st.text(), st.text())
def test_a_term_set_apart_is_always_found(term: str, before: str, after: str) -> None:
    if not fold(term).text:
        return
    text = f"{before} {term} {after}"
    found = [(match.start, match.end) for match in Matcher([term]).find(text)]
    start = len(before) + 1
    assert any(a <= start and start + len(term) <= b for a, b in found) or any(
        fold(text[a:b]).text == fold(term).text for a, b in found
    )


@given(st.text())
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.offsets)
    assert list(folded.offsets) == sorted(folded.offsets)
