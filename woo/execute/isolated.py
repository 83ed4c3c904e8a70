"""Run one function on one document in a process of its own, with limits.

A library that crashes, loops or eats all memory costs that one document. Nothing that the library
says crosses over: an error of a library becomes one of ours, without its text, and what it prints
is thrown away.
"""

import ctypes
import faulthandler
import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from woo.errors import LimitError, StoppedError, WooError
from woo.execute.executor import explain
from woo.execute.forkserver import server_for
from woo.execute.limits import Limits, limit_processor_time, limit_this_process

Value = TypeVar("Value")
_GRACE = 1.0  # seconds to end what the child started, before it is killed
_PR_SET_PDEATHSIG = 1  # Linux: which signal the child gets when its parent dies
_OUT_OF_TIME = -signal.SIGXCPU


class _EndedError(BaseException):
    """In the child: the parent says that it is over. Lets ``finally`` do its work."""


def run_isolated(
    function: Callable[..., Value], *arguments: Any, folder: Path, limits: Limits
) -> Value:
    """Give what ``function`` gives for ``arguments``, or raise the WooError that it raises.

    Its temporary files go into ``folder``, which the caller throws away: a process that is killed
    does not tidy up. Raises LimitError when time or memory runs out, StoppedError when the process
    dies, CrashError for any other exception. All that crosses must be picklable.
    """
    reading, writing = multiprocessing.Pipe(duplex=False)
    child = _new_process((function, arguments, folder, limits, writing))
    deadline = time.monotonic() + limits.seconds
    answer: bytes | None = None
    with _ending_on_sigterm(), reading:
        try:
            _start(child)
            writing.close()  # so that the end of the child is the end of the pipe
            answer = _read(reading, deadline)
        finally:
            writing.close()
            status = _end(child, answered=answer is not None)
    value: Value = _result(answer, status)
    return value


def _new_process(work: tuple[Any, ...]) -> BaseProcess:
    """A fork is quick; but a lock that a thread of ours holds would stay locked for ever.

    Typst works in threads of its own, that a fork does not have: it would wait for them for ever.
    """
    if threading.active_count() == 1 and "typst" not in sys.modules:
        return multiprocessing.get_context("fork").Process(target=_work, args=work)
    return server_for(work[0]).Process(target=_work, args=work)


def _start(child: BaseProcess) -> None:
    with warnings.catch_warnings():
        # Python counts the idle threads of numpy, which hold no locks, and warns for a fork.
        warnings.simplefilter("ignore", DeprecationWarning)
        child.start()


def _read(reading: Connection, deadline: float) -> bytes | None:
    """The answer; None when the child died. Raises LimitError after the deadline."""
    if not reading.poll(max(0.0, deadline - time.monotonic())):
        raise _too_slow()
    try:
        return reading.recv_bytes()
    except EOFError:
        return None


def _end(child: BaseProcess, *, answered: bool) -> int:
    """Make sure that the child and all it started are gone; give its exit status."""
    if child.pid is None:
        return 0
    if not answered:
        _signal(child.pid, signal.SIGTERM)
    child.join(_GRACE)
    _signal(child.pid, signal.SIGKILL)
    child.join()
    status = child.exitcode or 0
    child.close()
    return status


def _signal(child: int, number: int) -> None:
    """To the child's process group; to the child alone when it has not made one yet."""
    for send in (os.killpg, os.kill):
        with suppress(ProcessLookupError, PermissionError):
            send(child, number)
            return


@contextmanager
def _ending_on_sigterm() -> Iterator[None]:
    """Whoever ends this process ends the child too, and what it wrote is thrown away."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _end_once)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end_once(*_: object) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # or a second one would cut the tidying short
    sys.exit(128 + signal.SIGTERM)


def _result(answer: bytes | None, status: int) -> Any:
    if answer is None:
        raise _too_slow() if status == _OUT_OF_TIME else _died()
    value = pickle.loads(answer)  # noqa: S301 - written by our own code in the child
    if isinstance(value, WooError):
        raise value
    return value


def _too_slow() -> LimitError:
    return LimitError(
        "Dit document kost te veel tijd.", "Splits het in kleinere delen en verwerk die los."
    )


def _died() -> StoppedError:
    return StoppedError(
        "Dit document laat het leesprogramma vastlopen.",
        "Sla het opnieuw op of druk het af naar een nieuwe pdf.",
    )


# From here on: in the child.


def _work(
    function: Callable[..., Any],
    arguments: tuple[Any, ...],
    folder: Path,
    limits: Limits,
    writing: Connection,
) -> None:
    _settle(folder, limits)
    answer: Any
    try:
        answer = function(*arguments)
    except _EndedError:
        return
    except Exception as error:  # noqa: BLE001 - explained without its text
        answer = explain(error)
    with suppress(_EndedError, BrokenPipeError):
        writing.send_bytes(pickle.dumps(answer))


def _settle(folder: Path, limits: Limits) -> None:
    """Own process group, silence, own place for temporary files, and the limits."""
    with suppress(PermissionError):
        os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends us
    signal.signal(signal.SIGTERM, _give_up)
    _end_with_parent()
    faulthandler.disable()  # or it writes where the program started us from
    silence = os.open(os.devnull, os.O_RDWR)
    for descriptor in (1, 2):
        os.dup2(silence, descriptor)
    sys.stdout = sys.stderr = os.fdopen(silence, "w")
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    limit_this_process(limits)
    limit_processor_time(limits.seconds)


def _give_up(*_: object) -> NoReturn:
    raise _EndedError


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
