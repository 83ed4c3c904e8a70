"""For all tests: the server of processes has loaded what they need before it is asked for one."""

import multiprocessing
from multiprocessing import forkserver

import pytest


@pytest.fixture(scope="session", autouse=True)
def _server() -> None:
    """The first who starts the server decides what it loads: the program comes after us."""
    multiprocessing.set_forkserver_preload(["tests.loaded"])
    forkserver.ensure_running()
