"""With the original: what is outside the boxes has not changed."""

from pathlib import Path

import pytest
from pikepdf import Array, Pdf

from tests.verify.samples import add_content, changed, clean_pdf, text
from woo.model.geometry import Area, Box
from woo.pdf.removing.raster import rasterise_pages
from woo.verify.verify import verify

pytestmark = pytest.mark.slow

AREA = Area(1, Box(85, 389, 150, 404))
_LINES = b"".join(
    [
        text("Aan de hoge bomen", x=60, y=112.5),
        text("mevr. ", x=60, y=100),
        text("komt langs", x=160, y=100),
        text("op de lange dijk", x=60, y=87.5),
    ]
)


def _original(pdf: Pdf) -> None:
    add_content(pdf, _LINES + text("Zwaanhoven", x=88, y=100))


def _redacted(pdf: Pdf) -> None:
    box = b"0 g 85 96 65 15 re f 1 g "
    add_content(pdf, _LINES + box + text("5.1.2e", x=100, y=101, size=8))


def _rules(before: bytes, after: bytes, folder: Path) -> set[str]:
    (folder / "a.pdf").write_bytes(before)
    (folder / "b.pdf").write_bytes(after)
    leaks = verify(folder / "b.pdf", {"Zwaanhoven": 0}, areas=[AREA], original=folder / "a.pdf")
    return {leak.rule for leak in leaks}


def test_a_good_redaction_is_clean(tmp_path: Path) -> None:
    assert _rules(changed(_original), changed(_redacted), tmp_path) == set()


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_good_redaction_of_a_turned_and_cropped_page(angle: int, tmp_path: Path) -> None:
    def turned(pdf: Pdf) -> None:
        pdf.pages[0].Rotate = angle
        pdf.pages[0].CropBox = Array([30, 30, 380, 480])

    before, after = changed(turned, changed(_original)), changed(turned, changed(_redacted))
    assert _rules(before, after, tmp_path) == set()
    assert _rules(before, changed(_redacted), tmp_path) == set()


def test_a_lost_letter_next_to_the_box(tmp_path: Path) -> None:
    def shorter(pdf: Pdf) -> None:
        _redacted(pdf)
        data = pdf.pages[0].Contents[-1].read_bytes()
        pdf.pages[0].Contents[-1].write(data.replace(b"komt", b"omt"))

    assert "neighbour-lost" in _rules(changed(_original), changed(shorter), tmp_path)


def test_lost_line_above_the_box(tmp_path: Path) -> None:
    def shorter(pdf: Pdf) -> None:
        _redacted(pdf)
        data = pdf.pages[0].Contents[-1].read_bytes()
        pdf.pages[0].Contents[-1].write(data.replace(b"Aan de hoge bomen", b"Aan de hoge"))

    rules = _rules(changed(_original), changed(shorter), tmp_path)
    assert {"neighbour-lost", "picture-changed"} <= rules


def test_a_drawing_that_is_gone(tmp_path: Path) -> None:
    drawn = changed(lambda pdf: add_content(pdf, b"0.2 0.4 0.8 rg 250 150 60 60 re f"))
    rules = _rules(changed(_original, drawn), changed(_redacted), tmp_path)
    assert rules == {"picture-changed"}


def test_a_page_too_few(tmp_path: Path) -> None:
    def two(pdf: Pdf) -> None:
        _original(pdf)
        pdf.pages.append(pdf.pages[0])

    assert _rules(changed(two), changed(_redacted), tmp_path) == {"pages-differ"}


def test_another_page_size(tmp_path: Path) -> None:
    def larger(pdf: Pdf) -> None:
        _redacted(pdf)
        pdf.pages[0].MediaBox = Array([0, 0, 500, 500])

    assert _rules(changed(_original), changed(larger), tmp_path) == {"pages-differ"}


def test_a_clean_page_compared_with_itself(tmp_path: Path) -> None:
    assert _rules(clean_pdf(), clean_pdf(), tmp_path) == set()


