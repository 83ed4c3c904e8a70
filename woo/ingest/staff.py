"""Read a staff list: a csv file with a name, and more, of everybody who works somewhere.

Nothing is left out silently: what cannot be read is an error with its line. No message holds what
stands in a cell, because that is personal data.
"""

import codecs
import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from woo.errors import InputError
from woo.ingest.staff_cells import COLUMNS, Cell, column_named, employee_of
from woo.model.employee import Employee
from woo.text.nearest import did_you_mean

LARGEST_FILE: Final = 20 * 1024**2  # bytes
MOST_PEOPLE: Final = 50_000
_MOST_COLUMNS: Final = 50
_SEPARATORS: Final = (";", ",", "\t")
_SPACES = re.compile(r"[^\S\n]+")
_AS_CSV = "Sla de lijst in het rekenprogramma op als csv (UTF-8)."


def load_staff(path: Path | None) -> tuple[Employee, ...]:
    """Everybody on the staff list; nobody for None.

    Raises InputError that says which line is wrong and what to do.
    """
    if path is None:
        return ()
    first_line, lines = _lines(_text(_content(path)))
    rows = _rows(lines, _separator(lines), first_line)
    numbered = next(rows, None)
    if numbered is None:
        raise InputError("De personeelslijst is leeg.", "Zet op de eerste regel de kolomnamen.")
    columns = _columns(numbered[1])
    staff, seen = [], _Seen()
    for number, row in rows:
        employee = employee_of(number, _by_column(number, row, columns))
        seen.check(number, employee)
        staff.append(employee)
    if not staff:
        raise InputError("In de personeelslijst staat niemand.", "Zet op elke regel een persoon.")
    return tuple(staff)


def _content(path: Path) -> bytes:
    """The bytes; a pipe or device, which may never end, is no file."""
    try:
        if path.is_file():
            with path.open("rb") as file:
                content = file.read(LARGEST_FILE + 1)
            if len(content) > LARGEST_FILE:
                raise InputError("De personeelslijst is groter dan 20 MB.", "Splits de lijst.")
            return content
    except OSError:
        pass
    raise InputError("De personeelslijst is niet te lezen.", "Geef een bestaand csv-bestand.")


def _text(content: bytes) -> str:
    """UTF-8, UTF-16 when a byte order mark says so (Excel's "Unicode"), or else Windows-1252."""
    if content.startswith(b"PK\x03\x04"):
        raise InputError("De personeelslijst is geen csv-bestand.", _AS_CSV)
    charsets = ("utf-8-sig", "cp1252")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        charsets = ("utf-16", "utf-16")
    for charset in charsets:
        try:
            text = content.decode(charset)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise InputError("De tekens in de personeelslijst zijn niet te lezen.", _AS_CSV)


def _lines(text: str) -> tuple[int, list[str]]:
    """The lines with their ends, and the number of the first; without the ``sep=;`` of Excel."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    skipped = bool(lines) and lines[0].casefold().startswith("sep=")
    return 1 + skipped, [f"{line}\n" for line in lines[skipped:]]


def _separator(lines: Sequence[str]) -> str:
    """The sign that gives the header most columns with a known name."""
    header = next((line for line in lines if line.strip()), "")
    return max(
        _SEPARATORS,
        key=lambda sign: (
            sum(column_named(cell.strip(' "\n')) is not None for cell in header.split(sign)),
            header.count(sign),
        ),
    )


def _rows(lines: Sequence[str], separator: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with the number of its line."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
    count = 0
    while True:
        number = reader.line_num + first_line
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise InputError(
                f"Regel {number} van de personeelslijst is niet te lezen.",
                "Kijk of elk aanhalingsteken openen én sluiten doet en of geen cel te lang is.",
            ) from None
        if any(cell.strip() for cell in row):
            count += 1
            if count > MOST_PEOPLE + 1:
                raise InputError(
                    f"De personeelslijst heeft meer dan {MOST_PEOPLE} regels.",
                    "Laat weg wie niet in de documenten kan voorkomen.",
                )
            yield number, [_SPACES.sub(" ", cell).strip() for cell in row]


def _columns(header: Sequence[str]) -> tuple[Cell | None, ...]:
    """What each column holds; None for an empty one behind the last.

    A wrong name is not repeated: without a header the first line is somebody's.
    """
    columns = tuple(column_named(cell) for cell in header[:_MOST_COLUMNS])
    if not any(columns):
        raise InputError(
            "De personeelslijst begint niet met kolomnamen.",
            f"Zet op de eerste regel kolomnamen, uit: {', '.join(COLUMNS)}.",
        )
    for number, (written, column) in enumerate(zip(header, columns, strict=False), start=1):
        if column is None and written:
            message = f"Kolom {number} van de personeelslijst heeft een onbekende naam."
            raise InputError(
                did_you_mean(message, written, COLUMNS),
                "Verander de kolomnaam, of haal de kolom weg.",
            )
        if column is not None and column in columns[: number - 1]:
            raise InputError(
                f"De kolom '{column.value}' staat twee keer in de personeelslijst.",
                "Haal er een weg.",
            )
    if Cell.NAME not in columns and Cell.SURNAME not in columns:
        raise InputError(
            "In de personeelslijst ontbreekt de kolom met namen.",
            "Noem een kolom 'naam', of gebruik 'voornaam', 'tussenvoegsel' en 'achternaam'.",
        )
    if len(header) > _MOST_COLUMNS:
        raise InputError("De personeelslijst heeft te veel kolommen.", "Haal de lege kolommen weg.")
    return columns


def _by_column(
    number: int, row: Sequence[str], columns: Sequence[Cell | None]
) -> Mapping[Cell, str]:
    for place, cell in enumerate(row):
        if cell and (place >= len(columns) or columns[place] is None):
            raise InputError(
                f"Regel {number} van de personeelslijst heeft meer cellen dan er kolommen zijn.",
                "Zet een cel met het scheidingsteken erin tussen aanhalingstekens.",
            )
    return {column: cell for column, cell in zip(columns, row, strict=False) if column is not None}


@dataclass(slots=True)
class _Seen:
    """Whose address was where: one address for two people would make them one."""

    owners: dict[str, tuple[int, Employee]] = field(default_factory=dict, repr=False)

    def check(self, number: int, employee: Employee) -> None:
        if not employee.address:
            return
        first, owner = self.owners.setdefault(employee.address, (number, employee))
        if _named(owner) != _named(employee):
            raise InputError(
                f"De regels {first} en {number} van de personeelslijst hebben hetzelfde "
                "e-mailadres en een andere naam.",
                "Verbeter het adres, of laat een gedeeld adres leeg.",
            )


def _named(employee: Employee) -> tuple[str, ...]:
    return (employee.name, employee.first, employee.initials, employee.surname)
