"""The templates of the layouts, compiled once: a process that makes many documents keeps them.

Jinja2 looks at the file before each use, so a template that somebody edits is read again. A
template that appears in the organisation's own folder takes the place of the built-in one.
"""

import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from woo.pdf.making.typesetting import typst_environment


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
    return typst_environment(TemplateLoader(folders))


@lru_cache(maxsize=8)
def html_templates(folders: tuple[Path, ...]) -> Environment:
    """The templates for the web."""
    return Environment(
        loader=TemplateLoader(folders),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
