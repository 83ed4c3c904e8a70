"""Run a program from outside (LibreOffice) so that it cannot outlive its time."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence

from woo.errors import CrashError


def run_program(
    command: Sequence[str], *, seconds: float, settings: Mapping[str, str] | None = None
) -> int:
    """Run ``command`` without a shell and give its exit status.

    It gets its own process group, so that its children end with it. What it prints may quote the
    document and is thrown away. ``settings`` are added to the environment. Raises CrashError after
    ``seconds``.
    """
    process = subprocess.Popen(
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(settings or {})},
        start_new_session=True,
    )
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise CrashError(
            "Het omzetten van dit bestand duurde te lang en is gestopt.",
            "Sla het in het eigen programma op als pdf en voeg die toe.",
        ) from None
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End the program and everything it started; the group's id is the program's."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
