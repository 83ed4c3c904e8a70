"""Text keeps its place when MuPDF takes out what stands before a change of size."""

import pytest

from woo.pdf.removing.settling import changes_size_in_line

CONTENTS = {
    "one size": (b"BT /F1 11 Tf 80 300 Td (a) Tj (b) Tj ET", False),
    "a size for each line": (b"BT /F1 11 Tf (a) Tj 0 -9 Td /F1 6 Tf (b) Tj ET", False),
    "a size for each block": (b"BT /F1 11 Tf (a) Tj ET BT /F1 6 Tf (b) Tj ET", False),
    "a superscript": (b"BT /F1 11 Tf (a) Tj 4 Ts /F1 6 Tf (12) Tj ET", True),
    "another stretch": (b"BT /F1 11 Tf [(a)-20(b)]TJ 50 Tz[(12)]TJ ET", True),
    "a change that no text follows": (b"BT /F1 11 Tf (a) Tj /F1 6 Tf ET", False),
    "a quoted line": (b"BT /F1 11 Tf (a) Tj /F1 6 Tf (b) ' ET", False),
    "no text": (b"0 0 10 10 re f", False),
}


@pytest.mark.parametrize(("contents", "expected"), CONTENTS.values(), ids=CONTENTS.keys())
def test_a_change_of_size_between_strings_is_noticed(contents: bytes, expected: bool) -> None:
    assert changes_size_in_line(contents) is expected
