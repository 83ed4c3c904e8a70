"""The templates of the layouts, compiled once: a process that makes many documents keeps them.

Jinja2 looks at the file before each use, so a template that somebody edits is read again. A
template that appears in the organisation's own folder takes the place of the built-in one.

From one process to the next the built-in ones are kept compiled where Python keeps this module
compiled, and nowhere else: who can write there can change the program itself.
"""

import marshal
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket, bc_magic

from woo.errors import WooError
from woo.pdf.making import typesetting
from woo.text.files import write_atomically


class TemplateLoader(FileSystemLoader):
    """Templates by name, those of the first folder before those of the next."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__([str(folder) for folder in folders])

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """As Jinja2 does, but out of date as well once a folder before has the same name."""
        source, path, unchanged = super().get_source(environment, template)
        return source, path, lambda: unchanged() and self._first(template) == path

    def _first(self, template: str) -> str | None:
        paths = (os.path.join(folder, template) for folder in self.searchpath)  # noqa: PTH118
        return next((path for path in paths if os.path.isfile(path)), None)  # noqa: PTH113


@lru_cache(maxsize=8)
def typst_templates(folders: tuple[Path, ...]) -> Environment:
    """The templates for PDF."""
    environment = typesetting.typst_environment(TemplateLoader(folders))
    environment.bytecode_cache = _kept(folders)
    return environment


@lru_cache(maxsize=8)
def markup_templates(folders: tuple[Path, ...]) -> Environment:
    """The templates for the web and for Word: every value is escaped, however they are named."""
    return Environment(
        loader=TemplateLoader(folders),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_kept(folders),
    )


class _Kept(BytecodeCache):
    """Compiled templates in a folder, each under the fingerprint of its name and text.

    Jinja2's own cache reads a pickle; here the code is as in the files of Python itself beside it.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Jinja2 asks for the code of a template here; the name of its file tells nothing more."""
        del filename
        fingerprint = sha256(f"{name}\0{source}".encode()).hexdigest()
        bucket = Bucket(environment, fingerprint, fingerprint)
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Leaves the bucket empty when there is nothing, or of another version."""
        try:
            kept = self._file(bucket).read_bytes()
        except OSError:
            return
        if kept.startswith(bc_magic):
            with suppress(EOFError, ValueError, TypeError):  # cut short by somebody else
                bucket.code = marshal.loads(kept[len(bc_magic) :])  # noqa: S302 - as Python's own

    def dump_bytecode(self, bucket: Bucket) -> None:
        """A folder that is full or read-only keeps nothing."""
        with suppress(OSError, WooError):
            write_atomically(self._file(bucket), bc_magic + marshal.dumps(bucket.code))

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{self._name}-{bucket.key}.cache"


def _kept(folders: tuple[Path, ...]) -> BytecodeCache | None:
    """Where the built-in templates lie compiled; None when Python may keep nothing here either.

    Jinja2 compares the text of a template and its own version with what it kept. How a template is
    compiled follows from this file and that of the environment: their moments are in the name.
    """
    folder = Path(cache_from_source(__file__)).parent
    own_templates = len(folders) > 1
    if own_templates or sys.dont_write_bytecode or not os.access(folder, os.W_OK):
        return None
    moments = [Path(one).stat().st_mtime_ns for one in (__file__, str(typesetting.__file__))]
    return _Kept(folder, f"template-{max(moments):x}")
