"""Propose a ``set.toml`` for a folder, from what is in it."""

from collections.abc import Iterator
from pathlib import Path

from woo.draft.files import read_source, write_new
from woo.draft.reading.source import Source, parse
from woo.draft.sets.draft_set import NOTA, SET_FILE, SOURCE, is_set, slug
from woo.draft.sets.tables import rows_of
from woo.errors import InputError
from woo.text.toml import toml_string

_HEAD = """\
# Deze map is een set: een nota, de brief waar zij over gaat, en de bijlagen.
# De volgorde van de bijlagen is hun nummer. De naam is die in de tabellen van de nota en de brief.
"""


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
        raise InputError(
            f"In deze map staan {len(notas)} nota's en {len(letters)} brieven als brontekst.",
            f"Zet er van elk één in de map, of schrijf zelf {SET_FILE}.",
        )
    nota, letter = notas[0], letters[0]
    lines = [_HEAD, f"nota = {toml_string(nota.name)}", f"brief = {toml_string(letter.name)}"]
    return "\n".join([*lines, *_attachments(folder, sources[letter], sources[nota])]) + "\n"


def _attachments(folder: Path, letter: Source, nota: Source) -> Iterator[str]:
    """The files with the names that the tables have for them, in the order of the tables."""
    rows = [row.name for row in rows_of(letter) or rows_of(nota)]
    found = [(_place(path, rows), path) for path in sorted(other_files(folder))]
    named: set[int] = set()
    for place, path in sorted(found, key=lambda one: one[0]):
        name = path.stem if place in named or place == len(rows) else rows[place]
        named.add(place)
        bestand = path.relative_to(folder).as_posix()
        yield "\n[[bijlagen]]"
        yield f"bestand = {toml_string(bestand)}"
        yield f"naam = {toml_string(name)}"


def other_files(folder: Path) -> Iterator[Path]:
    """The files that may be attachments: no sources, nothing hidden."""
    for path in folder.iterdir():
        hidden = path.name.startswith((".", "~$"))
        if path.is_file() and not hidden and path.suffix != SOURCE and path.name != SET_FILE:
            yield path


def _place(path: Path, rows: list[str]) -> int:
    """The row with the name of this file; behind the last when there is none."""
    name = slug(path.stem)
    same = (at for at, row in enumerate(rows) if slug(row) in name or name in slug(row))
    return next(same, len(rows))
