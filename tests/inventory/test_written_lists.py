import csv
import json
import re
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tests.inventory.lists import listing, public, sample_records
from woo.errors import InputError
from woo.inventory.inventarislijst import (
    Inventarislijst,
    inventarislijst,
    write_all,
    write_csv,
    write_json,
    write_pdf,
    write_xlsx,
)
from woo.inventory.rows import COLUMNS
from woo.inventory.workbook import workbook_bytes
from woo.pdf.reading.textlayer import read_pages
from woo.text.plain import one_line

FORMULAS = ["=1+1", "+31", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example")', "＝1+1"]

titles = (st.text(min_size=1, max_size=60) | st.from_regex("_x00[4-6]1_.*_x[0-9]{4}_")).filter(
    lambda text: bool(one_line(text))
)


def reread(made: Inventarislijst) -> Workbook:
    return load_workbook(BytesIO(workbook_bytes(made)))


def as_excel_reads(text: str) -> str:
    """ST_Xstring of ECMA-376, which openpyxl leaves to its caller."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def test_the_workbook_holds_the_rows(tmp_path: Path) -> None:
    made = listing()
    write_xlsx(made, tmp_path / "list.xlsx")
    sheet = load_workbook(tmp_path / "list.xlsx")["Inventarislijst"]
    lines = [tuple(plain(value) for value in line) for line in sheet.iter_rows(values_only=True)]
    assert lines[0] == COLUMNS
    assert lines[1:] == [tuple(row.values()) for row in made.rows]


def test_the_list_is_the_first_sheet_because_open_minvws_reads_that_one() -> None:
    assert reread(listing()).sheetnames == ["Inventarislijst", "Totalen"]


def test_the_totals_sheet_holds_the_sums() -> None:
    made = listing()
    sheet = reread(made)["Totalen"]
    lines = {line[0]: line[2] for line in sheet.iter_rows(min_row=3, values_only=True) if line[0]}
    assert lines["deels openbaar"] == 2
    assert lines["5.1.2e"] == 7
    assert lines["5.1.1e"] == 1
    assert lines["Pagina's"] == made.totals.pages == 10


def test_the_header_is_frozen_filtered_and_repeated_in_print() -> None:
    sheet = reread(listing())["Inventarislijst"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:N6"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"


def test_the_workbook_names_no_person() -> None:
    properties = reread(listing()).properties
    assert (properties.creator, properties.lastModifiedBy) == ("woo", "woo")
    assert properties.created == properties.modified == datetime(2025, 6, 2)


@pytest.mark.parametrize("title", FORMULAS)
def test_a_title_is_never_a_formula(title: str, tmp_path: Path) -> None:
    made = listing(public("0001", title=title))
    cell = reread(made)["Inventarislijst"]["E2"]
    assert (cell.value, cell.data_type) == (title, "s")
    write_csv(made, tmp_path / "list.csv")
    assert f"'{title[0]}" in (tmp_path / "list.csv").read_text("utf-8-sig")


def test_excel_codes_in_a_title_stay_what_they_are() -> None:
    made = listing(public("0001", title="_x0041_ en _x00e9_"))
    with ZipFile(BytesIO(workbook_bytes(made))) as archive:
        assert b"_x005F_x0041_ en _x005F_x00e9_" in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.slow
@given(titles)
@settings(max_examples=40, deadline=None)
def test_any_title_comes_back_from_the_workbook(title: str) -> None:
    value = reread(listing(public("0001", title=title)))["Inventarislijst"]["E2"].value
    assert as_excel_reads(value) == one_line(title)


@pytest.mark.slow
@given(title=titles)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_title_comes_back_from_csv_and_json(title: str, tmp_path: Path) -> None:
    made = listing(public("0001", title=title))
    write_csv(made, tmp_path / "list.csv")
    write_json(made, tmp_path / "list.json")
    content = (tmp_path / "list.csv").read_bytes().decode("utf-8-sig")
    _, row = csv.reader(StringIO(content, newline=""), delimiter=";")
    assert row[COLUMNS.index("Document")] in (one_line(title), "'" + one_line(title))
    loaded = json.loads((tmp_path / "list.json").read_text("utf-8"))
    assert loaded["documents"][0]["title"] == one_line(title)


def test_json_holds_codes_and_totals(tmp_path: Path) -> None:
    write_json(listing(), tmp_path / "list.json")
    loaded = json.loads((tmp_path / "list.json").read_text("utf-8"))
    assert loaded["documents"][0]["judgement"] == "partly_public"
    assert loaded["totals"]["documents"]["partly_public"] == 2
    assert loaded["totals"]["marks_by_ground"] == {"5.1.1e": 1, "5.1.2e": 7}


def test_the_pdf_repeats_its_header_and_holds_every_document(tmp_path: Path) -> None:
    many = [public(f"{number:04d}", dated=date(2025, 1, 2)) for number in range(1, 61)]
    write_pdf(listing(*many), tmp_path / "list.pdf")
    pages = [page.text for page in read_pages(tmp_path / "list.pdf")]
    assert len(pages) > 1
    assert all("Beoordeling" in page for page in pages)
    text = "\n".join(pages)
    assert all(one.number in text for one in many)
    assert "02-01-2025" in text


def test_the_pdf_takes_a_list_without_marks_and_hostile_titles(tmp_path: Path) -> None:
    hostile = public("0001", title='#panic("x") $1 [ ] \\ " *vet* _schuin_ // @bron')
    write_pdf(listing(hostile), tmp_path / "list.pdf")
    assert '#panic("x")' in next(read_pages(tmp_path / "list.pdf")).text


def test_the_same_list_gives_the_same_bytes(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    first, second = (write_all(listing(), folder) for folder in folders)
    assert set(first) == {f"inventarislijst.{suffix}" for suffix in ("xlsx", "csv", "json", "pdf")}
    for name, path in first.items():
        assert path.read_bytes() == second[name].read_bytes(), name


@pytest.mark.parametrize("write", [write_xlsx, write_csv, write_json, write_pdf])
def test_a_folder_that_is_not_there_is_explained(
    write: Callable[[Inventarislijst, Path], None], tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="De map bestaat niet"):
        write(listing(*sample_records()), tmp_path / "nowhere" / "list")


@pytest.mark.parametrize(
    "title", ["Feestje 🎉 vrijdag", "naam \u0301\u0301", "𝔗itel 漢字 \U0010fffd"]
)
def test_a_title_that_no_font_can_print_does_not_stop_the_list(title: str, tmp_path: Path) -> None:
    made = inventarislijst(
        [public("0001", title=title)], title=title, case_number="Z-1", dated=date(2025, 4, 1)
    )
    write_pdf(made, tmp_path / "list.pdf")
    assert "0001" in next(iter(read_pages(tmp_path / "list.pdf"))).text
