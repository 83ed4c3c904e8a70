"""The templates of the layouts, compiled once: a process that makes many documents keeps them.

Jinja2 looks at the file before each use, so a template that somebody edits is read again. A
template that appears in the organisation's own folder takes the place of the built-in one.

From one process to the next the built-in ones are kept compiled (``woo.text.kept``).
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2 import __version__ as jinja_version
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError

from woo.draft.kinds import BASE, Kind, are_built_in
from woo.errors import InputError
from woo.pdf.making import typesetting
from woo.text.kept import Kept, kept_beside

# What Jinja2 says of a field that a template uses and the kind does not have.
_MISSING = re.compile(r"^'dict object' has no attribute '(\w+)'$")


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
    environment.bytecode_cache = _compiled(folders)
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
        bytecode_cache=_compiled(folders),
    )


def layout_of(environment: Environment, kind: Kind, ending: str) -> Template:
    """The template of a kind; without one, that of a letter when somebody signs, else of a nota."""
    usual = "brief" if kind.is_signed else "nota"
    names = (f"{kind.name}/template.{ending}.j2", f"{BASE}/{usual}.{ending}.j2")
    return environment.select_template(names)


@contextmanager
def blamed(folders: Sequence[Path]) -> Iterator[None]:
    """Fill in templates: a fault in one of the organisation's own is told with its place.

    Raises InputError for such a fault; one in a built-in template is a fault of the program.
    """
    try:
        yield
    except TemplateError as error:
        own = None if are_built_in(folders) else folders[0]
        if own is None:
            raise
        advice = "Verbeter dat bestand, of kopieer het opnieuw uit de map van een soort die werkt."
        if isinstance(error, TemplateNotFound):
            raise InputError(f"Het sjabloon {error.name} is er niet.", advice) from None
        place = _place_in(own, error)
        if missing := _MISSING.search(str(error)):
            who = f"Het sjabloon {place}" if place else "De opmaak"
            message = f"{who} gebruikt '{missing[1]}', en dat veld heeft deze soort niet."
            raise InputError(
                message, "Zet het bij 'fields' in kind.toml, of haal het weg."
            ) from None
        if place is None:
            raise
        raise InputError(f"Er staat een fout in het sjabloon {place}.", advice) from None


def _place_in(own: Path, error: TemplateError) -> str | None:
    """``memo/template.typ.j2, regel 23``, when the fault is in a file of this folder."""
    if isinstance(error, TemplateSyntaxError):
        places = [(error.filename or "", error.lineno)]
    else:
        import traceback

        frames = traceback.extract_tb(error.__traceback__)
        places = [(frame.filename, frame.lineno or 1) for frame in reversed(frames)]
    for name, line in places:
        if Path(name).is_relative_to(own):
            return f"{Path(name).relative_to(own).as_posix()}, regel {line}"
    return None


class _Compiled(BytecodeCache):
    """Compiled templates, kept as ``Kept`` keeps them; Jinja2's own cache reads a pickle."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Jinja2 asks for the code of a template here; the name of its file tells nothing more."""
        del filename
        bucket = Bucket(environment, f"{name}\0{source}", "")
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Leaves the bucket empty when nothing is kept."""
        bucket.code = self._kept.read(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja2 has just compiled."""
        self._kept.write(bucket.key, bucket.code)


def _compiled(folders: tuple[Path, ...]) -> BytecodeCache | None:
    """The built-in templates as they were compiled before; None with an organisation's own."""
    if not are_built_in(folders):
        return None
    # How a template is compiled follows from Jinja2 and the two modules that make its environment.
    kept = kept_beside(f"template-{jinja_version}", __file__, str(typesetting.__file__))
    return _Compiled(kept) if kept else None
