"""What every engine promises: one function over many items, a crash costs one item."""

import errno
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Generic, Protocol, TypeVar

from woo.errors import CrashError, LimitError, StoppedError, UnreadableError, WooError
from woo.text.files import cannot_write

# What the user can mend: no room, a full quota, a disk or folder that may only be read.
_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES}
# The limits of ``woo.execute.limits``: no more memory to be had, and a file that grows too large.
_MEMORY = {errno.ENOMEM, errno.EFBIG}

_PDF_LIBRARIES = {"pymupdf", "pikepdf", "pypdf", "pypdfium2", "pypdfium2_raw"}

Item = TypeVar("Item")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Value]):
    """What became of one item: a value, or the error that explains why not."""

    item: Item
    value: Value | None = field(default=None, repr=False)
    error: WooError | None = None


class Executor(Protocol):
    """An engine. ``function`` and the items must be picklable, the function pure."""

    def map(
        self, function: Callable[[Item], Value], items: Collection[Item], *, seconds: float
    ) -> Iterator[Outcome[Item, Value]]:
        """Outcomes in the order in which they finish; ``seconds`` is the limit for one item."""
        ...


def explain(error: BaseException) -> WooError:
    """An error as it may be shown: never its text, which may quote the document."""
    if isinstance(error, WooError):
        return error
    if isinstance(error, OSError) and error.errno in _DISK:
        return cannot_write(error)
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _MEMORY):
        return LimitError(
            "Dit document kost te veel geheugen.",
            "Splits het in kleinere delen en verwerk die los.",
        )
    if isinstance(error, RecursionError):
        return StoppedError(
            "Dit document is te diep genest om te lezen.",
            "Sla het opnieuw op of druk het af naar een nieuwe pdf.",
        )
    if _is_of_a_pdf_library(error):
        return UnreadableError(
            "Dit pdf-bestand is beschadigd of niet volgens de regels opgebouwd.",
            "Druk het af naar een nieuwe pdf of vraag de afzender om een nieuw exemplaar.",
        )
    return CrashError(
        f"Dit document kon niet worden verwerkt ({type(error).__name__}{_where(error)}).",
        "Meld dit als fout in het programma; het document is bewaard.",
    )


def _is_of_a_pdf_library(error: BaseException) -> bool:
    """Whether a library trips over the document: an error of its own, or raised in its code."""
    if type(error).__module__.partition(".")[0] in _PDF_LIBRARIES:
        return True
    deepest = _deepest(error)
    if deepest is None:
        return False
    module = str(deepest.tb_frame.f_globals.get("__name__", ""))
    return module.partition(".")[0] in _PDF_LIBRARIES


def _where(error: BaseException) -> str:
    """File and line of the deepest frame, which hold no personal data."""
    deepest = _deepest(error)
    if deepest is None:
        return ""
    return f" in {Path(deepest.tb_frame.f_code.co_filename).name}:{deepest.tb_lineno}"


def _deepest(error: BaseException) -> TracebackType | None:
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    return traceback
