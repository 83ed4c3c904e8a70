"""Lists become tables with every value, or stay lines."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woo.ingest.read import read, read_text
from woo.ingest.workbook.lists import table_of
from woo.text.grids import join_rows

Put = Callable[[str, bytes], Path]


@pytest.mark.parametrize(("separator", "suffix"), [(";", "csv"), (",", "csv"), ("\t", "tsv")])
def test_every_value_stands_in_its_cell(
    separator: str, suffix: str, put: Put, rendition: Path
) -> None:
    rows = [
        ("naam", "postcode", "opmerking"),
        ("Wielwaal, S.", "0012 AB", "komt later"),
        ("", "", ""),
        ("Bedacht", "", 'zei "nee"; punt, uit'),
    ]
    written = StringIO()
    csv.writer(written, delimiter=separator).writerows(rows)
    document = read(put(f"lijst.{suffix}", written.getvalue().encode("cp1252")), rendition)
    text = join_rows(document.text)
    assert "naam | postcode | opmerking" in text
    assert "| Wielwaal, S. | 0012 AB | komt later |" in text
    assert 'zei "nee"; punt, uit' in text


@pytest.mark.parametrize(
    "text",
    [
        "een woord\nnog een\n",
        "Beste Bo, dank.\nTot dan\nGroet\nBo\n",
        'naam;tel\n"Bo;06-1\nPim;06-2\n',  # a quote that nothing closes
        "alleen;dit\n",
    ],
)
def test_what_is_no_table_stays_lines(text: str, put: Put, rendition: Path) -> None:
    assert table_of(text) is None
    shown = read(put("lijst.csv", text.encode()), rendition).text
    assert all(line in shown for line in text.splitlines())


def test_a_table_that_is_too_large_stays_lines() -> None:
    row = ";".join("x" * 100) + "\n"
    assert table_of(row * 1000) is not None
    assert table_of(row * 1600) is None


def test_without_a_dossier_offsets_count_in_the_file(put: Put) -> None:
    text = "naam;tel\nSaskia Wielwaal;06-12345678\n"
    assert read_text(put("lijst.csv", text.encode())).text == text


@given(st.text(alphabet='ab1;,\t|"\n ', max_size=60))
def test_no_letter_of_a_list_is_lost(text: str) -> None:
    table = table_of(text)
    if table is not None:
        cells = "".join(cell for row in table.rows.values() for cell in row.values())
        assert [c for c in cells if c.isalnum()] == [c for c in text if c.isalnum()]
