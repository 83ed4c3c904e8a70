"""What is about to be published."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from woo.errors import InputError
from woo.model.record import Record

_HTTPS = re.compile(r"https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A besluit with its documents, ready to be checked and bundled.

    ``publisher`` is an organisation (``BZK``), ``category`` an informatiecategorie (``014``);
    ``reference`` knows both. ``records`` stand in the inventarislijst, ``accompanying`` (the
    besluit) do not. ``files`` holds the verified PDF of every released document by its number,
    ``inventory`` the files of the inventarislijst by name. ``unverified`` are the numbers that
    could not be shown clean. ``log_head`` is the hash of the last line of the audit log.
    """

    title: str
    case_number: str
    publisher: str
    category: str
    base_url: str
    decided_on: date
    records: tuple[Record, ...]
    files: Mapping[str, Path] = field(repr=False)
    inventory: Mapping[str, Path] = field(repr=False)
    accompanying: tuple[Record, ...] = ()
    unverified: tuple[str, ...] = ()
    log_head: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip() or not self.case_number.strip():
            raise InputError("De publicatie heeft geen titel of geen zaaknummer.", "Vul beide in.")
        if not _HTTPS.fullmatch(self.base_url):
            raise InputError(
                "Het webadres van de publicatie is niet bruikbaar.",
                "Geef een adres als https://open.voorbeeld.nl/2025-0042.",
            )

    @property
    def released(self) -> tuple[Record, ...]:
        """Everything that goes out as a file: the accompanying documents first."""
        return tuple(one for one in (*self.accompanying, *self.records) if one.file_name)

    def address(self, name: str) -> str:
        """The public address of a file in the bundle."""
        return f"{self.base_url.rstrip('/')}/{name}"
