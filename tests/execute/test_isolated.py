"""One document in a process of its own: whatever it does, the caller goes on."""

import ctypes
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil
import pytest

from woo.errors import CrashError, LimitError, RefusedError, StoppedError
from woo.execute.isolated import run_isolated
from woo.execute.limits import Limits

QUICK = Limits(seconds=10, memory=2 * 1024**3, file_size=1024**2)


def double(number: int) -> int:
    return 2 * number


def refuse() -> None:
    raise RefusedError("Kan niet.", "Doe iets anders.")


def quote_the_document() -> None:
    raise ValueError("geheim")


def crash() -> None:
    ctypes.string_at(0)


def abort() -> None:
    os.abort()


def loop_in_c() -> None:
    "".join("a" for _ in iter(int, 1))


def take_memory() -> int:
    return len(bytearray(8 * 1024**3))


def recurse() -> None:
    recurse()


def fill_the_disk() -> None:
    with tempfile.TemporaryFile() as file:
        file.write(b"x" * (4 * 1024**2))


def print_loudly() -> None:
    sys.stderr.write("geheim")
    os.write(1, b"geheim")
    os.write(2, b"geheim")


def leave_a_file() -> None:
    Path(tempfile.mkdtemp(), "half.pdf").write_text("geheim")
    os.abort()


def start_a_program(told: Path) -> None:
    program = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    told.write_text(str(program.pid))
    program.wait()


def core_limit() -> tuple[int, int]:
    return resource.getrlimit(resource.RLIMIT_CORE)


def test_the_value_comes_back(tmp_path: Path) -> None:
    assert run_isolated(double, 21, folder=tmp_path, limits=QUICK) == 42


def test_an_error_of_ours_comes_back_whole(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as caught:
        run_isolated(refuse, folder=tmp_path, limits=QUICK)
    assert caught.value.advice == "Doe iets anders."


def test_an_error_of_a_library_does_not_quote_the_document(tmp_path: Path) -> None:
    with pytest.raises(CrashError) as caught:
        run_isolated(quote_the_document, folder=tmp_path, limits=QUICK)
    assert "geheim" not in repr(caught.value)
    assert "ValueError" in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("function", [crash, abort, recurse])
def test_what_dies_is_stopped(function: object, tmp_path: Path) -> None:
    assert callable(function)
    with pytest.raises(StoppedError) as caught:
        run_isolated(function, folder=tmp_path, limits=QUICK)
    assert not isinstance(caught.value, LimitError)


@pytest.mark.parametrize("function", [take_memory, fill_the_disk])
def test_too_much_is_a_limit(function: object, tmp_path: Path) -> None:
    assert callable(function)
    with pytest.raises(LimitError, match="geheugen"):
        run_isolated(function, folder=tmp_path, limits=QUICK)


def test_an_endless_loop_ends(tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(LimitError, match="tijd"):
        run_isolated(loop_in_c, folder=tmp_path, limits=Limits(seconds=0.5))
    assert time.monotonic() - began < 5


def test_what_is_printed_is_thrown_away(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run_isolated(print_loudly, folder=tmp_path, limits=QUICK)
    assert capfd.readouterr() == ("", "")


def test_temporary_files_lie_where_the_caller_throws_them_away(tmp_path: Path) -> None:
    with pytest.raises(StoppedError):
        run_isolated(leave_a_file, folder=tmp_path, limits=QUICK)
    assert list(tmp_path.rglob("half.pdf"))


def test_no_core_dump_holds_the_document(tmp_path: Path) -> None:
    assert run_isolated(core_limit, folder=tmp_path, limits=QUICK) == (0, 0)


@pytest.mark.slow
def test_a_program_that_was_started_ends_too(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    with pytest.raises(LimitError):
        run_isolated(start_a_program, told, folder=tmp_path, limits=Limits(seconds=4))
    assert is_gone(int(told.read_text()))


def is_gone(process: int) -> bool:
    """Give the system a moment: whoever is killed dies a little later."""
    for _ in range(100):
        try:
            if psutil.Process(process).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
def test_it_works_beside_other_threads(tmp_path: Path) -> None:
    going = threading.Event()
    other = threading.Thread(target=going.wait)
    other.start()
    try:
        assert run_isolated(double, 4, folder=tmp_path, limits=QUICK) == 8
        with pytest.raises(StoppedError):
            run_isolated(abort, folder=tmp_path, limits=QUICK)
    finally:
        going.set()
        other.join()


@pytest.mark.slow
def test_no_file_descriptor_stays_open(tmp_path: Path) -> None:
    open_now = Path("/proc/self/fd")
    before = len(list(open_now.iterdir()))
    for _ in range(5):
        run_isolated(double, 1, folder=tmp_path, limits=QUICK)
    assert len(list(open_now.iterdir())) == before


_MEASURE = """
import time, sys
from pathlib import Path
from woo.cli import pdf
from woo.execute.isolated import run_isolated
from woo.execute.limits import Limits
def measure():
    began = time.perf_counter()
    run_isolated(abs, -1, folder=Path(sys.argv[1]), limits=Limits())
    return time.perf_counter() - began
print(min(measure() for _ in range(5)))
"""


@pytest.mark.slow
def test_it_costs_little(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _MEASURE, str(tmp_path)]
    assert float(subprocess.check_output(command)) < 0.06
