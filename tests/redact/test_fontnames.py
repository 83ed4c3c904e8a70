"""An embedded font keeps what it draws with, and nothing that it says."""

import io

import pytest
from fontTools.ttLib import TTFont

from tests.vectors import SECRET
from tests.vectors.letters import subset
from woo.pdf.rebuilding.fontnames import without_names


def named() -> bytes:
    program, _, _ = subset("abcdefg")
    font = TTFont(io.BytesIO(program))
    font["name"].setName(SECRET, 1, 3, 1, 0x409)
    written = io.BytesIO()
    font.save(written)
    return written.getvalue() + SECRET.encode()


@pytest.mark.slow
def test_names_and_loose_bytes_go_and_the_glyphs_stay() -> None:
    before = named()
    after = without_names(before)
    assert SECRET.encode("utf-16-be") in before
    assert SECRET.encode() not in after
    assert SECRET.encode("utf-16-be") not in after
    old, new = TTFont(io.BytesIO(before)), TTFont(io.BytesIO(after), checkChecksums=2)
    assert "name" not in new
    for table in ("glyf", "loca", "hmtx", "cmap", "maxp"):
        assert new.getTableData(table) == old.getTableData(table)


def test_it_is_the_same_the_second_time() -> None:
    once = without_names(named())
    assert without_names(once) == once


def test_strings_and_comments_in_a_type_1_program_become_spaces() -> None:
    program = (
        f"%!PS-AdobeFont-1.0: {SECRET} 001.001\n% van {SECRET}\n"
        f"/FontInfo 2 dict dup begin /Notice ({SECRET} \\) x) def end\n"
        "/Encoding StandardEncoding def currentfile eexec"
    ).encode() + b"\x01(\x02%\x03"
    after = without_names(program)
    assert len(after) == len(program)
    assert SECRET.encode() not in after
    assert after.startswith(b"%!PS-AdobeFont-1.0")
    assert after.endswith(b"/Encoding StandardEncoding def currentfile eexec\x01(\x02%\x03")


def test_a_program_of_another_kind_or_a_damaged_one_stays_as_it_is() -> None:
    assert without_names(b"\x01\x00\x04\x01CFF") == b"\x01\x00\x04\x01CFF"
    assert without_names(b"\x00\x01\x00\x00\x00\x09") == b"\x00\x01\x00\x00\x00\x09"
