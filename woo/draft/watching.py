"""Make documents again when something they are made from changes, until the user stops."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from pathlib import Path

from woo.model.values import dataclass

# Seconds. A look costs a few thousandths; a save is seen within one.
BETWEEN_LOOKS = 0.1
# An editor writes a file in pieces, or takes it away for a moment: a change counts once nothing
# moved for so long, and at the latest after this many of those.
SETTLED = 0.02
_MOST_WAITS = 25

# Changed, grown, or another file under the same name; None for what is not there.
_State = tuple[int, int, int] | None
_States = dict[Path, _State]


@dataclass(frozen=True, slots=True)
class Job:
    """Something to make. ``paths`` gives the files it is made from as they are now."""

    paths: Callable[[], Iterable[Path]]
    make: Callable[[], None]


@dataclass(slots=True)
class Watch:
    """Looks at the files of each job. ``make`` of a job never raises."""

    jobs: Sequence[Job]
    _seen: dict[int, _States] = field(default_factory=dict)

    def run(self) -> None:
        """Look until KeyboardInterrupt."""
        while True:
            self.look()
            time.sleep(BETWEEN_LOOKS)

    def look(self) -> None:
        """Make what changed since the last look; the first time everything."""
        for number, job in enumerate(self.jobs):
            seen = self._seen.get(number, {})
            if seen == _states(job):
                continue
            # What changes while the document is made is a change for the next look.
            self._seen[number] = _settled(job, seen)
            job.make()


def _settled(job: Job, seen: _States) -> _States:
    """The files as they are when nobody is writing them any more."""
    before = _states(job)
    for _ in range(_MOST_WAITS):
        time.sleep(SETTLED)
        after = _states(job)
        taken_away = any(state is None and seen.get(path) for path, state in after.items())
        if after == before and not taken_away:
            break
        before = after
    return before


def _states(job: Job) -> _States:
    return {path: _state(path) for path in job.paths()}


def _state(path: Path) -> _State:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
