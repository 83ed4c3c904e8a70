"""A made-up publication with documents and an inventarislijst on disk."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.inventory.lists import public, record, sample_records
from woo.inventory.inventarislijst import inventarislijst, write_csv, write_json, write_xlsx
from woo.model.publication import Publication
from woo.model.record import DocumentType, Judgement, Record

TITLE = "Woo-besluit waterkwaliteit"
CASE_NUMBER = "2025-0042"
DECIDED_ON = date(2025, 6, 2)


def sample_publication(folder: Path, *records: Record, **changes: Any) -> Publication:
    """Write what a publication needs to ``folder`` and describe it."""
    folder.mkdir(parents=True, exist_ok=True)
    accompanying = (public("besluit", title=TITLE, document_type=DocumentType.BESLUIT),)
    stored = tuple(_store(folder, one) for one in (*accompanying, *(records or sample_records())))
    facts: dict[str, Any] = {
        "title": TITLE,
        "case_number": CASE_NUMBER,
        "publisher": "BZK",
        "category": "014",
        "base_url": "https://open.voorbeeld.example/2025-0042",
        "decided_on": DECIDED_ON,
        "accompanying": stored[:1],
        "records": stored[1:],
        "files": {one.number: folder / f"{one.number}.pdf" for one in stored if one.file_name},
        "inventory": write_inventory(folder, *stored[1:]),
        "log_head": "ab" * 32,
    }
    return Publication(**{**facts, **changes})


def write_inventory(folder: Path, *records: Record) -> dict[str, Path]:
    listing = inventarislijst(records, title=TITLE, case_number=CASE_NUMBER, dated=DECIDED_ON)
    writers = {"xlsx": write_xlsx, "csv": write_csv, "json": write_json}
    for suffix, write in writers.items():
        write(listing, folder / f"inventarislijst.{suffix}")
    return {f"inventarislijst.{suffix}": folder / f"inventarislijst.{suffix}" for suffix in writers}


def _store(folder: Path, one: Record) -> Record:
    if one.judgement not in {Judgement.PUBLIC, Judgement.PARTLY_PUBLIC}:
        return one
    content = f"%PDF-1.7 gelakt document {one.number}".encode()
    (folder / f"{one.number}.pdf").write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    return replace(one, file_name=f"{one.number}.pdf", sha256=digest)


def titled(title: str) -> Record:
    return record("0001", title=title)
