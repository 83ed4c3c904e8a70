"""What one call of ``woo`` works with.

Every command makes a session, also ``woo draft``, which needs no dossier: what a dossier takes is
imported when one is opened.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from woo.model.values import dataclass

if TYPE_CHECKING:
    from woo.dossier.dossier import Dossier
    from woo.execute.executor import Executor
    from woo.pipeline.stage import Tally, Work


@dataclass(frozen=True, slots=True)
class Session:
    """The folder and the engine that the user chose."""

    folder: Path
    workers: int | None
    cluster: str | None

    def dossier(self) -> "Dossier":
        """The dossier in the folder. Raises InputError when there is none."""
        from woo.dossier.dossier import open_dossier

        return open_dossier(self.folder)

    def executor(self) -> "Executor":
        """Processes, unless a cluster was named."""
        if self.cluster:
            from woo.execute.dask import DaskExecutor

            return DaskExecutor(self.cluster)
        from woo.execute.processes import ProcessExecutor

        return ProcessExecutor(self.workers)

    @contextmanager
    def work(self) -> "Iterator[Work]":
        """The dossier with nobody else at work in it, and progress on the terminal."""
        from woo.pipeline.stage import Work

        dossier = self.dossier()
        with dossier.at_work(), terminal_progress() as progress:
            yield Work(dossier, self.executor(), progress)


class _Counter:
    """One line on the terminal that counts, for anything that takes over a second."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self.shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - self._started > 1:
            click.echo(f"\r\x1b[K{stage}: {done} van {total}", nl=False, err=True)
            self.shown = True

    def wipe(self) -> None:
        """Take the line away, so that something else can be printed."""
        if self.shown:
            click.echo("\r\x1b[K", nl=False, err=True)
            self.shown = False


@contextmanager
def terminal_progress() -> Iterator[_Counter]:
    """Show progress on stderr when that is a terminal, and wipe it at the end."""
    counter = _Counter()
    try:
        yield counter
    finally:
        counter.wipe()


def describe(tally: "Tally", verb: str, one: str | None = None) -> str:
    """How a stage went, in one Dutch line; ``one`` is what ``verb`` is when there is one."""
    parts = [f"{tally.fresh} {one if one and tally.fresh == 1 else verb}"]
    if tally.ready:
        parts.append(f"{tally.ready} al klaar")
    if tally.failed:
        parts.append(f"{tally.failed} mislukt")
    if tally.refused:
        parts.append(f"{tally.refused} geweigerd")
    return ", ".join(parts) + "."
