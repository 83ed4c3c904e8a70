"""The text that a copier laid over its scan: kept where it makes sense, else read again."""

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from tests.pdf.scans import LINES, NAMES, misread, picture, scan
from woo.pdf.reading.ocr import Layered, add_text_layer
from woo.pdf.reading.textlayer import TextPage, read_pages
from woo.pdf.reading.unread import pages_to_read
from woo.pipeline.loose import Wish, check_pdf, redact_pdf


def _read(path: Path) -> TextPage:
    return next(read_pages(path))


def test_a_layer_that_makes_sense_is_trusted(tmp_path: Path) -> None:
    assert pages_to_read(scan(tmp_path / "in.pdf", picture(), layer=LINES)) == ()


@pytest.mark.slow
def test_a_layer_of_rubbish_makes_way_for_our_own_reading(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "uit.pdf"
    scan(source, picture(), layer=misread())
    assert pages_to_read(source) == (1,)
    assert add_text_layer(source, out, [1]) == Layered((1,))
    page = _read(out)
    assert all(name in page.text for name in NAMES)
    rubbish = set(" ".join(misread()).split()) - set(" ".join(LINES).split())
    assert not rubbish & set(page.text.split())
    assert pages_to_read(out) == ()
    with pymupdf.open(source) as before, pymupdf.open(out) as after:
        assert before[0].get_pixmap().samples == after[0].get_pixmap().samples


@pytest.mark.slow
def test_a_page_number_over_a_scan_is_no_reading_of_it(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "uit.pdf"
    scan(source, picture(), layer=["", "- 12 -"])
    assert add_text_layer(source, out, pages_to_read(source)) == Layered((1,))
    assert all(name in _read(out).text for name in NAMES)


@pytest.mark.slow
def test_what_only_the_old_layer_saw_is_kept(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "uit.pdf"
    scan(source, picture(), layer=[*misread(), "", "", "Zwartkruis"])
    add_text_layer(source, out, [1])
    places = [one.box(one.text.index("Zwartkruis")) for one in map(_read, (source, out))]
    assert places[0]
    assert places[1]
    assert abs(places[0].x0 - places[1].x0) < 2
    assert abs(places[0].y1 - places[1].y1) < 6


@pytest.mark.slow
def test_a_layer_inside_a_form_is_taken_out(tmp_path: Path) -> None:
    plain, source, out = (tmp_path / name for name in ("plat.pdf", "in.pdf", "uit.pdf"))
    scan(plain, picture(), layer=misread())
    with pikepdf.open(plain) as pdf:
        page = pdf.pages[0]
        form = page.as_form_xobject()
        form.write(form.read_bytes())  # until now it shares the content of the page
        page.obj.Contents = pdf.make_stream(b"q /Fm0 Do Q")
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm0=form))
        pdf.save(source)
    add_text_layer(source, out, pages_to_read(source))
    assert "Wiersinga" in _read(out).text
    assert "Wicrsirigu" not in _read(out).text


@pytest.mark.slow
def test_a_layer_woven_into_text_that_shows_stays(tmp_path: Path) -> None:
    plain, source, out = (tmp_path / name for name in ("plat.pdf", "in.pdf", "uit.pdf"))
    scan(plain, picture(), layer=misread())
    with pikepdf.open(plain) as pdf:
        page = pdf.pages[0]
        content = page.obj.Contents
        parts = [content] if isinstance(content, pikepdf.Stream) else list(content)
        data = b"\n".join(part.read_bytes() for part in parts)
        assert data.count(b"ET") == len(misread())
        page.obj.Contents = pdf.make_stream(data.replace(b"ET", b"0 Tr 0 -700 Td <20> Tj ET", 1))
        pdf.save(source)
    add_text_layer(source, out, pages_to_read(source))
    assert "Wicrsirigu" in _read(out).text
    assert "Wiersinga" not in _read(out).text
    assert pages_to_read(out) == (1,)


@pytest.mark.slow
def test_what_the_layer_hid_is_redacted_and_shown_to_be_gone(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "uit.pdf"
    scan(source, picture(), layer=misread())
    wish = Wish(("Wiersinga", "Zwartkruis"), detect=False, ground="5.1.2e")
    done = redact_pdf(source, out, wish)
    assert done.marks == 1
    assert [one for one in done.warnings if one.startswith("Term")] == [
        "Term 2 van de 2 is niet gevonden. Controleer hoe hij is geschreven."
    ]
    assert not [one for one in done.warnings if "slecht leesbaar" in one]
    assert [leak.rule for leak in check_pdf(out, ["Wiersinga"])] == []
    (box,) = done.areas
    with pymupdf.open(out) as made:
        clip = pymupdf.Rect(box.box.x0, box.box.y0, box.box.x1, box.box.y1)
        assert min(made[0].get_pixmap(clip=clip).samples) < 60
    assert "Wiersinga" not in _read(out).text
    assert "Wicrsirigu" not in _read(out).text
    assert "Tjoelker" in _read(out).text
