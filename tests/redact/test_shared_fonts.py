"""Fonts of one page that share their widths, as PyMuPDF writes the boxes of a page in HTML."""

from pathlib import Path

import pymupdf

from tests.redact.terms import redact_terms
from woo.model.report import Route
from woo.verify.verify import verify

NAME = "Zwartkruis"


def test_each_keeps_the_widths_of_its_own_letters(tmp_path: Path) -> None:
    made = pymupdf.open()
    page = made.new_page()
    letter = f"Geachte mevrouw {NAME}, vandaag schrijven wij u over de voortgang van uw zaak."
    page.insert_htmlbox((60, 60, 400, 200), letter)
    page.insert_htmlbox((420, 60, 560, 200), "Bijlagen: twee")
    page.insert_htmlbox((60, 780, 400, 800), "1 van 1")
    source, out = tmp_path / "in.pdf", tmp_path / "uit.pdf"
    made.subset_fonts()
    made.save(source, garbage=3)  # what is equal becomes one: the descendant font, not its use
    report = redact_terms(source, [NAME], out)
    assert all(Route.RASTER not in page.routes for page in report.page_reports)
    leaks = verify(out, {NAME: 0}, areas=report.areas, original=source, respaced=report.respaced)
    assert leaks == ()
