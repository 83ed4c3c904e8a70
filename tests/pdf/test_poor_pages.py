"""Which pages are told to have been read badly, and how."""

import pytest

from woo.pdf.reading.poorpages import are_unsure, is_poor, poor_note
from woo.pdf.reading.tesseract import Word
from woo.pdf.reading.textlayer import TextPage

_RUBBISH = "vcrgudcrirg gcmccritc wutcrscbup bccft vuurt dut mcvr0uw uurilcg bcslurt " * 1
_TEXT = " ".join(f"{word}{ending}" for word in _RUBBISH.split() for ending in ("", "q", "xz"))


def _words(count: int, confidence: int) -> list[Word]:
    box = (0.0, 0.0, 0.1, 0.1)
    return [Word("Wiersinga", box, (0, 0), (1, 0), (0, 1), 0, confidence, 20)] * count


@pytest.mark.parametrize(
    ("sure", "unsure", "expected"), [(100, 5, False), (100, 20, True), (0, 39, False)]
)
def test_pages_of_names_by_how_sure_tesseract_is(sure: int, unsure: int, expected: bool) -> None:
    assert are_unsure([*_words(sure, 95), *_words(unsure, 30)]) is expected


def test_only_what_was_recognised_is_judged() -> None:
    assert is_poor(TextPage(1, _TEXT, (), unseen=((0, len(_TEXT)),)))
    assert not is_poor(TextPage(1, _TEXT, ()))


def test_the_note_names_the_pages() -> None:
    assert poor_note([]) == ()
    assert poor_note([3])[0].startswith("Pagina 3 is slecht leesbaar: ")
    assert poor_note({7, 3})[0].startswith("Pagina 3 en 7 zijn slecht leesbaar: ")
    assert poor_note([2, 3, 4, 5, 9])[0].startswith("Pagina 2 t/m 5 en 9 zijn slecht leesbaar: ")
