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
    found = re.search(r"at line (\d+), column (\d+)", str(error))
    return f"regel {found[1]}, teken {found[2]}" if found else "het einde van het bestand"


def toml_string(text: str) -> str:
    """A TOML basic string; JSON's escapes are a part of TOML's."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
