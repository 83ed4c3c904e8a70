import json
from pathlib import Path

import pymupdf
import pytest
from openpyxl import Workbook

from tests.publish.publications import sample_publication, titled
from woo.errors import RefusedError
from woo.pdf.making.typesetting import typeset
from woo.publish.gate import check, check_titles, standing_in

TERM = "Wim Testeman"


def write(folder: Path, name: str) -> None:
    """Put the term in a file of this kind, in a place that is easily forgotten."""
    path = folder / name
    if path.suffix == ".xlsx":
        workbook = Workbook()
        workbook.properties.creator = TERM
        workbook.save(path)
    elif path.suffix == ".json":
        path.write_text(json.dumps({"a": [{"b": "door wim\u00adtesteman"}]}))
    elif path.suffix == ".xml":
        path.write_text("<a b='Wim&#32;Testeman'/>")
    elif path.suffix == ".csv":
        path.write_text('﻿1;"x; WIM TESTEMAN"\r\n', "utf-8")
    elif path.suffix == ".pdf":
        source = '#set document(title: "T")\nGesprek met Wim Testeman'
        path.write_bytes(typeset(source))
    else:
        path.write_text("regel\n# Wim Testeman")


@pytest.mark.parametrize("suffix", ["xlsx", "json", "xml", "csv", "txt", "pdf"])
def test_a_term_is_found_in_every_kind_of_file(tmp_path: Path, suffix: str) -> None:
    write(tmp_path, f"bestand.{suffix}")
    check(tmp_path, ["Iemand Anders"])
    with pytest.raises(RefusedError, match=rf"bestand\.{suffix} bevat") as caught:
        check(tmp_path, [TERM])
    assert "testeman" not in str(caught.value).casefold()


def test_a_cell_and_a_sheet_name_are_read(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.create_sheet("Testeman")["C3"] = "Wim-Testeman 12"
    workbook.save(tmp_path / "lijst.xlsx")
    for term in (TERM, "Testeman"):
        with pytest.raises(RefusedError, match=r"lijst\.xlsx"):
            check(tmp_path, [term])


def test_a_file_name_is_read_and_not_repeated(tmp_path: Path) -> None:
    (tmp_path / "documenten").mkdir()
    (tmp_path / "documenten" / "wim-testeman.pdf").write_bytes(b"")
    with pytest.raises(RefusedError, match="bestandsnaam") as caught:
        check(tmp_path, [TERM])
    assert "testeman" not in str(caught.value)


def test_a_file_that_cannot_be_searched_does_not_pass(tmp_path: Path) -> None:
    (tmp_path / "los.docx").write_bytes(b"")
    with pytest.raises(RefusedError, match=r"los\.docx"):
        check(tmp_path, [])


def test_letters_within_a_fingerprint_are_no_name(tmp_path: Path) -> None:
    fingerprint = "e917b251faa671c912d936392cf05b2606e6263d408d3c9702c5201573bea923"
    path = tmp_path / "lijst.json"
    path.write_text(json.dumps({"sha256": fingerprint}))
    check(tmp_path, ["Bea"])
    assert standing_in(tmp_path, ["Bea"]) == frozenset()
    path.write_text(json.dumps({"sha256": fingerprint, "titel": "Bea"}))
    with pytest.raises(RefusedError, match=r"lijst\.json"):
        check(tmp_path, ["Bea"])


def test_our_own_words_are_asked_for_only_when_a_term_was_found(tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text("Beoordeling;Datum\r\n", "utf-8")
    asked: list[str] = []

    def own() -> set[str]:
        asked.append("own")
        return {"Beoordeling"}

    check(tmp_path, [TERM], own)
    assert asked == []
    check(tmp_path, [TERM, "Beoordeling"], own)
    assert asked == ["own"]
    with pytest.raises(RefusedError, match=r"lijst\.csv"):
        check(tmp_path, ["Datum", "Beoordeling"], own)


def test_a_street_above_a_date_is_no_address(tmp_path: Path) -> None:
    """A list has a title and a date in cells beside each other."""
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 72), "noodopvang Esweg")
        page.insert_text((72, 90), "18-11-2024")
        pdf.save(tmp_path / "lijst.pdf")
    check(tmp_path, ["Esweg 18"])
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 72), "noodopvang Esweg")
        page.insert_text((72, 90), "18 en de rest")
        pdf.save(tmp_path / "lijst.pdf")
    with pytest.raises(RefusedError, match=r"lijst\.pdf"):
        check(tmp_path, ["Esweg 18"])


def test_a_code_makes_no_word_with_what_stands_behind_it(tmp_path: Path) -> None:
    """The letter of *[5.1.2e]* and *nieuws* are not the log-in *enieuws*."""
    publication = sample_publication(tmp_path, titled("601 [5.1.2e] nieuws"))
    check_titles(publication, ["enieuws"])
    refused = sample_publication(tmp_path, titled("601 e-nieuws"))
    with pytest.raises(RefusedError, match="De titel van document"):
        check_titles(refused, ["enieuws"])


def test_only_codes_part_a_title(tmp_path: Path) -> None:
    """A name in the brackets of a code is read as any other."""
    for title in (
        "Brief [5.1.2e 5.1.2f] aan [10.2.e]",
        "Brief [5.1.2.e, 5.2.1] van [5.1.1c; 5.4a]",
    ):
        check_titles(sample_publication(tmp_path, titled(title)), ["Wim Testeman", "Brief aan"])
    hidden = sample_publication(tmp_path, titled("Brief [5.1 Wim Testeman] aan ons"))
    with pytest.raises(RefusedError, match="De titel van document"):
        check_titles(hidden, ["Wim Testeman"])
