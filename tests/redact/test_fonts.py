"""Letters that only the secret used are gone from fonts, and the other letters still draw."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from tests.redact.outlines import fonts, names, outlines
from tests.redact.producers import LINES, QUICK, SECRET, SLOW, reportlab_truetype, typst
from tests.redact.terms import GROUND, redact_terms
from woo.errors import RefusedError

_SHOWN = set("".join(LINES).replace(SECRET, "")) - {" "}
_GONE = set(SECRET) - _SHOWN
PRODUCERS = [
    *QUICK.items(),
    *(pytest.param(*pair, marks=pytest.mark.slow, id=pair[0]) for pair in SLOW.items()),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make"), PRODUCERS)
def test_letters_of_the_secret_leave_the_fonts(
    name: str, make: Callable[[Path], bytes], tmp_path: Path
) -> None:
    source, out = _redacted(make, tmp_path)
    before, after = outlines(source), outlines(out)
    if name in {"reportlab_type1", "reportlab_truetype"}:  # these hold many more letters
        assert before > 90
        assert after - len(_SHOWN) in {0, 1}  # .notdef
    elif name != "reportlab_standard":
        assert before - after == len(_GONE)
    assert not {letter for letter in _GONE if letter in names(out)}
    assert _letters(out) == _letters(source) - Counter(SECRET) + Counter(GROUND.code)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make"), PRODUCERS)
def test_the_other_letters_draw_as_they_did(
    name: str, make: Callable[[Path], bytes], tmp_path: Path
) -> None:
    source, out = _redacted(make, tmp_path)
    line = _line_without_the_secret(source)
    assert _picture(source, line) == _picture(out, line)
    assert set(_picture(out, line)) != {255}


def _redacted(make: Callable[[Path], bytes], folder: Path) -> tuple[Path, Path]:
    source, out = folder / "in.pdf", folder / "out.pdf"
    source.write_bytes(make(folder))
    redact_terms(source, [SECRET], out)
    return source, out


def _letters(path: Path) -> Counter[str]:
    text = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_bounded()
    return Counter("".join(text.split()))


def _line_without_the_secret(path: Path) -> tuple[int, int]:
    """The rows of the second line in a picture of the page."""
    page = pypdfium2.PdfDocument(path)[0]
    text = page.get_textpage()
    at = text.get_text_range().index(LINES[1])
    _, bottom, _, top = text.get_charbox(at)
    height = page.get_height()
    return int((height - top - 6) * 2), int((height - bottom + 6) * 2)


def _picture(path: Path, rows: tuple[int, int]) -> bytes:
    picture: Any = pypdfium2.PdfDocument(path)[0].render(scale=2).to_pil().convert("L")
    return bytes(picture.crop((0, rows[0], picture.width, rows[1])).tobytes())


def test_a_whole_font_stays_when_nothing_was_redacted(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(QUICK["reportlab_type1"](tmp_path))
    redact_terms(source, [], out)
    assert outlines(out) == outlines(source)


@pytest.mark.parametrize("make", [reportlab_truetype, typst])
def test_a_subset_that_cannot_be_read_is_refused_with_its_page(
    make: Callable[[Path], bytes], tmp_path: Path
) -> None:
    source = tmp_path / "in.pdf"
    source.write_bytes(make(tmp_path))
    _break_programs(source)
    with pytest.raises(RefusedError, match="lettertype") as caught:
        redact_terms(source, [SECRET], tmp_path / "out.pdf")
    assert caught.value.page == 1
    assert not (tmp_path / "out.pdf").exists()


def test_a_broken_font_that_is_no_subset_is_left_alone(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(QUICK["reportlab_type1"](tmp_path))
    _break_programs(source)
    redact_terms(source, [SECRET], out)
    assert any("/FontFile" in font.FontDescriptor for font in fonts(out))


def _break_programs(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for thing in pdf.objects:
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if isinstance(thing, pikepdf.Dictionary) and key in thing:
                    whole = thing[key].read_bytes()
                    thing[key].write(whole[: len(whole) // 8] + b"\xff" * 40)
        pdf.save(path)
