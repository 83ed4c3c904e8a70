"""Options that commands on loose files share: what a file may cost, its password, a staff list."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from woo.errors import InputError
from woo.pipeline.guarded import Guard

FILE = click.Path(path_type=Path, dir_okay=False)
STAFF = click.option(
    "--staff",
    "staff_file",
    type=FILE,
    metavar="BESTAND.csv",
    help="Een personeelslijst: wie erop staat, wordt overal gezocht.",
)
_PASSWORD_FILE, _TIME_LIMIT = "woo.password-file", "woo.time-limit"


def _remember(key: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """Keep the value of an option beside the command, which has arguments enough."""
    return lambda context, _, value: context.meta.__setitem__(key, value)


_PASSWORD = click.option(
    "--password-file",
    type=FILE,
    expose_value=False,
    callback=_remember(_PASSWORD_FILE),
    metavar="BESTAND",
    help="Een bestand met op de eerste regel het wachtwoord van de pdf.",
)
_SECONDS = click.option(
    "--time-limit",
    type=click.IntRange(min=1),
    expose_value=False,
    callback=_remember(_TIME_LIMIT),
    metavar="SECONDEN",
    help="Hoe lang een bestand mag duren; anders naar zijn grootte, minstens vijf minuten.",
)


def with_guard(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, which asks for them with ``chosen_guard``."""
    return _PASSWORD(_SECONDS(command))


def chosen_guard() -> Guard:
    """The time, and the password: the first line of a file, so that no list of processes has it.

    Raises InputError when the file cannot be read or its first line is empty.
    """
    chosen = click.get_current_context().meta
    seconds, password_file = chosen[_TIME_LIMIT], chosen[_PASSWORD_FILE]
    if password_file is None:
        return Guard(seconds)
    text = read_text(password_file, "Het bestand met het wachtwoord is niet te lezen.")
    password = text.split("\n", maxsplit=1)[0].removesuffix("\r")
    if not password:
        raise InputError(
            "De eerste regel van het bestand met het wachtwoord is leeg.",
            "Zet het wachtwoord op de eerste regel.",
        )
    return Guard(seconds, password)


def read_text(path: Path, trouble: str) -> str:
    """A small text file of the user's. Raises InputError, which begins with ``trouble``."""
    try:
        if path.is_file():
            return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        pass
    raise InputError(trouble, "Geef een bestaand tekstbestand in UTF-8.")
