"""Propose a ``set.toml`` for a folder, from what is in it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from woo.draft.check import kind_of
from woo.draft.files import read_source, write_new
from woo.draft.kinds import template_folders
from woo.draft.reading.source import Source, parse
from woo.draft.sets.draft_set import NOTA, SET_FILE, SOURCE, is_set
from woo.draft.sets.matching import matches
from woo.draft.sets.tables import rows_of, rows_of_nota, same, without
from woo.errors import InputError
from woo.text.toml import toml_string

_HEAD = """\
# Deze map is een set: een nota, de brief waar zij over gaat, en de bijlagen.
# De volgorde van de bijlagen is hun nummer. De naam is die in de tabellen van de nota en de brief.
"""
_GUESSED = "# Geraden: kijk na of dit bestand deze bijlage is."
_IN_NO_TABLE = "# Staat in geen tabel van de nota of de brief."
_NO_FILE = "# Van deze bijlage is geen bestand gevonden: {}"


def write_set_file(folder: Path) -> Path:
    """Write the proposal. Raises InputError when there is a ``set.toml``, or no nota and letter."""
    if is_set(folder):
        raise InputError(f"In deze map staat al een {SET_FILE}.", "Pas dat bestand aan.")
    path = folder / SET_FILE
    write_new(path, propose(folder))
    return path


def propose(folder: Path) -> str:
    """The text of ``set.toml``. Raises InputError when not one nota and one letter are there."""
    sources = {path: parse(read_source(path)) for path in sorted(folder.glob(f"*{SOURCE}"))}
    notas = [path for path, one in sources.items() if one.first("soort") == NOTA]
    letters = [path for path, one in sources.items() if one.first("soort") not in ("", NOTA)]
    if len(notas) != 1 or len(letters) != 1:
        found = (_counted(notas, "nota", "nota's"), _counted(letters, "brief", "brieven"))
        raise InputError(
            f"Deze map heeft als brontekst {' en '.join(found)}.",
            f"Zet er van elk één in de map, of schrijf zelf {SET_FILE}.",
        )
    nota, letter = notas[0], letters[0]
    lines = [_HEAD, f"nota = {toml_string(nota.name)}", f"brief = {toml_string(letter.name)}"]
    rows = _rows(sources[nota], sources[letter])
    return "\n".join([*lines, *_attachments(folder, rows)]) + "\n"


def _counted(found: Sequence[Path], one: str, more: str) -> str:
    return f"{len(found)} {more}" if len(found) > 1 else f"{'één' if found else 'geen'} {one}"


def _rows(nota: Source, letter: Source) -> list[str]:
    """The names of the attachments: as the letter has them, and then what only the nota has."""
    kind, _ = kind_of(letter, template_folders(None))
    rows = rows_of(letter)
    more = without(rows_of_nota(nota, letter, kind), [row.name for row in rows])
    return [row.name for row in (*rows, *more)]


def _attachments(folder: Path, rows: Sequence[str]) -> Iterator[str]:
    """The files with the names that the tables have for them, in the order of the tables.

    What is a guess, and what has no row or no file, says so.
    """
    paths = sorted(other_files(folder))
    found = matches(rows, paths)
    for match in found:
        yield from _entry(match.path, rows[match.row], _GUESSED if match.is_guess else "")
    names = [rows[match.row] for match in found]
    taken = {match.path for match in found}
    for path in paths:
        if path not in taken:
            name = path.name if any(same(path.stem, one) for one in names) else path.stem
            names.append(name)
            yield from _entry(path, name, _IN_NO_TABLE if rows else "")
    for name in rows:
        if name not in names:
            yield f"\n{_NO_FILE.format(toml_string(name))}"


def _entry(path: Path, name: str, remark: str) -> Iterator[str]:
    yield "\n[[bijlagen]]"
    if remark:
        yield remark
    yield f"bestand = {toml_string(path.name)}"
    yield f"naam = {toml_string(name)}"


def other_files(folder: Path) -> Iterator[Path]:
    """The files that may be attachments: no sources, nothing hidden."""
    for path in folder.iterdir():
        hidden = path.name.startswith((".", "~$"))
        if path.is_file() and not hidden and path.suffix != SOURCE and path.name != SET_FILE:
            yield path
