"""Files from outside: which ones a path stands for, and what is in them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from woo.errors import InputError, UnreadableError

MAX_FILE = 500 * 1024**2  # bytes


def list_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files among these paths and in the folders among them, in a fixed order.

    In a folder, hidden files and links are left out. Raises InputError for a path that does not
    exist and for a folder that cannot be looked into: nothing is left out in silence.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(_inside(path))
        elif path.is_file():
            yield path
        else:
            raise InputError(
                f"Dit bestand of deze map bestaat niet: {shown(path)}.",
                "Controleer de naam en het pad.",
            )


def _inside(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            item = Path(where, name)
            if not name.startswith(".") and not item.is_symlink() and _is_file(item):
                yield item


def _is_file(item: Path) -> bool:
    try:
        return item.is_file()
    except OSError as error:
        _refuse(error)


def _refuse(error: OSError) -> NoReturn:
    raise InputError(
        f"Deze map kan niet worden gelezen: {shown(Path(error.filename))}.",
        "Controleer de rechten.",
    ) from None


def read_source(path: Path) -> bytes:
    """What is in a file. Raises UnreadableError when it is too large or may not be read."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise UnreadableError(
                f"Dit bestand is groter dan 500 MB: {shown(path)}.",
                "Splits het en voeg de delen toe.",
            )
        return path.read_bytes()
    except OSError:
        raise UnreadableError(
            f"Dit bestand kan niet worden gelezen: {shown(path)}.", "Controleer de rechten."
        ) from None


def shown(path: Path) -> str:
    """A path as text on one line; what is not UTF-8 or not printable becomes U+FFFD.

    So a name cannot move the cursor, turn the reading direction or add a line of its own.
    """
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
