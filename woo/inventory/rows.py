"""Records become rows with the columns of the productierapport of open.minvws.

Its manual: https://github.com/minvws/nl-rdo-woo-web. Its reader turns a word it does not know
silently into something else, so what it would not take is refused here.
"""

import re
from collections.abc import Sequence
from datetime import date

from woo.errors import InputError
from woo.model.record import Record
from woo.reference.labels import judgement_label
from woo.reference.tables import load_table
from woo.text.plain import one_line

Cell = str | int | date | None
Row = dict[str, Cell]

COLUMNS = (
    "ID",
    "Matter",
    "Family",
    "Email Thread ID",
    "Document",
    "File Type",
    "Datum",
    "Beoordeling",
    "Opgeschort",
    "Beoordelingsgrond",
    "Toelichting",
    "Publieke Link",
    "Gerelateerd ID",
    "Zaaknummer",
)

# Characters, by the manual of open.minvws.
_LIMITS = {"Document": 500, "Toelichting": 1000, "Publieke Link": 2048}
_REQUIRED = ("ID", "Document", "Beoordeling")
_SHORTEST_MATTER = 2
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,39}")


def rows(records: Sequence[Record], case_number: str) -> list[Row]:
    """One row per record, in their order, the keys in the order of ``COLUMNS``.

    Raises InputError for what open.minvws would misread or cut off.
    """
    matter = _checked_matter(case_number)
    _check_numbers(records)
    groups = _group_numbers(records)
    heads = {record.family for record in records if record.family}
    return [_checked(_row(record, matter, groups, heads)) for record in records]


def _row(record: Record, matter: str, groups: dict[str, int], heads: set[str]) -> Row:
    family = record.family or (record.number if record.number in heads else None)
    return {
        "ID": record.number,
        "Matter": matter,
        "Family": groups[family] if family else None,
        "Email Thread ID": groups[record.thread] if record.thread else None,
        "Document": one_line(record.title),
        "File Type": str(load_table("kinds")[record.kind.value]["minvws"]),
        "Datum": record.dated,
        "Beoordeling": judgement_label(record.judgement),
        "Opgeschort": None,
        "Beoordelingsgrond": "; ".join(ground.code for ground in record.grounds) or None,
        "Toelichting": one_line(record.remarks) or None,
        "Publieke Link": one_line(record.link) or None,
        "Gerelateerd ID": groups[record.refers_to] if record.refers_to else None,
        "Zaaknummer": matter,
    }


def _group_numbers(records: Sequence[Record]) -> dict[str, int]:
    """A number for each document that others may point at: open.minvws takes numbers only."""
    pointed_at = [name for one in records for name in _names(one) if name]
    names = list(dict.fromkeys([*(record.number for record in records), *pointed_at]))
    if all(name.isascii() and name.isdigit() for name in names):
        return {name: int(name) for name in names}
    return {name: place for place, name in enumerate(names, start=1)}


def _names(record: Record) -> tuple[str | None, ...]:
    return (record.family, record.thread, record.refers_to)


def _checked_matter(case_number: str) -> str:
    matter = one_line(case_number)
    # open.minvws splits case numbers at both signs.
    if len(matter) < _SHORTEST_MATTER or ";" in matter or "," in matter:
        raise InputError(
            "Het zaaknummer is niet bruikbaar.",
            "Geef minstens twee tekens, zonder komma of puntkomma.",
        )
    return matter


def _check_numbers(records: Sequence[Record]) -> None:
    seen: set[str] = set()
    for record in records:
        if not _NUMBER.fullmatch(record.number):
            raise InputError(
                "Een documentnummer is niet bruikbaar.",
                "Gebruik hoogstens 40 letters, cijfers, punten en streepjes.",
            )
        if record.number in seen:
            raise InputError(
                f"Documentnummer {record.number} komt twee keer voor.",
                "Geef elk document een eigen nummer.",
            )
        seen.add(record.number)


def _checked(row: Row) -> Row:
    number = row["ID"]
    for column in _REQUIRED:
        if not row[column]:
            raise InputError(f"Document {number} heeft geen waarde voor {column}.", "Vul deze aan.")
    for column, limit in _LIMITS.items():
        if len(str(row[column] or "")) > limit:
            raise InputError(
                f"Document {number}: {column} is langer dan {limit} tekens.",
                "Maak de tekst korter.",
            )
    link = str(row["Publieke Link"] or "")
    if link and (not link.startswith(("https://", "http://")) or "|" in link or " " in link):
        raise InputError(
            f"Document {number}: de publieke link is geen webadres.",
            "Geef één adres dat begint met https://.",
        )
    return row
