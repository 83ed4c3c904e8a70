"""Loose files in a process of their own: the work of ``loose``, for files that may be hostile.

What is wrong with the paths is said before any work is done. A file that crashes a library, or
takes too much time or memory, is refused; the output appears whole or not at all.
"""

import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from woo.errors import CrashError, InputError, LimitError, RefusedError
from woo.execute.isolated import run_isolated
from woo.execute.limits import Limits
from woo.model.leak import Leak, Severity
from woo.model.report import RedactionReport
from woo.pipeline.loose import Wish, check_pdf, redact_pdf
from woo.pipeline.sources import shown
from woo.text.files import write_atomically
from woo.verify.rawfile import read_raw

LARGEST_FILE = 2 * 1024**3
"""Bytes. A larger PDF does not fit in memory with what is made of it."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What one file may cost, and the password that opens it, when it has one."""

    limits: Limits = field(default_factory=Limits)
    password: str | None = field(default=None, repr=False)


def redact_guarded(
    source: Path, out: Path, wish: Wish, report: Path | None, guard: Guard
) -> RedactionReport:
    """``loose.redact_pdf`` in a process of its own.

    Raises InputError for paths that cannot be right, and RefusedError also when the file breaks
    what reads it.
    """
    _check_source(source)
    for target in (out, report):
        if target is not None:
            _check_target(target, source)
    if report is not None and report.resolve() == out.resolve():
        raise InputError("Het verslag en de uitvoer zijn hetzelfde bestand.", "Kies twee namen.")
    with tempfile.TemporaryDirectory(prefix="woo-") as name:
        folder = Path(name)
        (folder / "uit").mkdir()
        made = folder / "uit" / out.name
        told = folder / "verslag.json" if report is not None else None
        try:
            done = run_isolated(
                _redact, source, made, wish, told, guard, folder=folder, limits=guard.limits
            )
        except CrashError as error:
            raise RefusedError(error.message, f"Er is niets geschreven. {error.advice}") from None
        write_atomically(out, made.read_bytes())
        if report is not None and told is not None:
            write_atomically(report, told.read_bytes())
    return done


def _redact(
    source: Path, made: Path, wish: Wish, told: Path | None, guard: Guard
) -> RedactionReport:
    readable = _opened(source, made.parent.parent, guard)
    return redact_pdf(readable, made, wish, told)


def check_guarded(path: Path, terms: Sequence[str], guard: Guard) -> tuple[Leak, ...]:
    """``loose.check_pdf`` in a process of its own: a file that breaks it was not shown clean."""
    _check_source(path)
    with tempfile.TemporaryDirectory(prefix="woo-") as name:
        folder = Path(name)
        try:
            return run_isolated(
                _check, path, terms, guard, folder, folder=folder, limits=guard.limits
            )
        except LimitError:
            return (Leak(rule="too-large", place="bestand"),)
        except CrashError:
            return (Leak(rule="not-verifiable", place="bestand"),)


def _check(path: Path, terms: Sequence[str], guard: Guard, folder: Path) -> tuple[Leak, ...]:
    opened = _opened(path, folder, guard)
    leaks = check_pdf(opened, terms)
    return leaks if opened == path else (*leaks, *_of_encryption(path))


def _of_encryption(path: Path) -> Iterator[Leak]:
    """What a copy without encryption does not show."""
    yield Leak(rule="encrypted", place="versleuteld bestand", severity=Severity.WARNING)
    if len(read_raw(path.read_bytes()).revision_ends) > 1:
        yield Leak(rule="not-verifiable", place="eerdere versies in een versleuteld bestand")


def _opened(path: Path, folder: Path, guard: Guard) -> Path:
    if guard.password is None:
        return path
    from woo.pdf.reading.unlocking import unlock

    return unlock(path, guard.password, folder / "zonder-wachtwoord.pdf")


def _check_source(path: Path) -> None:
    """A pipe or device may never end, so only a plain file is read. Raises InputError."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise InputError(
            f"Dit bestand bestaat niet: {shown(path)}.", "Controleer de naam en het pad."
        ) from None
    except OSError:
        raise InputError(
            f"Dit bestand kan niet worden gelezen: {shown(path)}.", "Controleer de rechten."
        ) from None
    if not path.is_file():
        raise InputError(f"Dit is geen gewoon bestand: {shown(path)}.", "Geef een pdf-bestand.")
    if not os.access(path, os.R_OK):
        raise InputError(
            f"Dit bestand kan niet worden gelezen: {shown(path)}.", "Controleer de rechten."
        )
    if size > LARGEST_FILE:
        raise InputError("Dit bestand is groter dan 2 GB.", "Splits het en verwerk de delen los.")


def _check_target(path: Path, source: Path) -> None:
    """Whether a file can be put there, so that nobody waits for nothing. Raises InputError."""
    folder = path.parent
    if not folder.is_dir():
        raise InputError(
            f"Deze map bestaat niet: {shown(folder)}.", "Maak de map of kies een andere."
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise InputError(f"U mag niet schrijven in {shown(folder)}.", "Kies een andere map.")
    if path.exists():
        if path.samefile(source):
            raise InputError(
                "De uitvoer is hetzelfde bestand als de invoer.", "Kies een andere naam."
            )
        if not path.is_file():
            raise InputError(f"Dit is geen gewoon bestand: {shown(path)}.", "Kies een andere naam.")
