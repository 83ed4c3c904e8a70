"""Signatures: found as a picture, as lines and in a scan; print, logos and photographs are none."""

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from tests.pdf.signed_letters import (
    CLOSING,
    NAME,
    a_logo,
    a_rule,
    as_lines,
    as_picture,
    letter,
    nothing,
)
from woo.model.geometry import Area
from woo.pdf.reading.handwriting import may_be_signed, signatures
from woo.pdf.reading.ocr import add_text_layer


def _covers(areas: tuple[Area, ...]) -> bool:
    """Whether one box holds most of the place of the signature and none the printed name."""
    boxes = [area.box for area in areas]
    clear = all(box.y1 < 403 or box.y0 > 412 or box.x0 > 160 for box in boxes)
    return clear and any(box.width > 90 and box.height > 25 for box in boxes)


@pytest.mark.parametrize("sign", [as_picture, as_lines])
@pytest.mark.parametrize("closing", [CLOSING, "Hoogachtend,", "Kind regards,", "namens deze,"])
def test_a_signature_below_a_closing(
    tmp_path: Path, sign: Callable[[pymupdf.Page], None], closing: str
) -> None:
    assert _covers(signatures(letter(tmp_path / "brief.pdf", sign, closing), [1]))


@pytest.mark.parametrize("sign", [nothing, a_rule, a_logo])
def test_what_is_no_signature(tmp_path: Path, sign: Callable[[pymupdf.Page], None]) -> None:
    assert signatures(letter(tmp_path / "brief.pdf", sign), [1]) == ()


def test_a_signature_beside_its_label(tmp_path: Path) -> None:
    path = letter(tmp_path / "formulier.pdf", as_picture, "Handtekening:")
    assert _covers(signatures(path, [1]))


def test_a_page_that_is_turned(tmp_path: Path) -> None:
    def turned(page: pymupdf.Page) -> None:
        as_picture(page)
        page.set_rotation(90)

    assert _covers(signatures(letter(tmp_path / "brief.pdf", turned), [1]))


def test_a_picture_in_the_middle_of_a_text_is_no_signature(tmp_path: Path) -> None:
    assert signatures(letter(tmp_path / "brief.pdf", as_picture, "Het plan is klaar."), [1]) == ()


@pytest.mark.slow
def test_a_signature_in_a_scan(tmp_path: Path) -> None:
    written = letter(tmp_path / "brief.pdf", as_picture)
    scan, read = tmp_path / "scan.pdf", tmp_path / "gelezen.pdf"
    with pymupdf.open(written) as document, pymupdf.open() as scanned:
        picture = document[0].get_pixmap(dpi=150).tobytes("jpg")
        page = scanned.new_page()
        page.insert_image(page.rect, stream=picture)
        scanned.save(scan)
    assert add_text_layer(scan, read, [1]).pages
    assert _covers(signatures(read, [1]))


def test_only_pages_with_a_closing_or_a_label_are_looked_at() -> None:
    pages = ["Verslag", f"Dank.\n{CLOSING}\n{NAME}", "Paraaf chef\n", "De groeten aan je moeder"]
    assert may_be_signed(pages) == {2, 3}
