"""The columns of a staff list, and what may stand in their cells."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from woo.errors import InputError
from woo.model.employee import Employee
from woo.model.finding import Role
from woo.model.person import HIGHEST_RANK
from woo.reference.mailboxes import is_functional
from woo.text.matcher import is_searchable
from woo.text.nearest import did_you_mean

_LONGEST_CELL: Final = 200  # characters
_RANK = re.compile(r"(?:(?:schaal|bbra|s)\.?\s*)?(\d{1,2})(?:[.,]0{1,2})?", re.IGNORECASE)
_ADDRESS = re.compile(r"[^@\s,;<>]{1,64}@[^@\s,;<>]{1,120}\.[^@\s,;<>.]{2,24}")
_NO_NAME = re.compile(r"[\d@|/\\<>]|\ufffd")
_NOBODY = frozenset({"vacature", "vacant", "onbekend", "nn", "nvt", "tbd", "geen", "inhuur"})
_ROLES: Final = {
    "ambtenaar": Role.OFFICIAL,
    "medewerker": Role.OFFICIAL,
    "bewindspersoon": Role.OFFICE_HOLDER,
    "bestuurder": Role.OFFICE_HOLDER,
    "burger": Role.CITIZEN,
    "extern": Role.CITIZEN,
    "onbekend": Role.UNKNOWN,
}


class Cell(StrEnum):
    """What a column holds, as its header says it in Dutch."""

    NAME = "naam"
    FIRST = "voornaam"
    INITIALS = "voorletters"
    PARTICLES = "tussenvoegsel"
    SURNAME = "achternaam"
    FUNCTION = "functie"
    RANK = "schaal"
    DEPARTMENT = "afdeling"
    ADDRESS = "e-mail"
    ROLE = "rol"


COLUMNS: Final = tuple(cell.value for cell in Cell)
_ALSO: Final = {
    "volledigenaam": Cell.NAME,
    "roepnaam": Cell.FIRST,
    "initialen": Cell.INITIALS,
    "voorvoegsel": Cell.PARTICLES,
    "voorvoegsels": Cell.PARTICLES,
    "tussenvoegsels": Cell.PARTICLES,
    "emailadres": Cell.ADDRESS,
    "mail": Cell.ADDRESS,
    "mailadres": Cell.ADDRESS,
}


def column_named(written: str) -> Cell | None:
    """The column with this name, however it is written: ``E-mail``, ``email``, ``E-mailadres``."""
    key = re.sub(r"[\W_]", "", written.casefold())
    by_key = {re.sub(r"\W", "", cell.value): cell for cell in Cell}
    return by_key.get(key) or _ALSO.get(key)


def employee_of(number: int, cells: Mapping[Cell, str]) -> Employee:
    """The person on line ``number``. Raises InputError that names the line, never what it holds."""
    for column, cell in cells.items():
        if len(cell) > _LONGEST_CELL or "\n" in cell:
            raise _wrong(number, column, "is te lang of loopt over meer regels", "Kort hem in.")
    _check_name(number, cells)
    return Employee(
        name=cells.get(Cell.NAME, ""),
        first=cells.get(Cell.FIRST, ""),
        initials=_initials(cells.get(Cell.INITIALS, "")),
        particles=cells.get(Cell.PARTICLES, ""),
        surname=cells.get(Cell.SURNAME, ""),
        role=_role(number, cells.get(Cell.ROLE, "")),
        rank=_rank(number, cells.get(Cell.RANK, "")),
        function=cells.get(Cell.FUNCTION, ""),
        address=_address(number, cells.get(Cell.ADDRESS, "")),
    )


def _wrong(number: int, column: Cell, problem: str, advice: str) -> InputError:
    message = f"Regel {number} van de personeelslijst: '{column.value}' {problem}."
    return InputError(message, advice)


def _check_name(number: int, cells: Mapping[Cell, str]) -> None:
    """There is a name, and it is one: no number, address or *vacature*."""
    if not (cells.get(Cell.NAME) or cells.get(Cell.SURNAME)):
        raise InputError(
            f"Regel {number} van de personeelslijst heeft geen naam.",
            "Vul de naam of achternaam in, of haal de regel weg.",
        )
    for column in (Cell.NAME, Cell.FIRST, Cell.INITIALS, Cell.PARTICLES, Cell.SURNAME):
        cell = cells.get(column, "")
        letters = "".join(filter(str.isalpha, cell)).casefold()
        too_short = column in (Cell.NAME, Cell.SURNAME) and len(letters) < 2
        if cell and (_NO_NAME.search(cell) or not is_searchable(cell) or too_short):
            raise _wrong(number, column, "is geen naam", "Verbeter de cel of haal de regel weg.")
        if letters in _NOBODY:
            raise _wrong(number, column, "noemt niemand", "Haal de regel weg.")


def _initials(cell: str) -> str:
    """``J.P.`` for ``JP``, ``J P`` and ``j.p.``; what has small letters (``Th.``) stays."""
    plain = re.sub(r"[\s.]", "", cell)
    if plain.isalpha() and (plain.isupper() or plain.islower()) and len(plain) <= 8:
        return "".join(f"{letter.upper()}." for letter in plain)
    return cell


def _rank(number: int, cell: str) -> int | None:
    if not cell:
        return None
    match = _RANK.fullmatch(cell)
    if match is None or not 1 <= int(match[1]) <= HIGHEST_RANK:
        advice = f"Geef een getal van 1 tot en met {HIGHEST_RANK}, of laat de cel leeg."
        raise _wrong(number, Cell.RANK, "is geen schaal", advice)
    return int(match[1])


def _address(number: int, cell: str) -> str:
    """In lower case; a mailbox of an office, such as ``info@``, is nobody's own."""
    if cell and not _ADDRESS.fullmatch(cell):
        raise _wrong(number, Cell.ADDRESS, "is geen e-mailadres", "Geef één adres of geen.")
    return "" if not cell or is_functional(cell) else cell.casefold()


def _role(number: int, cell: str) -> Role:
    if not cell:
        return Role.OFFICIAL
    role = _ROLES.get(cell.casefold())
    if role is None:
        message = f"Regel {number} van de personeelslijst: de rol is onbekend."
        raise InputError(did_you_mean(message, cell, tuple(_ROLES)), "Een lege cel is: ambtenaar.")
    return role
