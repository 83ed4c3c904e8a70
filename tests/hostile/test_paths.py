"""Paths that cannot be right are refused before any work is done; the output is whole or absent."""

import os
from pathlib import Path

import pytest

from tests.hostile.syntax import encrypted_with_a_user_password, good
from tests.vectors import SECRET
from woo.cli import run


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.pdf"
    path.write_bytes(good())
    return path


def redact(source: Path | str, out: Path | str, *more: str) -> int:
    return run(["pdf", "redact", str(source), "-o", str(out), "--term", SECRET, *more])


def test_a_pipe_is_not_waited_for(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pipe = tmp_path / "pijp.pdf"
    os.mkfifo(pipe)
    assert redact(pipe, tmp_path / "uit.pdf") == 2
    assert "geen gewoon bestand" in capfd.readouterr().err
    assert run(["pdf", "verify", str(pipe)]) == 2
    assert run(["find", str(pipe)]) == 2


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_read_and_not_replaced(
    device: str, source: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert redact(device, tmp_path / "uit.pdf") == 2
    assert redact(source, device) == 2
    assert "geen gewoon bestand" in capfd.readouterr().err
    assert Path(device).is_char_device()


def test_a_folder_is_no_file(source: Path, tmp_path: Path) -> None:
    assert redact(tmp_path, tmp_path / "uit.pdf") == 2
    assert redact(source, tmp_path) == 2


def test_a_file_that_is_not_there(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert redact(tmp_path / "weg.pdf", tmp_path / "uit.pdf") == 2
    assert "bestaat niet" in capfd.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("out", ["nergens/uit.pdf", "in.pdf/uit.pdf", "/proc/uit.pdf"])
def test_an_output_that_cannot_be_written(
    out: str, source: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert redact(source, tmp_path / out) == 2
    said = capfd.readouterr().err
    assert "map" in said
    assert "Traceback" not in said


def test_a_report_that_cannot_be_written_stops_before_the_output(
    source: Path, tmp_path: Path
) -> None:
    out = tmp_path / "uit.pdf"
    for report in (tmp_path / "nergens" / "verslag.json", source, out):
        assert redact(source, out, "--report", str(report)) == 2
        assert not out.exists()
    assert source.read_bytes() == good()


@pytest.mark.slow
def test_an_earlier_output_stays_until_the_new_one_is_clean(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit.pdf"
    out.write_bytes(b"eerder")
    assert redact(source, out, "--ground", "9.9.9") == 2
    assert out.read_bytes() == b"eerder"
    assert redact(source, out) == 0
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_a_link_is_followed_for_reading_and_replaced_for_writing(
    source: Path, tmp_path: Path
) -> None:
    link, out, other = tmp_path / "link.pdf", tmp_path / "uit.pdf", tmp_path / "ander.pdf"
    link.symlink_to(source)
    other.write_bytes(b"van iemand anders")
    out.symlink_to(other)
    assert redact(link, out) == 0
    assert other.read_bytes() == b"van iemand anders"
    assert not out.is_symlink()
    assert redact(source, link) == 2
    assert source.read_bytes() == good()


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["a\nb.pdf", "\U0001f600.pdf", "\u202efdp.exe", "-o.pdf", "a\x1b[2Jb"]
)
def test_a_strange_name_is_a_name(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "uit").mkdir()
    source, out = tmp_path / "in" / name, tmp_path / "uit" / name
    source.write_bytes(good())
    assert redact(source, out) == 0
    assert run(["pdf", "verify", str(out)]) == 0
    said = capfd.readouterr().out
    assert said.count("\n") == 2
    assert "\x1b" not in said
    assert "\u202e" not in said


@pytest.mark.slow
def test_a_password_comes_from_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source, out, password = tmp_path / "in.pdf", tmp_path / "uit.pdf", tmp_path / "wachtwoord"
    source.write_bytes(encrypted_with_a_user_password())
    assert redact(source, out) == 2
    assert "--password-file" in capfd.readouterr().err
    assert run(["pdf", "verify", str(source)]) == 3
    assert "--password-file" in capfd.readouterr().out
    for wrong in ("", "\nverkeerd", "verkeerd\n"):
        password.write_text(wrong)
        assert redact(source, out, "--password-file", str(password)) == 2
        assert not out.exists()
    password.write_text("gebruiker\r\nnog iets")
    assert redact(source, out, "--password-file", str(password)) == 0
    assert run(["pdf", "verify", str(out)]) == 0
    terms = tmp_path / "termen.txt"
    terms.write_text(SECRET)
    arguments = ["--terms", str(terms), "--password-file", str(password)]
    assert run(["pdf", "verify", str(source), *arguments]) == 3
    said = capfd.readouterr().out
    assert "staat nog op de pagina" in said
    assert "gebruiker" not in said
