"""What the TOML library lacks: a string to write, and in Dutch where a file is wrong."""

import json
import re
from tomllib import TOMLDecodeError

_PLACE = re.compile(r"at line (\d+), column (\d+)")


def place_of(error: TOMLDecodeError) -> str:
    """``regel 3, teken 5``, or that it is the end of the file."""
    found = _PLACE.search(str(error))
    return f"regel {found[1]}, teken {found[2]}" if found else "het einde van het bestand"


def toml_string(text: str) -> str:
    """A TOML basic string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
