"""The rows of a table on a page, which MuPDF gives as a line for every cell."""

from pathlib import Path

import pymupdf
import pytest

from woo.pdf.reading.tablerows import text_in_rows
from woo.pdf.reading.textlayer import TextPage, read_pages

# In points: where the columns begin, and how far a line is below the one before.
_COLUMNS = (60, 200, 320, 440)
_LEADING = 14


def page_with(
    path: Path, rows: list[list[str]], before: str = "", columns: tuple[int, ...] = _COLUMNS
) -> TextPage:
    """A page with ``before`` as its first line and then a table, drawn cell by cell."""
    document = pymupdf.open()
    page = document.new_page()
    y = 100.0
    if before:
        page.insert_text((_COLUMNS[0], y), before)
        y += _LEADING
    for row in rows:
        for x, cell in zip(columns, row, strict=False):
            for number, line in enumerate(cell.split("\n")):
                page.insert_text((x, y + _LEADING * number), line)
        y += _LEADING * max(cell.count("\n") + 1 for cell in row)
    document.save(path)
    return next(iter(read_pages(path)))


def test_a_bar_parts_the_cells_of_a_row(tmp_path: Path) -> None:
    rows = [
        ["Kamerlid", "Fractie", "Onderwerp", "Wie"],
        ["Paulsmo", "D66", "voorraad", "Gwen"],
        ["Tielendam", "VVD", "prijzen", "Bilal"],
    ]
    page = page_with(tmp_path / "a.pdf", rows, before="Wie vroeg wat in de eerdere debatten")
    text = text_in_rows(page)
    assert text.splitlines() == [
        "Wie vroeg wat in de eerdere debatten",
        "Kamerlid|Fractie|Onderwerp|Wie",
        "Paulsmo|D66|voorraad|Gwen",
        "Tielendam|VVD|prijzen|Bilal",
    ]
    assert len(text) == len(page.text)
    changed = {old for old, new in zip(page.text, text, strict=True) if old != new}
    assert changed == {"\n"}


def test_a_cell_that_wraps_stays_one_cell(tmp_path: Path) -> None:
    rows = [
        ["Naam", "Organisatie", "Status"],
        ["Marcellinus van den\nNieuwendijk", "VWS", "aanwezig"],
        ["Ann Bos", "Epilepsievereniging\nNederland", "afgemeld"],
    ]
    text = text_in_rows(page_with(tmp_path / "a.pdf", rows))
    assert "Marcellinus van den Nieuwendijk|VWS|aanwezig\n" in text
    assert "Ann Bos|Epilepsievereniging Nederland|afgemeld\n" in text


def test_a_list_inside_a_cell_leaves_its_row_as_it_was(tmp_path: Path) -> None:
    rows = [
        ["Groep", "Leden", "Zaal"],
        ["Een", "A. Bos\nB. Vos", "1.01"],
        ["Twee", "C. Los", "1.02"],
    ]
    lines = text_in_rows(page_with(tmp_path / "a.pdf", rows)).splitlines()
    assert "A. Bos" in lines
    assert "Twee|C. Los|1.02" in lines


@pytest.mark.parametrize(
    "rows",
    [
        [["Naam", "A. Bos"], ["Datum", "3 mei"], ["Plaats", "Soest"]],
        [["Aan", "Van", "Datum"], ["tekst over de hele breedte"]],
    ],
)
def test_labels_and_values_are_no_table(tmp_path: Path, rows: list[list[str]]) -> None:
    page = page_with(tmp_path / "a.pdf", rows)
    assert text_in_rows(page) == page.text


def test_two_columns_of_text_are_no_table(tmp_path: Path) -> None:
    column = "\n".join(f"regel {number} van een kolom" for number in range(30))
    page = page_with(tmp_path / "a.pdf", [[column, column]], columns=(60, 320))
    assert text_in_rows(page) == page.text
