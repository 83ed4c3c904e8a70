"""Read a compound file ([MS-CFB]), the file system inside an Outlook message, with limits.

olefile reads the structure. It was not made for files that want to do harm, so what it leaves
open is closed here: how long its tables may be, how many entries there are, and how many bytes
the streams may claim together. Nothing can then come out that did not go in.
olefile is imported where a file is opened: most commands never meet one.
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from woo.errors import UnreadableError
from woo.ingest.outlook.compound_writing import Tree

if TYPE_CHECKING:
    from olefile.olefile import OleDirectoryEntry

    from woo.ingest.outlook.strict_compound import StrictCompound

_STORAGE, _STREAM = 1, 2
_HEADER = struct.Struct("<30xH12xI")  # sector shift, number of sectors that hold the table


class Storage:
    """A folder in the file: streams are its files, storages its folders. Case does not count."""

    def __init__(self, compound: "StrictCompound", entry: "OleDirectoryEntry") -> None:
        self._compound = compound
        self._entries = {kid.name.lower(): kid for kid in entry.kids}

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream, None when it is not there."""
        entry = self._entries.get(name.lower())
        if entry is None or entry.entry_type != _STREAM:
            return None
        return self._compound.content(entry)

    def storage(self, name: str) -> "Storage | None":
        """A folder by its name, None when it is not there."""
        entry = self._entries.get(name.lower())
        if entry is None or entry.entry_type != _STORAGE:
            return None
        return Storage(self._compound, entry)

    def storages(self, start: str) -> Iterator["Storage"]:
        """The folders whose name begins with ``start``, by name."""
        for name in sorted(self._entries):
            if name.startswith(start.lower()) and (found := self.storage(name)):
                yield found

    def tree(self) -> Tree:
        """Everything inside, to be written to a file of its own."""
        tree: Tree = {}
        for entry in self._entries.values():
            if entry.entry_type == _STREAM:
                tree[entry.name] = self._compound.content(entry)
            elif entry.entry_type == _STORAGE:
                tree[entry.name] = Storage(self._compound, entry).tree()
        return tree


@contextmanager
def open_compound(path: Path) -> Iterator[Storage]:
    """The root of the file, for as long as the block lasts.

    Raises UnreadableError, also from inside the block, where the file turns out to be damaged.
    """
    from woo.ingest.outlook.strict_compound import StrictCompound

    try:
        _check_header(path)
        with StrictCompound(path) as compound:
            compound.check_sizes()
            yield Storage(compound, compound.root)
    except UnreadableError:
        raise
    # What olefile raises on broken files depends on where they are broken.
    except (OSError, ValueError, LookupError, TypeError, ArithmeticError, struct.error):
        raise damaged() from None
    except RecursionError:
        raise too_complex() from None


def _check_header(path: Path) -> None:
    """A table longer than the file needs would be read in a loop, each turn slower than before."""
    with path.open("rb") as stream:
        shift, table = _HEADER.unpack(stream.read(_HEADER.size))
    if shift not in {9, 12}:
        raise damaged()
    sectors = path.stat().st_size >> shift
    if table > sectors // (1 << (shift - 2)) + 2:
        raise damaged()


def damaged() -> UnreadableError:
    """The file does not hang together."""
    return UnreadableError(
        "Dit Outlook-bericht is beschadigd of niet compleet.",
        "Open het in Outlook, sla het opnieuw op en voeg het opnieuw toe.",
    )


def too_complex() -> UnreadableError:
    """More entries, or deeper ones, than any honest message has."""
    return UnreadableError(
        "Dit Outlook-bericht is te ingewikkeld opgebouwd of beschadigd.",
        "Open het in Outlook, sla het opnieuw op of sla de bijlagen los op en voeg die toe.",
    )