def _in_the_tree(pdf: Pdf) -> None:
    pages = pdf.Root.Pages
    for key in ("/MediaBox", "/CropBox"):
        if key in pdf.pages[0]:
            pages[key] = pdf.pages[0].obj[key]
            del pdf.pages[0].obj[key]


@pytest.mark.parametrize("crop", [[0, 0, 400, 500], [30, 30, 380, 480]])
def test_page_with_its_boxes_in_the_page_tree(crop: list[int], tmp_path: Path) -> None:
    def cropped(pdf: Pdf) -> None:
        _original(pdf)
        pdf.pages[0].CropBox = Array(crop)
        _in_the_tree(pdf)

    def redacted(pdf: Pdf) -> None:
        _redacted(pdf)
        pdf.pages[0].CropBox = Array(crop)

    def shorter(pdf: Pdf) -> None:
        redacted(pdf)
        data = pdf.pages[0].Contents[-1].read_bytes()
        pdf.pages[0].Contents[-1].write(data.replace(b"komt", b"omt"))

    assert _rules(changed(cropped), changed(redacted), tmp_path) == set()
    assert _rules(changed(cropped), changed(_in_the_tree, changed(redacted)), tmp_path) == set()
    assert "neighbour-lost" in _rules(changed(cropped), changed(shorter), tmp_path)


def test_lost_letters_beside_boxes_that_overlap(tmp_path: Path) -> None:
    def shorter(pdf: Pdf) -> None:
        _redacted(pdf)
        data = pdf.pages[0].Contents[-1].read_bytes()
        pdf.pages[0].Contents[-1].write(data.replace(b"komt", b"omt"))

    (tmp_path / "a.pdf").write_bytes(changed(_original))
    # Nine boxes over one label: counted in each of them, it would use up letters that stay.
    areas = [Area(1, Box(85 + step / 10, 389, 150, 404)) for step in range(9)]
    for change, lost in ((_redacted, False), (shorter, True)):
        (tmp_path / "b.pdf").write_bytes(changed(change))
        leaks = verify(tmp_path / "b.pdf", {}, areas=areas, original=tmp_path / "a.pdf")
        assert ("neighbour-lost" in {leak.rule for leak in leaks}) == lost


def test_text_beyond_the_page_may_go(tmp_path: Path) -> None:
    def beyond(pdf: Pdf) -> None:
        _original(pdf)
        add_content(pdf, text("naast het blad", x=420, y=200))

    assert _rules(changed(beyond), changed(_redacted), tmp_path) == set()


def _as_picture(source: bytes, folder: Path) -> bytes:
    (folder / "bron.pdf").write_bytes(source)
    rasterise_pages(folder / "bron.pdf", folder / "beeld.pdf", [1])
    return (folder / "beeld.pdf").read_bytes()


_TABLE = b"0.25 w " + b"".join(b"60 %d m 300 %d l S " % (y, y) for y in range(200, 400, 9))


def test_a_table_that_became_a_picture_is_the_same_page(tmp_path: Path) -> None:
    page = changed(lambda pdf: add_content(pdf, _TABLE))
    (tmp_path / "a.pdf").write_bytes(page)
    (tmp_path / "b.pdf").write_bytes(_as_picture(page, tmp_path))
    leaks = verify(tmp_path / "b.pdf", {"x": 0}, areas=[AREA], original=tmp_path / "a.pdf")
    assert "picture-changed" not in {leak.rule for leak in leaks}


def test_a_picture_of_another_page_is_not(tmp_path: Path) -> None:
    page = changed(lambda pdf: add_content(pdf, _TABLE))
    other = changed(lambda pdf: add_content(pdf, _TABLE + b"60 250 40 8 re f"))
    (tmp_path / "a.pdf").write_bytes(page)
    (tmp_path / "b.pdf").write_bytes(_as_picture(other, tmp_path))
    leaks = verify(tmp_path / "b.pdf", {"x": 0}, areas=[AREA], original=tmp_path / "a.pdf")
    assert "picture-changed" in {leak.rule for leak in leaks}
