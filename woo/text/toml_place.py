"""Where a TOML file is wrong, in Dutch: the library itself speaks English only."""

import re
from tomllib import TOMLDecodeError

_PLACE = re.compile(r"at line (\d+), column (\d+)")


def place_of(error: TOMLDecodeError) -> str:
    """``regel 3, teken 5``, or that it is the end of the file."""
    found = _PLACE.search(str(error))
    return f"regel {found[1]}, teken {found[2]}" if found else "het einde van het bestand"
