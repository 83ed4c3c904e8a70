"""The least that a drafting tool does: import the libraries, compile, write.

``python bench/bare_typst.py SOURCE.typ OUT.pdf FONTS``.
"""

import sys
from pathlib import Path

import click  # noqa: F401 - what importing it takes is what is measured
import jinja2  # noqa: F401 - likewise
import typst

source, out, fonts = map(Path, sys.argv[1:])
pdf = typst.compile(  # type: ignore[misc]
    source.read_bytes(),
    font_paths=[fonts],
    ignore_system_fonts=True,
    pdf_standards=["a-2a", "ua-1"],
)
out.write_bytes(pdf)
