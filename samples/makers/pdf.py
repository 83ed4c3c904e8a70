"""Letters and the report: Typst source to PDF, with the program's own typesetting."""

from datetime import datetime
from pathlib import Path

from woo.pdf.making.typesetting import typeset


def make_pdf(path: Path) -> bytes:
    """The PDF of a Typst source; ministry letters get the shared layout in front."""
    source = path.read_text(encoding="utf-8")
    if "letter.with" in source:
        source = path.with_name("huisstijl.typ").read_text(encoding="utf-8") + source
    return typeset(source)


def with_date(pdf: bytes, moment: datetime) -> bytes:
    """The PDF with its own date: reportlab's fixed output always says 1 January 2000.

    As long as the old date, so every offset in the file stays right.
    """
    return pdf.replace(b"D:20000101000000", f"D:{moment:%Y%m%d%H%M%S}".encode())
