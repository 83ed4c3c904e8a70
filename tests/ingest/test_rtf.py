"""The RTF of Outlook: unpacked, and read as text or as the HTML in it."""

import contextlib
import struct
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.outlook import packed_rtf
from woo.errors import UnreadableError
from woo.ingest.outlook.compressed_rtf import unpack_rtf
from woo.ingest.outlook.rtf_text import rtf_to_text

HEAD = rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Times CE;}}"

MARKS = [b"{", b"}", b"\\", b"\\par", b"\\u", b"\\u99999999 ", b"\\'", b"\\'e9", b"\\*", b"a"]
MARKS += [b"\\fromhtml1", b"\\htmlrtf", b"\\htmltag1 ", b"\\fonttbl", b"\\f1", b"\\fcharset128 "]
MARKS += [b"\\ansicpg99999 ", b"\\uc-1 ", b"\\bin9 ", b"\\bin99999999 ", b"\xff\x00"]


def packed(body: bytes, size: int, kind: bytes = b"LZFu") -> bytes:
    return struct.pack("<II4sI", len(body) + 12, size, kind, 0) + body


@pytest.mark.parametrize(
    ("content", "rtf"),
    [  # [MS-OXRTFCP] 3.1 and 3.2
        (
            "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c0900206277"
            "05b06c647d0a800fa0",
            b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
        ),
        (
            "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0",
            b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}",
        ),
    ],
)
def test_the_examples_of_the_specification_are_unpacked(content: str, rtf: bytes) -> None:
    assert unpack_rtf(bytes.fromhex(content))[: len(rtf)] == rtf


def test_what_is_not_compressed_is_given_as_it_is() -> None:
    assert unpack_rtf(packed(b"{\\rtf1 a}rest", 9, b"MELA")) == b"{\\rtf1 a}"


@given(st.binary(max_size=5000))
def test_single_bytes_come_out_as_they_went_in(content: bytes) -> None:
    assert unpack_rtf(packed_rtf(content)) == content


@given(st.binary(max_size=300), st.integers(0, 10_000))
def test_no_stream_breaks_the_unpacking(body: bytes, size: int) -> None:
    assert len(unpack_rtf(packed(body, size))) <= size
    with contextlib.suppress(UnreadableError):
        unpack_rtf(body)


def test_a_stream_that_says_it_is_endless_is_refused() -> None:
    with pytest.raises(UnreadableError, match="te lang"):
        unpack_rtf(packed(b"\xff" * 100, 2**32 - 1))


def test_text_is_read_with_its_signs_and_line_breaks() -> None:
    rtf = HEAD + (
        rb"{\stylesheet{\s0 Standaard;}}{\*\generator Riched20;}\pard\f0 Dag Jo\'eblle,\par "
        rb"{\b vet}\tab {\f1 Zden\'eck}\line \u8364? 5 \u-10179?\u-8704? \{x\}\~y\par "
        rb"{\field{\*\fldinst HYPERLINK mailto:geheim}{\fldrslt hier}}"
        b"\r\n"
        rb"{\pict\bin6 }}{\}}weg} en {\*\onbekend niet}wel\par}"
    )
    assert rtf_to_text(rtf).split("\n") == [
        "Dag Joëlle,",
        "vet\tZdeněk",
        "€ 5 😀 {x}\u00a0y",
        "hier en wel",
    ]


def test_signs_of_two_bytes_are_read_together() -> None:
    rtf = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset128 MS Gothic;}}\f0 \'93\'fa\'96\'7b}"
    assert rtf_to_text(rtf) == "日本"


def test_html_put_away_in_it_comes_out_once() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}"
        rb"{\*\htmltag18 <html>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Dag Jo\'eblle"
        rb"{\*\htmltag84 &amp;}\htmlrtf &\htmlrtf0  Teun{\*\htmltag72 </p>}\htmlrtf \par}\htmlrtf0 "
        rb"{\*\mhtmltag84 <b>}{\*\htmltag64 <p>}Groet\htmlrtf  dubbel\htmlrtf0{\*\htmltag72 </p>}}"
    )
    assert rtf_to_text(rtf) == "Dag Joëlle& Teun\n\nGroet"


@settings(deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=60).map(b"".join))
def test_no_marks_break_the_reading(rtf: bytes) -> None:
    rtf_to_text(rtf)


@pytest.mark.slow
@pytest.mark.parametrize("piece", [b"\\'41", b"\\u8364?", b"{x}", b"\\bin1 x", b"\\", b"\\f1 a"])
def test_a_million_marks_take_no_endless_time(piece: bytes) -> None:
    began = time.process_time()
    rtf_to_text(b"{\\rtf1 " + piece * 200_000)
    assert time.process_time() - began < 5


def test_groups_nested_without_end_are_refused() -> None:
    with pytest.raises(UnreadableError, match="genest"):
        rtf_to_text(b"{" * 3_000)
