"""Write a compound file ([MS-CFB]): a message that was inside another becomes a file of its own.

Version 4 with sectors of 4096 bytes: the 109 places in the header then hold the whole table of
every file that is small enough to be read here (``mail.LARGEST_MESSAGE``), so that no second table
is needed.
"""

import itertools
import struct
from dataclasses import dataclass

Tree = dict[str, "bytes | Tree"]
"""Streams (bytes) and storages (trees) by name; a name has at most 31 signs."""

_SECTOR = 4096
_SMALL_SECTOR = 64
_SMALL = 4096  # bytes: a shorter stream lies in the stream of small sectors
_PLACES = 109  # for the numbers of table sectors, in the header
_NUMBERS = _SECTOR // 4  # in a sector
_FREE, _END, _TABLE, _NOTHING = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_BLACK = 1
_ENTRY = struct.Struct("<64sHBBIII16sI16xIQ")
_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_MESSAGE_CLASS = bytes.fromhex("0b0d020000000000c000000000000046")  # the CLSID of Outlook's items


def write_compound(tree: Tree) -> bytes:
    """The file with these streams and storages. Raises ValueError when it would be too large."""
    entries = [_Entry("Root Entry", _ROOT, class_id=_MESSAGE_CLASS)]
    _add_level(tree, entries[0], entries)
    large, small = _Sectors(_SECTOR), _Sectors(_SMALL_SECTOR)
    for entry in entries:
        if entry.content:
            sectors = small if len(entry.content) < _SMALL else large
            entry.start, entry.size = sectors.add(entry.content), len(entry.content)
    entries[0].start, entries[0].size = large.add(small.content), len(small.content)
    directory = large.add(_directory(entries))
    small_table = large.add(_numbers(small.next, filler=_FREE))
    return _with_header(large, directory, small_table, -(-len(small.next) // _NUMBERS))


@dataclass(slots=True)
class _Entry:
    """A line of the directory; numbers point at other lines."""

    name: str
    kind: int
    content: bytes = b""
    class_id: bytes = b""
    start: int = _END
    size: int = 0
    left: int = _NOTHING
    right: int = _NOTHING
    child: int = _NOTHING

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le")
        links = (self.left, self.right, self.child)
        head = (name, len(name) + 2, self.kind, _BLACK, *links, self.class_id)
        return _ENTRY.pack(*head, 0, self.start, self.size)


class _Sectors:
    """Content cut into sectors, and for each sector which one comes next."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._pieces: list[bytes] = []
        self.next: list[int] = []

    def add(self, content: bytes) -> int:
        """The number of the first sector; that of nothing is the end itself."""
        if not content:
            return _END
        first, count = len(self.next), -(-len(content) // self._size)
        self._pieces.append(content.ljust(count * self._size, b"\0"))
        self.next += [*range(first + 1, first + count), _END]
        return first

    @property
    def content(self) -> bytes:
        return b"".join(self._pieces)


def _add_level(tree: Tree, parent: _Entry, entries: list[_Entry]) -> None:
    """All of one storage, then what is inside its storages."""
    numbers = {}
    for name in sorted(tree, key=_order):
        numbers[name] = len(entries)
        value = tree[name]
        entries.append(
            _Entry(name, _STREAM, value) if isinstance(value, bytes) else _Entry(name, _STORAGE)
        )
    parent.child = _search_tree(list(numbers.values()), entries)
    for name, number in numbers.items():
        value = tree[name]
        if not isinstance(value, bytes):
            _add_level(value, entries[number], entries)


def _order(name: str) -> tuple[int, str]:
    """[MS-CFB] 2.6.4: shorter names first, then by the sign, capitals and small alike."""
    return len(name.encode("utf-16-le")), name.upper()


def _search_tree(numbers: list[int], entries: list[_Entry]) -> int:
    """The middle one on top, halves below it: balanced, so every entry can be black."""
    if not numbers:
        return _NOTHING
    middle = len(numbers) // 2
    top = entries[numbers[middle]]
    top.left = _search_tree(numbers[:middle], entries)
    top.right = _search_tree(numbers[middle + 1 :], entries)
    return numbers[middle]


def _directory(entries: list[_Entry]) -> bytes:
    unused = _ENTRY.pack(b"", 0, 0, 0, _NOTHING, _NOTHING, _NOTHING, b"", 0, 0, 0)
    spare = -len(entries) % (_SECTOR // _ENTRY.size)
    return b"".join(entry.packed() for entry in entries) + unused * spare


def _numbers(values: list[int], *, filler: int) -> bytes:
    """Whole sectors of numbers."""
    padded = values + [filler] * (-len(values) % _NUMBERS)
    return struct.pack(f"<{len(padded)}I", *padded)


def _with_header(large: _Sectors, directory: int, small_table: int, small_tables: int) -> bytes:
    """The table of sectors goes last; it counts its own sectors too."""
    first = len(large.next)
    tables = next(count for count in itertools.count(1) if first + count <= count * _NUMBERS)
    if tables > _PLACES:
        raise ValueError("too large for a compound file without a second table")
    places = [*range(first, first + tables)]
    places += [_FREE] * (_PLACES - tables)
    header = struct.pack(
        "<8s16x5H6x9I109I",
        *(_MAGIC, 0x3E, 4, 0xFFFE, 12, 6),
        *(_directory_sectors(large, directory), tables, directory, 0, _SMALL),
        *(small_table, small_tables, _END, 0),
        *places,
    )
    table = _numbers([*large.next, *[_TABLE] * tables], filler=_FREE)
    return header.ljust(_SECTOR, b"\0") + large.content + table


def _directory_sectors(large: _Sectors, directory: int) -> int:
    count = 0
    while directory != _END:
        directory, count = large.next[directory], count + 1
    return count
