"""A page is only passed over when its text explained the same glyphs on pages before it."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from tests.verify.samples import saved, text
from woo.pdf.examining.eyesight import Eyesight
from woo.pdf.examining.pdfium_pages import open_pages
from woo.verify.verify import verify

# A subset font whose letters are called otherwise than they look: a shift of one.
_CALLED = {code: code + 1 for code in range(ord("a"), ord("z"))}


def _two_pages(words: bytes, lying: bool) -> bytes:
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    if lying:
        rows = "".join(f"<{code:02x}> <{called:04x}>\n" for code, called in _CALLED.items())
        font.ToUnicode = pdf.make_stream(f"{len(_CALLED)} beginbfchar\n{rows}endbfchar".encode())
    shared = pdf.make_indirect(font)
    for content in (words, text("de dijk is veilig en blijft dat", size=14)):
        pdf.add_blank_page(page_size=(400, 500))
        pdf.pages[-1].Resources = Dictionary(Font=Dictionary(FS=shared))
        pdf.pages[-1].Contents = pdf.make_stream(content)
    return saved(pdf)


_WORDS = text("de dijk is veilig en blijft dat", size=14)


def test_letters_that_are_called_otherwise_leave_doubts() -> None:
    with open_pages(_two_pages(_WORDS, lying=True)) as pages:
        eyes = Eyesight()
        assert eyes.unexplained(pages[0]) is not None
        assert eyes.has_doubts


def test_letters_that_look_right_leave_none() -> None:
    with open_pages(_two_pages(_WORDS, lying=False)) as pages:
        eyes = Eyesight()
        assert eyes.unexplained(pages[0]) is None
        assert not eyes.has_doubts


def test_invisible_letters_leave_doubts_until_they_show() -> None:
    with open_pages(_two_pages(b"3 Tr " + _WORDS, lying=False)) as pages:
        eyes = Eyesight()
        eyes.unexplained(pages[0])
        assert eyes.has_doubts
        eyes.unexplained(pages[1])
        assert not eyes.has_doubts


@pytest.mark.slow
def test_a_second_page_in_letters_called_otherwise_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(_two_pages(_WORDS, lying=True))
    leaks = verify(path, {"blijft": 0})
    assert {leak.page for leak in leaks if leak.rule == "secret-in-picture"} == {1, 2}
