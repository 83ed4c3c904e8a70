"""What one document may cost: a hostile file hits a wall, not the machine."""

import resource
from dataclasses import dataclass

_GIB = 1024**3


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` of wall clock (and of one processor), ``memory`` and ``file_size`` in bytes.

    ``memory`` is address space: what a library asks for, used or not. ``file_size`` holds for
    every file that is written.
    """

    seconds: float = 1800
    memory: int = 6 * _GIB
    file_size: int = 4 * _GIB


def limit_this_process(limits: Limits) -> None:
    """Put the limits on this process and on what it starts; without a core dump of its memory.

    Processor time is not limited here: one worker may handle many documents.
    """
    _lower(resource.RLIMIT_AS, limits.memory)
    _lower(resource.RLIMIT_FSIZE, limits.file_size)
    _lower(resource.RLIMIT_CORE, 0)


def limit_processor_time(seconds: float) -> None:
    """Have the system end this process after so many seconds of work."""
    _lower(resource.RLIMIT_CPU, int(seconds) + 1)


def _lower(kind: int, wanted: int) -> None:
    """Nobody may raise a limit that the system or the user already set lower."""
    _, hard = resource.getrlimit(kind)
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(kind, (allowed, allowed))
