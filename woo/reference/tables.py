"""Read a TOML table that ships with the package."""

from functools import cache
from pathlib import Path
from typing import Any

from woo.text.toml import read_table


@cache
def load_table(name: str) -> dict[str, Any]:
    """The contents of ``woo/reference/NAME.toml``. Callers must not change what they get."""
    text = Path(__file__).with_name(f"{name}.toml").read_text("utf-8")
    return read_table(text, built_in=True)
