"""Compound files: what is written can be read, and what means harm is refused in time."""

import struct
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import olefile
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from woo.errors import UnreadableError
from woo.ingest.outlook.compound import Storage, open_compound
from woo.ingest.outlook.compound_writing import Tree, write_compound

pytestmark = pytest.mark.slow

Put = Callable[[str, bytes], Path]

NAME = st.text(st.characters(codec="ascii", exclude_characters="/\\:!\0"), min_size=1, max_size=31)
CONTENT = st.one_of(st.binary(max_size=200), st.integers(0, 20_000).map(lambda n: b"x" * n))
SECTOR = 4096
FAT_COUNT, DIFAT_START, DIFAT_COUNT, FIRST_FAT = 0x2C, 0x44, 0x48, 0x4C
DIRECTORY_START, SHIFT = 0x30, 0x1E


def has_different_names(tree: Any) -> bool:
    """Upper and lower case are the same in a compound file."""
    return len({name.lower() for name in tree}) == len(tree) and all(
        has_different_names(value) for value in tree.values() if isinstance(value, dict)
    )


TREE: st.SearchStrategy[Any] = st.recursive(
    st.dictionaries(NAME, CONTENT, max_size=5),
    lambda inner: st.dictionaries(NAME, st.one_of(CONTENT, inner), max_size=5),
    max_leaves=12,
).filter(has_different_names)


def numbers(content: bytes, place: int) -> int:
    return int.from_bytes(content[place : place + 4], "little")


def changed(content: bytes, *changes: tuple[int, int], size: int = 4) -> bytes:
    """With other numbers at these places."""
    result = bytearray(content)
    for place, value in changes:
        result[place : place + size] = value.to_bytes(size, "little")
    return bytes(result)


def entry_place(content: bytes, name: str) -> int:
    """Where the directory's line with this name begins."""
    return content.index(name.encode("utf-16-le") + b"\0\0")


def table_place(content: bytes, sector: int) -> int:
    """Where the table says which sector follows this one."""
    return (numbers(content, FIRST_FAT) + 1) * SECTOR + 4 * sector


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TREE)
def test_what_is_written_is_read_by_olefile_at_its_strictest(put: Put, tree: Tree) -> None:
    path = put("x.msg", write_compound(tree))
    with olefile.OleFileIO(str(path), raise_defects=olefile.DEFECT_UNSURE) as found:
        assert found.listdir() is not None
    with open_compound(path) as root:
        assert root.tree() == tree


def test_a_file_with_a_long_table_is_written_and_read(put: Put) -> None:
    tree: Tree = {"groot": b"g" * 9_000_000, "klein": b"k" * 4095, "precies": b"p" * 4096}
    with open_compound(put("x.msg", write_compound(tree))) as root:
        assert root.tree() == tree


def test_what_no_header_can_hold_is_not_written() -> None:
    with pytest.raises(ValueError, match="too large"):
        write_compound({"groot": bytes(109 * 1024 * 4096)})


def test_names_are_found_in_any_case(put: Put) -> None:
    tree: Tree = {"Map_B": {"Tekst": b"b"}, "map_A": {"tekst": b"a"}}
    with open_compound(put("x.msg", write_compound(tree))) as root:
        assert [storage.stream("TEKST") for storage in root.storages("MAP_")] == [b"a", b"b"]
        assert root.stream("map_a") is None
        assert root.storage("weg") is None


def read_all(path: Path) -> None:
    with open_compound(path) as root:
        root.tree()


GOOD = write_compound({"stroom": b"s" * 20_000, "map": {"klein": b"k" * 100}})


def hostile() -> dict[str, bytes]:
    stream = entry_place(GOOD, "stroom")
    root = entry_place(GOOD, "Root Entry")
    first = numbers(GOOD, stream + 116)
    folder = entry_place(GOOD, "map")
    return {
        "a stream whose sectors go round": changed(
            changed(GOOD, (table_place(GOOD, first + 1), first)), (stream + 120, 2**40), size=8
        ),
        "a stream of two to the fortieth bytes": changed(GOOD, (stream + 120, 2**40), size=8),
        "small streams together of as much": changed(GOOD, (root + 120, 2**40), size=8),
        "a storage inside itself": changed(GOOD, (folder + 76, (folder - root) // 128)),
        "an entry beside itself": changed(GOOD, (stream + 72, (stream - root) // 128)),
        "a table longer than the file": changed(
            GOOD, (FAT_COUNT, 2**31), (DIFAT_START, 0), (DIFAT_COUNT, 2**31 // 1023)
        ),
        "a directory that goes round": changed(
            GOOD,
            (table_place(GOOD, numbers(GOOD, DIRECTORY_START)), numbers(GOOD, DIRECTORY_START)),
            (root + 76, 32),
        ),
        "sectors of no size": changed(GOOD, (SHIFT, 0), size=2),
        "sectors of a size beyond counting": changed(GOOD, (SHIFT, 0xFFFF), size=2),
        "a root that is no root": changed(GOOD, (root + 66, 1), size=1),
        "nothing but a beginning": GOOD[:8],
    }


@pytest.mark.parametrize("name", hostile())
def test_a_file_that_means_harm_is_refused_in_time(name: str, put: Put) -> None:
    began = time.process_time()
    with pytest.raises(UnreadableError):
        read_all(put("x.msg", hostile()[name]))
    assert time.process_time() - began < 2


def test_streams_that_share_their_bytes_are_refused(put: Put) -> None:
    """Each is no longer than the file, so only together they claim too much."""
    names = [f"stroom{number:03}" for number in range(100)]
    content = write_compound(dict.fromkeys(names, b"s" * 20000))
    for name in names:
        content = changed(content, (entry_place(content, name) + 120, 40_000), size=8)
    with pytest.raises(UnreadableError):
        read_all(put("x.msg", content))


def test_more_entries_than_a_message_has_are_refused(put: Put) -> None:
    content = write_compound({f"{number}": {} for number in range(30_100)})
    with pytest.raises(UnreadableError, match="ingewikkeld"):
        read_all(put("x.msg", content))


def test_entries_in_one_long_line_are_refused(put: Put) -> None:
    """The tree of entries leans to one side, so that walking it goes deeper with each."""
    names = [f"{number:05}" for number in range(5_000)]
    content = bytearray(write_compound({name: {} for name in names}))
    start = entry_place(bytes(content), "Root Entry")
    for number in range(1, 5_001):
        links = struct.pack("<II", number + 1 if number < 5_000 else 0xFFFFFFFF, 0xFFFFFFFF)
        content[start + number * 128 + 68 : start + number * 128 + 76] = links
    content[start + 76 : start + 80] = (1).to_bytes(4, "little")
    with pytest.raises(UnreadableError, match="ingewikkeld"):
        read_all(put("x.msg", bytes(content)))


def test_storages_nested_without_end_are_refused(put: Put) -> None:
    content = write_compound({f"{number:05}": {} for number in range(2_000)})
    chain = bytearray(content)
    start = entry_place(content, "Root Entry")
    for number in range(2_001):
        child = number + 1 if number < 2_000 else 0xFFFFFFFF
        place = start + number * 128 + 68
        chain[place : place + 12] = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
    with pytest.raises(UnreadableError, match="ingewikkeld"):
        read_all(put("x.msg", bytes(chain)))


def test_a_mistake_inside_the_block_is_explained_as_damage(put: Put) -> None:
    def fail(_: Storage) -> None:
        raise IndexError

    with pytest.raises(UnreadableError, match="beschadigd"), open_compound(put("x.msg", GOOD)) as r:
        fail(r)
