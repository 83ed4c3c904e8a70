"""A zip archive: a page of names, and each file as an attachment."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.ingest.conftest import zipped
from woo.errors import UnreadableError
from woo.ingest.read import read

Put = Callable[[str, bytes], Path]


def test_every_file_is_listed_and_comes_along(put: Put, rendition: Path) -> None:
    files = {
        "stukken/brief Wielwaal.txt": b"Beste Saskia",
        "stukken/oud/brief Wielwaal.txt": b"Dag Teun",
    }
    document = read(put("stukken.zip", zipped(files)), rendition)
    assert [(a.untrusted_name, a.untrusted_bytes) for a in document.attachments] == [
        ("brief Wielwaal.txt", b"Beste Saskia"),
        ("brief Wielwaal.txt", b"Dag Teun"),
    ]
    assert "stukken/oud/brief Wielwaal.txt" in document.text
    assert document.notes == ()


def test_names_lead_nowhere_else(put: Put, rendition: Path) -> None:
    document = read(put("stukken.zip", zipped({"../../etc/Wielwaal.txt": b"x"})), rendition)
    assert [a.untrusted_name for a in document.attachments] == ["Wielwaal.txt"]


def test_what_the_system_left_behind_is_told(put: Put, rendition: Path) -> None:
    files = {"a.txt": b"x", "__MACOSX/._a.txt": b"y", "map/Thumbs.db": b"z", "map/": b""}
    document = read(put("stukken.zip", zipped(files)), rendition)
    assert [a.untrusted_name for a in document.attachments] == ["a.txt"]
    assert any(note.endswith(": 2.") for note in document.notes)


def locked(content: bytes) -> bytes:
    """The same archive with the bit that says its files are encrypted."""
    changed = bytearray(content)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        changed[changed.index(mark) + place] |= 1
    return bytes(changed)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped({}), "geen bestanden"),
        (zipped({"map/": b""}), "geen bestanden"),
        (locked(zipped({"a.txt": b"x"})), "wachtwoord"),
        (zipped({"a.txt": b"Wielwaal" * 99})[:60], "beschadigd"),
        (zipped({"a.txt": bytes(20_000_000)}), "te groot"),
    ],
    # A zip holds the time: in a name, two processes that collect would not agree.
    ids=["nothing", "a folder", "locked", "cut off", "a bomb"],
)
def test_what_cannot_be_unpacked_is_explained(
    content: bytes, said: str, put: Put, rendition: Path
) -> None:
    with pytest.raises(UnreadableError, match=said) as caught:
        read(put("stukken.zip", content), rendition)
    assert caught.value.advice
    assert not rendition.exists()


def test_too_many_files_are_too_much(tmp_path: Path, rendition: Path) -> None:
    path = tmp_path / "vol.zip"
    with ZipFile(path, "w") as archive:
        for number in range(2_001):
            archive.writestr(f"{number}.txt", b"")
    with pytest.raises(UnreadableError, match="te groot"):
        read(path, rendition)
