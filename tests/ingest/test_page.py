"""From text to page: characters, words and blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woo.ingest.blocks import split_blocks
from woo.ingest.charsets import decode
from woo.pdf.making.glyphs import break_words, printable


def test_signs_that_show_nothing_do_not_split_a_name() -> None:
    assert printable("Wiel\u200bwa\u00adal\u2060 \u202eJan").text == "Wielwaal Jan"


def test_loose_accents_are_joined_to_their_letter() -> None:
    assert printable("Zoe\u0308").text == "Zoë"


@pytest.mark.parametrize("sign", ["\x07", "\ue000", "\ud800", "\uffff", "你"])
def test_what_no_font_has_is_visible_and_counted(sign: str) -> None:
    shown = printable(f"a{sign}b")
    assert shown.text == "a□b"
    assert shown.replaced == 1


@given(st.text())
def test_the_cautious_form_uses_our_own_font_alone(text: str) -> None:
    shown = printable(text, cautious=True).text
    assert printable(shown, cautious=True).replaced == 0
    assert len(shown) <= 3 * len(text)


@given(st.text(alphabet="aWi -", max_size=400))
def test_breaking_words_loses_nothing_and_keeps_the_width(line: str) -> None:
    pieces = list(break_words(line, 100, 10))
    assert "".join(pieces) == line
    assert all(len(word) <= 100 for piece in pieces for word in piece.split())


def test_a_word_that_fits_is_never_broken() -> None:
    line = "een twee drie " * 30
    assert list(break_words(line, 100, 10)) == [line]


def test_quotation_and_empty_lines_make_blocks() -> None:
    blocks = split_blocks("Een\ntwee\n\ndrie\n> vier\n> > vijf\n>>zes")
    assert [(block.depth, block.lines) for block in blocks] == [
        (0, ("Een", "twee")),
        (0, ("drie",)),
        (1, ("vier",)),
        (2, ("vijf", "zes")),
    ]


def test_an_earlier_message_gets_one_rule() -> None:
    text = "Dag\n-----Oorspronkelijk bericht-----\nVan: Saskia Wielwaal\nAan: Piet"
    assert [block.rule for block in split_blocks(text)] == [False, True, False]


@given(st.text(alphabet="a> \n", max_size=200))
def test_blocks_keep_every_letter(text: str) -> None:
    kept = "".join(line for block in split_blocks(text) for line in block.lines)
    assert kept.count("a") == text.count("a")


def test_a_long_block_is_set_in_parts() -> None:
    blocks = split_blocks("woord " * 5000)
    assert len(blocks) > 5
    assert [block.continues for block in blocks] == [False] + [True] * (len(blocks) - 1)
    assert "".join(line for block in blocks for line in block.lines).split() == ["woord"] * 5000


@pytest.mark.parametrize(
    ("content", "declared", "text"),
    [
        ("Zoë €".encode(), "", "Zoë €"),
        ("Zoë €".encode("cp1252"), "", "Zoë €"),
        ("Zoë €".encode("cp1252"), "iso-8859-1", "Zoë €"),
        ("Zoë".encode(), "iso-8859-1", "Zoë"),
        ("Zoë".encode("utf-16"), "utf-16", "Zoë"),
        ("日本".encode("iso2022_jp"), "iso-2022-jp", "日本"),
        ("Łódź".encode("iso8859-2"), "ISO-8859-2", "Łódź"),
        (b"Zo\xc3\xab", "onzin", "Zoë"),
        (b"abc", "punycode", "abc"),
        (b"\x81", "utf-8", "\ufffd"),
    ],
)
def test_bytes_become_text_whatever_is_declared(content: bytes, declared: str, text: str) -> None:
    assert decode(content, declared) == text
