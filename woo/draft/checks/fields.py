"""Check the front matter against the fields of the kind."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from woo.draft.checks.marks import check_inlines, check_twice
from woo.draft.checks.runs import bare_runs
from woo.draft.complete import ATTACHMENTS
from woo.draft.dates import DateError, read_date, read_date_or_none
from woo.draft.draft import value_grounds
from woo.draft.kinds import Kind, KindField, shared_names
from woo.draft.reading.frontmatter import Entry, Value
from woo.draft.reading.marks import LEFT_OVER, MARK_VALUE
from woo.draft.reading.source import Source
from woo.draft.reading.value_line import parse_line
from woo.draft.tree import Grounds
from woo.draft.vergaderjaar import read_vergaderjaar, vergaderjaar
from woo.model.draft import Problem, Severity
from woo.text.nearest import did_you_mean, nearest

KIND_FIELD = "soort"
COUNT = "aantal_bijlagen"
ONE_VALUE = "Dit veld heeft één waarde, geen lijst."
_NO_ROW = f"Hier hoort één waarde. Met een grond schrijft u: {MARK_VALUE}."
_INDENTED = "Dit is een veld van zichzelf. Haal de spaties ervoor weg."
_TWICE = "Zet alle gronden bij elkaar: {waarde: tekst, grond: 5.1.2e;5.2.1}."
# "besluit" is nearly besluitvorming; "bespreking" is something else than beslissing.
_NEAR = 65
_DOSSIER = r"(?i)(\d{2})[\s.-]?(\d{3})(?:[\s-]*([IVXLC]+|[A-Z])|-(\d{2}))?"


def check_fields(source: Source, kind: Kind, folders: Sequence[Path]) -> Iterator[Problem]:
    """Unknown, missing and wrongly filled fields; ``folders`` hold the kinds."""
    for entry in source.entries.values():
        if entry.name == KIND_FIELD:
            continue
        kind_field = kind.field(entry.name)
        if kind_field is None:
            yield _unknown(entry, kind, folders)
        else:
            yield from _check_entry(entry, kind_field, kind)
    meant = set(_meant(source, kind, folders))
    for kind_field in kind.fields:
        is_told = kind_field.name in meant and kind_field.name not in source.entries
        if kind_field.required and not is_told and not _is_filled(source, kind_field):
            yield _missing(source, kind_field)
    yield from _check_count(source)
    yield from _check_vergaderjaar(source)


def _unknown(entry: Entry, kind: Kind, folders: Sequence[Path]) -> Problem:
    """A field that another kind has is a hint: one source may be made into either."""
    if entry.name in shared_names(folders):
        message = f"De soort '{kind.name}' heeft geen veld '{entry.name}': dit wordt niet gebruikt."
        return Problem(entry.line, entry.column, message, Severity.HINT)
    names = [one.name for one in kind.fields]
    message = did_you_mean("Onbekend veld.", entry.name, names)
    return Problem(entry.line, entry.column, message)


def _meant(source: Source, kind: Kind, folders: Sequence[Path]) -> Iterator[str | None]:
    """The fields for which an unknown one is probably meant: these are told there."""
    names = [one.name for one in kind.fields]
    for name in source.entries:
        if name != KIND_FIELD and name not in names and name not in shared_names(folders):
            yield nearest(name, names)


def _missing(source: Source, kind_field: KindField) -> Problem:
    entry = source.entries.get(kind_field.name)
    message = f"Vul het veld '{kind_field.name}' in: {kind_field.explanation}"
    if entry and entry.comment != (0, 0):
        message += " Wat achter # staat, telt niet mee. Hoort het erbij? Zet het tussen quotes."
    return Problem(entry.line if entry else 1, 1, message)


def _is_filled(source: Source, kind_field: KindField) -> bool:
    entry = source.entries.get(kind_field.name)
    return bool(entry and any(v.text.strip() or v.cells for v in entry.values))


def _check_entry(entry: Entry, kind_field: KindField, kind: Kind) -> Iterator[Problem]:
    if len(entry.values) > 1 and kind_field.type not in ("list", "table"):
        yield Problem(entry.line, entry.column, ONE_VALUE)
    for value in entry.values:
        if strays := [
            one for name, one in value.cells.items() if _is_stray(name, kind_field, kind)
        ]:
            yield from (Problem(*one.key, _INDENTED) for one in strays)
        elif kind_field.type == "table":
            yield from _check_row(value, kind_field)
        elif value.cells:
            yield Problem(value.line, value.column, _NO_ROW)
        else:
            yield from _check_marks(value, value_grounds(kind_field, value, None))
            if value.text.strip():
                yield from _check_value(value, kind_field)


def _is_stray(name: str, kind_field: KindField, kind: Kind) -> bool:
    """Tell whether a field stands inside another, because spaces stand before it."""
    return kind.field(name) is not None and name not in kind_field.all_columns


def _check_row(row: Value, kind_field: KindField) -> Iterator[Problem]:
    names = kind_field.all_columns
    if not row.cells:
        message = f"Schrijf per regel: - {{{', '.join(f'{name}: ...' for name in names)}}}."
        yield Problem(row.line, row.column, message)
        return
    for name, cell in row.cells.items():
        if name not in names:
            yield Problem(*cell.key, did_you_mean("Onbekende kolom.", name, names))
        elif cell.cells:
            yield Problem(cell.line, cell.column, _NO_ROW)
        yield from _check_marks(cell, value_grounds(kind_field, cell, row.grounds))
        if cell.text.strip():
            yield from _check_value(cell, kind_field)
    for name in kind_field.columns:
        filled = row.cells.get(name)
        if filled is None or not filled.text.strip():
            place = (row.line, row.column) if filled is None else filled.key
            yield Problem(*place, f"Vul de kolom '{name}' in.")


def _check_marks(value: Value, grounds: Grounds) -> Iterator[Problem]:
    """Marks that cannot be read, and those that the ``grounds`` of the whole value replace."""
    for line, places in value.lines():
        inlines, problems = parse_line(line, places)
        yield from problems
        yield from check_inlines(inlines)
        if grounds and list(check_twice(grounds, inlines)):
            yield Problem(*places.at(0), _TWICE)
        for run in bare_runs(inlines):
            if match := LEFT_OVER.search(run.text):
                message = "Dit merkteken is niet te lezen. Schrijf [tekst]{5.1.2e}."
                yield Problem(*run.at(match.start()), message)


def _check_value(value: Value, kind_field: KindField) -> Iterator[Problem]:
    written = value.text.strip()
    message = _VALUE_CHECKS[kind_field.type](written, kind_field)
    if message:
        yield Problem(value.line, value.column, message)
    elif kind_field.unwanted and re.search(kind_field.unwanted, written):
        yield Problem(value.line, value.column, kind_field.unwanted_advice)


def _text(written: str, kind_field: KindField) -> str:
    pattern = kind_field.pattern
    if not pattern or re.fullmatch(pattern, written):
        return ""
    meant = next((one for one in _repaired(written) if re.fullmatch(pattern, one)), "")
    return f"{kind_field.pattern_advice} Bedoelt u {meant}?" if meant else kind_field.pattern_advice


def _repaired(written: str) -> Iterator[str]:
    """What somebody may have meant: ``30821`` is 30 821, ``nr. 238`` is 238."""
    yield re.sub(r"^nr\.?\s*", "", written, flags=re.IGNORECASE)
    yield written.replace("_", "-")
    if match := re.fullmatch(_DOSSIER, written):
        suffix = f" {match[3].upper()}" if match[3] else f"-{match[4]}" if match[4] else ""
        yield f"{match[1]} {match[2]}{suffix}"


def _date(written: str, _field: KindField) -> str:
    try:
        read_date(written)
    except DateError as error:
        return str(error)
    return ""


def _choice(written: str, kind_field: KindField) -> str:
    if written.casefold() in (choice.casefold() for choice in kind_field.choices):
        return ""
    return did_you_mean("Deze keuze is er niet.", written, kind_field.choices, least=_NEAR)


def _int(written: str, _field: KindField) -> str:
    return "" if written.isascii() and written.isdigit() else "Schrijf hier een getal in cijfers."


def _nothing(_written: str, _field: KindField) -> str:
    return ""


_VALUE_CHECKS: dict[str, Callable[[str, KindField], str]] = {
    "text": _text,
    "list": _text,
    "date": _date,
    "choice": _choice,
    "int": _int,
    "table": _nothing,
}


def _check_count(source: Source) -> Iterator[Problem]:
    """The number of attachments is that of the table."""
    entry = source.entries.get(COUNT)
    written = source.first(COUNT)
    if entry is None or not written.isdigit():
        return
    table = source.entries.get(ATTACHMENTS)
    if table is None and int(written):
        message = f"U telt {written} als aantal bijlagen, en noemt er geen in 'bijlagen'."
        yield Problem(entry.line, entry.column, message, Severity.HINT)
        return
    listed = len(table.values) if table else 0
    if int(written) != listed:
        message = f"Het aantal bijlagen is {written}, maar in 'bijlagen' staan er {listed}."
        yield Problem(entry.line, entry.column, message)


def _check_vergaderjaar(source: Source) -> Iterator[Problem]:
    """The vergaderjaar follows from the date."""
    entry = source.entries.get("vergaderjaar")
    if entry is None or not entry.values:
        return
    dated = read_date_or_none(source.first("datum"))
    if dated is None:
        return
    right = vergaderjaar(dated)
    if read_vergaderjaar(source.first("vergaderjaar")) != right:
        message = f"Bij deze datum hoort vergaderjaar {right}. U kunt dit veld ook weglaten."
        yield Problem(entry.line, entry.column, message)
