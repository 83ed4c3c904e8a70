"""The error tree. The class carries the exit code; the core does not know Click.

A message is Dutch, says what to do, and holds no document text and no personal data.
"""

from typing import Any


class WooError(Exception):
    """Anything this program can explain. Exit code 1 unless a subclass says otherwise."""

    exit_code = 1

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(f"{message} {advice}".strip())
        self.message = message
        self.advice = advice

    def __reduce__(self) -> tuple[type["WooError"], tuple[Any, ...]]:
        """Cross a process border whole."""
        return type(self), (self.message, self.advice)


class InputError(WooError):
    """Wrong use or bad input: the user can mend it."""

    exit_code = 2


class UnreadableError(InputError):
    """One file that cannot be read. It is kept, marked and explained; the batch goes on."""


class RefusedError(WooError):
    """The result could not be shown clean, so it is not released.

    ``page`` (from 1) is where it went wrong, when that is known.
    """

    exit_code = 3

    def __init__(self, message: str, advice: str = "", page: int | None = None) -> None:
        super().__init__(message, advice)
        self.page = page

    def __reduce__(self) -> tuple[type[WooError], tuple[Any, ...]]:
        """Cross a process border whole."""
        return type(self), (self.message, self.advice, self.page)


class CrashError(WooError):
    """A library crashed, ran out of time or broke on one document. The batch goes on."""


class StoppedError(CrashError):
    """A document made a library crash. Nothing can be said about it, so it is not released."""

    exit_code = 3


class LimitError(StoppedError):
    """A document takes more time or memory than it may."""


class MissingError(WooError):
    """Something needed is not there: a program, a font, a model."""

    exit_code = 4
