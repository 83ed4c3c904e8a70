"""Every rule fires where it should, and stays silent in a twin that is right."""

from pathlib import Path

import pytest
from pikepdf import Array, Pdf

from tests.verify.bad_redactions import SHAPES, TWINS
from tests.verify.samples import changed
from woo.model.leak import Leak, Severity
from woo.verify.inspect import inspect

pytestmark = pytest.mark.slow

# What may be in any file: not in these.
_LEAKS = {"text-under-box", "unapplied-redaction"}


def _inspect(change: object, path: Path) -> tuple[Leak, ...]:
    path.write_bytes(changed(change))  # type: ignore[arg-type]
    return inspect(path)


@pytest.mark.parametrize("name", TWINS)
def test_fires(name: str, tmp_path: Path) -> None:
    rule, bad, _ = TWINS[name]
    severities = {leak.severity for leak in _inspect(bad, tmp_path / "a.pdf") if leak.rule == rule}
    assert severities
    if rule in _LEAKS:
        assert severities == {Severity.LEAK}


@pytest.mark.parametrize("name", TWINS)
def test_stays_silent(name: str, tmp_path: Path) -> None:
    rule, _, clean = TWINS[name]
    leaks = _inspect(clean, tmp_path / "a.pdf")
    assert rule not in {leak.rule for leak in leaks}
    assert not any(leak.severity is Severity.LEAK for leak in leaks)


@pytest.mark.parametrize("name", ["filled_rectangle", "polygon", "thick_line", "stamp_annotation"])
@pytest.mark.parametrize("angle", [90, 180, 270])
def test_on_a_turned_and_cropped_page(name: str, angle: int, tmp_path: Path) -> None:
    def turned(pdf: Pdf) -> None:
        TWINS[name][1](pdf)
        pdf.pages[0].Rotate = angle
        pdf.pages[0].CropBox = Array([20, 20, 380, 480])

    rules = {leak.rule for leak in _inspect(turned, tmp_path / "a.pdf")}
    assert "text-under-box" in rules


def test_a_media_box_in_the_page_tree(tmp_path: Path) -> None:
    def inherited(pdf: Pdf) -> None:
        TWINS["filled_rectangle"][1](pdf)
        pdf.Root.Pages.MediaBox = pdf.pages[0].obj.MediaBox
        del pdf.pages[0].obj["/MediaBox"]

    (leak,) = _inspect(inherited, tmp_path / "a.pdf")
    assert (leak.rule, leak.place) == ("text-under-box", "1,9 cm van links, 13,7 cm van boven")


def test_every_box_is_a_place(tmp_path: Path) -> None:
    def three(pdf: Pdf) -> None:
        for name in list(SHAPES)[:1]:
            TWINS[name][1](pdf)
        from tests.verify.samples import add_content, text

        for y in (150, 200):
            bar = f"0 g 55 {y - 4} 80 15 re f ".encode()
            add_content(pdf, text("Zwartkruis", y=y) + bar)

    leaks = _inspect(three, tmp_path / "a.pdf")
    assert [leak.rule for leak in leaks] == ["text-under-box"] * 3
    assert len({leak.place for leak in leaks}) == 3


def test_our_own_gaps_are_told_of_in_the_report_of_the_redaction(tmp_path: Path) -> None:
    def ours(pdf: Pdf) -> None:
        TWINS["gap_as_wide_as_the_name"][1](pdf)
        pdf.trailer.Info["/Producer"] = "woo"

    assert _inspect(ours, tmp_path / "a.pdf") == ()
