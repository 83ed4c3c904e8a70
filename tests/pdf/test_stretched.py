"""Lines that are stretched to the margin, of which MuPDF makes a line for every word."""

from pathlib import Path

import pymupdf

from woo.pdf.reading.stretched import NOTHING, whole_lines
from woo.pdf.reading.tablerows import text_in_rows
from woo.pdf.reading.textlayer import TextPage, read_pages

_SIZE = 10.0


def page_with(path: Path, pieces: list[tuple[float, str]]) -> TextPage:
    """A line of ``pieces``, each from its own x on, below a line of text and above another."""
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((60, 86), "De minister van Justitie en Veiligheid kent de", fontsize=_SIZE)
    for x, piece in pieces:
        page.insert_text((x, 100), piece, fontsize=_SIZE)
    page.insert_text((60, 114), "een vergoeding toe van vierhonderd euro in zijn", fontsize=_SIZE)
    document.save(path)
    return next(iter(read_pages(path)))


def width(piece: str) -> float:
    return float(pymupdf.get_text_length(piece, fontsize=_SIZE))


def stretched(words: list[str], gap: float, *, off: float = 0.0) -> list[tuple[float, str]]:
    """Words with a space in the middle of each gap, or ``off`` it."""
    x, pieces = 60.0, []
    for word in words:
        pieces += [(x, word), (x + width(word) + gap + off, " ")]
        x += width(word) + 2 * gap + width(" ")
    return pieces[:-1]


def test_a_stretched_line_is_one_line(tmp_path: Path) -> None:
    words = ["heer", "Alphons", "Kerstens,", "hoofdagent,"]
    page = page_with(tmp_path / "a.pdf", stretched(words, gap=14.0))
    assert page.text.splitlines()[1:-1] == [
        "heer",
        " ",
        "Alphons",
        " ",
        "Kerstens,",
        " ",
        words[-1],
    ]
    text = text_in_rows(page)
    assert text.replace(NOTHING, "").splitlines()[1:-1] == [" ".join(words)]
    assert len(text) == len(page.text)


def test_a_space_at_the_edge_of_its_gap_parts_cells(tmp_path: Path) -> None:
    page = page_with(tmp_path / "a.pdf", stretched(["Naam", "Jansen"], gap=14.0, off=-13.0))
    assert whole_lines(page) is page
