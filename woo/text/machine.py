"""What this machine has to work with."""

import os


def cores() -> int:
    """The processors that this process may use; at least one."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
