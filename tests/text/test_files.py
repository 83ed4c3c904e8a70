from pathlib import Path

import pytest

from woo.errors import InputError
from woo.text.files import atomic_path, temporary_folder, write_atomically


def test_a_failure_leaves_the_old_file_and_no_remains(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    write_atomically(target, b"oud")
    with pytest.raises(ZeroDivisionError), atomic_path(target) as temporary:
        temporary.write_bytes(b"half")
        raise ZeroDivisionError
    assert target.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_does_not_exist_is_explained(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="De map bestaat niet"):
        write_atomically(tmp_path / "nergens" / "a.txt", b"x")


def test_a_full_disk_is_explained_and_leaves_nothing() -> None:
    """/dev/full is a device that is always full; a folder on it cannot be made."""
    with pytest.raises(InputError, match="geen map"):
        write_atomically(Path("/dev/full/a.txt"), b"x")


def test_writing_that_runs_out_of_space_is_explained(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    with pytest.raises(InputError, match="vol"), atomic_path(target) as temporary:
        temporary.unlink()
        temporary.symlink_to("/dev/full")
        with temporary.open("wb") as file:
            file.write(b"x" * 10_000_000)
    assert list(tmp_path.iterdir()) == []


def test_a_temporary_folder_is_absolute_also_near_a_relative_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with temporary_folder(Path()) as folder:
        assert folder.is_absolute()
        assert folder.parent == tmp_path.resolve()
    assert list(tmp_path.iterdir()) == []


def test_a_temporary_folder_that_cannot_be_made_is_explained() -> None:
    with pytest.raises(InputError, match="geen map"), temporary_folder(Path("/dev/full")):
        pass
