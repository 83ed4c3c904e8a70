"""What takes long to make of the program's own files, kept where Python keeps a module compiled.

It lies in ``__pycache__`` and nowhere else: who can write there can change the program itself. That
is why the code and values in it are read as Python reads its own compiled modules (``marshal``).
"""

import marshal
import os
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import Any

from woo.errors import WooError
from woo.text.files import write_atomically


class Kept:
    """Values under the text that they were made of, each in a file of its own."""

    def __init__(self, folder: Path, name: str) -> None:
        """``name`` tells what makes the values: another maker asks for another name."""
        self._folder, self._name = folder, name

    def read(self, text: str) -> Any:
        """The value, or None when there is none, or of another version of Python."""
        try:
            kept = self._file(text).read_bytes()
        except OSError:
            return None
        if kept.startswith(MAGIC_NUMBER):
            with suppress(EOFError, ValueError, TypeError):  # cut short by somebody else
                return marshal.loads(kept[len(MAGIC_NUMBER) :])  # noqa: S302 - as Python's own
        return None

    def write(self, text: str, value: Any) -> None:
        """A folder that is full or read-only keeps nothing, nor does a value unknown to Python."""
        with suppress(OSError, WooError, ValueError):
            write_atomically(self._file(text), MAGIC_NUMBER + marshal.dumps(value))

    def _file(self, text: str) -> Path:
        return self._folder / f"{self._name}-{sha256(text.encode()).hexdigest()}.cache"


def kept_beside(name: str, *makers: str) -> Kept | None:
    """Where the values that the modules ``makers`` make are kept, beside the first of them.

    ``makers`` are paths; their moments are in the name, for what they make follows from them. None
    when Python may keep nothing there either.
    """
    folder = Path(cache_from_source(makers[0])).parent
    if sys.dont_write_bytecode or not os.access(folder, os.W_OK):
        return None
    moment = max(Path(one).stat().st_mtime_ns for one in makers)
    return Kept(folder, f"{name}-{moment:x}")
