"""Make, open and lock a dossier."""

import fcntl
import json
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from woo.dossier import audit
from woo.dossier.layout import FOLDERS, SWEPT, Layout
from woo.dossier.schema import add_new_columns, metadata
from woo.dossier.settings import TEMPLATE, Settings, load_settings, parse_settings
from woo.errors import InputError
from woo.text.files import TEMPORARY, write_atomically
from woo.text.toml import toml_string

_PATIENCE, _PAUSE = 2.0, 0.05  # seconds to wait for the lock, and between two tries


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier that is open: its folder, its settings and its index."""

    layout: Layout
    settings: Settings
    engine: Engine

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All changes made in the block are kept together, or none of them.

        Raises InputError when the index cannot be written (a full disk) or is damaged.
        """
        with _explained(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Keep other commands out while this one changes the dossier. Raises InputError."""
        with self._lock_file() as handle:
            _take(handle)
            self._sweep()
            yield

    def _lock_file(self) -> IO[str]:
        try:
            return self.layout.lock.open("w")
        except OSError:
            raise InputError(
                "In dit dossier mag u niet schrijven.", "Vraag schrijfrechten op de map."
            ) from None

    def _sweep(self) -> None:
        """Throw away the half-written files of a command that was killed."""
        for folder in SWEPT:
            for leftover in (self.layout.root / folder).glob(f"{TEMPORARY}*"):
                if leftover.is_dir():
                    shutil.rmtree(leftover, ignore_errors=True)
                else:
                    leftover.unlink(missing_ok=True)


def _take(lock: IO[str]) -> None:
    """Wait a moment: the processes of a command that was killed end just after the command."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() > deadline:
                raise InputError(
                    "Een andere opdracht werkt nu in dit dossier.",
                    "Wacht tot die klaar is en probeer het opnieuw.",
                ) from None
        time.sleep(_PAUSE)


def create_dossier(
    root: Path,
    *,
    title: str,
    case_number: str,
    organisation: str,
    received: date | None = None,
    decided: date | None = None,
    category: str = "014",
) -> Dossier:
    """Start a dossier in a new or empty folder, and open it.

    Running it again after an interruption finishes the work. Raises InputError when the folder
    holds something else, and for an unknown organisation or a case number or category that cannot
    be used.
    """
    layout = Layout(root)
    if root.exists() and (not root.is_dir() or (_is_foreign(root) or layout.settings.exists())):
        raise InputError("Deze map is niet leeg.", "Kies een nieuwe of lege map voor het dossier.")
    text = TEMPLATE.format(
        title=toml_string(title),
        case_number=toml_string(case_number),
        organisation=toml_string(organisation),
        category=toml_string(category),
        slug=re.sub(r"[^a-z0-9]+", "-", case_number.lower()).strip("-") or "dossier",
        received=f"ontvangen = {received}" if received else "# ontvangen = 2024-09-02",
        decided=f"besluitdatum = {decided}" if decided else "# besluitdatum = 2024-09-27",
    )
    parse_settings(text, "Het dossier is niet gemaakt.")  # before anything is written
    try:
        for folder in FOLDERS:
            (root / folder).mkdir(parents=True, exist_ok=True)
    except OSError:
        raise InputError(
            "De map kan niet worden gemaakt.", "Kies een map waarin u mag schrijven."
        ) from None
    default_policy = resources.files("woo.reference").joinpath("policy.toml").read_bytes()
    write_atomically(layout.policy, default_policy)
    # The settings come last: a folder with settings is a whole dossier.
    engine = _open_index(layout)
    with engine.begin() as connection:
        if audit.head(connection) == audit.FIRST_HASH:
            audit.append(connection, "new")
    engine.dispose()
    write_atomically(layout.settings, text.encode("utf-8"))
    return open_dossier(root)


def open_dossier(root: Path) -> Dossier:
    """Open the dossier in this folder. Raises InputError when there is none."""
    layout = Layout(root)
    settings = load_settings(layout.settings)
    _check_index(layout)
    return Dossier(layout, settings, _open_index(layout))


def _check_index(layout: Layout) -> None:
    """A dossier has an index from its start: an empty new one would say that nothing was done."""
    if not layout.index.is_file() or layout.index.stat().st_size == 0:
        raise InputError(
            "De index van het dossier ontbreekt.", "Zet een reservekopie van het dossier terug."
        )


def _is_foreign(root: Path) -> bool:
    """Tell whether a folder holds anything that ``create_dossier`` did not put there."""
    ours = {*FOLDERS, "policy.toml", "index.sqlite", "index.sqlite-wal", "index.sqlite-shm"}
    return any(
        path.name not in ours and not path.name.startswith(".woo-") for path in root.iterdir()
    )


def _open_index(layout: Layout) -> Engine:
    engine = create_engine(
        f"sqlite:///{layout.index}",
        json_serializer=lambda value: json.dumps(value, ensure_ascii=False),
        connect_args={"timeout": 30},
        hide_parameters=True,  # values are personal data and stay out of errors
    )
    event.listen(engine, "connect", _prepare_sqlite)
    with _explained():
        metadata.create_all(engine)
        add_new_columns(engine)
    return engine


@contextmanager
def _explained() -> Iterator[None]:
    """Say in Dutch what SQLite cannot do; its own words may hold paths and values."""
    try:
        yield
    except OperationalError:
        raise InputError(
            "De index van het dossier kan niet worden geschreven. De schijf is vol, u mag hier "
            "niet schrijven, of een andere opdracht houdt de index bezet.",
            "Maak ruimte of regel rechten en voer de opdracht opnieuw uit; er is niets verloren.",
        ) from None
    except DatabaseError as error:
        if isinstance(error, IntegrityError):
            raise  # a fault in the program, not in the file
        raise InputError(
            "De index van het dossier is beschadigd.", "Zet een reservekopie van het dossier terug."
        ) from None


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
