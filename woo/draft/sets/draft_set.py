"""A set: a nota, the letter it is about and their attachments, in a folder with ``set.toml``."""

import re
import unicodedata
from pathlib import Path, PurePosixPath

from woo.draft.kind_data import Data, DataError, explained
from woo.errors import InputError
from woo.model.values import dataclass
from woo.text.toml import TomlError, read_table

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
    """Read ``set.toml``. Raises InputError when it is wrong or names a file that is not there."""
    written = _read(folder / SET_FILE)
    attachments = tuple(
        Attachment(number, _member(folder, one.bestand), one.naam)
        for number, one in enumerate(written.bijlagen, 1)
    )
    nota, letter = _source(folder, written.nota), _source(folder, written.brief)
    made = DraftSet(folder, nota, letter, attachments)
    if len({path.resolve() for path in made.members}) != len(made.members):
        raise InputError(
            f"In {SET_FILE} staat een bestand twee keer.", "Noem elk bestand één keer."
        )
    return made


def _read(path: Path) -> _WrittenSet:
    try:
        return _WrittenSet.read(read_table(path.read_text("utf-8"), built_in=False))
    except OSError:
        raise InputError(
            f"In deze map staat geen {SET_FILE}.", f"Maak er een met: woo draft set {path.parent}"
        ) from None
    except (DataError, TomlError, UnicodeDecodeError) as error:
        raise explained(error, SET_FILE) from None


def _source(folder: Path, name: str) -> Path:
    path = _member(folder, name)
    if path.suffix != SOURCE:
        raise InputError(
            f"De nota en de brief in {SET_FILE} zijn bronteksten (.md).", f"Pas {name} aan."
        )
    return path


def _member(folder: Path, name: str) -> Path:
    """A file inside the folder. Raises InputError when it is elsewhere, missing or empty."""
    path = folder / name
    written = PurePosixPath(name)
    inside = path.resolve().is_relative_to(folder.resolve())
    if written.is_absolute() or ".." in written.parts or not inside:
        raise InputError(f"Een bestand in {SET_FILE} ligt buiten de map: {name}.", "Zet het erin.")
    if not path.is_file():
        raise InputError(f"Dit bestand uit {SET_FILE} is er niet: {name}.", "Controleer de naam.")
    if not path.stat().st_size:
        raise InputError(f"Dit bestand is leeg: {name}.", "Zet het goede bestand in de map.")
    return path


def slug(name: str) -> str:
    """A name as a part of a file name: lower case, letters and digits with hyphens between."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return words[:_LONGEST_NAME].strip("-") or "stuk"
