"""Copy what comes in to the originals, and note where it came from."""

import hashlib
from pathlib import Path

from woo.dossier.documents import Arrival, Entry, arrive
from woo.dossier.dossier import Dossier
from woo.dossier.layout import Layout, suffix_of
from woo.pipeline.sources import read_source, shown
from woo.text.files import write_atomically


def hash_file(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keep_file(
    dossier: Dossier, path: Path, name: str | None = None, **relation: Entry
) -> tuple[Arrival, str]:
    """Copy a file from outside to the originals, under its own name or ``name``.

    ``relation`` is what it belongs to, as ``arrive`` takes it. Gives its SHA-256 as well.
    """
    name = shown(Path(name or path.name))
    digest = keep_bytes(dossier.layout, read_source(path), name)
    with dossier.transaction() as connection:
        origin = origin_of(path)
        return arrive(connection, origin=origin, sha256=digest, name=name, **relation), digest


def origin_of(path: Path) -> str:
    """Where a file came from, as the index knows it."""
    return shown(path.resolve())


def keep_bytes(layout: Layout, content: bytes, name: str) -> str:
    """Write an original once, read-only, under its hash."""
    digest = hashlib.sha256(content).hexdigest()
    target = layout.original(digest, suffix_of(name))
    if not target.exists():
        write_atomically(target, content)
        target.chmod(0o444)
    return digest
