"""Pictures and places of pages, made in a process that a hostile PDF may bring down."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from woo.errors import CrashError, MissingError
from woo.execute.forkserver import server_for
from woo.pdf.reading.pictures import picture_of
from woo.pdf.reading.places import PagePlaces, Span, places_on

SECONDS = 30  # for one page
KEPT = 48  # pictures; some 200 kB each
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class PageKey:
    """One page of one file as it is now."""

    path: Path
    number: int
    stamp: tuple[int, int]

    @classmethod
    def of(cls, path: Path, number: int) -> "PageKey":
        """Raises MissingError when there is no such file."""
        try:
            facts = path.stat()
        except FileNotFoundError:
            raise MissingError(
                "Van dit document is er geen afbeelding.", "Bekijk het originele bestand."
            ) from None
        return cls(path, number, (facts.st_mtime_ns, facts.st_size))


class PagePictures:
    """Draws pages one at a time and keeps the last ones in memory, never on disk."""

    def __init__(self) -> None:
        self._pool: Any = None
        self._lock = Lock()
        self._kept: OrderedDict[tuple[PageKey, float], bytes] = OrderedDict()

    def picture(self, key: PageKey, scale: float) -> bytes:
        """A page as PNG. Raises UnreadableError, or CrashError when drawing it goes wrong."""
        with self._lock:
            known = self._kept.get((key, scale))
            if known is not None:
                self._kept.move_to_end((key, scale))
                return known
        made = self._make(picture_of, key.path, key.number, scale)
        with self._lock:
            self._kept[key, scale] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    def places(self, path: Path, number: int, spans: Sequence[Span]) -> PagePlaces:
        """Where lines and spans stand on a page. Raises like ``picture``."""
        return self._make(places_on, path, number, tuple(spans))

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._pool is not None:
                self._pool.stop()
                self._pool.join()
                self._pool = None

    def _make(self, function: Callable[..., Made], *arguments: Any) -> Made:
        from pebble import ProcessExpired

        try:
            made: Made = (
                self._running_pool(function)
                .schedule(function, args=arguments, timeout=SECONDS)
                .result()
            )
        except (TimeoutError, ProcessExpired):
            raise CrashError(
                "Deze pagina kan niet worden getoond.", "Bekijk het originele bestand."
            ) from None
        return made

    def _running_pool(self, function: Callable[..., Any]) -> Any:
        from pebble import ProcessPool

        with self._lock:
            if self._pool is None or not self._pool.active:
                self._pool = ProcessPool(
                    max_workers=1,
                    max_tasks=500,  # then a fresh one: a leak in a library stays small
                    context=server_for(function),
                )
            return self._pool
