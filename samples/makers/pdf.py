"""Letters and the report: Typst source to PDF, with the program's own typesetting."""

from pathlib import Path

from woo.pdf.typesetting import typeset


def make_pdf(path: Path) -> bytes:
    """The PDF of a Typst source; ministry letters get the shared layout in front."""
    source = path.read_text(encoding="utf-8")
    if "letter.with" in source:
        source = path.with_name("huisstijl.typ").read_text(encoding="utf-8") + source
    return typeset(source)
