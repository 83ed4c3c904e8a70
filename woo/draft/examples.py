"""Complete example sources, to start from."""

import re
from pathlib import Path

from woo.draft.kinds import kind_folder, load_kind, template_folders

_KIND = re.compile(r"^(soort:[ \t]*)[a-z][a-z0-9_-]*", re.MULTILINE)


def example_source(kind: str, templates: Path | None = None) -> str:
    """The example of this kind, every field explained. Raises InputError for an unknown kind."""
    folders = template_folders(templates)
    load_kind(kind, folders)
    example = (kind_folder(kind, folders) / "example.md").read_text("utf-8")
    # A kind that began as a copy of another says in its example that it is still the other.
    return _KIND.sub(lambda line: f"{line[1]}{kind}", example, count=1)
