"""Check a set: each source by itself, and whether they say the same of each other."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from woo.draft.check import check, kind_of
from woo.draft.complete import ATTACHMENTS
from woo.draft.dates import read_date_or_none
from woo.draft.files import read_source
from woo.draft.kinds import Kind, template_folders
from woo.draft.reading.source import Source, parse
from woo.draft.sets.draft_set import NOTA, SET_FILE, SOURCE, DraftSet
from woo.draft.sets.proposal import other_files
from woo.draft.sets.tables import TableRow, rows_of, rows_of_nota, same, without
from woo.errors import InputError
from woo.model.draft import Problem, Severity
from woo.model.values import dataclass
from woo.text.dates import long_date
from woo.text.nearest import nearest

Found = dict[Path, tuple[Problem, ...]]

_REFERENCE = "referentie"
_DOSSIER = re.compile(r"\bKamerstuk(?:ken)?\b[^.;:()\n]{0,20}?(\d{2}\s\d{3})\b")


@dataclass(frozen=True, slots=True)
class _Part:
    """A source of the set, read."""

    path: Path
    text: str
    source: Source
    kind: Kind | None

    def at(self, field: str, message: str, severity: Severity = Severity.ERROR) -> Problem:
        """A problem where a field stands, or at the top."""
        entry = self.source.entries.get(field)
        place = (entry.line, entry.column) if entry else (1, 1)
        return Problem(*place, message, severity)


def check_set(draft_set: DraftSet, templates: Path | None) -> Found:
    """All problems of a set by file, in order of their line."""
    alone = {path: check(read_source(path), templates) for path in draft_set.sources}
    return joined(alone, check_between(draft_set, templates))


def check_between(draft_set: DraftSet, templates: Path | None) -> Found:
    """What its members say otherwise of each other, by file."""
    parts = {path: _part(path, templates) for path in draft_set.sources}
    nota, letter = parts[draft_set.nota], parts[draft_set.letter]
    found: dict[Path, list[Problem]] = {path: [] for path in parts}
    found[nota.path] += _nota_problems(nota, letter, draft_set)
    found[letter.path] += _letter_problems(letter, nota, draft_set)
    for part, problem in _same_references([nota, *(one for one in parts.values() if one != nota)]):
        found[part.path].append(problem)
    told = {path: tuple(problems) for path, problems in found.items()}
    return {draft_set.folder / SET_FILE: tuple(_left_over(draft_set)), **told}


def joined(alone: Found, between: Found) -> Found:
    """The problems of each source by itself, and then of the set, in order of their line."""
    return {
        path: tuple(sorted({*alone.get(path, ()), *between.get(path, ())}))
        for path in {**alone, **between}
    }


def _part(path: Path, templates: Path | None) -> _Part:
    text = read_source(path)
    source = parse(text)
    return _Part(path, text, source, kind_of(source, template_folders(templates))[0])


def _same_references(parts: Sequence[_Part]) -> Iterator[tuple[_Part, Problem]]:
    """Each source has a reference of its own; by it the others find it."""
    known: dict[str, _Part] = {}
    for part in parts:
        written = part.source.first(_REFERENCE)
        first = known.setdefault(written, part) if written else part
        if first is not part:
            message = f"Deze referentie is ook die van {first.path.name}."
            yield part, part.at(_REFERENCE, message, Severity.HINT)


def _left_over(draft_set: DraftSet) -> Iterator[Problem]:
    known = {path.resolve() for path in draft_set.members}
    for path in sorted((*other_files(draft_set.folder), *_other_sources(draft_set.folder))):
        if path.resolve() not in known:
            message = f"{path.name} staat in de map maar niet in {SET_FILE}."
            yield Problem(1, 1, message, Severity.HINT)


def _other_sources(folder: Path) -> Iterator[Path]:
    """The sources in the folder: Markdown that says which kind it is."""
    for path in folder.glob(f"*{SOURCE}"):
        with suppress(InputError):  # no text, so no source
            if not path.name.startswith(".") and parse(read_source(path)).first("soort"):
                yield path


def _nota_problems(nota: _Part, letter: _Part, draft_set: DraftSet) -> Iterator[Problem]:
    if nota.kind and nota.kind.name != NOTA:
        yield nota.at("soort", f"In {SET_FILE} is dit de nota, maar de soort is een andere.")
    rows = rows_of_nota(nota.source, letter.source, letter.kind)
    yield from _table_problems(nota, rows, draft_set)
    reference = letter.source.first(_REFERENCE)
    if reference and reference not in nota.text:
        message = f"Noem de referentie van de brief in de nota: {reference}."
        yield nota.at(ATTACHMENTS, message, Severity.HINT)
    dossier = letter.source.first("dossiernummer")
    named = {" ".join(one.split()) for one in _DOSSIER.findall(nota.text)}
    if dossier and named and dossier[:6] not in named:
        message = f"De brief hoort bij dossier {dossier}; de nota noemt alleen andere Kamerstukken."
        yield nota.at("titel", message, Severity.HINT)


def _letter_problems(letter: _Part, nota: _Part, draft_set: DraftSet) -> Iterator[Problem]:
    if letter.kind and letter.kind.name == NOTA:
        yield letter.at("soort", f"In {SET_FILE} is dit de brief, maar de soort is nota.")
    if letter.kind and letter.kind.field(ATTACHMENTS):
        yield from _table_problems(letter, rows_of(letter.source), draft_set)
    yield from _date_problems(letter, nota)
    for attachment in draft_set.attachments:
        if attachment.path in draft_set.sources:
            yield from _dossier_problems(letter, attachment.path)
    written = letter.source.first("organisatie")
    if written and written != nota.source.first("organisatie"):
        message = "De nota noemt een andere organisatie."
        yield letter.at("organisatie", message, Severity.HINT)


def _table_problems(
    part: _Part, rows: Sequence[TableRow], draft_set: DraftSet
) -> Iterator[Problem]:
    """The rows are the attachments, with their names and in their order."""
    names = [one.name for one in draft_set.attachments]
    strange = without(rows, names)
    for row in strange:
        near = nearest(row.name, names)
        advice = f"Bedoelt u '{near}'?" if near else f"Zet het bestand in {SET_FILE}."
        yield Problem(row.line, row.column, f"Deze bijlage is niet in de set. {advice}")
    for number, name in enumerate(names, 1):
        if not any(same(row.name, name) for row in rows):
            advice = f"Voeg een rij toe, of geef haar in {SET_FILE} een andere naam."
            message = f"Bijlage {number} van de set ontbreekt hier: {name}. {advice}"
            yield part.at(ATTACHMENTS, message)
    known = [row for row in rows if row not in strange]
    if len(known) == len(names):
        for row, name in zip(known, names, strict=True):
            if not same(row.name, name):
                message = f"De volgorde is anders dan in {SET_FILE}: hier hoort '{name}'."
                yield Problem(row.line, row.column, message)
                return


def _date_problems(letter: _Part, nota: _Part) -> Iterator[Problem]:
    sent = read_date_or_none(letter.source.first("datum"))
    written = read_date_or_none(nota.source.first("datum"))
    if sent and written and sent < written:
        message = f"De brief is ouder dan de nota, die van {long_date(written)} is."
        yield letter.at("datum", message)


def _dossier_problems(letter: _Part, attachment: Path) -> Iterator[Problem]:
    dossier = letter.source.first("dossiernummer")
    other = parse(read_source(attachment)).first("dossiernummer")
    if dossier and other and dossier != other:
        yield letter.at("dossiernummer", f"In {attachment.name} staat dossier {other}.")
