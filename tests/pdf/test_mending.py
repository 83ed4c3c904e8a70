"""Files that one engine opens and another does not."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.vectors.maker import SECRET, Pdf, plain
from woo.errors import RefusedError, UnreadableError
from woo.pdf.reading.mending import mend
from woo.pdf.reading.textlayer import read_pages
from woo.pdf.removing.drawing import label_font
from woo.pdf.removing.raster import rasterise_pages


def test_whole_file_stays_as_it_is(tmp_path: Path) -> None:
    source = tmp_path / "in.pdf"
    source.write_bytes(plain().save())
    assert mend(source, tmp_path / "out.pdf") == source


def test_file_that_pdfium_cannot_open_is_written_anew(tmp_path: Path) -> None:
    source, target = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(b"X-Spam: no\n" * 200 + plain().save())
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(source)
    assert mend(source, target) == target
    assert SECRET in next(read_pages(target)).text
    assert len(pypdfium2.PdfDocument(target)) == 1


def test_file_that_is_no_pdf_is_unreadable(tmp_path: Path) -> None:
    source = tmp_path / "in.pdf"
    source.write_bytes(b"geen pdf")
    with pytest.raises(UnreadableError):
        mend(source, tmp_path / "out.pdf")


def test_file_that_cannot_be_written_as_pictures_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "in.pdf"
    made = plain()
    made.pdf.Root.Extra = made.indirect(Sleutel=pikepdf.Name("/Waarde"))
    data = made.save(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    source.write_bytes(data.replace(b"/Sleutel /Waarde", b" Sleutel /Waarde"))
    with pytest.raises(RefusedError):
        rasterise_pages(source, tmp_path / "out.pdf", [1])


def test_font_of_the_labels_says_nothing_about_its_makers() -> None:
    made = Pdf()
    font = label_font(made.pdf, ["5.1.2e"]).resource
    program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes().replace(b"\0", b"")
    assert b"glyf" in program
    assert b"Licen" not in program
    assert b"oftware" not in program
