"""Many at once, each in a process that may die without taking the batch with it."""

import os
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import Any

from woo.errors import LimitError, StoppedError, WooError
from woo.execute.executor import Item, Outcome, Value, explain
from woo.execute.forkserver import server_for
from woo.execute.limits import Limits, limit_this_process

TASKS_PER_WORKER = 200  # then a fresh process, so that a leak in a library stays small


class ProcessExecutor:
    """Pebble's pool: a time limit per item, and a crash costs one item."""

    def __init__(self, workers: int | None = None) -> None:
        self._workers = workers or os.cpu_count() or 1

    def map(
        self, function: Callable[[Item], Value], items: Collection[Item], *, seconds: float
    ) -> Iterator[Outcome[Item, Value]]:
        """Outcomes as they finish. A few items wait per worker, so memory stays flat."""
        if not items:
            return
        from pebble import ProcessPool

        waiting = iter(items)
        running: dict[Future[Any], Item] = {}
        with ProcessPool(
            max_workers=min(self._workers, len(items)),
            max_tasks=TASKS_PER_WORKER,
            initializer=limit_this_process,
            initargs=(Limits(),),
            context=server_for(function),
        ) as pool:
            try:
                while True:
                    for item in waiting:
                        running[
                            pool.schedule(_explained, args=[function, item], timeout=seconds)
                        ] = item
                        if len(running) >= 2 * self._workers:
                            break
                    if not running:
                        return
                    finished, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in finished:
                        yield _outcome(running.pop(future), future)
            except BaseException:
                pool.stop()
                raise


def _explained(function: Callable[[Item], Value], item: Item) -> Value:
    """In the worker: only here an error still knows the line on which it happened."""
    try:
        return function(item)
    except Exception as error:  # noqa: BLE001 - explained again by the parent
        raise explain(error) from None


def _outcome(item: Item, future: Future[Any]) -> Outcome[Item, Any]:
    from pebble import ProcessExpired

    try:
        return Outcome(item, value=future.result())
    except TimeoutError:
        return Outcome(item, error=_too_slow())
    except ProcessExpired:
        return Outcome(item, error=_died())
    except Exception as error:  # noqa: BLE001 - a crash costs one item
        return Outcome(item, error=explain(error))


def _too_slow() -> WooError:
    return LimitError(
        "Dit document kost te veel tijd.", "Splits het in kleinere delen en voeg die toe."
    )


def _died() -> WooError:
    return StoppedError(
        "Dit document laat het leesprogramma vastlopen.",
        "Het bestand is bewaard; sla het opnieuw op en voeg het toe.",
    )
