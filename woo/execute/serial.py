"""One after the other in this process: for tests and for finding faults."""

from collections.abc import Callable, Collection, Iterator

from woo.execute.executor import Item, Outcome, Value, explain


class SerialExecutor:
    """Has no time limit: a process cannot stop itself safely."""

    def map(
        self,
        function: Callable[[Item], Value],
        items: Collection[Item],
        *,
        seconds: float,  # noqa: ARG002 - part of the protocol
    ) -> Iterator[Outcome[Item, Value]]:
        """Each item in turn."""
        for item in items:
            try:
                yield Outcome(item, value=function(item))
            except Exception as error:  # noqa: BLE001 - a crash costs one item
                yield Outcome(item, error=explain(error))
