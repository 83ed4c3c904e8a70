"""What the TOML library lacks: to keep what it read, a string to write, where a file is wrong."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from woo.text.kept import Kept, kept_beside

if TYPE_CHECKING:
    from tomllib import TOMLDecodeError

Table = dict[str, Any]


class TomlError(ValueError):
    """A text is no TOML."""


def read_table(text: str, *, built_in: bool) -> Table:
    """The table in a text. Raises TomlError.

    What is ``built_in`` comes from what an earlier process kept: it is the same at every start.
    """
    kept = _kept() if built_in else None
    table: Table | None = kept.read(text) if kept else None
    if table is None:
        table = _parse(text)
        if kept:
            kept.write(text, table)
    return table


@cache
def _kept() -> Kept | None:
    return kept_beside("toml", __file__)


def _parse(text: str) -> Table:
    import tomllib  # takes longer to load than what is kept takes to read

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TomlError(str(error)) from None


def place_of(error: "TOMLDecodeError | TomlError") -> str:
    """``regel 3, teken 5``, or that it is the end of the file."""
    found = line_and_column(error)
    return f"regel {found[0]}, teken {found[1]}" if found else "het einde van het bestand"


# What the library says is wrong, and what to do about it.
_ADVICE = (
    ("Unterminated string|Illegal character '\\\\n'", "Sluit de tekst met een aanhalingsteken."),
    ("Invalid value", "Zet tekst tussen aanhalingstekens."),
    ("Expected '=' after", "Zet een = tussen de naam en de waarde."),
    ("Cannot overwrite|Cannot declare", "Deze naam staat er twee keer. Haal er een weg."),
    ("Unclosed array", "Sluit de lijst met ]."),
    ("Unclosed inline table", "Sluit de rij met }."),
    ("Unescaped '|Illegal character|invalid character", "Schrijf \\\\ voor elke \\ in een tekst."),
    ("Expected newline", "Zet elke waarde op een regel van zichzelf."),
)


def advice_of(error: "TOMLDecodeError | TomlError") -> str:
    """What to do about a text that is no TOML."""
    found = (advice for pattern, advice in _ADVICE if re.search(pattern, str(error)))
    return next(found, "Herstel dat.")


def line_and_column(error: "TOMLDecodeError | TomlError") -> tuple[int, int] | None:
    """Where a text is wrong, counted from 1; None for its end."""
    found = re.search(r"at line (\d+), column (\d+)", str(error))
    return (int(found[1]), int(found[2])) if found else None


def place_of_key(text: str, path: str) -> tuple[int, int]:
    """The line and column of a key in a table, ``brief``, or in a row of tables, ``naam.2.soort``.

    The nearest around it where it is not written there: its table, or the top of the file.
    """
    first, _, rest = path.partition(".")
    at, end = 0, len(text)
    if rest:
        number, _, key = rest.partition(".")
        heads = re.finditer(rf"^[ \t]*\[\[\s*{re.escape(first)}\s*\]\]", text, re.MULTILINE)
        starts = [head.start() for head in heads]
        if not number.isdigit() or int(number) >= len(starts):
            return place_of_key(text, first)
        at = starts[int(number)]
        end = [*starts, end][int(number) + 1]
        first = key.partition(".")[0]
    written = re.search(rf"^[ \t]*(?={re.escape(first)}[ \t]*=)", text[at:end], re.MULTILINE)
    start = at + written.end() if written and first else at
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def toml_string(text: str) -> str:
    """A TOML basic string; JSON's escapes are a part of TOML's."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
