"""The width of a gap tells nothing: whoever stood there, the result is the same to the byte."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from tests.redact.terms import redact_terms
from tests.vectors.maker import Pdf
from woo.model.report import RedactionReport
from woo.verify.verify import verify

# All of one class: with the spaces beside them nearest to one step (4.5 em, 49.5 points).
NAMES = ("Zwartkruis", "Zwaan", "Zwagerman")
SIZE = 11.0
LEFT, RIGHT, TOP = 40.0, 370.0, 500.0
OTHERS = (
    "De minister heeft op het verzoek besloten en stuurt het stuk",
    "na overleg met de gemeente aan de Kamer, die er later over praat",
)
Set = Callable[[list[str], float, float], str]


@lru_cache
def helvetica() -> pymupdf.Font:
    return pymupdf.Font("helv")


def width(text: str) -> float:
    return float(helvetica().text_length(text, SIZE))


def shown(text: str) -> str:
    return "(" + text.replace("(", r"\(").replace(")", r"\)") + ")"


def in_one_string(words: list[str], x: float, y: float) -> str:
    return f"BT /F1 {SIZE} Tf {x:.3f} {y} Td {shown(' '.join(words))} Tj ET\n"


def by_matrix(words: list[str], x: float, y: float) -> str:
    """Every word placed by a matrix of its own, as Word and Chrome do."""
    out = f"BT /F1 {SIZE} Tf\n"
    for word in words:
        out += f"1 0 0 1 {x:.3f} {y} Tm {shown(word + ' ')} Tj\n"
        x += width(word + " ")
    return out + "ET\n"


def by_offset(words: list[str], x: float, y: float) -> str:
    """Every word placed from the word before it, and the next line from the last word."""
    out = f"BT /F1 {SIZE} Tf 13 TL {x:.3f} {y} Td\n"
    for word in words:
        out += f"{shown(word + ' ')} Tj {width(word + ' '):.3f} 0 Td\n"
    back = x - width("".join(word + " " for word in words)) - x
    return out + f"{back:.3f} -13 Td (Regel eronder) Tj T* (en nog een) Tj ET\n"


def by_letter(words: list[str], x: float, y: float) -> str:
    """Every letter placed by a matrix of its own."""
    out = f"BT /F1 {SIZE} Tf\n"
    for letter in " ".join(words):
        out += f"1 0 0 1 {x:.3f} {y} Tm {shown(letter)} Tj\n"
        x += width(letter)
    return out + "ET\n"


def by_coordinates(words: list[str], x: float, y: float) -> str:
    """Every word in a coordinate system of its own, as Typst sets runs."""
    out = ""
    for word in words:
        out += f"q 1 0 0 -1 {x:.3f} {y} cm BT /F1 {SIZE} Tf 1 0 0 -1 0 0 Tm {shown(word + ' ')} Tj ET Q\n"
        x += width(word + " ")
    return out


def with_kerning(words: list[str], x: float, y: float) -> str:
    """Words, and the letters in them, drawn together by numbers."""
    parts = " -278 ".join(f"{shown(word[:1])} 10 {shown(word[1:])}" for word in words)
    return f"BT /F1 {SIZE} Tf {x:.3f} {y} Td [{parts}] TJ ET\n"


def filled_by_word_spacing(words: list[str], x: float, y: float) -> str:
    """A line filled out to the right margin, with one width of space for the line."""
    extra = (RIGHT - x - width(" ".join(words))) / (len(words) - 1)
    return f"BT /F1 {SIZE} Tf {extra:.4f} Tw {x:.3f} {y} Td {shown(' '.join(words))} Tj 0 Tw ET\n"


def filled_by_numbers(words: list[str], x: float, y: float) -> str:
    """The same with a number at every space."""
    extra = (RIGHT - x - width(" ".join(words))) / (len(words) - 1)
    number = -extra / SIZE * 1000
    parts = f" {number:.3f} ".join(shown(word + " ") for word in words[:-1])
    return f"BT /F1 {SIZE} Tf {x:.3f} {y} Td [{parts} {number:.3f} {shown(words[-1])}] TJ ET\n"


def ending_right(words: list[str], x: float, y: float) -> str:
    """A line that ends at the right margin."""
    return in_one_string(words, RIGHT - width(" ".join(words)), y)


def in_the_middle(words: list[str], x: float, y: float) -> str:
    return in_one_string(words, (LEFT + RIGHT - width(" ".join(words))) / 2, y)


RAGGED = (in_one_string, by_matrix, by_offset, by_letter, by_coordinates, with_kerning)
ALIGNED = (filled_by_word_spacing, filled_by_numbers, ending_right, in_the_middle)
LINES = (
    "Gesproken met de heer {}, die het stuk zag",
    "{} komt naar het overleg over het stuk",
    "Dit stuk is opgesteld door mevrouw {}",
    "Het stuk van ({}) en dat van {} zijn gelijk",
)


def made(path: Path, setter: Set, line: str, name: str, prepare: str = "") -> Path:
    """A page with a line on which a name stands, between two others set in the same way."""
    document = Pdf()
    near = setter if setter in ALIGNED else in_one_string
    shown = near(OTHERS[0].split(), LEFT, TOP) + near(OTHERS[1].split(), LEFT, TOP - 60)
    shown += setter(line.replace("{}", name).split(), LEFT, TOP - 15)
    document.page(prepare + shown)
    path.write_bytes(document.save())
    return path


def redacted(source: Path, name: str) -> tuple[bytes, RedactionReport]:
    """What the page draws afterwards, verified."""
    out = source.with_suffix(".gelakt.pdf")
    report = redact_terms(source, [name], out)
    leaks = verify(out, {name: 0}, areas=report.areas, original=source, respaced=report.respaced)
    assert leaks == ()
    with pikepdf.open(out) as pdf:
        return pdf.pages[0].Contents.read_bytes(), report


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("setter", [*RAGGED, *ALIGNED], ids=lambda one: one.__name__)
def test_two_names_leave_the_same_bytes(setter: Set, line: str, tmp_path: Path) -> None:
    results = {}
    for name in NAMES:
        source = made(tmp_path / f"{name}.pdf", setter, line, name)
        content, report = redacted(source, name)
        assert report.width_leak is not None
        assert report.width_leak.kept == {}
        results[name] = (content, report.areas, report.respaced)
    assert len({*results.values()}) == 1
