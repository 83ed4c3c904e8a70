"""Text recognition misses a letter here and there: the name is legible all the same."""

from collections.abc import Sequence

import pytest

from tests.vectors import SECRET
from woo.pdf.reading.textlayer import TextPage
from woo.redact.misread import misread as located
from woo.verify.misread import misread
from woo.verify.needles import Needles


def page(text: str, unseen: Sequence[tuple[int, int]]) -> TextPage:
    return TextPage(1, text, [0.0] * (4 * len(text)), None, tuple(unseen))


@pytest.mark.parametrize("read", ["Zwartkruls", "Zwartkrui", "Zwart kruiss", "2wartkruis,"])
def test_the_verifier_knows_a_secret_with_one_letter_wrong(read: str) -> None:
    assert list(misread(f"aan {read} verzonden", (), Needles({SECRET: 0})))


def test_the_verifier_leaves_alone_what_the_page_itself_says() -> None:
    needles = Needles({"Hendriks": 0})
    assert list(misread("de heer Hendrikse", (), needles))
    assert not list(misread("de heer Hendrikse", ("de heer Hendrikse",), needles))
    assert not list(misread("Jansen", (), Needles({"Janssen": 1})))
    assert not list(misread("Visse", (), Needles({"Visser": 0})))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("aan Zwartkruls verzonden", ["Zwartkruls"]),
        ("aan Zwartkruis verzonden", ["Zwartkruis"]),
        ("aan Zwartkruin. en Zwartkru1s", ["Zwartkruin", "Zwartkru1s"]),
        ("aan Zwartewater", []),
    ],
)
def test_the_redactor_finds_misread_words_only_in_recognised_text(
    text: str, found: list[str]
) -> None:
    spans = located([page(text, [(0, len(text))])], [SECRET])
    assert [text[start:end] for start, end in sorted(spans)] == found
    assert not list(located([page(text, [])], [SECRET]))


def test_a_misread_name_of_two_words_is_found_as_a_whole() -> None:
    text = "van Jan Zwartkruls aan"
    spans = located([page(text, [(0, 11), (11, len(text))])], ["Jan Zwartkruis"])
    assert [text[start:end] for start, end in spans] == ["Jan Zwartkruls"]
