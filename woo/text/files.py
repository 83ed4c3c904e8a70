"""Write files so that a crash leaves the old one or the new one, never half of one."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from woo.errors import InputError

TEMPORARY = ".woo-"  # how the name of a file begins that is still being written

_REASONS = {
    "FileNotFoundError": "De map bestaat niet.",
    "FileExistsError": "Er staat al een bestand met de naam van de map.",
    "NotADirectoryError": "Een deel van het pad is geen map.",
    "PermissionError": "U mag hier niet schrijven.",
}


def write_atomically(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` by way of a temporary file in the same folder.

    Raises InputError when the folder cannot be written to or the disk is full.
    """
    with atomic_path(path) as temporary:
        temporary.write_bytes(content)


@contextmanager
def atomic_path(path: Path) -> Iterator[Path]:
    """A temporary path beside ``path`` that takes its place when the block ends well.

    The temporary file keeps the suffix. Raises InputError as ``write_atomically`` does.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, suffix=path.suffix, dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        sync(temporary)
        temporary.chmod(0o644)
        temporary.replace(path)
        sync(path.parent)
    except OSError as error:
        raise cannot_write(error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder, and those around it, unless it is there. Raises InputError when it cannot."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(error) from error


def cannot_write(error: OSError) -> InputError:
    """The same in Dutch, with what to do, and without the path, which may hold a name."""
    reason = _REASONS.get(type(error).__name__, "De schijf is vol of niet bereikbaar.")
    return InputError(
        f"Het bestand kan niet worden geschreven. {reason}",
        "Kies een andere map of maak ruimte, en probeer het opnieuw.",
    )


@contextmanager
def temporary_folder(near: Path) -> Iterator[Path]:
    """A folder inside ``near`` that goes when the block ends.

    What is half-way holds the same personal data as the result, so it stays in the same place:
    after a kill the dossier sweeps it, and nothing is left in the folder that all users share.
    The path is absolute. Raises InputError when the folder cannot be made.
    """
    try:
        made = tempfile.TemporaryDirectory(prefix=TEMPORARY, dir=near.resolve())
    except OSError as error:
        raise cannot_write(error) from error
    with made as folder:
        yield Path(folder)


def sync(path: Path) -> None:
    """Make the system write a file or folder to disk now. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
