"""What every tool's script does: JSON lines in, JSON lines out. Standard library only.

In: ``{"text": …}``. Out: first ``{"version": …, "seconds": …}`` once a short text has been
answered, then for each text ``{"spans": [[start, end, label], …]}`` in the tool's own labels, and
last ``{"seconds": …, "memory": …}``. Seconds are of the processor since the start of the process,
because other work may share the machine; memory is the peak in MB.
"""

import json
import os
import resource
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import IO

Span = tuple[int, int, str]
Marker = Callable[[Iterable[str]], Iterable[Sequence[Span]]]
_FIRST = "Jan de Vries belt morgen met 070 123 45 67."


def answer(version: str, load: Callable[[], Marker]) -> None:
    """Load a tool and let it mark every text of standard input."""
    with os.fdopen(os.dup(1), "w") as lines:
        os.dup2(2, 1)  # what a tool prints itself must not come between the lines
        exchange(version, load, sys.stdin, lines)


def exchange(
    version: str, load: Callable[[], Marker], given: Iterable[str], lines: IO[str]
) -> None:
    """The same over any lines."""
    mark = load()
    list(mark([_FIRST]))
    print(json.dumps({"version": version, "seconds": _seconds()}), file=lines)
    for spans in mark(json.loads(line)["text"] for line in given):
        # Deduce counts some places in integers of numpy, which JSON does not know.
        plain = [(int(start), int(end), label) for start, end, label in spans]
        print(json.dumps({"spans": plain}), file=lines)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": _seconds(), "memory": memory}), file=lines)


def _seconds() -> float:
    return sum(os.times()[:4])
