"""The width of a gap tells nothing: whoever stood there, the result is the same to the byte."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest

from tests.redact.terms import GROUND, redact_terms
from tests.vectors.maker import Pdf
from woo.model.boxstyle import BoxStyle, Width
from woo.model.report import RedactionReport
from woo.pdf.making.typesetting import typeset
from woo.pdf.reading.textlayer import read_pages
from woo.redact.redact import redact
from woo.redact.terms import locate
from woo.redact.title import Title
from woo.verify.verify import verify

pytestmark = pytest.mark.slow

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
        text = f"BT /F1 {SIZE} Tf 1 0 0 -1 0 0 Tm {shown(word + ' ')} Tj ET"
        out += f"q 1 0 0 -1 {x:.3f} {y} cm {text} Q\n"
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


def test_the_exact_width_stays_when_asked(tmp_path: Path) -> None:
    found = set()
    for name in NAMES:
        source = made(tmp_path / "in.pdf", in_one_string, LINES[0], name)
        out = tmp_path / "uit.pdf"
        decisions = locate(source, [name], GROUND)
        report = redact(
            source, decisions, out, title=Title("Proef"), style=BoxStyle(width=Width.EXACT)
        )
        assert report.width_leak is not None
        assert report.width_leak.kept == {"as-asked": 1}
        assert report.respaced == ()
        found.add(round(report.areas[0].box.width))
    assert len(found) == len(NAMES)


@pytest.mark.parametrize("chosen", [Width.CELL, Width.LINE])
def test_what_shares_the_line_goes_too(chosen: Width, tmp_path: Path) -> None:
    name = NAMES[0]
    source = made(tmp_path / "in.pdf", in_one_string, LINES[3], name)
    out = tmp_path / "uit.pdf"
    style = BoxStyle(width=chosen)
    decisions = locate(source, [name], GROUND)
    report = redact(source, decisions, out, title=Title("Proef"), style=style)
    text = next(read_pages(out)).text
    assert "gelijk" not in text
    assert "minister" in text
    assert len(report.areas) == 1
    assert verify(out, {name: 0}, areas=report.areas, original=source) == ()
    assert report.width_leak is not None
    assert report.width_leak.worst_bits == 0


def test_a_cell_ends_at_ruling_lines(tmp_path: Path) -> None:
    document = Pdf()
    rules = "0.5 w " + "".join(f"{x} 480 m {x} 540 l S " for x in (45, 150, 260))
    row = in_one_string(["mw.", NAMES[0]], 50, 505) + in_one_string(["Adviseur"], 155, 505)
    document.page(rules + row + in_one_string(["Naam"], 50, 525))
    source, out = tmp_path / "in.pdf", tmp_path / "uit.pdf"
    source.write_bytes(document.save())
    decisions = locate(source, [NAMES[0]], GROUND)
    report = redact(source, decisions, out, title=Title("Proef"), style=BoxStyle(width=Width.CELL))
    (area,) = report.areas
    assert area.box.x0 == pytest.approx(46, abs=0.6)
    assert area.box.x1 == pytest.approx(149, abs=0.6)
    text = next(read_pages(out)).text
    assert "Adviseur" in text
    assert "mw." not in text


def test_a_filled_line_of_another_column_keeps_its_spaces(tmp_path: Path) -> None:
    """A word space that is set for a whole line must come back where it is still true."""
    document = Pdf()
    shown = ""
    for row in range(4):
        y = TOP - 15 * row
        words = f"heer {NAMES[0]} kwam langs op" if row == 1 else f"een stuk {row} van de rij"
        for x, text in ((20, f"de {row} regel hier staat"), (210, words)):
            extra = (160 - width(text)) / text.count(" ")
            shown += f"BT /F1 {SIZE} Tf {extra:.4f} Tw {x} {y} Td ({text}) Tj 0 Tw ET\n"
    document.page(shown)
    source = tmp_path / "in.pdf"
    source.write_bytes(document.save())
    _, report = redacted(source, NAMES[0])
    assert len(report.respaced) == 1


def unmoved(tmp_path: Path, content: str, **entries: Any) -> RedactionReport:
    """The report on a page on which nothing may move."""
    document = Pdf()
    document.page(content, **{key: make(document) for key, make in entries.items()})
    source = tmp_path / "in.pdf"
    source.write_bytes(document.save())
    _, report = redacted(source, NAMES[0])
    assert report.respaced == ()
    return report


SENTENCE = f"Gesproken met {NAMES[0]} over het stuk".split()


def test_underlined_words_keep_their_place(tmp_path: Path) -> None:
    line = in_one_string(SENTENCE, LEFT, TOP)
    under = f"{LEFT + 150} {TOP - 2} 60 0.6 re f\n"
    report = unmoved(tmp_path, line + under)
    assert report.width_leak is not None
    assert report.width_leak.kept == {"drawing": 1}
    assert any("op zijn plaats" in warning for warning in report.warnings)


def test_text_of_a_form_keeps_its_place(tmp_path: Path) -> None:
    def resources(document: Pdf) -> dict[str, Any]:
        form = document.form(in_one_string(SENTENCE, LEFT, TOP))
        return {"XObject": pikepdf.Dictionary(Fm=form)}

    report = unmoved(tmp_path, "/Fm Do\n", Resources=resources)
    assert report.width_leak is not None
    assert report.width_leak.kept == {"not-understood": 1}


def test_a_clip_that_fits_the_words_keeps_them(tmp_path: Path) -> None:
    clip = f"q {LEFT + 120} {TOP - 5} 150 20 re W n\n"
    rest = in_one_string(["over", "het", "stuk"], LEFT + 130, TOP)
    line = in_one_string(SENTENCE[:3], LEFT, TOP)
    report = unmoved(tmp_path, line + clip + rest + "Q\n")
    assert report.width_leak is not None
    assert report.width_leak.kept == {"not-understood": 1}


def test_links_move_with_their_words(tmp_path: Path) -> None:
    words = f"Van {NAMES[1]} en de gemeente".split()
    before = LEFT + width(" ".join(words[:4]) + " ")
    document = Pdf()
    document.page(
        in_one_string(words, LEFT, TOP),
        Annots=pikepdf.Array(
            [
                document.indirect(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Link,
                    Rect=[before, TOP - 3, before + width("gemeente"), TOP + 9],
                    A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.nl/"),
                )
            ]
        ),
    )
    source = tmp_path / "in.pdf"
    source.write_bytes(document.save())
    redacted(source, NAMES[1])
    with pikepdf.open(source.with_suffix(".gelakt.pdf")) as pdf:
        x0 = float(pdf.pages[0].Annots[0].Rect[0])
    page = next(read_pages(source.with_suffix(".gelakt.pdf")))
    box = page.box(page.text.index("gemeente"))
    assert box is not None
    assert x0 == pytest.approx(box.x0, abs=0.05)
    assert abs(x0 - before) > 5


def test_a_label_that_does_not_fit_stands_in_the_margin(tmp_path: Path) -> None:
    document = Pdf()
    document.page(in_one_string(["Paraaf", "Li", "gezet"], LEFT, TOP))
    source, out = tmp_path / "in.pdf", tmp_path / "uit.pdf"
    source.write_bytes(document.save())
    decisions = locate(source, ["Li"], GROUND)
    style = BoxStyle(width=Width.EXACT)
    report = redact(source, decisions, out, title=Title("Proef"), style=style)
    box, label = (area.box for area in report.areas)
    assert label.x0 > box.x1
    assert "5.1.2e" in next(read_pages(out)).text
    assert verify(out, {"Li": 0}, areas=report.areas, original=source) == ()


def test_a_ligature_does_not_part_a_word(tmp_path: Path) -> None:
    source, out = tmp_path / "in.pdf", tmp_path / "out.pdf"
    line = (
        "Op verzoek van Karel Zwartkruis is de behoefte aan duidelijkheid over de termijnen groot"
    )
    source.write_bytes(
        typeset(
            '#set document(title: "Nota")\n#set par(justify: true)\n'
            f'#set text(font: "Source Sans Pro", size: 11pt, lang: "nl")\n{line}; {line}; {line}.'
        )
    )
    redact_terms(source, ["Karel Zwartkruis"], out)
    shown = next(read_pages(out)).text
    assert shown.count("behoefte") == 3


@pytest.mark.parametrize("space", [34, 42, 62])
def test_two_columns_that_both_move_keep_apart(space: float, tmp_path: Path) -> None:
    """The left one may grow into the space between them, but not into the other's half."""
    first = "mw. mr. O. van Bastenburg"
    made = Pdf()
    made.page(
        in_one_string(OTHERS[0].split(), LEFT, 315)
        + in_one_string(first.split(), LEFT, 300)
        + in_one_string(["J.C.", "Zwartkruis"], LEFT + width(first) + space, 300)
    )
    path, out = tmp_path / "a.pdf", tmp_path / "b.pdf"
    path.write_bytes(made.save())
    report = redact_terms(path, ["mr", "Zwartkruis"], out)
    left, right = sorted(report.respaced, key=lambda area: area.box.x0)
    assert left.box.x1 < right.box.x0
    secrets = {"mr": 0, "Zwartkruis": 0}
    found = verify(out, secrets, areas=report.areas, original=path, respaced=report.respaced)
    assert found == ()
