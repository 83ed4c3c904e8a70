"""Which documents go out, checked against what was verified."""

import hashlib
import re
from pathlib import Path

from woo.errors import RefusedError
from woo.model.publication import Publication
from woo.model.record import Judgement, Record

FOLDER = "documenten"
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,39}")
_GOES_OUT = {Judgement.PUBLIC, Judgement.PARTLY_PUBLIC}
_CHUNK = 1 << 20


def bundle_path(record: Record) -> str:
    """Where a document stands in the bundle: open.minvws wants its number as file name."""
    return f"{FOLDER}/{record.number}.pdf"


def check_documents(publication: Publication) -> None:
    """Raise RefusedError when a document may not go out, or should and cannot."""
    _check_verified(publication)
    records = (*publication.accompanying, *publication.records)
    numbers = [record.number for record in records]
    if not records or not all(_NUMBER.fullmatch(number) for number in numbers):
        raise RefusedError(
            "De publicatie heeft geen documenten of een onbruikbaar documentnummer.",
            "Controleer de documenten van het dossier.",
        )
    # Some systems take 1a.pdf and 1A.pdf for one file.
    if len({number.casefold() for number in numbers}) != len(numbers):
        raise RefusedError("Een documentnummer komt twee keer voor.", "Nummer opnieuw.")
    for record in records:
        _check_release(record)
    stray = set(publication.files) - {record.number for record in publication.released}
    if stray:
        raise RefusedError(
            f"Bij {_few(stray)} hoort geen document dat openbaar wordt.",
            "Haal dit bestand uit de publicatie.",
        )


def _check_verified(publication: Publication) -> None:
    if publication.unverified:
        raise RefusedError(
            f"Niet aangetoond schoon: {_few(publication.unverified)}.",
            "Los de meldingen op met `woo verify` en probeer het opnieuw.",
        )


def _check_release(record: Record) -> None:
    if record.judgement in _GOES_OUT and not record.file_name:
        raise RefusedError(
            f"Document {record.number} wordt openbaar, maar er is geen bestand.",
            "Lak het document eerst.",
        )
    if record.file_name and record.judgement not in _GOES_OUT:
        raise RefusedError(
            f"Document {record.number} wordt niet openbaar gemaakt, maar er is wel een bestand.",
            "Controleer de beoordeling.",
        )


def copy_document(record: Record, source: Path | None, target: Path) -> None:
    """Copy a verified PDF; what was written must be what was verified.

    Raises RefusedError when it is missing or differs from the record.
    """
    if source is None or not source.is_file():
        raise RefusedError(f"Het bestand van document {record.number} ontbreekt.", "Lak opnieuw.")
    digest = hashlib.sha256()
    with source.open("rb") as read, target.open("xb") as written:
        while chunk := read.read(_CHUNK):
            digest.update(chunk)
            written.write(chunk)
    if digest.hexdigest() != record.sha256:
        raise RefusedError(
            f"Het bestand van document {record.number} is na de controle veranderd.",
            "Controleer het opnieuw met `woo verify`.",
        )


def _few(numbers: set[str] | tuple[str, ...]) -> str:
    ordered = sorted(numbers)
    return ", ".join(ordered[:10]) + (" en andere" if len(ordered) > 10 else "")
