"""A Dask cluster, when one machine is too small. Needs the extra ``woo[cluster]``."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from woo.errors import CrashError, InputError, MissingError
from woo.execute.executor import Item, Outcome, Value, explain


class DaskExecutor:
    """Sends each item to a worker of the cluster at ``address`` (``tcp://host:port``).

    The workers must see the dossier's folder under the same path. Dask has no limit per item, so
    the limit is one for all together: ``seconds`` times the number of items.
    """

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise MissingError(
                "Dask is niet geïnstalleerd.", "Installeer het met: pip install 'woo[cluster]'."
            ) from None
        try:
            self._client: Any = Client(address, timeout=10)
        except (OSError, ValueError):
            raise InputError(
                "Het rekencluster is niet bereikbaar.", "Controleer het adres (tcp://naam:poort)."
            ) from None

    def map(
        self, function: Callable[[Item], Value], items: Collection[Item], *, seconds: float
    ) -> Iterator[Outcome[Item, Value]]:
        """Outcomes as they finish."""
        from distributed import as_completed

        futures = {self._client.submit(function, item, pure=False): item for item in items}
        try:
            for future in as_completed(list(futures), timeout=seconds * max(1, len(futures))):
                item = futures.pop(future)
                if future.status == "finished":
                    yield Outcome(item, value=future.result())
                else:
                    yield Outcome(item, error=explain(future.exception() or _lost()))
        except TimeoutError:
            for item in futures.values():
                yield Outcome(item, error=_lost())
        finally:
            self._client.cancel(list(futures))

    def close(self) -> None:
        """Let go of the cluster; it goes on without us."""
        self._client.close()


def _lost() -> CrashError:
    return CrashError(
        "Dit document kwam niet terug van het rekencluster.", "Voer de opdracht opnieuw uit."
    )
