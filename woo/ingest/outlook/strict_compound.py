"""olefile, strict, and with limits that it does not have itself."""

from pathlib import Path

from olefile import DEFECT_INCORRECT, STGTY_STREAM, OleFileIO
from olefile.olefile import OleDirectoryEntry

from woo.ingest.outlook.compound import damaged, too_complex

MOST_ENTRIES = 30_000
"""olefile looks for double entries one by one, so its time grows with the square."""


class StrictCompound(OleFileIO):  # type: ignore[misc]  # olefile has no types
    """A file whose entries are few enough, and claim no more bytes than there are."""

    def __init__(self, path: Path) -> None:
        self._loaded = 0
        super().__init__(str(path), raise_defects=DEFECT_INCORRECT)

    def _load_direntry(self, sid: int) -> OleDirectoryEntry:
        self._loaded += 1
        if self._loaded > MOST_ENTRIES:
            raise too_complex()
        return super()._load_direntry(sid)

    def content(self, entry: OleDirectoryEntry) -> bytes:
        """The bytes of a stream. Programs differ in where they say that an empty one begins."""
        if not entry.size:
            return b""
        content: bytes = self._open(entry.isectStart, entry.size).read()
        return content

    def check_sizes(self) -> None:
        """Streams that share sectors could claim more bytes together than the file has."""
        entries = [entry for entry in self.direntries if entry is not None]
        claimed = sum(entry.size for entry in entries if entry.entry_type == STGTY_STREAM)
        if claimed > self._filesize or self.root.size > self._filesize:
            raise damaged()
