"""The inventarislijst: what was found, how it was judged, on which grounds.

One list serves people and machines: the columns are those that open.minvws reads. It is written as
xlsx (to read and to import), csv, json and accessible PDF; every form holds the same rows, and the
same list gives the same bytes.
"""

import csv
import json
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from woo.inventory.rows import COLUMNS, Cell, Row, rows
from woo.inventory.totals import Totals, check_totals, totals
from woo.model.record import Record
from woo.text.files import write_atomically
from woo.text.plain import one_line

FILE_NAME = "inventarislijst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventarislijst:
    """The rows and their totals, checked; ``dated`` is the date of the besluit."""

    title: str
    case_number: str
    dated: date
    records: tuple[Record, ...]
    rows: tuple[Row, ...]
    totals: Totals


def inventarislijst(
    records: Sequence[Record], *, title: str, case_number: str, dated: date
) -> Inventarislijst:
    """Turn records into a list.

    Raises InputError for what does not fit in it, RefusedError when the marks do not add up.
    """
    summed = totals(records)
    check_totals(records, summed)
    return Inventarislijst(
        title=one_line(title),
        case_number=one_line(case_number),
        dated=dated,
        records=tuple(records),
        rows=tuple(rows(records, case_number)),
        totals=summed,
    )


def write_xlsx(listing: Inventarislijst, path: Path) -> None:
    """A workbook with the sheets Inventarislijst and Totalen."""
    from woo.inventory.workbook import workbook_bytes

    write_atomically(path, workbook_bytes(listing))


def write_pdf(listing: Inventarislijst, path: Path) -> None:
    """An accessible PDF (PDF/A-2a and PDF/UA-1) with the columns that people read."""
    from woo.inventory.printed import pdf_bytes

    write_atomically(path, pdf_bytes(listing))


def write_csv(listing: Inventarislijst, path: Path) -> None:
    """Semicolons and a byte order mark: so a Dutch Excel opens it right by a double click.

    open.minvws imports the workbook, not this file. Text that a spreadsheet would run as a formula
    gets an apostrophe in front (OWASP, CSV injection); the workbook holds it unchanged, as text.
    """
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in listing.rows:
        writer.writerow([_csv_text(row[column]) for column in COLUMNS])
    write_atomically(path, buffer.getvalue().encode("utf-8-sig"))


def _csv_text(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    # Some spreadsheets take the full-width signs for the plain ones.
    starts_formula = unicodedata.normalize("NFKC", text[:1]) in {"=", "+", "-", "@"}
    return f"'{text}" if starts_formula else text


def write_json(listing: Inventarislijst, path: Path) -> None:
    """For programs: neutral codes (``partly_public``), the marks of each document, the totals."""
    content = {
        "title": listing.title,
        "case_number": listing.case_number,
        "dated": listing.dated.isoformat(),
        "documents": [_json_record(record) for record in listing.records],
        "totals": {
            "documents": {code.value: count for code, count in listing.totals.documents.items()},
            "marks": listing.totals.marks,
            "marks_by_ground": listing.totals.marks_by_ground,
            "pages": listing.totals.pages,
        },
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    write_atomically(path, f"{text}\n".encode())


def _json_record(record: Record) -> dict[str, Any]:
    return {
        "number": record.number,
        "title": one_line(record.title),
        "kind": record.kind.value,
        "dated": record.dated.isoformat() if record.dated else None,
        "judgement": record.judgement.value,
        "grounds": [ground.code for ground in record.grounds],
        "marks": record.marks,
        "marks_by_ground": dict(sorted(record.marks_by_ground.items())),
        "pages": record.pages,
        "family": record.family,
        "thread": record.thread,
        "remarks": one_line(record.remarks),
        "link": one_line(record.link),
        "document_type": record.document_type.value if record.document_type else None,
        "sha256": record.sha256,
    }


WRITERS: dict[str, Callable[[Inventarislijst, Path], None]] = {
    ".xlsx": write_xlsx,
    ".csv": write_csv,
    ".json": write_json,
    ".pdf": write_pdf,
}


def write_all(listing: Inventarislijst, folder: Path) -> dict[str, Path]:
    """Write every form to ``folder``; the paths by file name (``inventarislijst.xlsx``)."""
    paths = {FILE_NAME + suffix: folder / (FILE_NAME + suffix) for suffix in WRITERS}
    for suffix, write in WRITERS.items():
        write(listing, paths[FILE_NAME + suffix])
    return paths
