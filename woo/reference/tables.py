"""Read a TOML table that ships with the package."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """The contents of ``woo/reference/NAME.toml``. Callers must not change what they get."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))
