"""Every detector keeps the same promises, whatever the text."""

import gc
import itertools
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.annotated import GOLDEN
from training.marked import read_passages
from woo.detect.detect import detect
from woo.detect.detectors import DETECTORS
from woo.detect.words.mended import mended
from woo.model.document import Contact, Document, DocumentKind
from woo.model.finding import Finding
from woo.model.plain_signs import plain_signs
from woo.text.visible import visible

EVERYTHING = "\n\n".join(passage.text for passage in read_passages(GOLDEN))
CONTACTS = (
    Contact("Jan Jansen", "j.jansen@minvws.nl"),
    Contact("", "info@x.nl"),
    Contact("李", ""),
)
ODD = (
    "",
    " ",
    "\f\f",
    "\x00\ud800",
    "İıſß" * 20,
    "e\u0301" * 50 + " J\u0301a\u0301n de Vries",
    "مرحبا بالعالم 12345",
    "𝐉𝐚𝐧 𝐉𝐚𝐧𝐬𝐞𝐧 👩‍👩‍👧",
    "Van:\nAan:\nCc:",
    "Beste ",
    "Met vriendelijke groet,",
    "de heer",
    "J.",
    "@ a@ @b.nl",
    "\u202eneJ naJ\u202c",
)
# Each of these makes some careless regular expression quadratic or worse.
HOSTILE = {
    "letters": "a" * 200_000,
    "capitals": "A" * 200_000,
    "digits": "1" * 200_000,
    "digits and spaces": "0 6 " * 50_000,
    "at signs": "@" * 200_000,
    "almost addresses": "a@" * 100_000,
    "dotted": "a." * 100_000,
    "spaces": " " * 200_000,
    "line ends": "\n" * 200_000,
    "initials": "A." * 100_000,
    "spaced initials": "A. " * 66_000,
    "particles": "van de " * 28_000,
    "capitalised words": "Jan " * 50_000,
    "titles": "mr. drs. " * 22_000,
    "headers": "Van: " * 40_000,
    "header lines": "Aan: Jan\n" * 22_000,
    "greetings": "Beste\n" * 33_000,
    "closings": "Groet,\n" * 28_000,
    "postcodes": "1234 AB " * 25_000,
    "streets": "Dorpsstraat 1 " * 14_000,
    "brackets": "(" * 200_000,
    "commas": "Jan, " * 40_000,
    "hyphens": "A-" * 100_000,
    "apostrophes": "A'a" * 66_000,
    "motions": "motie-Jan/" * 20_000,
    "born": "geboren op " * 20_000,
    "dates": "1-1-1970 " * 22_000,
    "dates in words": "een mei negentienhonderd " * 8_000,
    "relations": "zoon Jan (1-1-1970 " * 10_000,
    "plates": "AB-12-" * 33_000,
    "plates called": "kenteken is " * 16_000,
    "documents": "paspoort nr " * 16_000,
    "capitals and digits": "AB1" * 66_000,
    "machine lines": "A<" * 100_000,
    "numbers of ten": "287.123.4567 " * 15_000,
    "labels": "V-nr: P-nr: BIG: AGB: bsn: " * 7_000,
    "label and spaces": ("BSN:" + " " * 90) * 2_000,
    "headings": "bsn;kenteken;geboren\n" * 10_000,
    "one heading, many rows": "bsn;kenteken;geboren\n" + "1;2;3\n" * 30_000,
    "aligned rows": "bsn   kenteken   geboren\n" + "a   b   c\n" * 20_000,
    "handles": "@a_b " * 40_000,
    "accounts": "account is x gebruikersnaam " * 7_000,
    "speakers": "10:02 jan_d: ja\n" * 12_000,
    "profiles": "x.com/a/" * 25_000,
    "four numbers": "1.2.3.4." * 25_000,
    "colons": "a:b:" * 50_000,
    "btw": "NL123456789B" * 16_000,
    "btw in one row": "NL123456789B01;" * 13_000,
    "lists of actions": "Acties\nAK doet dit\n" * 10_000,
    "illness": "hij heeft kanker en " * 10_000,
    "spoken numbers": "nul zes een " * 16_000,
    "ministers": "minister Jan en " * 12_000,
    "numbers in one row": "0612345678," * 40_000,
    "numbers of dossiers": "dossier 408495224 " * 6_000,
    "names and offices in turns": "S. Rengers\ndijkgraaf\n" * 5_000,
    "turns without a time": "hart: ja\n" * 12_000,
    "domains": "wb\\hjansma " * 10_000,
    "misread words": "Sch0lten en " * 40_000,
    "words in two": "Stui ver " * 50_000,
    "wide words": "W o l f f " * 40_000,
    "broken lines": "Kooy-\nman, " * 40_000,
    "broken names": "Jan\nBos, " * 20_000,
    "gaps on one line": "Jan  Bos, Kerkweg  4, " * 20_000,
}
# No detector gets to see these: they are read as what they are for.
UNSEEN = {
    "escapes": '{"a": "' + "\\n" * 60_000,
    "emphasis": "*a* _b_ " * 20_000,
    "unseen signs": "a\u200b\u00ad" * 50_000,
}
# Whose words or halves may belong together.
APART = ("misread words", "words in two", "wide words", "broken lines", "broken names")


