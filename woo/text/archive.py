"""Zip archives that depend on their contents alone: names sorted, one fixed date."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The first moment that a zip archive can hold.
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_CHUNK = 1 << 20


def zip_bytes(entries: Mapping[str, bytes]) -> bytes:
    """An archive of these entries; the same entries give the same bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name in sorted(entries):
            archive.writestr(_entry(name), entries[name])
    return buffer.getvalue()


def zip_folder(folder: Path, names: Iterable[str], out: Path) -> None:
    """Write the named files of ``folder`` to the archive ``out``, a chunk at a time."""
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in sorted(names):
            entry = _entry(name)
            entry.file_size = (folder / name).stat().st_size
            with (folder / name).open("rb") as source, archive.open(entry, "w") as target:
                while chunk := source.read(_CHUNK):
                    target.write(chunk)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _FIXED_DATE)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = _READABLE
    entry.create_system = 3  # Unix, on every machine
    return entry
