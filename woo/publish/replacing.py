"""Put a finished bundle in the place of the one before it, and never in the place of another's."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from woo.errors import InputError
from woo.text.files import sync

MANIFEST = "manifest.json"
FORMAT = "woo-publicatie"
# Bytes: some 150 for each document of the largest dossier.
_MOST_MANIFEST = 100_000_000


@contextmanager
def replaced_folder(out: Path) -> Iterator[Path]:
    """A new folder beside ``out`` that takes its place when the block ends well.

    After an error nothing is left of it and ``out`` is as it was; what an earlier call left when
    it was killed is put right first. Raises InputError when ``out``
    holds something that is not a bundle, or cannot be written.
    """
    work = out.parent / f".woo-bundle-{out.name}"
    fresh, former = work / "new", work / "old"
    try:
        _recover(out, work, former)
        _check_ours(out)
        fresh.mkdir(parents=True)
        try:
            yield fresh
            _sync_all(fresh)
            _swap(fresh, out, former)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        raise InputError(
            "De publicatie kan niet worden geschreven.",
            "Controleer of de map bestaat, of u er mag schrijven en of er ruimte is.",
        ) from error


def _recover(out: Path, work: Path, former: Path) -> None:
    """Killed between the two renames of ``_swap``, a call leaves the old bundle in ``former``."""
    if former.exists() and not out.exists():
        former.rename(out)
    if work.exists():
        shutil.rmtree(work)


def _swap(fresh: Path, out: Path, former: Path) -> None:
    """Two renames; when the second fails the first is undone."""
    existed = out.exists()
    if existed:
        out.rename(former)
    try:
        fresh.rename(out)
    except OSError:
        if existed:
            former.rename(out)
        raise
    sync(out.parent)


def _check_ours(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not (_is_empty(out) or is_bundle(out))):
        raise InputError(
            "De gekozen map bestaat al en is geen publicatie van dit programma.",
            "Kies een andere map.",
        )


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def check_archive_ours(archive: Path) -> None:
    """Raise InputError when there is a file here that this program did not make."""
    if not archive.exists():
        return
    try:
        with ZipFile(archive) as opened, opened.open(MANIFEST) as member:
            ours = _says_ours(member.read(_MOST_MANIFEST))
    except (OSError, BadZipFile, KeyError, RuntimeError, NotImplementedError):
        ours = False
    if not ours:
        raise InputError(
            "Naast de gekozen map staat een zip-bestand dat niet van dit programma is.",
            "Kies een andere map of verplaats het bestand.",
        )


def is_bundle(folder: Path) -> bool:
    """True when this program made the folder: its manifest says so."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            return _says_ours(file.read(_MOST_MANIFEST))
    except OSError:
        return False


def _says_ours(content: bytes) -> bool:
    try:
        manifest = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(manifest, dict) and manifest.get("format") == FORMAT


def _sync_all(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        sync(path)
    sync(folder)
