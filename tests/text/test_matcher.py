import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woo.text.folding import fold
from woo.text.matcher import Matcher

HIDDEN = {
    "soft hyphen": "Jan\u00adsen",
    "zero width": "J\u200ba\u200bn\u200bs\u200be\u200bn",
    "letter spacing": "J a n s e n",
    "line break": "Jan-\nsen",
    "page break": "Jan-\fsen",
    "upper case": "JANSEN",
    "wide forms": "\uff2a\uff41\uff4e\uff53\uff45\uff4e",
    "right to left mark": "Jan\u200fsen",
    "embedding marks": "J\u202ban\u202cs\u202een",
    "word joiner": "Jan\u2060s\ufeffen",
    "blank letter": "Jan\u3164sen",
    "mathematical letters": "\U0001d4d9\U0001d4ea\U0001d4f7\U0001d4fc\U0001d4ee\U0001d4f7",
    "white on black": "\U0001f179\U0001f170\U0001f17d\U0001f182\U0001f174\U0001f17d",
    "circled": "\u24bf\u24d0\u24dd\u24e2\u24d4\u24dd",
    "small capitals": "J\u1d00\u0274s\u1d07\u0274",
    "long s": "Jan\u017fen",
    "Cyrillic letters": "J\u0430ns\u0435n",
    "Cyrillic capitals": "J\u0410NS\u0415N",
    "Greek capitals": "J\u0391\u039d\u0405\u0395\u039d",
    "wrong word space": "Jan sen",
    "accent as a sign of its own": "Ja\u00b4nsen",
}

WORDS = {
    "footnote number": ("Bos", "de heer Bos1 en", "Bos"),
    "superscript number": ("Bos", "de heer Bos\u00b9 en", "Bos"),
    "lost space": ("Zwartkruis", "deheerZwartkruis en", "Zwartkruis"),
    "lost space after capitals": ("Zwartkruis", "van ZWARTKRUISen", "ZWARTKRUIS"),
    "camel case": ("Zwartkruis", "van zwartkruisEn", "zwartkruis"),
    "number after letters": ("123456782", "BSN123456782,", "123456782"),
    "number with points": ("123456782", "bsn 123.456.782.", "123.456.782"),
    "telephone number": ("0612345678", "06 - 12 34 56 78", "06 - 12 34 56 78"),
    "account number": ("NL91ABNA0417164300", "NL91 ABNA 0417 1643 00.", "NL91 ABNA 0417 1643 00"),
    "digits of another alphabet": (
        "123456782",
        "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0662",
        "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0662",
    ),
    "name over a line end": ("Van der Berg", "heer van der\nBerg zei", "van der\nBerg"),
    "typographic apostrophe": ("d'Hondt", "van d\u2019Hondt.", "d\u2019Hondt"),
    "letter apostrophe": ("d'Hondt", "van d\u02bcHondt.", "d\u02bcHondt"),
    "prime": ("d'Hondt", "van d\u2032Hondt.", "d\u2032Hondt"),
    "other dash": ("Jansen-de Vries", "Jansen\u2011De Vries", "Jansen\u2011De Vries"),
    "minus": ("Jansen-de Vries", "Jansen \u2212 de Vries", "Jansen \u2212 de Vries"),
    "Turkish i": ("I\u015f\u0131k", "ISIK", "ISIK"),
    "Turkish capital": ("Isik", "\u0130\u015fik", "\u0130\u015fik"),
    "sharp s": ("Strau\u00df", "STRAUSS", "STRAUSS"),
    "final sigma": (
        "\u039d\u03af\u03ba\u03bf\u03c2",
        "\u039d\u0399\u039a\u039f\u03a3",
        "\u039d\u0399\u039a\u039f\u03a3",
    ),
    "Cyrillic name in capitals": ("Зайцев", "г-н ЗАЙЦЕВ", "ЗАЙЦЕВ"),
    "ij as one sign": ("IJsbrand", "aan \u0132sbrand", "\u0132sbrand"),
    "stroke": ("Sorensen", "mevrouw S\u00f8rensen", "S\u00f8rensen"),
    "Chinese name": ("\u5f20\u4f1f", "\u6211\u662f\u5f20\u4f1f\u5148\u751f", "\u5f20\u4f1f"),
    "short and letter spaced": ("Bos", "heer B o s zei", "B o s"),
    "short and hyphenated": ("Bos", "heer Bo-\ns zei", "Bo-\ns"),
    "initials with spaces": ("J.P.", "van J. P. Zwart", "J. P"),
}

OTHER_WORDS = {
    "longer word": ("Bos", "Bosbouw en bosrijk"),
    "longer name": ("Wit", "Witte"),
    "month": ("Jan", "Januari"),
    "capitals": ("Bos", "BOSBOUW"),
    "lower case after it": ("Anuari", "Januari"),
    "two words": ("Ed", "na e dag"),
    "short in a code": ("A", "papier A4"),
    "number with a comma": ("12", "1,2 en 1.2"),
    "longer number": ("2345", "12345"),
    "other letter inside": ("Jansen", "Jan\u0436sen"),
    "soft hyphen in a longer word": ("Bos", "Bos\u00adbouw"),
}


@pytest.mark.parametrize("written", HIDDEN.values(), ids=HIDDEN.keys())
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    text = f"Van {written} aan allen"
    (match,) = Matcher(["Jansen"]).find(text)
    assert text[match.start : match.end] == written


@pytest.mark.parametrize(("term", "text", "written"), WORDS.values(), ids=WORDS.keys())
def test_a_term_is_found_as_a_word(term: str, text: str, written: str) -> None:
    assert [text[m.start : m.end] for m in Matcher([term]).find(text)] == [written]


@pytest.mark.parametrize(("term", "text"), OTHER_WORDS.values(), ids=OTHER_WORDS.keys())
def test_another_word_is_not_the_term(term: str, text: str) -> None:
    assert list(Matcher([term]).find(text)) == []


def test_places_on_the_page_tell_words_apart() -> None:
    text = "heerzwartkruisen"
    (match,) = Matcher(["Zwartkruis"]).find(text, parted=lambda index: index in {4, 14})
    assert (match.start, match.end) == (4, 14)
    assert list(Matcher(["Zwartkruis"]).find(text, parted=lambda index: index == 4)) == []


def test_folding_two_hundred_pages_takes_a_moment() -> None:
    page = "Wij spraken met de heer Zwartkruis over één café in 2024. " * 40
    start = time.perf_counter()
    for _ in range(200):
        fold(page)
    assert time.perf_counter() - start < 0.2


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


@pytest.mark.slow
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
    assert len(folded.text) == len(folded.offsets())
    assert list(folded.offsets()) == sorted(folded.offsets())


def test_the_way_back_holds_over_the_blocks_of_a_long_text() -> None:
    text = "ﬁets \u00ad ok" * 30_000
    letters = (index for index, one in enumerate(text) for _ in fold(one).text)
    assert list(fold(text).offsets()) == list(letters)