def document(text: str) -> Document:
    return Document(
        kind=DocumentKind.TEXT, untrusted_title="", pages=tuple(text.split("\f")), contacts=CONTACTS
    )


def check(text: str, findings: list[Finding]) -> None:
    for one in findings:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert any(character.isalnum() for character in one.text)


@pytest.mark.slow
@pytest.mark.parametrize("name", DETECTORS)
def test_spans_hold_their_text_and_the_detector_is_pure(name: str) -> None:
    source = document(EVERYTHING)
    first = list(DETECTORS[name](source))
    assert first, "the golden passages have something for every detector"
    check(source.text, first)
    assert list(DETECTORS[name](source)) == first


@pytest.mark.parametrize("name", DETECTORS)
@pytest.mark.parametrize("text", ODD)
def test_survives_odd_text(name: str, text: str) -> None:
    source = document(text)
    check(source.text, list(DETECTORS[name](source)))


# Four times the text takes four times as long, and sixteen times when the time is quadratic. What
# is measured in less than the least says nothing.
_MOST_GROWTH, _LEAST, _WHOLE = 8, 0.1, 100_000


@pytest.mark.slow
@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_hostile_text_and_no_faster(kind: str) -> None:
    for name in DETECTORS.keys() - {"model"}:
        check_growth(name, HOSTILE[kind])


# Words that become names one behind the other: all of them are one row of people.
@pytest.mark.slow
def test_time_of_everything_grows_with_a_row_of_people_and_no_faster() -> None:
    row = HOSTILE["misread words"][:_WHOLE]
    part = seconds_of(lambda: detect(document(row[: _WHOLE // 4])))
    assert seconds_of(lambda: detect(document(row))) < _MOST_GROWTH * max(part, _LEAST)


# That each number asks about the whole row shows in a longer one alone.
@pytest.mark.slow
def test_time_of_telephone_numbers_grows_with_their_row_and_no_faster() -> None:
    row = HOSTILE["numbers in one row"]
    check_growth("phone", row, len(row))


@pytest.mark.slow
@pytest.mark.parametrize("kind", [*APART, "gaps on one line", "letters", "spaces", "line ends"])
def test_time_to_mend_grows_with_hostile_text_and_no_faster(kind: str) -> None:
    text = HOSTILE[kind]
    part = seconds_of(lambda: mended(text[: len(text) // 4]))
    # The better of two: what else the machine does weighs more on a long text.
    whole = min(seconds_of(lambda: mended(text)) for _ in range(2))
    assert whole < _MOST_GROWTH * max(part, _LEAST), f"{part:.2f} {whole:.2f}"


@pytest.mark.slow
@pytest.mark.parametrize("kind", UNSEEN)
def test_time_to_see_grows_with_hostile_text_and_no_faster(kind: str) -> None:
    text = UNSEEN[kind]
    part = seconds_of(lambda: visible(plain_signs(text[: len(text) // 4])))
    assert seconds_of(lambda: visible(plain_signs(text))) < _MOST_GROWTH * max(part, _LEAST)


# The networks read any word in the same time: many short ones, one giant one, and lines are enough.
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["four numbers", "letters", "header lines"])
def test_time_of_the_networks_grows_with_the_text_and_no_faster(kind: str) -> None:
    check_growth("model", HOSTILE[kind])


def check_growth(name: str, text: str, length: int = _WHOLE) -> None:
    part = seconds(name, text[: length // 4])
    whole = seconds(name, text[:length])
    assert whole < _MOST_GROWTH * max(part, _LEAST), name


def seconds(name: str, text: str) -> float:
    """Of a processor, that a detector takes."""
    source = document(text)
    return seconds_of(lambda: list(DETECTORS[name](source)))


def seconds_of(work: Callable[[], object]) -> float:
    """Of a processor; the collector of garbage would walk all that other tests left here."""
    gc.disable()
    try:
        started = time.process_time()
        work()
        return time.process_time() - started
    finally:
        gc.enable()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Jan deVris.,@-/()0612345 \n\f:'é"), max_size=300))
def test_detect_gives_sorted_disjoint_whole_words(text: str) -> None:
    source = document(text)
    findings = detect(source)
    check(source.text, list(findings))
    for one, following in itertools.pairwise(findings):
        assert one.end <= following.start
    for one in findings:
        before, after = source.text[: one.start][-1:], source.text[one.end :][:1]
        assert not (one.text[0].isalnum() and before.isalnum())
        assert not (one.text[-1].isalnum() and after.isalnum())
