"""What this machine has to work with."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager


def cores() -> int:
    """The processors that this process may use; at least one."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def collecting_rarely(objects: int = 50_000) -> Iterator[None]:
    """Let Python look for circles of dead objects once per so many new ``objects``.

    Work on a document makes millions of small values that no circle holds: looking for circles at
    the usual pace costs a tenth of the time and frees nothing.
    """
    usual = gc.get_threshold()
    gc.set_threshold(objects, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
