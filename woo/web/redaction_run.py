"""Redact and verify in the background while the pages stay usable."""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from threading import Lock, Thread

from woo.dossier.dossier import Dossier
from woo.errors import InputError
from woo.execute.executor import Executor, explain
from woo.pipeline.mending import mend_all
from woo.pipeline.redaction import redact_all, verify_all
from woo.pipeline.stage import Tally, Work


@dataclass(frozen=True, slots=True)
class RunState:
    """How far a run is; the texts are Dutch, and ``count`` tells one run from another."""

    count: int = 0
    busy: bool = False
    stage: str = ""
    done: int = 0
    total: int = 0
    summary: str = ""
    error: str = ""


class RedactionRun:
    """The one run that may be going on."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state = RunState()

    def state(self) -> RunState:
        """How far it is now."""
        return self._state

    def start(self, dossier: Dossier, executor: Executor) -> None:
        """Begin a run. Raises InputError when one is going on, here or on a command line."""
        with self._lock, ExitStack() as held:
            if self._state.busy:
                raise InputError("Er wordt al gelakt en gecontroleerd.", "Wacht tot dat klaar is.")
            held.enter_context(dossier.at_work())
            self._state = RunState(count=self._state.count + 1, busy=True, stage="voorbereiden")
            work = Work(dossier, executor, self._progress)
            Thread(target=self._do, args=(work, held.pop_all()), daemon=True).start()

    def _do(self, work: Work, held: ExitStack) -> None:
        with held:
            try:
                redacted = redact_all(work)
                verified = verify_all(work) + mend_all(work)
                ended = replace(self._state, summary=_summary(redacted, verified))
            except Exception as error:  # noqa: BLE001 - shown on the page, without document text
                ended = replace(self._state, error=str(explain(error)))
        self._state = replace(ended, busy=False)

    def _progress(self, stage: str, done: int, total: int) -> None:
        self._state = replace(self._state, stage=stage, done=done, total=total)


def _summary(redacted: Tally, verified: Tally) -> str:
    """How it went, in one line."""
    trouble = redacted.failed + redacted.refused + verified.failed + verified.refused
    parts = [
        f"{redacted.fresh} opnieuw gelakt",
        f"{verified.fresh} gecontroleerd",
        f"{min(redacted.ready, verified.ready)} al klaar",
    ]
    if trouble:
        parts.append(f"{trouble} met een probleem")
    return ", ".join(parts) + "."
