"""Short secrets: a number or a letter that the file itself writes is no leak, in the text it is."""

from pathlib import Path

import pytest
from pikepdf import Pdf, String

from tests.verify.samples import add_content, changed, text
from woo.verify.verify import verify


def rules(folder: Path, secret: str, *lines: str) -> set[str]:
    def written(pdf: Pdf) -> None:
        add_content(pdf, b"".join(text(line, y=100 + 14 * n) for n, line in enumerate(lines)))

    path = folder / "a.pdf"
    path.write_bytes(changed(written))
    return {leak.rule for leak in verify(path, {secret: 0})}


def test_a_telephone_extension_may_equal_the_length_of_a_stream(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(changed(lambda pdf: add_content(pdf, text("toestel"))))
    raw = path.read_bytes()
    length = raw.partition(b"/Length ")[2].split()[0].decode()
    assert len(length) > 2
    assert verify(path, {length: 0}) == ()


def test_an_extension_in_the_text_is_a_leak(tmp_path: Path) -> None:
    assert rules(tmp_path, "1264", "toestel 1264") == {"secret-in-text"}


@pytest.mark.parametrize("line", ["5.1.2e", "artikel 5.1", "3,5 km", "1.5.2"])
def test_a_digit_of_another_number_is_no_house_number(line: str, tmp_path: Path) -> None:
    assert rules(tmp_path, "5", line) == set()


@pytest.mark.parametrize("line", ["De Hoek 5", "nummer 5.", "5, 7 en 9"])
def test_a_digit_on_its_own_is(line: str, tmp_path: Path) -> None:
    assert rules(tmp_path, "5", line) == {"secret-in-text"}


def test_the_letter_that_ends_a_packet_of_xmp_is_nobody(tmp_path: Path) -> None:
    assert rules(tmp_path, "w", "hodan") == set()
    assert rules(tmp_path, "w", "hodan w") == {"secret-in-text"}


@pytest.mark.parametrize(("language", "leaks"), [("nl-NL", set()), ("nlx", {"secret-in-object"})])
def test_the_language_of_a_page_is_nobody(language: str, leaks: set[str], tmp_path: Path) -> None:
    def written(pdf: Pdf) -> None:
        pdf.Root.Lang = String(language)
        add_content(pdf, text("hodan"))

    path = tmp_path / "a.pdf"
    path.write_bytes(changed(written))
    found = {leak.rule for leak in verify(path, {language[:3].rstrip("-"): 0})}
    assert leaks <= found
    assert leaks or not found
