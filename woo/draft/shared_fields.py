"""Fields that many kinds use are written once, in ``_base/fields.toml``; a kind names them.

In the list ``fields`` of a kind, ``"titel"`` is the shared field with that name, and
``{ use = "titel", label = "Onderwerp" }`` the same with another label.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from woo.errors import InputError
from woo.text.nearest import did_you_mean
from woo.text.toml import Table, TomlError, read_table

FIELDS_FILE = "fields.toml"
_USE = "use"


def shared_texts(folders: Sequence[Path], base: str) -> tuple[str, ...]:
    """The files with shared fields, those of the first folder last: they go before the others.

    Raises InputError when a file is no text.
    """
    paths = [folder / base / FIELDS_FILE for folder in reversed(folders)]
    try:
        return tuple(path.read_text("utf-8") for path in paths if path.is_file())
    except UnicodeDecodeError:
        raise _wrong(f"Het bestand {FIELDS_FILE} is geen UTF-8.") from None


def shared_fields(texts: tuple[str, ...], *, built_in: bool) -> dict[str, Table]:
    """The shared fields by name. Raises InputError when a text is no TOML."""
    shared: dict[str, Table] = {}
    for text in texts:
        shared |= _read(text, built_in=built_in)
    return shared


def _read(text: str, *, built_in: bool) -> dict[str, Table]:
    try:
        fields = read_table(text, built_in=built_in)
    except TomlError:
        raise _wrong(f"Het bestand {FIELDS_FILE} is geen geldige TOML.") from None
    if not all(isinstance(one, dict) for one in fields.values()):
        raise _wrong(f"In {FIELDS_FILE} hoort elk veld een tabel te zijn: [naam].")
    return fields


def whole_fields(kind: Table, shared: dict[str, Table]) -> Table:
    """The table of a kind with every named field filled in. Raises InputError for another name."""
    fields = kind.get("fields", [])
    if not isinstance(fields, list):
        raise _wrong("In kind.toml hoort 'fields' een lijst te zijn.")
    return {**kind, "fields": [_whole(one, shared) for one in fields]}


def _whole(written: Any, shared: dict[str, Table]) -> Any:
    if isinstance(written, str):
        written = {_USE: written}
    if not isinstance(written, dict) or _USE not in written:
        return written
    changes = dict(written)
    name = str(changes.pop(_USE))
    if name not in shared:
        raise _wrong(did_you_mean(f"Onbekend veld in {FIELDS_FILE}.", name, list(shared)))
    return {"name": name, **shared[name], **changes}


def _wrong(message: str) -> InputError:
    return InputError(message, "Controleer de map met sjablonen.")
