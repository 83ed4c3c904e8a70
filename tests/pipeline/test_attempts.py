"""What cannot be taken out piece by piece comes out as a picture, or does not come out."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.vectors import SECRET, VECTORS
from tests.vectors.checker import places
from tests.vectors.maker import REST, SENTENCE, Pdf
from woo.errors import MissingError, RefusedError
from woo.model.decision import Region
from woo.model.report import Route
from woo.pdf.reading.ocr import add_text_layer
from woo.pipeline import attempts
from woo.pipeline.loose import Wish, redact_pdf
from woo.pipeline.picturing import known_places
from woo.reference.leak_rules import all_leak_rules

WISH = Wish((SECRET,), detect=False, ground="5.1.2e")


@pytest.mark.slow
def test_a_page_that_cannot_be_cleaned_becomes_a_picture(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(VECTORS["name_of_a_graphics_state"]())
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
    source.write_bytes(VECTORS["name_of_a_graphics_state"]())
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


@pytest.mark.slow
def test_what_is_still_seen_on_a_picture_goes_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The recognition that gives a picture its text misses a name that the verifier reads."""
    calls = list[int]()

    def misses_once(source: Path, target: Path, pages: Sequence[int]) -> object:
        calls.append(1)
        if len(calls) == 1:
            target.write_bytes(source.read_bytes())
            return True
        return add_text_layer(source, target, pages)

    monkeypatch.setattr(attempts, "add_text_layer", misses_once)
    monkeypatch.setattr(attempts, "known_places", only_later(calls, known_places))
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(VECTORS["name_of_a_graphics_state"]())
    redact_pdf(source, out, WISH)
    assert len(calls) > 1
    assert places(out, SECRET) == set()


def only_later(calls: list[int], real: Callable[..., Iterator[Region]]) -> Callable[..., object]:
    """Knows no places until text was recognised twice."""
    return lambda *given: real(*given) if len(calls) > 1 else iter(())
