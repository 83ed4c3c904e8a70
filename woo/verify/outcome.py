"""Run checks so that whatever goes wrong becomes a leak: the verifier fails closed."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from woo.model.leak import Leak
from woo.pdf.examining.objectwalk import TooLargeError, UnreadablePdfError

Check = Callable[[], Iterable[Leak]]
MAX_FILE_BYTES = 2 * 1024 * 1024 * 1024


def outcome(check: Check, page: int | None = None) -> Iterator[Leak]:
    """The leaks of a check; a file or page that cannot be checked is a leak itself."""
    place = "bestand" if page is None else "de hele pagina"
    try:
        yield from check()
    except UnreadablePdfError:
        yield Leak(rule="unreadable", place=place, page=page)
    except (TooLargeError, MemoryError):
        yield Leak(rule="too-large", place=place, page=page)
    except Exception:  # noqa: BLE001 - fails closed: an error in a check must never release a file
        yield Leak(rule="not-verifiable", place=place, page=page)


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadablePdfError or TooLargeError."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise TooLargeError
        return path.read_bytes()
    except OSError:
        raise UnreadablePdfError from None


def once_each(leaks: Iterable[Leak]) -> tuple[Leak, ...]:
    """One leak per rule, page and place, in order of page."""
    unique = {(leak.rule, leak.page, leak.place): leak for leak in leaks}
    return tuple(sorted(unique.values(), key=lambda leak: (leak.page or 0, leak.rule)))
