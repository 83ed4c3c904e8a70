"""What cannot be taken out piece by piece comes out as a picture, or does not come out."""

from pathlib import Path

import pytest

from tests.vectors import SECRET, VECTORS
from tests.vectors.checker import places
from tests.vectors.maker import REST, SENTENCE, Pdf
from woo.errors import MissingError, RefusedError
from woo.model.report import Route
from woo.pipeline import attempts
from woo.pipeline.loose import Wish, redact_pdf
from woo.reference.leak_rules import all_leak_rules

WISH = Wish((SECRET,), detect=False, ground="5.1.2e")


@pytest.mark.slow
def test_a_page_that_cannot_be_cleaned_becomes_a_picture(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(VECTORS["secret_as_a_marked_content_tag"]())
    report = redact_pdf(source, out, WISH)
    assert Route.RASTER in report.page_reports[0].routes
    assert "afbeelding" in report.warnings[0]
    assert places(out, SECRET) == set()


@pytest.mark.slow
def test_only_the_page_to_blame_becomes_a_picture(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    made = Pdf()
    made.page(SENTENCE + REST)
    made.page(SENTENCE + REST + "0 g 40 465 300 20 re f\n")  # a black box over text that stays
    source.write_bytes(made.save())
    report = redact_pdf(source, out, WISH)
    routes = [page.routes for page in report.page_reports]
    assert routes[0] == (Route.TEXT,)
    assert Route.RASTER in routes[1]
    assert places(out, SECRET) == set()


def test_without_text_recognition_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise MissingError("Tesseract ontbreekt.", "Installeer het.")

    monkeypatch.setattr(attempts, "add_text_layer", missing)
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(VECTORS["secret_as_a_marked_content_tag"]())
    with pytest.raises(RefusedError):
        redact_pdf(source, out, WISH)
    assert not out.exists()


def test_the_report_names_the_rules_that_were_checked(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    made = Pdf()
    made.page(SENTENCE + REST)
    source.write_bytes(made.save())
    report = redact_pdf(source, out, WISH)
    assert set(report.checked) <= set(all_leak_rules())
    assert {"secret-in-text", "text-under-box", "neighbour-lost"} <= set(report.checked)
    assert {"pymupdf", "pikepdf", "pypdf", "pypdfium2"} <= set(report.engines)
