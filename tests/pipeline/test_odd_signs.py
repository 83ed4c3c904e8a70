"""Signs that detection reads as others are still the ones on the page when it is redacted."""

from pathlib import Path

import pymupdf

from tests.pdf.test_stretched import page_with, stretched
from woo.pdf.reading.textlayer import read_pages
from woo.pipeline.loose import Wish, redact_pdf


def redacted(source: Path) -> tuple[str, tuple[str, ...]]:
    """What is left to read, and the warnings."""
    out = source.with_name("gelakt.pdf")
    report = redact_pdf(source, out, Wish(terms=(), detect=True, ground="5.1.2e"))
    return " ".join(page.text for page in read_pages(out)), report.warnings


def test_a_name_in_a_stretched_line_goes_and_the_page_keeps_its_text(tmp_path: Path) -> None:
    source = tmp_path / "brief.pdf"
    page_with(source, stretched(["heer", "Alphons", "Kerstens,", "hoofdagent,"], gap=14.0))
    left, warnings = redacted(source)
    assert "Alphons" not in left
    assert "Kerstens" not in left
    assert "hoofdagent" in left
    assert not any("afbeelding" in one for one in warnings)


def test_a_name_with_spaces_that_do_not_break_goes_and_the_page_keeps_its_text(
    tmp_path: Path,
) -> None:
    source = tmp_path / "brief.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        writer = pymupdf.TextWriter(page.rect)
        line = "Ik sprak met mevrouw Lotte\u00a0van\u00a0Dijkhuizen daarover, en zij komt terug."
        writer.append((60, 100), line, font=pymupdf.Font("helv"))
        writer.write_text(page)
        document.save(source)
    assert "\u00a0" in next(iter(read_pages(source))).text
    left, warnings = redacted(source)
    assert "Lotte" not in left
    assert "Dijkhuizen" not in left
    assert "terug" in left
    assert not any("afbeelding" in one for one in warnings)
