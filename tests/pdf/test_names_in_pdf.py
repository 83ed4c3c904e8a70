"""Names and numbers that a broken file gives are read, or refused with a reason."""

from pathlib import Path

import pikepdf
import pytest

from woo.errors import UnreadableError
from woo.pdf.reading.textlayer import open_pdf
from woo.pdf.trees import name_text


@pytest.mark.parametrize(
    ("written", "text"),
    [(b"/Arial", "Arial"), (b"/K#c3#b6ln", "Köln"), (b"/K#f6ln", "Köln"), (b"/A#20B", "A B")],
)
def test_a_name_is_read_in_whatever_bytes_it_is(written: bytes, text: str) -> None:
    assert name_text(pikepdf.Object.parse(written)) == text


def test_an_impossible_number_of_pages_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "in.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    path.write_bytes(path.read_bytes().replace(b"/Count 1", b"/Count 9999999999"))
    with pytest.raises(UnreadableError):
        open_pdf(path)
