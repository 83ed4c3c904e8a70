"""One suite that every engine passes."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from woo.errors import CrashError, InputError, RefusedError
from woo.execute.dask import DaskExecutor
from woo.execute.executor import Executor
from woo.execute.processes import ProcessExecutor
from woo.execute.serial import SerialExecutor

pytestmark = pytest.mark.slow


def double(number: int) -> int:
    return 2 * number


def refuse_odd(number: int) -> int:
    if number % 2:
        raise RefusedError("Oneven.", "Neem een even getal.")
    return number


def quote_the_document(number: int) -> int:
    raise ValueError(f"geheim {number}")


def find_the_disk_full(number: int) -> int:
    raise OSError(errno.ENOSPC, "vol", f"geheim {number}")


def die_on_three(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


def sleep_on_three(number: int) -> int:
    if number == 3:
        time.sleep(60)
    return number


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    with LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as local:
        yield str(local.scheduler_address)


@pytest.fixture(params=["serial", "processes", "dask"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    if request.param == "serial":
        yield SerialExecutor()
    elif request.param == "processes":
        yield ProcessExecutor(workers=2)
    else:
        engine = DaskExecutor(request.getfixturevalue("cluster"))
        yield engine
        engine.close()


@pytest.mark.slow
def test_every_item_comes_back_once(executor: Executor) -> None:
    outcomes = list(executor.map(double, range(10), seconds=30))
    assert {outcome.item: outcome.value for outcome in outcomes} == {n: 2 * n for n in range(10)}


@pytest.mark.slow
def test_an_error_costs_one_item(executor: Executor) -> None:
    outcomes = {one.item: one for one in executor.map(refuse_odd, [1, 2], seconds=30)}
    assert isinstance(outcomes[1].error, RefusedError)
    assert outcomes[1].error.advice == "Neem een even getal."
    assert outcomes[2].value == 2


@pytest.mark.slow
def test_an_unexpected_error_does_not_quote_the_document(executor: Executor) -> None:
    (outcome,) = executor.map(quote_the_document, [7], seconds=30)
    assert isinstance(outcome.error, CrashError)
    assert "geheim" not in str(outcome.error)
    assert "ValueError" in str(outcome.error)


@pytest.mark.slow
def test_nothing_to_do_is_no_error(executor: Executor) -> None:
    assert list(executor.map(double, [], seconds=30)) == []


@pytest.mark.slow
def test_a_process_that_dies_costs_one_item() -> None:
    outcomes = {
        one.item: one for one in ProcessExecutor(2).map(die_on_three, [1, 2, 3, 4], seconds=30)
    }
    assert isinstance(outcomes.pop(3).error, CrashError)
    assert {number: one.value for number, one in outcomes.items()} == {1: 1, 2: 2, 4: 4}


@pytest.mark.slow
def test_a_process_that_hangs_costs_one_item() -> None:
    outcomes = {
        one.item: one for one in ProcessExecutor(2).map(sleep_on_three, [1, 3, 4], seconds=2)
    }
    assert isinstance(outcomes.pop(3).error, CrashError)
    assert {number: one.value for number, one in outcomes.items()} == {1: 1, 4: 4}


def test_a_crash_in_a_worker_tells_the_line_it_happened_on() -> None:
    (outcome,) = ProcessExecutor(1).map(quote_the_document, [1], seconds=20)
    assert "test_executors.py:" in str(outcome.error)
    assert "geheim" not in str(outcome.error)


def test_a_full_disk_in_a_worker_is_for_the_user_to_mend() -> None:
    (outcome,) = ProcessExecutor(1).map(find_the_disk_full, [1], seconds=20)
    assert isinstance(outcome.error, InputError)
    assert "schijf is vol" in str(outcome.error)
    assert "geheim" not in str(outcome.error)


_ASK = """
from tests.execute.served import has_loaded
from woo.execute.processes import ProcessExecutor
(outcome,) = ProcessExecutor(1).map(has_loaded, ["pymupdf"], seconds=60)
print(outcome.value)
"""


def test_a_process_begins_with_the_libraries_loaded() -> None:
    """Of a program of its own: the processes of these tests have more from the beginning."""
    root = Path(__file__).parents[2]
    told = subprocess.check_output([sys.executable, "-c", _ASK], text=True, cwd=root)
    assert told == "True\n"
