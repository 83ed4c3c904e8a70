"""Lines of which the words were moved: only secrets may be missing, and nothing out of order."""

from pathlib import Path

import pytest

from tests.verify.samples import add_content, changed, text
from woo.model.geometry import Area, Box
from woo.verify.respaced import is_cut_from
from woo.verify.verify import verify

STRIP = Area(1, Box(40, 389, 380, 404))
AREA = Area(1, Box(92, 389, 140, 404))
SECRETS = ("zwaanhoven",)
_ABOVE = text("Aan de hoge bomen", x=60, y=112.5)


def _rules(after: bytes, folder: Path, *, respaced: bool = True) -> set[str]:
    before = _ABOVE + text("mevr. Zwaanhoven komt langs", x=60, y=100)
    (folder / "a.pdf").write_bytes(changed(lambda pdf: add_content(pdf, before)))
    box = b"0 g 92 96 48 15 re f 1 g " + text("5.1.2e", x=100, y=101, size=8)
    (folder / "b.pdf").write_bytes(changed(lambda pdf: add_content(pdf, after + box)))
    leaks = verify(
        folder / "b.pdf",
        {"Zwaanhoven": 0},
        areas=[AREA],
        original=folder / "a.pdf",
        respaced=[STRIP] if respaced else [],
    )
    return {leak.rule for leak in leaks}


def _line(first: str, rest: str) -> bytes:
    return _ABOVE + text(first, x=60, y=100) + text(rest, x=200, y=100)


def test_words_that_moved_are_clean(tmp_path: Path) -> None:
    assert _rules(_line("mevr. ", "komt langs"), tmp_path) == set()


def test_the_same_move_is_seen_where_no_line_was_respaced(tmp_path: Path) -> None:
    assert _rules(_line("mevr. ", "komt langs"), tmp_path, respaced=False)


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("mevr. ", "omt langs"),
        ("mevr. ", "komt lang"),
        ("mev. ", "komt langs"),
        ("mevr. ", "langs komt"),
        ("mevr. ", "komt langsz"),
    ],
)
def test_a_letter_lost_added_or_out_of_order(first: str, rest: str, tmp_path: Path) -> None:
    assert "neighbour-lost" in _rules(_line(first, rest), tmp_path)


def test_a_line_elsewhere_must_still_look_the_same(tmp_path: Path) -> None:
    moved = text("Aan de hoge bomen", x=90, y=112.5)
    after = moved + text("mevr. ", x=60, y=100) + text("komt langs", x=200, y=100)
    assert "picture-changed" in _rules(after, tmp_path)


@pytest.mark.parametrize(
    ("pieces", "whole", "is_cut"),
    [
        (["mevr", "komt"], "mevrzwaanhovenkomt", True),
        (["", "komt"], "hovenkomt", True),  # the end of a name that began on the line above
        (["mevr", ""], "mevrzwaan", True),
        (["a", "en", "b"], "azwaanhovenenzwaanhovenb", True),
        (["mevr", "omt"], "mevrzwaanhovenkomt", False),
        (["mevr", "komt"], "mevrbomenkomt", False),
        (["komt", "mevr"], "mevrzwaanhovenkomt", False),
        (["mevr"], "mevrzwaanhoven", False),
    ],
)
def test_what_is_left_of_a_line(pieces: list[str], whole: str, is_cut: bool) -> None:
    assert is_cut_from(pieces, whole, SECRETS) is is_cut


def test_a_box_of_the_cell_before_it_may_reach_into_a_line(tmp_path: Path) -> None:
    before = text("Kees", x=30, y=100) + text("Zwaanhoven komt", x=92, y=100)
    (tmp_path / "a.pdf").write_bytes(changed(lambda pdf: add_content(pdf, before)))
    boxes = [Area(1, Box(28, 389, 70, 404)), AREA]
    after = b"0 g 28 96 42 15 re f 92 96 48 15 re f 1 g "
    after += text("5.1.2e", x=40, y=101, size=8) + text("5.1.2e", x=100, y=101, size=8)
    after += b"0 g " + text("komt", x=200, y=100)
    (tmp_path / "b.pdf").write_bytes(changed(lambda pdf: add_content(pdf, after)))
    leaks = verify(
        tmp_path / "b.pdf",
        {"Zwaanhoven": 0, "Kees": 0},
        areas=boxes,
        original=tmp_path / "a.pdf",
        respaced=[Area(1, Box(60, 389, 380, 404))],
    )
    assert [leak.rule for leak in leaks] == []
