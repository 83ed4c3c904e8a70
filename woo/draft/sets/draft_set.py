"""A set: a nota, the letter it is about and their attachments, in a folder with ``set.toml``."""

import re
import unicodedata
from pathlib import Path, PurePosixPath
from typing import Any

from woo.draft.kind_data import Data, DataError, explained
from woo.errors import InputError
from woo.model.values import dataclass
from woo.text.nearest import nearest
from woo.text.toml import TomlError, line_and_column, place_of_key, read_table, toml_string

SET_FILE = "set.toml"
SOURCE = ".md"
NOTA = "nota"
_LONGEST_NAME = 60


class _WrittenAttachment(Data):
    bestand: str
    naam: str


class _WrittenSet(Data):
    nota: str
    brief: str
    bijlagen: tuple[_WrittenAttachment, ...] = ()


class SetFileError(InputError):
    """``set.toml`` is wrong at this line and column."""

    def __init__(self, message: str, advice: str = "", line: int = 1, column: int = 1) -> None:
        super().__init__(message, advice)
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[type[InputError], tuple[Any, ...]]:
        """Cross a process border whole."""
        return type(self), (self.message, self.advice, self.line, self.column)


class _FaultError(Exception):
    """What is wrong with the value of a key: ``bijlagen.0.bestand``."""

    def __init__(self, key: str, message: str, advice: str) -> None:
        super().__init__(message, advice)
        self.key = key
        self.message = message
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the letter; ``number`` counts from 1, ``name`` is as the tables say."""

    number: int
    path: Path
    name: str

    @property
    def file_name(self) -> str:
        """What the file is called among the outputs, without suffix: ``bijlage-1-rapport``."""
        return f"{self.neutral_name}-{slug(self.name)}"

    @property
    def neutral_name(self) -> str:
        """The same without what it is about: ``bijlage-1``."""
        return f"bijlage-{self.number}"


@dataclass(frozen=True, slots=True)
class DraftSet:
    """The parts of a set. ``nota`` and ``letter`` are sources, an attachment may be one."""

    folder: Path
    nota: Path
    letter: Path
    attachments: tuple[Attachment, ...]

    @property
    def members(self) -> tuple[Path, ...]:
        """Every file of the set, the letter first."""
        return (self.letter, *(one.path for one in self.attachments), self.nota)

    @property
    def sources(self) -> tuple[Path, ...]:
        """The files that are sources."""
        return tuple(path for path in self.members if path.suffix == SOURCE)


def is_set(folder: Path) -> bool:
    """Tell whether a folder says that it is a set."""
    return (folder / SET_FILE).is_file()


def load_set(folder: Path) -> DraftSet:
    """Read ``set.toml``. Raises InputError when it is not there.

    Raises SetFileError when it is wrong, or names a file that is not there.
    """
    text = _read(folder / SET_FILE)
    try:
        return _made(folder, _WrittenSet.read(read_table(text, built_in=False)))
    except _FaultError as fault:
        place = place_of_key(text, fault.key)
        raise SetFileError(fault.message, fault.advice, *place) from None
    except DataError as error:
        raise _explained(error, place_of_key(text, error.place)) from None
    except TomlError as error:
        end = (text.count("\n") + 1, 1)
        raise _explained(error, line_and_column(error) or end) from None


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:
        raise InputError(
            f"In deze map staat geen {SET_FILE}.", f"Maak er een met: woo draft set {path.parent}"
        ) from None
    except UnicodeDecodeError as error:
        raise _explained(error, (1, 1)) from None


def _explained(
    error: DataError | TomlError | UnicodeDecodeError, place: tuple[int, int]
) -> SetFileError:
    told = explained(error, SET_FILE)
    return SetFileError(told.message, told.advice, *place)


def _made(folder: Path, written: _WrittenSet) -> DraftSet:
    keys = {"nota": written.nota, "brief": written.brief}
    keys |= {f"bijlagen.{at}.bestand": one.bestand for at, one in enumerate(written.bijlagen)}
    paths = {key: _member(folder, name, key) for key, name in keys.items()}
    for key in ("nota", "brief"):
        if paths[key].suffix != SOURCE:
            message = f"De nota en de brief in {SET_FILE} zijn bronteksten (.md)."
            raise _FaultError(key, message, f"Pas {keys[key]} aan.")
    _refuse_twice(paths)
    nota, letter, *others = paths.values()
    attachments = tuple(
        Attachment(number, path, one.naam)
        for number, (path, one) in enumerate(zip(others, written.bijlagen, strict=True), 1)
    )
    return DraftSet(folder, nota, letter, attachments)


def _refuse_twice(paths: dict[str, Path]) -> None:
    known: set[Path] = set()
    for key, path in paths.items():
        if path.resolve() in known:
            message = f"In {SET_FILE} staat een bestand twee keer."
            raise _FaultError(key, message, "Noem elk bestand één keer.")
        known.add(path.resolve())


def _member(folder: Path, name: str, key: str) -> Path:
    """A file inside the folder. Raises _FaultError when it is not, or no file can have the name."""
    try:
        return _sound_member(folder, name, key)
    except (OSError, RuntimeError, ValueError):  # too long; a link to itself; with a NUL
        start = toml_string(name[:_LONGEST_NAME])
        message = f"Met deze naam uit {SET_FILE} is geen bestand te openen: {start}."
        raise _FaultError(key, message, "Controleer de naam.") from None


def _sound_member(folder: Path, name: str, key: str) -> Path:
    """A file inside the folder. Raises _FaultError when it is elsewhere, missing or empty."""
    path = folder / name
    written = PurePosixPath(name)
    inside = path.resolve().is_relative_to(folder.resolve())
    if written.is_absolute() or ".." in written.parts or not inside:
        message = f"Een bestand in {SET_FILE} ligt buiten de map: {name}."
        raise _FaultError(key, message, "Zet het erin.")
    if not path.is_file():
        message = f"Dit bestand uit {SET_FILE} is er niet: {name}."
        near = nearest(name, [one.name for one in folder.iterdir() if one.is_file()])
        raise _FaultError(key, message, f"Bedoelt u {near}?" if near else "Controleer de naam.")
    if not path.stat().st_size:
        message = f"Dit bestand is leeg: {name}."
        raise _FaultError(key, message, "Zet het goede bestand in de map.")
    return path


def slug(name: str) -> str:
    """A name as a part of a file name: lower case, letters and digits with hyphens between."""
    return hyphenated(name)[:_LONGEST_NAME].strip("-") or "stuk"


def hyphenated(name: str) -> str:
    """The same of any length, to compare by; empty when no letter or digit is left."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
