"""Signs for the same thing, brought to one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woo.model.document import Document, DocumentKind
from woo.model.plain_signs import plain_signs


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Jan\u00a0de\u202fVries", "Jan de Vries"),
        ("tel.\u2003020", "tel. 020"),
        ("Jansen\u2011Bakker", "Jansen-Bakker"),
        ("06\u201312345678", "06-12345678"),
        ("AB\u2013123\u2212C", "AB-123-C"),
        ("Tiel\u2013Waardenburg", "Tiel\u2013Waardenburg"),
        ("D\u00b4Hondt en in `t Veld", "D'Hondt en in 't Veld"),
        ("`code`", "`code`"),
        ("jan\uff20voorbeeld.nl", "jan@voorbeeld.nl"),
        ("een\r\ntwee\rdrie\u2028vier\x0bvijf", "een\r\ntwee\ndrie\nvier\nvijf"),
        ("niets bijzonders: é, ï", "niets bijzonders: é, ï"),
    ],
)
def test_a_sign_becomes_the_plain_one(written: str, plain: str) -> None:
    assert plain_signs(written) == plain


@given(st.text(st.sampled_from("ab1A \u00a0\u2011\u2013`\u00b4'\r\n\x0b\uff20\uff21")))
def test_text_stays_as_long(written: str) -> None:
    plain = plain_signs(written)
    assert len(plain) == len(written)
    assert plain_signs(plain) == plain


def test_a_document_reads_in_plain_signs_and_keeps_its_pages() -> None:
    pages = ("Jan\u00a0Bos", "op\u00a0tijd")
    document = Document(kind=DocumentKind.TEXT, untrusted_title="", pages=pages)
    assert document.text == "Jan Bos\fop tijd"
    assert document.pages == pages
