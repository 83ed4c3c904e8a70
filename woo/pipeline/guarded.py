"""Loose files in a process of their own: the work of ``loose``, for files that may be hostile.

What is wrong with the paths is said before any work is done. A file that crashes a library, or
takes too much time or memory, is refused; the output appears whole or not at all.
"""

import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from woo.errors import CrashError, InputError, LimitError, RefusedError, WooError
from woo.execute.isolated import run_isolated
from woo.execute.limits import Limits
from woo.model.leak import Leak, Severity
from woo.model.report import RedactionReport
from woo.pdf.examining.unpacking import fits_unpacked
from woo.pdf.reading.unlocking import needs_password, unlock
from woo.pipeline.loose import Wish, check_pdf, redact_pdf
from woo.pipeline.sources import shown
from woo.text.files import write_atomically
from woo.verify.rawfile import read_raw
from woo.verify.spots import SpotPicture, spot_pictures

LARGEST_FILE = 2 * 1024**3
"""Bytes. A larger PDF does not fit in memory with what is made of it."""


# A scan in black and white has some 30 kB a page, and reading it takes up to ten seconds.
_SECONDS = 300
_SECONDS_PER_MB = 340


@dataclass(frozen=True, slots=True)
class Guard:
    """How long one file may take, and the password that opens it, when it has one."""

    seconds: float | None = None
    password: str | None = field(default=None, repr=False)

    def limits(self, path: Path) -> Limits:
        """The limits for one file: without ``seconds`` by its size."""
        seconds = _SECONDS + _SECONDS_PER_MB * path.stat().st_size / 1024**2
        return Limits(seconds=seconds if self.seconds is None else self.seconds)


def redact_guarded(
    source: Path, out: Path, wish: Wish, report: Path | None, guard: Guard
) -> RedactionReport:
    """``loose.redact_pdf`` in a process of its own.

    Raises InputError for paths that cannot be right, and RefusedError also when the file breaks
    what reads it.
    """
    check_source(source)
    for target in (out, report):
        if target is not None:
            check_target(target, source)
    if report is not None and report.resolve() == out.resolve():
        raise InputError("Het verslag en de uitvoer zijn hetzelfde bestand.", "Kies twee namen.")
    with tempfile.TemporaryDirectory(prefix="woo-") as name:
        folder = Path(name)
        (folder / "uit").mkdir()
        made = folder / "uit" / out.name
        told = folder / "verslag.json" if report is not None else None
        try:
            done = run_isolated(
                _redact, source, made, wish, told, guard, folder=folder, limits=guard.limits(source)
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
    _check_header(source)
    if guard.password is None and needs_password(source):
        raise InputError(
            "Dit pdf-bestand is beveiligd met een wachtwoord.",
            "Zet het wachtwoord op de eerste regel van een tekstbestand en geef dat met "
            "--password-file.",
        )
    readable = _opened(source, made.parent.parent, guard)
    if not fits_unpacked(readable):
        raise RefusedError(
            "Dit pdf-bestand is uitgepakt te groot om te lakken en te controleren.",
            "Splits het of verklein de afbeeldingen.",
        )
    return redact_pdf(readable, made, wish, told)


def _check_header(path: Path) -> None:
    """ISO 32000-1, annex H: a reader accepts the header within the first 1024 bytes."""
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            raise InputError(
                "Dit is geen pdf-bestand.",
                "Open het in het programma waarmee het is gemaakt en sla het op als pdf.",
            )


def check_guarded(path: Path, terms: Sequence[str], guard: Guard) -> tuple[Leak, ...]:
    """``loose.check_pdf`` in a process of its own: a file that breaks it was not shown clean."""
    check_source(path)
    with tempfile.TemporaryDirectory(prefix="woo-") as name:
        folder = Path(name)
        try:
            return run_isolated(
                _check, path, terms, guard, folder, folder=folder, limits=guard.limits(path)
            )
        except LimitError:
            return (Leak(rule="too-large", place="bestand"),)
        except CrashError:
            return (Leak(rule="not-verifiable", place="bestand"),)


def picture_guarded(
    path: Path, leaks: Sequence[Leak], terms: Sequence[str], guard: Guard
) -> tuple[SpotPicture, ...]:
    """Pictures of the places of leaks, in a process of its own; none of a file that breaks it."""
    with tempfile.TemporaryDirectory(prefix="woo-") as name:
        folder = Path(name)
        try:
            return run_isolated(
                _picture,
                path,
                leaks,
                terms,
                guard,
                folder,
                folder=folder,
                limits=guard.limits(path),
            )
        except WooError:
            return ()


def _picture(
    path: Path, leaks: Sequence[Leak], terms: Sequence[str], guard: Guard, folder: Path
) -> tuple[SpotPicture, ...]:
    return spot_pictures(_opened(path, folder, guard), leaks, terms)


def _check(path: Path, terms: Sequence[str], guard: Guard, folder: Path) -> tuple[Leak, ...]:
    if guard.password is None and needs_password(path):
        place = "versleuteld; geef het wachtwoord met --password-file"
        return (Leak(rule="unreadable", place=place),)
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
    return unlock(path, guard.password, folder / "zonder-wachtwoord.pdf")


def check_source(path: Path) -> None:
    """Whether a path names a file that can be read: a pipe or device may never end.

    Raises InputError.
    """
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


def check_target(path: Path, *sources: Path) -> None:
    """Whether a file can be put there, so that nobody waits for nothing. Raises InputError."""
    folder = path.parent
    if not folder.is_dir():
        raise InputError(
            f"Deze map bestaat niet: {shown(folder)}.", "Maak de map of kies een andere."
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise InputError(f"U mag niet schrijven in {shown(folder)}.", "Kies een andere map.")
    if path.exists():
        if any(path.samefile(source) for source in sources):
            raise InputError(
                "De uitvoer is hetzelfde bestand als de invoer.", "Kies een andere naam."
            )
        if not path.is_file():
            raise InputError(f"Dit is geen gewoon bestand: {shown(path)}.", "Kies een andere naam.")
